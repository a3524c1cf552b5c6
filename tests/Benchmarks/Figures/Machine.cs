using System.Runtime.InteropServices;

namespace Remediator.Benchmarks.Figures;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Text => $"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}";

    /// <summary>The average number of runnable tasks over the last minute (proc(5)).</summary>
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
