using System.CommandLine;

namespace Sourceline.Cli;

/// <summary>A command with a one-line summary, which lists show, and details that only its own help shows.</summary>
/// <param name="name">What the user types.</param>
/// <param name="summary">One sentence.</param>
/// <param name="details">Lines of up to <see cref="CommandHelp.Columns"/> characters.</param>
internal class DetailedCommand(string name, string summary, string details) : Command(name, summary)
{
    public string Details => details;
}
