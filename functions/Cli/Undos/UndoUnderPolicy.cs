using Remediator.Changes;
using Remediator.Cli.Grants;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Findings;
using Remediator.Grants;
using Remediator.Network;
using Remediator.Policies.Selectors;
using Remediator.Ports;
using Remediator.Undos;

namespace Remediator.Cli.Undos;

/// <summary>What a policy has to say to an undo: the limits of its waivers, and whether the group is protected. Nothing where none was
/// given.</summary>
internal sealed class UndoUnderPolicy(PolicyFile? file, LiveAccount account, UndoPlan plan)
{
    private const string ListPrefix = "pl-";

    private readonly List<Problem> _problems = [];

    /// <summary>Every limit that the waivers pass. Their time counts from now, not from the moment before that they are dated to.</summary>
    public async Task<(ImmutableArray<Problem> Refusals, ImmutableArray<Problem> Problems)> Check(CancellationToken cancel)
    {
        if (file?.Policy is not { } policy) return ([], []);
        var (limits, now) = (new GrantLimits(policy.Waivers, file.Name), account.Clock.GetUtcNow());
        var refusals = new List<Refusal>();
        foreach (var waiver in plan.ToGrant.Select(a => a.Waiver))
        {
            var listed = await Listed(waiver.PeerKeys.Where(k => k.StartsWith(ListPrefix, StringComparison.Ordinal)), cancel).ConfigureAwait(false);
            var from = waiver.Until - plan.Request.For;
            refusals.AddRange(limits.Check(waiver with { From = from }, listed, plan.Entry.Claim.Change.Actor, now));
        }

        return (refusals.Distinct().ToProblems(), [.. _problems]);
    }

    public async Task<IEnumerable<string>> Remarks(CancellationToken cancel)
    {
        if (file?.Policy?.Guardrails?.Protected is not { } selector) return [];
        var group = plan.Group;
        var read = await account.Ports.Facts.Describe(new GroupName(group.GroupId, null), group.Account, group.Region, cancel).ConfigureAwait(false);
        var chosen = read is GroupReading.Found found ? selector.Choose(found.Group.Facts) : Selection.Unknown;
        return chosen switch
        {
            Selection.Yes => ["the policy protects the group: that does not stop what a person undoes"],
            Selection.Unknown => ["whether the policy protects the group could not be read: it would not stop what a person undoes"],
            _ => [],
        };
    }

    /// <summary>A list is as wide as its entries.</summary>
    private async Task<AddressSet> Listed(IEnumerable<string> ids, CancellationToken cancel)
    {
        var all = AddressSet.Empty;
        foreach (var id in ids)
        {
            var reading = await account.Ports.Facts.ReadPrefixList(id, plan.Group.Account, plan.Group.Region, cancel).ConfigureAwait(false);
            if (reading is PrefixListReading.Found found) all = all.Union(found.List.Addresses);
            else
                _problems.Add(Problem.Error(null, $"how wide prefix list {SafeText.Line(id, 80)} is could not be read: {SafeText.Line((reading as PrefixListReading.Failed)?.Problem ?? "there is none here", 400)}", "try again, or undo without --policy"));
        }

        return all;
    }
}
