using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Policies.Reading;

namespace Remediator.Policies.Checks;

/// <summary>A policy's own tests that cannot all hold.</summary>
internal static class TestCheck
{
    /// <summary>Looking for one compares the id with some hundred others.</summary>
    private const int MostNearMisses = 100;

    private const string UnknownHelp = "write the id of a rule, a baseline or an entry of `changes`";

    public static IEnumerable<Diagnostic> Check(Policy policy)
    {
        string[] ids = [.. policy.Rules.Select(rule => rule.Id), .. policy.Baselines.Select(baseline => baseline.Id), .. policy.Changes.Select(control => control.Id)];
        var known = ids.ToHashSet(StringComparer.Ordinal);
        var left = MostNearMisses;
        foreach (var test in policy.Tests)
        {
            foreach (var id in (test.Expect.Rules ?? []).Where(id => !known.Contains(id)))
                yield return Codes.TestOfUnknownRule.At(test.Place, $"the test {UserText.Quote(test.Name)} expects the rule {UserText.Quote(id)}, which there is not", left-- > 0 ? Nearest.Help(id, ids, UnknownHelp) : UnknownHelp);
            if (Contradiction(test.Expect) is { } word)
                yield return Codes.TestsContradict.At(test.Place, $"the test {UserText.Quote(test.Name)} expects `{test.Expect.Verdict}` and `{word}`, which exclude each other", "keep one of them");
        }

        foreach (var contradiction in Contradictions(policy.Tests)) yield return contradiction;
    }

    /// <summary>What is compliant breaks no rule and asks for nothing; what is a violation breaks some.</summary>
    private static string? Contradiction(TestExpectation expect) => expect.Verdict switch
    {
        "compliant" when expect.Rules is { IsEmpty: false } => "rules",
        "compliant" when expect.Action is not null => "action",
        "violation" or "undecided" when expect.Rules is { IsEmpty: true } => "rules: []",
        _ => null,
    };

    /// <summary>Each test with the first of the same situation that said a word differently.</summary>
    private static IEnumerable<Diagnostic> Contradictions(ImmutableArray<PolicyTest> tests)
    {
        var said = new Dictionary<(string Situation, string Key), (string Value, PolicyTest Test)>();
        foreach (var test in tests)
        {
            var situation = Situation(test);
            foreach (var (key, value) in Words(test.Expect))
            {
                if (said.TryAdd((situation, key), (value, test))) continue;
                var (other, first) = said[(situation, key)];
                if (other == value) continue;
                yield return Codes.TestsContradict.At(
                    test.Place, $"the test {UserText.Quote(test.Name)} and {UserText.Quote(first.Name)} expect another `{key}` of the same situation", string.Create(CultureInfo.InvariantCulture, $"the other one is on line {first.Place.Line}: compare what they expect"));
                break;
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> Words(TestExpectation expect)
    {
        yield return ("verdict", expect.Verdict);
        if (expect.Rules is { } rules) yield return ("rules", Sorted(rules));
        if (expect.Action is { } action) yield return ("action", action.ToString());
        if (expect.Severity is { } severity) yield return ("severity", severity.ToString());
        if (expect.Remainder is { } remainder) yield return ("remainder", Sorted(remainder));
    }

    /// <summary>All that a verdict could hang on, as one text.</summary>
    private static string Situation(PolicyTest test) => string.Join('\n', [
        Text(test.Group), test.Permission.Content, Sorted(test.Others.Select(other => other.Content)), test.Peer is null ? "" : Text(test.Peer),
        Sorted(test.PrefixLists.Select(list => $"{list.Id} {list.Name} {list.OwnerId} {list.Addresses}")), test.Actor ?? "",
    ]);

    private static string Text(GroupFacts facts) => string.Join('\t', [
        facts.Key.ToString(), Quoted(facts.Name), Quoted(facts.VpcId), facts.IsAttached?.ToString() ?? "",
        facts.Tags is { } tags ? "tags " + Sorted(tags.Select(tag => $"{Quoted(tag.Key)}={Quoted(tag.Value)}")) : "", Sorted(facts.SaidToBe),
    ]);

    private static string Quoted(string? text) => text is null ? "" : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Sorted(IEnumerable<string> texts) => string.Join('|', texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
