using System.ComponentModel;
using System.Diagnostics;

namespace Sourceline.Hosting;

/// <summary>What this program is worth beside others on its machine.</summary>
public static class Priority
{
    /// <summary>
    /// Lets others go first, the server above all, so that readers notice nothing of long work; alone on the machine it costs nothing.
    /// To be called before the work begins: on Linux it holds for the calling thread and those that come of it.
    /// </summary>
    public static void GiveWay()
    {
        try
        {
            using var self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            // Where a program may not say so, it works as others do.
        }
    }
}
