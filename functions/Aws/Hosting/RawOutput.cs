using System.Text;

namespace Remediator.Aws.Hosting;

/// <summary>Standard output itself: a Lambda runtime puts time, level or an envelope around what goes through its own log or the console,
/// and a line of metrics has to be the whole log event.</summary>
public static class RawOutput
{
    private static readonly Stream Output = Console.OpenStandardOutput();

    /// <summary>In one write, so that no other line gets into it.</summary>
    public static void WriteLine(string line) => Output.Write(Encoding.UTF8.GetBytes($"{line}\n"));
}
