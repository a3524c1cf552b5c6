using System.Collections.Concurrent;
using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// The rules of every security group, kept here and not in moto: moto forgets descriptions of prefix lists, cannot modify most kinds of
/// rules, and counts both address families together. moto keeps the groups; what it gives a new group is taken over at first sight.
/// </summary>
internal sealed class GroupRules(MotoLink moto)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<StoredRule>> _rules = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<StoredRule>> _before = new(StringComparer.Ordinal);

    /// <summary>The group that the call is about, by id or, in the default VPC, by name; null when there is none.</summary>
    public Task<XElement?> GroupAsync(AwsCall call, CancellationToken cancellation) => call.Query["GroupId"].Text is { } id
        ? GroupAsync(call, "GroupId", id, cancellation)
        : GroupAsync(call, "GroupName", call.Query["GroupName"].Text ?? "", cancellation);

    /// <param name="key">`GroupId` or `GroupName`.</param>
    public async Task<XElement?> GroupAsync(AwsCall call, string key, string value, CancellationToken cancellation)
    {
        var query = QueryNode.Parse("Action=DescribeSecurityGroups").With(key, QueryNode.List([value]));
        var answer = await moto.Ec2Async(call, query, cancellation);
        return answer.Succeeded ? answer.Xml()?.Element("securityGroupInfo")?.Elements("item").FirstOrDefault() : null;
    }

    /// <summary>The ids of the groups in the call's region: of those that it asks for by id, or of all.</summary>
    public async Task<ImmutableArray<string>> GroupIdsAsync(AwsCall call, CancellationToken cancellation)
    {
        var query = QueryNode.Parse("Action=DescribeSecurityGroups");
        if (Filters.Of(call.Query).FirstOrDefault(filter => filter.Name == "group-id") is { Name: not null } asked)
            query = WithIds(query, asked.Values);
        var answer = await moto.Ec2Async(call, query, cancellation);
        return [.. answer.Xml()?.Element("securityGroupInfo")?.Elements("item").Select(row => row.Element("groupId")!.Value) ?? []];
    }

    public async Task<ImmutableArray<StoredRule>> OfAsync(AwsCall call, string groupId, CancellationToken cancellation) =>
        await OfAsync(call, [groupId], cancellation);

    public async Task<ImmutableArray<StoredRule>> OfAsync(AwsCall call, ImmutableArray<string> groupIds, CancellationToken cancellation)
    {
        if (groupIds.Any(id => !_rules.ContainsKey(id)))
            await TakeOverAsync(call, groupIds, cancellation);
        return [.. groupIds.SelectMany(id => call.IsStale && _before.TryGetValue(id, out var before) ? before : _rules.GetValueOrDefault(id, []))];
    }

    public void Put(string groupId, IEnumerable<StoredRule> rules)
    {
        _before[groupId] = _rules.GetValueOrDefault(groupId, []);
        _rules[groupId] = [.. rules];
    }

    /// <summary>Changes rules of any group by their ids; false, and nothing is changed, when one of them is not known.</summary>
    public bool Change(IReadOnlySet<string> ids, Func<StoredRule, StoredRule> change)
    {
        if (_rules.Values.SelectMany(rules => rules).Count(rule => ids.Contains(rule.Id)) != ids.Count)
            return false;
        foreach (var (group, rules) in _rules.Where(one => one.Value.Any(rule => ids.Contains(rule.Id))))
            Put(group, rules.Select(rule => ids.Contains(rule.Id) ? change(rule) : rule));
        return true;
    }

    public async Task<bool> IsInDefaultVpcAsync(AwsCall call, XElement group, CancellationToken cancellation)
    {
        var query = QueryNode.Parse($"Action=DescribeVpcs&VpcId.1={group.Element("vpcId")?.Value}");
        var answer = await moto.Ec2Async(call, query, cancellation);
        return answer.Xml()?.Element("vpcSet")?.Element("item")?.Element("isDefault")?.Value == "true";
    }

    private async Task TakeOverAsync(AwsCall call, ImmutableArray<string> groupIds, CancellationToken cancellation)
    {
        var answer = await moto.Ec2Async(call, WithIds(QueryNode.Parse("Action=DescribeSecurityGroupRules"), groupIds), cancellation);
        var rows = answer.Xml()?.Element("securityGroupRuleSet")?.Elements("item").Select(StoredRule.Read).ToLookup(rule => rule.GroupId);
        foreach (var id in groupIds)
            _rules.TryAdd(id, [.. rows?[id] ?? []]);
    }

    private static QueryNode WithIds(QueryNode query, IEnumerable<string> groupIds) => query.With(
        "Filter", QueryNode.Parse("").With("1", QueryNode.Parse("Name=group-id").With("Value", QueryNode.List(groupIds))));
}
