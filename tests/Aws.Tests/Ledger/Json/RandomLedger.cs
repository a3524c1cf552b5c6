using Remediator.Changes;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Remediations;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>Random values of the types that the ledger keeps.</summary>
internal sealed class RandomLedger(Random random) : RandomParts(random)
{
    public Claim Claim()
    {
        var verdicts = Some(Verdict, 6);
        return new(Text(), Change(), verdicts, Plan(verdicts), Time()) { Threat = Flag() ? Threats.Threat() : null };
    }

    public Progress Progress() => new(Some(() => Handled(Verdict())), MaybeTime(), Flag(), Flag())
    {
        Trims = Some(Trim),
        Restored = Some(Permission),
        Calls = Some(() => new CallMade(Text(), MaybeText(), Text(), Time())),
    };

    public Agreement Agreement() => new(Waiver(), Random.Next(1, 9))
    {
        Lease = Flag() ? new(Permission(), Any<LeaseState>(), MaybeText()) { Problem = MaybeText() } : null,
        ForetoldAt = MaybeTime(),
        ReviewToldAt = MaybeTime(),
        EndedAt = MaybeTime(),
    };

    public Letter Letter() => Random.Next(5) switch
    {
        0 => new Letter.ToPeople(Text(), Time(), Time(), Random.Next(), Notice()),
        1 => new Letter.ToImport(Text(), Time(), Time(), Random.Next(), Some(Finding)),
        2 => new Letter.ToResolve(Text(), Time(), Time(), Random.Next(), Some(Finding)),
        3 => new Letter.ToChat(Text(), Time(), Time(), Random.Next(), Notice()),
        _ => new Letter.ToDigest(Text(), Time(), Time(), Random.Next(), Notice()),
    };

    public Measure Measure() => (Measure)(Random.Next(3) switch
    {
        0 => new Suspension(Text(), Cause(), Group(), Some(Permission), Time(), MaybeTime(), Random.Next(1, 9)),
        1 => new Isolation(Text(), Cause(), Text(), Text(), Text(), Text(), Some(Text), Time(), Random.Next(1, 9)) { Until = MaybeTime(), QuarantineId = MaybeText(), CutsConnections = Flag() },
        _ => new AclBlock(Text(), Cause(), Text(), Text(), Text(), Address(), Time(), MaybeTime(), Random.Next(1, 9)) { Number = Flag() ? Random.Next() : null },
    }) with
    {
        State = Any<MeasureState>(),
        Problem = MaybeText(),
        EndedBy = MaybeText(),
        EndedAt = MaybeTime(),
    };

    private RandomThreats Threats => field ??= new(Random);

    private Cause Cause() => new(Text(), MaybeText(), Text(), Random.Next(1, 101) / 10.0, Some(() => Random.Next(65_536)));

    private Change Change() => new(Text(), Text(), Time(), Text(), Text(), Flag() ? new GroupName(Text(), MaybeText()) : new GroupName(null, Text()), Actor())
    {
        RequestId = MaybeText(),
        Permissions = Some(Permission),
        DirectionKnown = Flag(),
        Kind = Any<ChangeKind>(),
        Closed = Some(Permission),
        AtMost = Flag() ? Some(Permission) : null,
        Retagged = Some(() => KeyValuePair.Create(Text(), MaybeText())),
        AnyTagRetagged = Flag(),
        PrefixListId = MaybeText(),
        WholeGroupBecause = MaybeText(),
    };

    private Actor Actor() => new(Text(), MaybeText(), MaybeText(), MaybeText(), Any<Channel>(), MaybeFlag()) { Service = MaybeText() };

    private Verdict Verdict() => new(
        Permission(), Any<Decision>(), Some(Reason), Any<Severity>(), Maybe<RuleAction>(), Traffic(), Count(), Count(), Flag() ? Random.NextDouble() : Random.Next(2))
    {
        Remainder = Some(Permission),
        Dropped = Flag() ? Traffic() : Network.TrafficSet.Empty,
        Waived = Flag() ? Traffic() : Network.TrafficSet.Empty,
        Waivers = Some(Waiver, 2),
        Needs = Flag() ? Needs.Nothing : new((NeededFacts)Random.Next(8), Flag(), [.. Some(Text)], [.. Some(Text)]),
    };

    private Reason Reason() => new(Rule(), Any<Decision>(), Traffic(), Flag()) { Outdated = Flag(), OnlyTells = Flag(), Because = MaybeText(), OnlyToldBecause = MaybeText() };

    private Plan Plan(ImmutableArray<Verdict> verdicts) => new(
        Group(),
        Some(() => new Revocation(Group(), Any<Direction>(), Some(Permission))),
        [.. verdicts.Where(_ => Flag()).Select(Handled)])
    {
        Trims = Some(() => new Trimming(Group(), Permission(), Some(Permission))),
        Restorations = Some(() => new Restoration(Group(), Any<Direction>(), Some(Permission))),
    };

    private Handled Handled(Verdict verdict) => new(verdict, Any<Outcome>(), MaybeText()) { At = MaybeTime() };

    private TrimProgress Trim() => new(Permission(), Any<TrimStage>(), Some(Permission), Some(Permission)) { Modified = Flag() ? Permission() : null, At = Flag() ? Time() : default };

    private Notice Notice() => new(Text(), Text(), Text(), Fields()) { Actor = MaybeText() };

    private Finding Finding() => new(
        Text(), Text(), Text(), Text(), Text(), Time(), Time(), Time(), Text(), Text(), Text(), Text(), Any<Outcome>(), Flag(), new(Text(), Text(), Text(), Text(), Text()), Some(Text), Fields())
    {
        EndedAt = MaybeTime(),
        Related = Flag() ? new(Text(), Text()) : null,
    };

    private ImmutableSortedDictionary<string, string> Fields() => Some(Text, 5).Distinct().ToImmutableSortedDictionary(key => key, _ => Text(), StringComparer.Ordinal);
}
