using Remediator.Incoming;
using Remediator.Policies;

namespace Remediator.Verdicts.Testing;

/// <summary>What a test expects, held against a verdict.</summary>
internal static class Expectations
{
    public static IEnumerable<string> Differences(PolicyTest test, Verdict verdict)
    {
        var expected = test.Expect;
        if (Word(verdict.Decision) != expected.Verdict) yield return $"verdict: expected {Quoted.Text(expected.Verdict)}, got `{Word(verdict.Decision)}`{By(expected, verdict)}{Because(verdict)}";
        if (expected.Rules is { } rules && Sets("rules", rules, Rules(verdict)) is { } otherRules) yield return otherRules;
        if (expected.Action is { } action && action != verdict.Action) yield return $"action: expected `{Word(action)}`, got {(verdict.Action is { } other ? $"`{Word(other)}`" : "none")}";
        if (expected.Severity is { } severity && severity != verdict.Severity) yield return $"severity: expected `{Word(severity)}`, got `{Word(verdict.Severity)}`";
        if (expected.Remainder is { } remainder && Sets("remainder", [.. remainder.Select(piece => PieceText.Canonical(piece, test))], [.. verdict.Remainder.Select(PieceText.Of)]) is { } otherPieces) yield return otherPieces;
    }

    private static ImmutableArray<string> Rules(Verdict verdict) => [.. verdict.Rules];

    /// <summary>Who says otherwise, where the test does not compare the rules, which would tell.</summary>
    private static string By(TestExpectation expected, Verdict verdict) =>
        expected.Rules is null && Rules(verdict) is { IsEmpty: false } rules ? $" by {All([.. rules])}" : "";

    private static string Because(Verdict verdict) => verdict.Reasons.Select(r => r.Because).FirstOrDefault(b => b is not null) is { } because ? $": {because}" : "";

    /// <summary>In any order: what is not there, and what is there besides.</summary>
    private static string? Sets(string what, ImmutableArray<string> expected, ImmutableArray<string> got)
    {
        var (lacking, besides) = (expected.Except(got).ToList(), got.Except(expected).ToList());
        if (lacking.Count == 0 && besides.Count == 0) return null;
        List<string> parts = [];
        if (lacking.Count > 0) parts.Add($"without {All(lacking)}");
        if (besides.Count > 0) parts.Add($"with {All(besides)} besides");
        return $"{what}: {string.Join(", and ", parts)}";
    }

    private static string All(List<string> texts) => string.Join(", ", texts.Select(Quoted.Text));

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
