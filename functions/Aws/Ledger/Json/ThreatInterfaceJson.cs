using System.Text.Json;
using Remediator.Threats;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A network interface as a finding shows it.</summary>
internal static class ThreatInterfaceJson
{
    public static void Write(Utf8JsonWriter json, ThreatInterface one)
    {
        json.WriteStartObject();
        json.Maybe("id", one.Id);
        json.Maybe("instance", one.InstanceId);
        json.Maybe("vpc", one.VpcId);
        json.Maybe("subnet", one.SubnetId);
        json.Texts("addresses", one.Addresses.Select(address => address.ToString()));
        json.Texts("groups", one.GroupIds);
        json.WriteEndObject();
    }

    public static ThreatInterface Read(Part part) =>
        new(part.Optional("id")?.Text(), part.Optional("instance")?.Text(), part.Optional("vpc")?.Text(), part.Optional("subnet")?.Text())
        {
            Addresses = part.Member("addresses").List(address => address.Address()),
            GroupIds = part.Member("groups").List(group => group.Text()),
        };
}
