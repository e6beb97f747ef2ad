namespace Sourceline.Cli;

/// <summary>A command that takes long beside a server, and lets others go first where it is a program of its own.</summary>
/// <param name="giveWay">How; <see cref="CommandLine"/> calls it before the command begins.</param>
internal sealed class BackgroundCommand(string name, string summary, string details, Action giveWay)
    : DetailedCommand(name, summary, details)
{
    public Action GiveWay => giveWay;
}
