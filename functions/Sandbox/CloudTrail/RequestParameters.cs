using System.Text.Json.Nodes;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.CloudTrail;

/// <summary>
/// What CloudTrail records of an EC2 request: older operations in camelCase with `items`, an empty object where a list is empty; newer
/// ones under `…Request` in PascalCase, list items numbered by `tag`, an array only when there are several.
/// </summary>
internal static class RequestParameters
{
    private static readonly string[] Bookkeeping = ["Action", "Version", "DryRun"];
    private static readonly string[] Numbers = ["FromPort", "ToPort", "CurrentVersion", "PreviousVersion", "MaxEntries"];

    public static JsonObject Of(AwsCall call) => call.Action switch
    {
        "ModifySecurityGroupRules" or "ModifyManagedPrefixList" or "RestoreManagedPrefixListVersion" => new JsonObject { [call.Action + "Request"] = Pascal(call.Query) },
        "CreateSecurityGroup" => WithTags(Flat(call.Query, ("GroupName", "groupName"), ("GroupDescription", "groupDescription"), ("VpcId", "vpcId")), call.Query),
        "CreateTags" or "DeleteTags" => Tagging(call.Query),
        "DeleteSecurityGroup" => Flat(call.Query, ("GroupId", "groupId"), ("GroupName", "groupName")),
        _ => Rules(call.Query),
    };

    private static JsonObject Rules(QueryNode query)
    {
        var record = Flat(query, ("GroupId", "groupId"), ("GroupName", "groupName"));
        record["ipPermissions"] = Items(query["IpPermissions"], Permission);
        foreach (var (name, value) in Flat(query, ("IpProtocol", "ipProtocol"), ("FromPort", "fromPort"), ("ToPort", "toPort"), ("CidrIp", "cidrIp")).ToArray())
            record[name] = value?.DeepClone();
        if (!query["SecurityGroupRuleId"].IsEmpty)
            record["securityGroupRuleIds"] = Items(query["SecurityGroupRuleId"], id => new JsonObject { ["securityGroupRuleId"] = id.Text });
        return WithTags(record, query);
    }

    private static JsonObject WithTags(JsonObject record, QueryNode query)
    {
        if (!query["TagSpecification"].IsEmpty)
            record["tagSpecificationSet"] = Items(query["TagSpecification"], Tags);
        return record;
    }

    /// <summary>DeleteTags without tags, which takes all of them, has no `tagSet`; a tag to take whatever its value has no `value`.</summary>
    private static JsonObject Tagging(QueryNode query)
    {
        var record = new JsonObject { ["resourcesSet"] = Items(query["ResourceId"], id => new JsonObject { ["resourceId"] = id.Text }) };
        if (!query["Tag"].IsEmpty)
            record["tagSet"] = Items(query["Tag"], tag => Flat(tag, ("Key", "key"), ("Value", "value")));
        return record;
    }

    private static JsonObject Permission(QueryNode permission)
    {
        var record = Flat(permission, ("IpProtocol", "ipProtocol"), ("FromPort", "fromPort"), ("ToPort", "toPort"));
        record["groups"] = Items(permission["Groups"], group => Flat(
            group,
            ("GroupId", "groupId"), ("GroupName", "groupName"), ("UserId", "userId"),
            ("VpcPeeringConnectionId", "vpcPeeringConnectionId"), ("Description", "description")));
        record["ipRanges"] = Items(permission["IpRanges"], range => Flat(range, ("CidrIp", "cidrIp"), ("Description", "description")));
        record["ipv6Ranges"] = Items(permission["Ipv6Ranges"], range => Flat(range, ("CidrIpv6", "cidrIpv6"), ("Description", "description")));
        record["prefixListIds"] = Items(permission["PrefixListIds"], list => Flat(list, ("PrefixListId", "prefixListId"), ("Description", "description")));
        return record;
    }

    private static JsonObject Tags(QueryNode specification) => new()
    {
        ["resourceType"] = specification["ResourceType"].Text,
        ["tags"] = new JsonArray([.. specification["Tag"].Items.Select(tag => Flat(tag, ("Key", "key"), ("Value", "value")))]),
    };

    private static JsonObject Items(QueryNode list, Func<QueryNode, JsonObject> read) =>
        list.IsEmpty ? [] : new JsonObject { ["items"] = new JsonArray([.. list.Items.Select(read)]) };

    private static JsonObject Flat(QueryNode node, params (string Wire, string Recorded)[] names)
    {
        var record = new JsonObject();
        foreach (var (wire, recorded) in names.Where(name => node[name.Wire].Text is not null))
            record[recorded] = Leaf(wire, node[wire]);
        return record;
    }

    private static JsonObject Pascal(QueryNode node)
    {
        var record = new JsonObject();
        foreach (var (name, child) in node.Children.Where(child => !Bookkeeping.Contains(child.Key)))
            record[name] = child.Text is not null ? Leaf(name, child) : child.Items.Any() ? Several(child) : Pascal(child);
        return record;
    }

    private static JsonNode Several(QueryNode list)
    {
        var items = list.Items.Select((item, index) =>
        {
            var record = Pascal(item);
            record["tag"] = index + 1;
            return record;
        }).ToArray();
        return items.Length == 1 ? items[0] : new JsonArray([.. items]);
    }

    private static JsonValue? Leaf(string name, QueryNode leaf) =>
        Numbers.Contains(name) && leaf.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(leaf.Text);
}
