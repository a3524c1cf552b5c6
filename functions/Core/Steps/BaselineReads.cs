using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Steps;

/// <summary>What has to be read before the missing parts of a baseline can be named: which lists and groups its peers are.</summary>
internal static class BaselineReads
{
    /// <summary>Only where something is missing.</summary>
    public static async Task ReadPeersOfBaselines(this Surroundings around, Policy policy, CancellationToken cancel)
    {
        if (Drift.Lacks(policy, around.Situation).IsEmpty) return;
        var entries = policy.Baselines.Where(b => b.Groups.Choose(around.Situation.Group) == Selection.Yes).SelectMany(b => (b.Ingress ?? []).Concat(b.Egress ?? [])).ToList();
        var lists = entries.SelectMany(e => e.Symbols).OfType<PeerSymbol.PrefixList>().Select(l => l.IdOrName)
            .Concat((around.Situation.Standing ?? []).Select(p => p.Peer).OfType<Peer.PrefixList>().Select(l => l.Id));
        await around.Read(Needs.Nothing with { PrefixLists = [.. lists] }, cancel).ConfigureAwait(false);
        if (entries.SelectMany(e => e.Symbols).Any(s => s is PeerSymbol.Group)) await around.ReadVpc(cancel).ConfigureAwait(false);
    }
}
