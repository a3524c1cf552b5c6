using System.Diagnostics;
using System.Globalization;

namespace Remediator.Scenarios.Sandbox;

/// <summary>What `ps` says: who is whose child, and who is still there.</summary>
internal static class ProcessTable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Every process below this one, now.</summary>
    public static async Task<int[]> DescendantsAsync(int ancestor)
    {
        var children = (await ReadAsync()).ToLookup(row => row.Parent, row => row.Id);
        var found = new List<int>();
        for (var level = children[ancestor].ToArray(); level.Length > 0; level = [.. level.SelectMany(id => children[id])])
            found.AddRange(level);
        return [.. found];
    }

    /// <summary>The command lines of these processes.</summary>
    public static async Task<string[]> CommandsAsync(IReadOnlyCollection<int> ids) =>
        [.. (await ReadAsync()).Where(row => ids.Contains(row.Id)).Select(row => row.Command)];

    /// <summary>Waits until none of these is there any more (a zombie is gone); fails after 15 s with those that stay.</summary>
    public static async Task GoneAsync(IReadOnlyCollection<int> ids)
    {
        var clock = Stopwatch.StartNew();
        var left = await LeftAsync(ids);
        while (left.Length > 0 && clock.Elapsed < Patience)
        {
            await Task.Delay(50);
            left = await LeftAsync(ids);
        }
        Assert.Empty(left);
    }

    private static async Task<string[]> LeftAsync(IReadOnlyCollection<int> ids) =>
        [.. (await ReadAsync()).Where(row => ids.Contains(row.Id) && !row.State.StartsWith('Z')).Select(row => $"{row.Id} {row.Command}")];

    private static async Task<(int Id, int Parent, string State, string Command)[]> ReadAsync()
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", "-A -o pid=,ppid=,state=,args=") { RedirectStandardOutput = true })!;
        var lines = await ps.StandardOutput.ReadToEndAsync();
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries))
            .Select(row => (Number(row[0]), Number(row[1]), row[2], row.ElementAtOrDefault(3) ?? ""))];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
