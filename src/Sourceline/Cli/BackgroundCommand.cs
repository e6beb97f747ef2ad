using System.CommandLine;

namespace Sourceline.Cli;

/// <summary>A verb that takes long beside a server, and lets others go first where it is a program of its own.</summary>
/// <param name="giveWay">How; <see cref="CommandLine"/> calls it before the verb begins.</param>
internal sealed class BackgroundCommand(string name, string help, Action giveWay) : Command(name, help)
{
    public Action GiveWay => giveWay;
}
