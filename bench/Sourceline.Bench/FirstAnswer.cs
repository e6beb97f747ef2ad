using System.Diagnostics;
using System.Net.Sockets;

namespace Sourceline.Bench;

/// <summary>How long a server takes from its start to its first answer.</summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<int> MeasureAsync(Uri url, string program, string[] arguments)
    {
        using var client = new HttpClient { Timeout = Longest };
        var clock = Stopwatch.StartNew();
        using var server = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        while (clock.Elapsed < Longest && !server.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(url);
                Console.WriteLine($"{clock.ElapsedMilliseconds} {(int)answer.StatusCode} {server.Id}");
                await server.WaitForExitAsync();
                return 0;
            }
            catch (HttpRequestException e) when (e.InnerException is SocketException)
            {
                await Task.Delay(5);
            }
        }
        return 1;
    }
}
