using System.Globalization;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Waivers;

namespace Remediator.Steps;

/// <summary>What a sweep may do in one group, and what it has told of it before.</summary>
/// <param name="Round">Names the round: with the group, what a second try in the same round is known by.</param>
/// <param name="WhyOnlyTold">Why a rule only tells of a permission, in a few words for people; null from it: it may act.</param>
/// <param name="Told">The ids of the findings that people were told of and that are open as far as anybody knows.</param>
public sealed record SweepRules(string Round, Func<Permission, Rule, string?> WhyOnlyTold, ImmutableHashSet<string> Told)
{
    /// <summary>What baselines name and the group lacks may be put back where they say so.</summary>
    public bool MayRestore { get; init; }

    /// <summary>False while the kill switch is on: what is known already is then not looked at again.</summary>
    public bool MayAct { get; init; } = true;

    /// <summary>Findings of what a guardrail holds back: the schedule sees to these.</summary>
    public ImmutableHashSet<string> Held { get; init; } = [];

    /// <summary>Only these are looked at; null: all that the group holds and lacks.</summary>
    public Func<Permission, bool>? Among { get; init; }

    /// <summary>Only what this one, which is over, covered all of is looked at: what stood without it stays as it is. Null: any.</summary>
    public Waiver? Ended { get; init; }

    /// <summary>What brought the sweep to the group, as people and the record have it.</summary>
    public string EventName { get; init; } = "Sweep";

    /// <summary>An earlier try in this round may have died in the middle of the group.</summary>
    public bool MayBeUnfinished { get; init; }

    /// <summary>What a sweep that was held back may do when it is judged again: what it was to do then.</summary>
    public static SweepRules Of(Attempt held)
    {
        var toDo = held.Claim.Verdicts.Where(v => v.AsksToAct).Select(v => v.Permission).ToHashSet();
        return new("", (permission, _) => toDo.Contains(permission) ? null : "only what was held back is looked at again", [])
        {
            Among = held.Claim.Verdicts.Select(v => v.Permission).ToHashSet().Contains,
            MayBeUnfinished = true,
        };
    }

    /// <summary>What stood because a waiver covered it, at its end: the hole is closed, whatever the policy says of sweeps. A waiver that was
    /// granted anew has another end, which is judged by itself.</summary>
    public static SweepRules At(Waiver ended) => new(string.Create(CultureInfo.InvariantCulture, $"waiver/{ended.Id}@{ended.Until.ToUnixTimeMilliseconds()}"), (_, _) => null, [])
    {
        Ended = ended,
        MayBeUnfinished = true,
        EventName = Change.WaiverEnd,
    };

    /// <summary>The sweep's find in one group, in the form of a change that nobody made.</summary>
    public Change In(GroupKey group, DateTimeOffset now) =>
        new($"sweep/{Round}/{group.GroupId}", EventName, now, group.Account, group.Region, new(group.GroupId, null), Nobody) { Kind = ChangeKind.Swept };

    private static Actor Nobody { get; } = new("sweep", null, null, null, Channel.Unknown, null);
}
