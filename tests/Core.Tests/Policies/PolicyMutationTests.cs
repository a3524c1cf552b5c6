using System.Diagnostics;
using Remediator.Core.Tests.Network;
using Remediator.Diagnostics;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

/// <summary>Good policies, changed as people and editors do: whatever comes of it is read or refused with places inside the file, in
/// bounded time and memory, and what is read is linted without a failure.</summary>
public class PolicyMutationTests(ITestOutputHelper output)
{
    private const int Loops = 10_000;

    /// <summary>For one text of a few kilobytes, wide enough for a busy machine.</summary>
    private const long MostMemory = 256L << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly int Seed = Effort.Seed(20_261_120);

    [Fact]
    public void Mutants_of_good_policies_are_read_or_refused_with_places_inside_the_file()
    {
        var random = new Random(Seed);
        var loops = Effort.Times(Loops);
        output.WriteLine($"seed {Seed}, {loops} mutants");
        string[] good = [.. Directory.GetFiles(PolicyText.SampleFolder, "*.yaml").Where(file => !Path.GetFileName(file).StartsWith("bad-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText), EverythingPolicy.Text];
        var mutator = new Mutator(random, good);
        var (valid, slowest, largest) = (0, TimeSpan.Zero, 0L);
        for (var loop = 0; loop < loops; loop++)
        {
            var text = mutator.Mutate(good[random.Next(good.Length)]);
            var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var (reading, told) = Read(text, loop);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            largest = Math.Max(largest, GC.GetAllocatedBytesForCurrentThread() - before);
            AssertSound(reading, told, text, loop);
            if (reading.Policy is not null) valid++;
        }

        output.WriteLine($"{valid} stayed valid, slowest {slowest.TotalMilliseconds:F0} ms, at most {largest >> 10} KiB allocated for one");
        Assert.InRange(valid, loops / 10, loops * 9 / 10);
        Assert.True(slowest < Longest, $"{slowest}");
        Assert.InRange(largest, 0, MostMemory);
    }

    private static (PolicyReading Reading, ImmutableArray<Diagnostic> Told) Read(string text, int loop)
    {
        try
        {
            var reading = PolicyText.Read(text);
            return (reading, PolicyText.Told(reading));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {Seed}, mutant {loop}: {e.GetType().Name} in\n{text}", e);
        }
    }

    private static void AssertSound(PolicyReading reading, ImmutableArray<Diagnostic> told, string text, int loop)
    {
        Assert.True((reading.Policy is null) == reading.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), $"seed {Seed}, mutant {loop}:\n{text}");
        Assert.True(told.Length == reading.Diagnostics.Length || told[reading.Diagnostics.Length..].All(d => d.Severity == DiagnosticSeverity.Warning), "the linter warns only");
        var lines = text.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None);
        foreach (var diagnostic in told)
        {
            var (line, column) = (diagnostic.Place.Line, diagnostic.Place.Column);
            Assert.True(line >= 1 && line <= lines.Length && column >= 1 && column <= lines[line - 1].Length + 1, $"seed {Seed}, mutant {loop}, {diagnostic}:\n{text}");
        }
    }
}
