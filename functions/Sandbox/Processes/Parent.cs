using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Remediator.Sandbox.Processes;

/// <summary>
/// `dotnet run` starts the Sandbox as its child and, when it is killed, cannot tell it. So the Sandbox looks whether its parent is still
/// the `dotnet` that it was at the start; any other parent (a shell, nohup) may leave without ending it.
/// </summary>
internal static class Parent
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    public static async Task WatchAsync(Action onGone, CancellationToken cancellation)
    {
        var parent = GetParentId();
        if (!IsDotnet(parent))
            return;
        while (GetParentId() == parent)
            await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        onGone();
    }

    private static bool IsDotnet(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName == "dotnet";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetParentId();
}
