using Remediator.Diagnostics;
using Remediator.Policies;
using Remediator.Policies.Checks;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Policies;

/// <summary>The policies under functions/Core/Policies/Samples, read and checked.</summary>
internal static class SampleFiles
{
    /// <summary>A day on which no review of a sample is due.</summary>
    private static readonly DateOnly Today = new(2026, 11, 20);

    public static IReadOnlyList<string> Bad => [.. All.Where(file => file.StartsWith("bad-", StringComparison.Ordinal))];

    public static IReadOnlyList<string> Good => [.. All.Except(Bad)];

    private static IEnumerable<string> All => Directory.GetFiles(PolicyText.SampleFolder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    public static string Text(string file) => File.ReadAllText(Path.Combine(PolicyText.SampleFolder, file));

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(PolicyText.SampleFolder, file));

    /// <summary>A good one: nothing at all is wrong with it.</summary>
    public static Policy Policy(string file)
    {
        var (policy, diagnostics) = Read(Bytes(file), file);
        Assert.Empty(diagnostics);
        return Assert.IsType<Policy>(policy);
    }

    /// <summary>A policy and everything that reading, lint and its own tests have to say of it.</summary>
    public static (Policy? Policy, IReadOnlyList<Diagnostic> Diagnostics) Read(byte[] utf8, string file)
    {
        var reading = PolicyReader.Read(utf8, file);
        return (reading.Policy, reading.Policy is { } policy ? [.. reading.Diagnostics, .. Linter.Check(policy, Today), .. FailedTests(policy)] : reading.Diagnostics);
    }

    /// <summary>As lint tells them.</summary>
    private static IEnumerable<Diagnostic> FailedTests(Policy policy) => PolicyTester.RunAll(policy)
        .Where(outcome => !outcome.Passed)
        .Select(outcome => Codes.TestFails.At(outcome.Test.Place, string.Join("; ", outcome.Differences), "compare them"));
}
