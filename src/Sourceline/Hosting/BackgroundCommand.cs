using System.CommandLine;

namespace Sourceline.Hosting;

/// <summary>A verb that takes long beside a server: <see cref="CommandLine"/> has it give way to whatever else the machine does.</summary>
internal sealed class BackgroundCommand(string name, string help) : Command(name, help);
