using Remediator.Groups;

namespace Remediator.Changes;

/// <summary>Reads what an Authorize call asked for, in every form that CloudTrail records it.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html</remarks>
internal sealed class AuthorizeRequest(Direction direction, string ownAccount)
{
    private readonly Opened _opened = new();

    public static Opened Read(JsonCursor? parameters, string eventName, Direction direction, string ownAccount)
    {
        var request = new AuthorizeRequest(direction, ownAccount);
        foreach (var fields in RecordPart.Of(parameters, eventName + "Request", request._opened.Gaps)) request.ReadFields(fields);
        return request._opened;
    }

    private void ReadFields(Fields fields)
    {
        if (fields.Value("groupId") is { } id) _opened.GroupIds.Add(id);
        _opened.GroupName = fields.Value("groupName") ?? _opened.GroupName;
        foreach (var permission in JsonList.Of(fields.Take("ipPermissions"), _opened.Gaps)) ReadPermission(new Fields(permission));
        ReadFlat(fields);
        fields.Skip("description", "dryRun", "tag", "xmlns");
        fields.SkipAllOf("tags", "tagSpecification", "tagSpecifications", "tagSpecificationSet");
        fields.Leave(_opened.Gaps);
    }

    private void ReadPermission(Fields fields)
    {
        var services = ServiceFields.Take(fields);
        var before = _opened.Met;
        foreach (var list in new[] { "ipRanges", "ipv6Ranges", "prefixListIds", "groups", "userIdGroupPairs" })
            foreach (var peer in JsonList.Of(fields.Take(list), _opened.Gaps)) ReadPeer(services, new Fields(peer));
        ReadInlineBlocks(services, fields);
        if (_opened.Met == before) _opened.Gaps.UnreadPermission($"`{fields.Place.Path}` names no peer");
        fields.Skip("tag");
        fields.Leave(_opened.Gaps);
    }

    /// <summary>The form before ipPermissions existed: one protocol, one range of ports and one source beside the group.</summary>
    private void ReadFlat(Fields fields)
    {
        var source = fields.Value("sourceSecurityGroupId");
        var sourceName = fields.Value("sourceSecurityGroupName");
        var owner = fields.Value("sourceSecurityGroupOwnerId");
        var services = ServiceFields.Take(fields);
        var before = _opened.Met;
        ReadInlineBlocks(services, fields);
        ReadGroup(services, fields.Place, source, sourceName, owner, null, null);
        if (_opened.Met == before && services.IsThere) _opened.Gaps.UnreadPermission($"`{fields.Place.Path}` names ports but no peer");
    }

    private void ReadInlineBlocks(ServiceFields services, Fields fields)
    {
        foreach (var name in new[] { "cidrIp", "cidrIpv6" })
            if (fields.Value(name) is { } block) AddBlock(services, block, null);
    }

    /// <summary>One entry of any of the lists. Each kind of peer is looked for in each list: the lists differ only by habit.</summary>
    private void ReadPeer(ServiceFields services, Fields fields)
    {
        var before = _opened.Met;
        var description = fields.Value("description")?.Text();
        foreach (var name in new[] { "cidrIp", "cidrIpv4", "cidrIpv6" })
            if (fields.Value(name) is { } block) AddBlock(services, block, description);
        if (fields.Value("prefixListId") is { } list)
            _opened.Add(services, direction, PeerReader.PrefixList(list, out var problem), problem, null, description);
        var (id, groupName, owner) = (fields.Value("groupId"), fields.Value("groupName"), fields.Value("userId"));
        ReadGroup(services, fields.Place, id, groupName, owner, fields.Value("vpcPeeringConnectionId"), description);
        if (_opened.Met == before) _opened.Gaps.UnreadPermission($"`{fields.Place.Path}` names no peer");
        fields.Skip("vpcId", "peeringStatus", "tag");
        fields.Leave(_opened.Gaps);
    }

    private void AddBlock(ServiceFields services, JsonCursor block, string? description) =>
        _opened.Add(services, direction, PeerReader.Block(block, spelledByEc2: false, out var problem), problem, null, description);

    /// <summary>A group that is named only by its name cannot be told from the record: its id is in EC2's answer, or nowhere.</summary>
    private void ReadGroup(ServiceFields services, JsonCursor place, JsonCursor? id, JsonCursor? name, JsonCursor? owner, JsonCursor? peering, string? description)
    {
        if (id is not null)
            _opened.Add(services, direction, PeerReader.Group(id, owner, peering, ownAccount, out var problem), problem, null, description);
        else if ((name ?? owner) is { } only)
            _opened.Gaps.UnreadPermission($"`{place.Path}` names its peer group by {only.Seen} alone, not by id");
    }
}
