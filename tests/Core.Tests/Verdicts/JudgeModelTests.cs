using Remediator.Core.Tests.Network;
using Remediator.Core.Tests.Verdicts.Model;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>The judge against a second one that knows no sets and asks about each cell of traffic by itself.</summary>
public sealed class JudgeModelTests
{
    /// <summary>Pairs of a policy and a permission, over all seeds.</summary>
    private const int Pairs = 100_000;

    private const int Seeds = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Judge_agrees_with_brute_force_on_random_policies_and_permissions(int usualSeed)
    {
        var seed = Effort.Seed(usualSeed);
        var random = new RandomCase(new Random(seed));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int pairs = 0, i = 0; pairs < Effort.Times(Pairs / Seeds); i++)
        {
            var c = random.Next();
            var verdicts = Judge.DecideAll(CoreInputs.Policy(c), CoreInputs.Asked(c), CoreInputs.Situation(c));
            Assert.Equal(c.Asked.Length, verdicts.Length);
            for (var n = 0; n < verdicts.Length; n++, pairs++)
            {
                var expected = ModelJudge.Decide(c, n);
                ModelComparison.AssertAgree(expected, verdicts[n], c, n, $"seed {seed}, case {i}, permission {n}");
                foreach (var kind in Kinds(c, c.Asked[n], expected)) seen[kind] = seen.GetValueOrDefault(kind) + 1;
            }
        }

        TestContext.Current.SendDiagnosticMessage($"seed {seed}: {string.Join(", ", seen.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Value} {s.Key}"))}");
        // A hunt that never meets a case proves nothing of it. A block alone is undecided only by symbols, selectors or breadth.
        var rare = AllKinds.Where(kind => seen.GetValueOrDefault(kind) < Pairs / Seeds / 400);
        Assert.Empty(rare);
    }

    private static readonly string[] AllKinds =
    [
        .. new[] { "block", "group", "list" }.SelectMany(_ => new[] { "Compliant", "Undecided", "Violation" }, (peer, decision) => $"{peer} {decision}"),
        "block Waived", "limited", "trimmed", "outdated", "changes", "baseline", "partly waived", "swept",
    ];

    private static IEnumerable<string> Kinds(ModelCase c, ModelPermission p, ModelVerdict v)
    {
        yield return $"{p.Kind} {v.Decision}";
        if (v.Kept is not null) yield return "trimmed";
        if (v.Reasons.Contains("outdated", StringComparison.Ordinal)) yield return "outdated";
        if (v.Reasons.Contains("C1", StringComparison.Ordinal)) yield return "changes";
        if (v.Reasons.Contains("B1", StringComparison.Ordinal)) yield return "baseline";
        if (v.Decision == "Violation" && v.Waivers.Length > 0) yield return "partly waived";
        if (c.IsSweep && v.Decision == "Violation") yield return "swept";
        if (c.Rules.Any(r => r.HasLimit && v.Reasons.Contains(r.Id + ":Violation", StringComparison.Ordinal))) yield return "limited";
    }
}
