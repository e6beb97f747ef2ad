using System.CommandLine;

namespace Sourceline.Hosting;

/// <summary>Runs a verb.</summary>
public static class CommandLine
{
    /// <summary>
    /// The verb's exit code; <see cref="Newsroom.UsageError"/> where the words are wrong, after saying which. On Ctrl-C a verb has
    /// half a minute to finish what it has begun.
    /// </summary>
    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        ArgumentNullException.ThrowIfNull(root);
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
        return parsed.Errors.Count > 0 ? Newsroom.UsageError : code;
    }
}
