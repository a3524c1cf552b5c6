using System.Diagnostics;
using Remediator.Core.Tests.Network;
using Remediator.Diagnostics;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

/// <summary>Good policies, damaged at random: whatever the text, the reader answers, in time, with places that exist.</summary>
public class PolicyFuzzTests(ITestOutputHelper output)
{
    private const int Loops = 4_000;

    private static readonly int Seed = Effort.Seed(20_241_107);

    private static readonly string[] Pieces =
    [
        "\t", "\n", " ", "  ", ":", "- ", "[", "]", "{", "}", ",", "&a ", "*a", "'", "\"", "|", ">", "#", "%YAML 1.1\n", "---\n", "...\n", "!!str ", "!<x> ", "? ", "<<: *a\n",
        "\0", "\uFEFF", "\uD800", "\uDFFF", "\u2028", "\u0085", "😀", "\\x", "\"\\uZ\"", "0x1", "1_000", "~", "null", "no", "tcp/99999", "10.0.0.0/99", "::/0", "0.0.0.0/0", "icmp/8/0",
        "version: 1\n", "rules: []\n", "unless: {}\n", "@", "`", "\r", "\r\n", "-", "/", "|2-\n", ">+9\n", "%TAG ! x\n", "internet", "group:web", "self", "all",
    ];

    [Fact]
    public void Reader_of_damaged_policies_never_throws_and_never_goes_silent()
    {
        var random = new Random(Seed);
        var loops = Effort.Times(Loops);
        output.WriteLine($"seed {Seed}, {loops} texts");
        var good = BadPolicies.All.Select(bad => bad.Text).Where(text => text.Length < 5_000)
            .Concat(Directory.GetFiles(PolicyText.SampleFolder).Select(File.ReadAllText)).ToList();
        var (refused, slowest) = (0, TimeSpan.Zero);
        for (var loop = 0; loop < loops; loop++)
        {
            var text = Damage(good[random.Next(good.Count)], good, random);
            var started = Stopwatch.GetTimestamp();
            var reading = Read(text, loop);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            AssertSound(reading, text, loop);
            if (reading.Policy is null) refused++;
        }

        output.WriteLine($"{refused} refused, slowest {slowest.TotalMilliseconds:F0} ms");
        Assert.InRange(refused, loops / 4, loops - 1);
        Assert.True(slowest < TimeSpan.FromSeconds(60), $"{slowest}");
    }

    private static PolicyReading Read(string text, int loop)
    {
        try
        {
            return PolicyText.Read(text);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {Seed}, text {loop}: {e.GetType().Name} in\n{text}", e);
        }
    }

    private static void AssertSound(PolicyReading reading, string text, int loop)
    {
        Assert.True((reading.Policy is null) == reading.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), $"seed {Seed}, text {loop}:\n{text}");
        var lines = text.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None).Length;
        foreach (var diagnostic in reading.Diagnostics)
        {
            Assert.True(diagnostic.Place.Line >= 1 && diagnostic.Place.Line <= lines + 1 && diagnostic.Place.Column >= 1, $"seed {Seed}, text {loop}, {diagnostic}:\n{text}");
            BadPolicyTests.AssertStyle(diagnostic.Message);
            BadPolicyTests.AssertStyle(diagnostic.Help);
        }
    }

    private static string Damage(string text, List<string> others, Random random)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var (at, to) = (random.Next(text.Length + 1), random.Next(text.Length + 1));
            (at, to) = (Math.Min(at, to), Math.Min(Math.Max(at, to), Math.Min(at, to) + 40));
            text = random.Next(6) switch
            {
                0 => text.Remove(at, to - at),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text[..at] + Pieces[random.Next(Pieces.Length)] + text[to..],
                3 => text.Insert(random.Next(text.Length + 1), text[at..to]),
                4 => text[..at] + (char)random.Next(0x10000) + text[at..],
                _ => text[..at] + Tail(others[random.Next(others.Count)], random),
            };
        }

        return text;
    }

    private static string Tail(string other, Random random) => other[random.Next(other.Length + 1)..];
}
