namespace Remediator.Threats;

/// <summary>Reads an attack sequence: several resources, up to 25 instances among them, and the addresses that had to do with them.</summary>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Sequence.html</remarks>
internal static class SequenceReader
{
    public static void Read(FindingPart sequence, Threat threat, Activity activity)
    {
        var resources = sequence.List("resources");
        var owners = InstancesOfInterfaces(resources);
        foreach (var resource in resources) Resource(resource, threat, owners, activity);
        foreach (var endpoint in sequence.List("endpoints")) Endpoint(endpoint, activity);
    }

    private static void Resource(FindingPart resource, Threat threat, Dictionary<string, string> owners, Activity activity)
    {
        var kind = resource.Text("resourceType", "the kind of a resource")?.ToUpperInvariant();
        if (Elsewhere(resource, threat) is { } where) activity.AddOther($"{Words(kind)} {NameOf(resource, kind)} {where}");
        else if (kind == "EC2_INSTANCE" && IdOf(resource, "i-") is { } instance) activity.AddInstance(instance);
        else if (kind == "EC2_NETWORK_INTERFACE" && IdOf(resource, "eni-") is { } id)
            activity.Add(Interface(resource, id, owners.GetValueOrDefault(id)));
        else activity.AddOther($"{Words(kind)} {NameOf(resource, kind)}");
    }

    private static ThreatInterface Interface(FindingPart resource, string id, string? instance) =>
        resource.Object("data")?.Object("ec2NetworkInterface") is { } details ? InterfaceReader.Read(details, id, instance) : new(id, instance, null, null);

    /// <summary>The port of an endpoint may be the attacker's own: the finding does not say, so nobody takes it for the port that was reached.</summary>
    private static void Endpoint(FindingPart endpoint, Activity activity)
    {
        var direction = endpoint.Object("connection") is { } connection ? DirectionReader.Read(connection, "direction") : ThreatDirection.Unknown;
        activity.Went(direction);
        if (AddressReader.Read(endpoint.Field("ip"), endpoint.Problems) is { } remote)
            activity.Add(new Contact(remote, null, null) { Direction = direction, Owner = Owner(endpoint) });
        else if (endpoint.Text("domain", "a domain name") is { } domain) activity.AddOther($"domain {domain}");
    }

    private static Owner? Owner(FindingPart endpoint)
    {
        if (endpoint.Object("autonomousSystem") is not { } system) return null;
        var country = endpoint.Object("location")?.Text("country", "a country");
        return new(system.Text("number", "the number of an autonomous system"), system.Text("name", "the name of an organisation"), null, null) { Country = country };
    }

    /// <summary>What belongs to another account or region is not ours to act on.</summary>
    private static string? Elsewhere(FindingPart resource, Threat threat)
    {
        var account = resource.Text("accountId", "an account");
        var region = resource.Text("region", "a region");
        if (account is not null && account != threat.Account) return $"of account {account}";
        return region is not null && region != threat.Region ? $"in {region}" : null;
    }

    private static Dictionary<string, string> InstancesOfInterfaces(List<FindingPart> resources)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            if (resource.Object("data")?.Object("ec2Instance") is not { } details || IdOf(resource, "i-") is not { } instance) continue;
            foreach (var uid in details.Texts("ec2NetworkInterfaceUids", "an interface's id"))
                if (FindingIds.Last(uid.Text(), "eni-") is { } id) owners.TryAdd(id, instance);
        }

        return owners;
    }

    /// <summary>A resource is known by its ARN or its id, in the one field or the other.</summary>
    private static string? IdOf(FindingPart resource, string prefix) =>
        FindingIds.Last(resource.Text("uid", "a resource's id"), prefix) ?? FindingIds.Last(resource.Text("name", "a resource's name"), prefix);

    /// <summary>An access key's name is the key's id, which is nobody's to read: whose it is, is told.</summary>
    private static string NameOf(FindingPart resource, string? kind)
    {
        if (kind != "ACCESS_KEY") return resource.Text("name", "a resource's name") ?? resource.Text("uid", "a resource's id") ?? "without a name";
        var key = resource.Object("data")?.Object("accessKey");
        return $"of {key?.Text("userName", "a name") ?? key?.Text("principalId", "a principal's id") ?? "somebody"}";
    }

    private static string Words(string? kind) => kind is null ? "resource" : kind.Replace('_', ' ').ToLowerInvariant();
}
