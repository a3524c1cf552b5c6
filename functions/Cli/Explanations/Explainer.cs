using Remediator.Changes;
using Remediator.Cli.Describe;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Cli.Explanations;

/// <summary>Judges an event as the function would, with what was saved in place of what it would read.</summary>
internal sealed class Explainer(Policy policy, Described described, DateTimeOffset now)
{
    public const string GiveGroups = "give --groups what `aws ec2 describe-security-groups` prints";

    private readonly ImmutableDictionary<string, GroupFacts?> _peers = described.PeerFacts();
    private readonly Missing _missing = new(policy);
    private readonly Rehearsal _rehearsal = new(policy);
    private readonly TagInterest _tags = new(policy);

    /// <summary>One explanation for each group that the event is about.</summary>
    public ImmutableArray<Explanation> Explain(ChangeReading reading) => reading switch
    {
        Change change => [Explain(change)],
        Several several => [.. several.Changes.Select(Explain)],
        PrefixListChange list => [.. Referring(list).Select(group => Explain(list.For(group.Key.GroupId)))],
        _ => [],
    };

    /// <summary>The groups of the input that refer to the list.</summary>
    public IEnumerable<SecurityGroup> Referring(PrefixListChange list) => described.Groups
        .Where(g => IsAccount(g, list.Account) && g.Permissions.Any(p => p.Peer is Peer.PrefixList peer && peer.Id == list.PrefixListId));

    private Explanation Explain(Change change)
    {
        var group = described.Groups.FirstOrDefault(g => IsAccount(g, change.Account) && IsNamed(g, change.Group));
        var open = new List<OpenQuestion>();
        var own = Own(change, group, open);
        var situation = SituationOf(change, group, own);
        var others = HoldsNoMore(change, group, own, situation) ? [] : Others(change, group, own, open);
        var explanation = new Explanation(
            change,
            situation,
            group,
            described.ExposureOf(situation.Group.Key.GroupId),
            _rehearsal.DecideAll(own, situation with { OpenedBy = change.Actor }),
            _rehearsal.DecideAll(others, situation with { IsSweep = true }),
            []);
        var lacking = _missing.Of(explanation, open);
        return explanation with { Shortfalls = lacking.Shortfalls, Open = [.. open] };
    }

    /// <summary>What the event opened, each with a direction.</summary>
    private static ImmutableArray<Permission> Own(Change change, SecurityGroup? group, List<OpenQuestion> open)
    {
        if (change.DirectionKnown) return change.Permissions;
        ImmutableArray<Permission> shown = group is null ? [] : [.. change.Permissions.SelectMany(p => group.Permissions.Where(g => g.Equals(p with { Direction = g.Direction })))];
        if (!shown.IsEmpty || change.Permissions.IsEmpty) return shown;
        open.Add(new("the event does not say whether the rule is for ingress or egress, so it is judged both ways", GiveGroups));
        return [.. change.Permissions, .. change.Permissions.Select(p => p with { Direction = Direction.Egress })];
    }

    /// <summary>A new group of which nothing else is known: whatever it may hold besides is allowed.</summary>
    private bool HoldsNoMore(Change change, SecurityGroup? group, ImmutableArray<Permission> own, Situation situation) =>
        group is null && change.AtMost is { } atMost
        && Judge.DecideAll(policy, [.. atMost.Except(own)], situation with { OpenedBy = change.Actor }).All(v => v.Decision == Decision.Compliant && v.Needs.IsNothing);

    /// <summary>What else has to be judged because of the event.</summary>
    private static ImmutableArray<Permission> Others(Change change, SecurityGroup? group, ImmutableArray<Permission> own, List<OpenQuestion> open)
    {
        if (change.WholeGroupBecause is not { } because || change.Kind == ChangeKind.Closed) return [];
        if (group is null)
        {
            open.Add(new($"the whole group is judged, because {SafeText.Line(because, 300)}, and it is not in the input", GiveGroups));
            return [];
        }

        return change.PrefixListId is { } list
            ? [.. group.Permissions.Where(p => p.Peer is Peer.PrefixList peer && peer.Id == list)]
            : [.. group.Permissions.Except(own)];
    }

    private Situation SituationOf(Change change, SecurityGroup? group, ImmutableArray<Permission> own)
    {
        var key = group?.Key ?? new(change.Account, change.Region, change.Group.Id ?? "");
        var facts = group is null ? described.Facts(key) with { Name = change.Group.Name } : described.Facts(group);
        // The input may have been saved before the event.
        var tags = facts.Tags is { } shown ? change.TagsAfter(shown) : facts.Tags;
        return new(facts with { Tags = tags, RetaggedKeys = _tags.Touched(change) }, now)
        {
            Actor = change.Actor,
            Standing = group is null ? null : [.. own.Union(group.Permissions.Except(change.Closed))],
            PrefixLists = described.PrefixLists,
            PeerGroups = _peers,
        };
    }

    private static bool IsAccount(SecurityGroup group, string account) => group.Key.Account == account || group.Key.Account == GroupsReader.Unknown;

    private static bool IsNamed(SecurityGroup group, GroupName name) => name.Id is { } id ? group.Key.GroupId == id : group.Name == name.Name;
}
