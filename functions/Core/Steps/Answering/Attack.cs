using System.Globalization;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Threats;

namespace Remediator.Steps.Answering;

/// <summary>What a threat has to do with one group.</summary>
/// <param name="Threat">Cut down to what a record keeps: see <see cref="Kept"/>.</param>
/// <param name="Doors">The group's permissions that let it in; none where only an earlier attempt at this group is to be ended.</param>
public sealed record Attack(Threat Threat, GroupKey Group, ImmutableArray<Permission> Doors)
{
    /// <summary>Far more than a finding has, and few enough for one record.</summary>
    private const int MostContacts = 1_000;

    private const int MostOthers = 50;

    /// <summary>The group as it was read a moment ago; null: it is read when it is judged.</summary>
    public SecurityGroup? Shown { get; init; }

    /// <summary>What people were told of earlier states of the finding.</summary>
    public ToldMarks Told { get; init; } = ToldMarks.Nothing;

    /// <summary>What could not be read, though it might be later, so that there may be more doors.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>What else people have to know: hostile until escaped.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>In the form of a change that nobody made: one for each state of the finding.</summary>
    public Change Change => new(
        string.Create(CultureInfo.InvariantCulture, $"guardduty/{Threat.Id}@{Threat.UpdatedAt.ToUnixTimeMilliseconds()}"),
        "GuardDutyFinding", Threat.UpdatedAt, Group.Account, Group.Region, new(Group.GroupId, null), Nobody)
    { Kind = ChangeKind.Attacked };

    /// <summary>The same for every delivery of this state: the key of the ledger's entry, and the id of notice and suspension.</summary>
    public string Key => Change.KeyIn(Group);

    /// <summary>What was held, judged again: the doors that it was held for.</summary>
    public static Attack? Of(Attempt held) => held.Claim.Threat is { } threat
        ? new(threat, held.Claim.Plan.Group, [.. held.Claim.Verdicts.Select(v => v.Permission)])
        : null;

    /// <summary>What has to be remembered of the threat: all ports that it names, and of its contacts those that came through the doors
    /// first.</summary>
    public static Threat Kept(Threat threat, IEnumerable<Contact> through) => threat with
    {
        Contacts =
        [
            .. threat.Contacts.OrderBy(c => c.LocalPort).DistinctBy(c => c.LocalPort)
                .Concat(through).Concat(threat.Contacts).Distinct().Take(MostContacts),
        ],
        InstanceIds = [.. threat.InstanceIds.Take(MostOthers)],
        Interfaces = [.. threat.Interfaces.Take(MostOthers)],
        OtherResources = [.. threat.OtherResources.Take(MostOthers)],
    };

    private static Actor Nobody { get; } = new("guardduty", null, null, null, Channel.Unknown, null);
}
