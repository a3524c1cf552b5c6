using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Remediator.Benchmarks.Floor;

/// <summary>CloudTrail event → body of the Revoke call, for the one shape of event that the benchmark sends.</summary>
internal static class RevokeForm
{
    private const int ForbiddenPort = 22;

    /// <summary>Null when the event opens nothing that is forbidden.</summary>
    public static byte[]? Of(byte[] utf8Event)
    {
        using var json = JsonDocument.Parse(utf8Event);
        var parameters = json.RootElement.GetProperty("detail").GetProperty("requestParameters");
        var permission = parameters.GetProperty("ipPermissions").GetProperty("items")[0];
        var (from, to) = (permission.GetProperty("fromPort").GetInt32(), permission.GetProperty("toPort").GetInt32());
        if (from > ForbiddenPort || to < ForbiddenPort) return null;
        var cidr = permission.GetProperty("ipRanges").GetProperty("items")[0].GetProperty("cidrIp").GetString()!;
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"Action=RevokeSecurityGroupIngress&GroupId={parameters.GetProperty("groupId").GetString()}&IpPermissions.1.FromPort={from}&IpPermissions.1.IpProtocol={permission.GetProperty("ipProtocol").GetString()}&IpPermissions.1.IpRanges.1.CidrIp={Uri.EscapeDataString(cidr)}&IpPermissions.1.ToPort={to}&Version=2016-11-15"));
    }
}
