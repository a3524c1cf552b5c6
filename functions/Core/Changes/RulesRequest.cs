using Remediator.Groups;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Reads what an Authorize or a Revoke call asked for, in every form that CloudTrail records it.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html and
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html</remarks>
/// <param name="namesRules">Whether the call may name rules by their ids: a revoke may.</param>
internal sealed class RulesRequest(Direction direction, string ownAccount, bool namesRules = false)
{
    private readonly Stated _stated = new();

    public Stated Stated => _stated;

    public static Stated Read(JsonCursor? parameters, string eventName, Direction direction, string ownAccount, bool namesRules = false)
    {
        var request = new RulesRequest(direction, ownAccount, namesRules);
        foreach (var fields in RecordPart.Of(parameters, eventName + "Request", request._stated.Gaps)) request.ReadFields(fields);
        return request._stated;
    }

    /// <summary>A list of permissions as requests spell them; EC2's <c>unknownIpPermissionSet</c> is one too.</summary>
    public void ReadPermissions(JsonCursor? list)
    {
        foreach (var permission in JsonList.Of(list, _stated.Gaps)) ReadPermission(new Fields(permission));
    }

    private void ReadFields(Fields fields)
    {
        if (fields.Value("groupId") is { } id) _stated.GroupIds.Add(id);
        _stated.GroupName = fields.Value("groupName") ?? _stated.GroupName;
        ReadPermissions(fields.Take("ipPermissions"));
        if (namesRules) ReadRuleIds(fields);
        ReadFlat(fields);
        fields.Skip("description", "dryRun", "tag", "xmlns");
        fields.SkipAllOf("tags", "tagSpecification", "tagSpecifications", "tagSpecificationSet");
        fields.Leave(_stated.Gaps);
    }

    /// <summary>No public record shows how CloudTrail spells this list: any of the usual ways is taken.</summary>
    private void ReadRuleIds(Fields fields)
    {
        foreach (var name in new[] { "securityGroupRuleIds", "securityGroupRuleId", "securityGroupRuleIdSet" })
            _stated.RuleIds.AddRange(IdList.Of(fields.Take(name), "securityGroupRuleId", _stated.UnreadRuleIds));
    }

    private void ReadPermission(Fields fields)
    {
        var services = ServiceFields.Take(fields);
        var before = _stated.Met;
        foreach (var list in new[] { "ipRanges", "ipv6Ranges", "prefixListIds", "groups", "userIdGroupPairs" })
            foreach (var peer in JsonList.Of(fields.Take(list), _stated.Gaps)) ReadPeer(services, new Fields(peer));
        ReadInlineBlocks(services, fields);
        if (_stated.Met == before) _stated.Gaps.UnreadPermission($"`{fields.Place.Path}` names no peer");
        fields.Skip("tag");
        fields.Leave(_stated.Gaps);
    }

    /// <summary>The form before ipPermissions existed: one protocol, one range of ports and one source beside the group.</summary>
    private void ReadFlat(Fields fields)
    {
        var source = fields.Value("sourceSecurityGroupId");
        var sourceName = fields.Value("sourceSecurityGroupName");
        var owner = fields.Value("sourceSecurityGroupOwnerId");
        var services = ServiceFields.Take(fields);
        var before = _stated.Met;
        ReadInlineBlocks(services, fields);
        ReadGroup(services, fields.Place, source, sourceName, owner, null, null);
        if (_stated.Met == before && services.IsThere) _stated.Gaps.UnreadPermission($"`{fields.Place.Path}` names ports but no peer");
    }

    private void ReadInlineBlocks(ServiceFields services, Fields fields)
    {
        foreach (var name in new[] { "cidrIp", "cidrIpv6" })
            if (fields.Value(name) is { } block) AddBlock(services, block, null);
    }

    /// <summary>One entry of any of the lists. Each kind of peer is looked for in each list: the lists differ only by habit.</summary>
    private void ReadPeer(ServiceFields services, Fields fields)
    {
        var before = _stated.Met;
        var description = fields.Value("description")?.Text();
        foreach (var name in new[] { "cidrIp", "cidrIpv4", "cidrIpv6" })
            if (fields.Value(name) is { } block) AddBlock(services, block, description);
        if (fields.Value("prefixListId") is { } list)
            _stated.Add(services, direction, PeerReader.PrefixList(list, out var problem), problem, null, description);
        var (id, groupName, owner) = (fields.Value("groupId"), fields.Value("groupName"), fields.Value("userId"));
        ReadGroup(services, fields.Place, id, groupName, owner, fields.Value("vpcPeeringConnectionId"), description);
        if (_stated.Met == before) _stated.Gaps.UnreadPermission($"`{fields.Place.Path}` names no peer");
        fields.Skip("vpcId", "peeringStatus", "tag");
        fields.Leave(_stated.Gaps);
    }

    private void AddBlock(ServiceFields services, JsonCursor block, string? description) =>
        _stated.Add(services, direction, PeerReader.Block(block, spelledByEc2: false, out var problem), problem, null, description);

    /// <summary>A group that is named only by its name cannot be told from the record: its id is in EC2's answer, or nowhere.</summary>
    private void ReadGroup(ServiceFields services, JsonCursor place, JsonCursor? id, JsonCursor? name, JsonCursor? owner, JsonCursor? peering, string? description)
    {
        if (id is not null)
            _stated.Add(services, direction, PeerReader.Group(id, owner, peering, ownAccount, out var problem), problem, null, description);
        else if ((name ?? owner) is { } only)
            _stated.Gaps.UnreadPermission($"`{place.Path}` names its peer group by {only.Seen} alone, not by id");
    }
}
