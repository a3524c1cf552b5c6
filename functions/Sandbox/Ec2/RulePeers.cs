using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>The groups and prefix lists that rules name: whether they are there, and how much of the quota they take.</summary>
internal sealed class RulePeers(GroupRules rules, ListRows lists)
{
    /// <summary>The rules with each referenced group by its id: in the default VPC a request may name it by its name.</summary>
    public async Task<ImmutableArray<AskedRule>> ByIdAsync(AwsCall call, ImmutableArray<AskedRule> asked, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<AskedRule>(asked.Length);
        foreach (var one in asked)
        {
            var named = one.Content.Kind == PeerKind.Group && !one.Content.Peer.StartsWith("sg-", StringComparison.Ordinal) && one.Content.Peer.Length > 0
                ? await rules.GroupAsync(call, "GroupName", one.Content.Peer, cancellation) : null;
            found.Add(named is null ? one : one with { Content = one.Content with { Peer = named.Element("groupId")!.Value } });
        }
        return found.ToImmutable();
    }

    /// <summary>Null when every group and every list is there. A group of another account, or behind a peering, is taken on trust.</summary>
    public async Task<AwsAnswer?> ProblemAsync(AwsCall call, ImmutableArray<AskedRule> asked, CancellationToken cancellation)
    {
        var known = await ListsAsync(call, asked.Select(one => one.Content), cancellation);
        foreach (var list in asked.Where(one => one.Content.Kind == PeerKind.PrefixList).Select(one => one.Content.Peer))
        {
            if (!known.ContainsKey(list))
                return ListRows.Unknown(list);
        }
        foreach (var one in asked.Where(one => one.Content.Kind == PeerKind.Group && one.PeerOwner is null && one.PeeringId is null))
        {
            if (await rules.GroupAsync(call, "GroupId", one.Content.Peer, cancellation) is null)
                return Ec2Xml.Error("InvalidGroup.NotFound", $"The security group '{Plain.Text(one.Content.Peer)}' does not exist");
        }
        return null;
    }

    public async Task<bool> ExceedAsync(AwsCall call, ImmutableArray<RuleContent> all, CancellationToken cancellation) =>
        RuleQuota.IsExceeded(all, await ListsAsync(call, all, cancellation));

    private async Task<IReadOnlyDictionary<string, XElement>> ListsAsync(AwsCall call, IEnumerable<RuleContent> contents, CancellationToken cancellation)
    {
        var ids = contents.Where(one => one.Kind == PeerKind.PrefixList).Select(one => one.Peer).ToHashSet(StringComparer.Ordinal);
        return ids.Count == 0 ? ImmutableDictionary<string, XElement>.Empty : await lists.AllAsync(call, ids, cancellation);
    }
}
