using Remediator.Aws.Ledger.Json;
using Remediator.Changes;
using Remediator.Containment;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Threats;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Aws.Tests.Ledger.Json;

public sealed class WordsTests
{
    [Fact]
    public void Every_value_of_an_enumeration_has_its_word_at_its_index()
    {
        Check<Direction>(Words.Directions);
        Check<ChangeKind>(Words.ChangeKinds);
        Check<Channel>(Words.Channels);
        Check<Decision>(Words.Decisions);
        Check<Severity>(Words.Severities);
        Check<RuleAction>(Words.Actions);
        Check<Mode>(Words.Modes);
        Check<RuleKind>(Words.RuleKinds);
        Check<WhenLedgerDown>(Words.WhenLedgerDowns);
        Check<Sweep>(Words.Sweeps);
        Check<Outcome>(Words.Outcomes);
        Check<TrimStage>(Words.TrimStages);
        Check<LeaseState>(Words.LeaseStates);
        Check<MeasureState>(Words.MeasureStates);
        Check<ThreatRole>(Words.ThreatRoles);
        Check<ThreatDirection>(Words.ThreatDirections);
        Check<LeftOut>(Words.LeftOuts);
    }

    private static void Check<T>(string[] words)
        where T : struct, Enum =>
        Assert.Equal(Enum.GetValues<T>().Select((value, i) => (i, $"{value}")), words.Select((word, i) => ((int)(object)(T)(object)i, $"{char.ToUpperInvariant(word[0])}{word[1..]}")));
}
