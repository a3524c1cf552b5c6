using System.Globalization;
using System.Text.Json.Nodes;
using Remediator.Sandbox.Machines;

namespace Remediator.Sandbox.GuardDuty;

/// <summary>What EventBridge sends of a GuardDuty finding: somebody guesses SSH passwords against an instance. The local AWS has no
/// GuardDuty, and nothing would attack it.</summary>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html, with the members of
/// https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Finding.html in camel case.</remarks>
public sealed record FindingEvent(Machine Target)
{
    /// <summary>The same for every update of the finding.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    public string Type { get; init; } = "UnauthorizedAccess:EC2/SSHBruteForce";

    public double Severity { get; init; } = 8;

    public string Remote { get; init; } = "198.51.100.66";

    public int Port { get; init; } = 22;

    /// <summary>How often GuardDuty has seen it.</summary>
    public int Count { get; init; } = 127;

    /// <summary>With the id, what one state of the finding is known by.</summary>
    public DateTimeOffset UpdatedAt { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>The finding as it is some minutes later: seen again, and more often.</summary>
    public FindingEvent Later() => this with { Count = Count + 200, UpdatedAt = UpdatedAt.AddMinutes(15) };

    public string Text() => new JsonObject
    {
        ["version"] = "0",
        ["id"] = Guid.NewGuid().ToString(),
        ["detail-type"] = "GuardDuty Finding",
        ["source"] = "aws.guardduty",
        ["account"] = SandboxAccount.Account,
        ["time"] = Iso(UpdatedAt),
        ["region"] = SandboxAccount.Region,
        ["resources"] = new JsonArray(),
        ["detail"] = new JsonObject
        {
            ["schemaVersion"] = "2.0",
            ["accountId"] = SandboxAccount.Account,
            ["region"] = SandboxAccount.Region,
            ["partition"] = "aws",
            ["id"] = Id,
            ["arn"] = $"arn:aws:guardduty:{SandboxAccount.Region}:{SandboxAccount.Account}:detector/0ab1c2d3e4f5061728394a5b6c7d8e9f/finding/{Id}",
            ["type"] = Type,
            ["severity"] = Severity,
            ["createdAt"] = Iso(UpdatedAt.AddMinutes(-15)),
            ["updatedAt"] = Iso(UpdatedAt),
            ["title"] = $"{Remote} is performing SSH brute force attacks against {Target.InstanceId}.",
            ["description"] = $"{Remote} is performing SSH brute force attacks against {Target.InstanceId}. Brute force attacks are used to gain unauthorized access to your instance by guessing the SSH password.",
            ["resource"] = new JsonObject { ["resourceType"] = "Instance", ["instanceDetails"] = Instance() },
            ["service"] = Service(),
        },
    }.ToJsonString();

    private JsonObject Instance() => new()
    {
        ["instanceId"] = Target.InstanceId,
        ["instanceState"] = "running",
        ["networkInterfaces"] = new JsonArray(new JsonObject
        {
            ["networkInterfaceId"] = Target.InterfaceId,
            ["privateIpAddress"] = Target.Address,
            ["subnetId"] = Target.SubnetId,
            ["vpcId"] = Target.VpcId,
            ["ipv6Addresses"] = new JsonArray(),
            ["securityGroups"] = new JsonArray([.. Target.Groups.Select(group => new JsonObject { ["groupId"] = group, ["groupName"] = "web" })]),
        }),
    };

    private JsonObject Service() => new()
    {
        ["serviceName"] = "guardduty",
        ["detectorId"] = "0ab1c2d3e4f5061728394a5b6c7d8e9f",
        ["action"] = new JsonObject { ["actionType"] = "NETWORK_CONNECTION", ["networkConnectionAction"] = Connection() },
        ["resourceRole"] = "TARGET",
        ["additionalInfo"] = new JsonObject { ["value"] = "{}", ["type"] = "default" },
        ["eventFirstSeen"] = Iso(UpdatedAt.AddMinutes(-42)),
        ["eventLastSeen"] = Iso(UpdatedAt.AddMinutes(-2)),
        ["archived"] = false,
        ["count"] = Count,
    };

    private JsonObject Connection() => new()
    {
        ["connectionDirection"] = "INBOUND",
        ["protocol"] = "TCP",
        ["blocked"] = false,
        ["localNetworkInterface"] = Target.InterfaceId,
        ["localIpDetails"] = new JsonObject { ["ipAddressV4"] = Target.Address },
        ["localPortDetails"] = new JsonObject { ["port"] = Port, ["portName"] = "SSH" },
        ["remotePortDetails"] = new JsonObject { ["port"] = 44_123, ["portName"] = "Unknown" },
        ["remoteIpDetails"] = new JsonObject
        {
            ["ipAddressV4"] = Remote,
            ["country"] = new JsonObject { ["countryName"] = "Netherlands" },
            ["city"] = new JsonObject { ["cityName"] = "Amsterdam" },
            ["organization"] = new JsonObject { ["asn"] = "64500", ["asnOrg"] = "EXAMPLE-NET", ["isp"] = "Example Hosting", ["org"] = "Example Hosting" },
        },
    };

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
