namespace Remediator.Threats;

/// <summary>Reads what a finding is about: <c>resource</c>. The instance and its interfaces; all else by name, for people.</summary>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Resource.html</remarks>
internal static class ResourceReader
{
    public static void Read(FindingPart resource, Activity activity)
    {
        if (resource.Object("instanceDetails") is { } instance) Instance(instance, activity);
        if (resource.Object("lambdaDetails") is { } function) Function(function, activity);
        NamedResources.Read(resource, activity);
    }

    private static void Instance(FindingPart instance, Activity activity)
    {
        var id = FindingIds.Instance(instance.Field("instanceId"), instance.Problems);
        if (id is not null) activity.AddInstance(id);
        foreach (var found in instance.List("networkInterfaces"))
            activity.Add(InterfaceReader.Read(found, FindingIds.Interface(found.Field("networkInterfaceId"), found.Problems), id));
    }

    /// <summary>A function's interfaces are not named: only in which VPC they are, and with which groups.</summary>
    private static void Function(FindingPart function, Activity activity)
    {
        if (function.Object("vpcConfig") is not { } network) return;
        var subnets = network.Texts("subnetIds", "a subnet's id");
        var subnet = subnets.Count == 1 ? FindingIds.Subnet(subnets[0], network.Problems) : null;
        var vpc = FindingIds.Vpc(network.Field("vpcId"), network.Problems);
        var groups = InterfaceReader.Groups(network);
        if (vpc is not null || !groups.IsEmpty) activity.Add(new ThreatInterface(null, null, vpc, subnet) { GroupIds = groups });
    }
}
