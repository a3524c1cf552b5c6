using Remediator.Network;

namespace Remediator.Policies.Reading;

/// <summary>Services as the protocol and ports of one permission, as EC2 spells them.</summary>
internal static class OneService
{
    /// <summary>Null when they are not one opening: several protocols or ranges, or ICMP types that no permission can name together.</summary>
    public static (string Protocol, int? From, int? To)? Of(ServiceSet services)
    {
        if (services.Equals(ServiceSet.All)) return ("-1", null, null);
        if (services.Stretches is not [var only] || only.First != only.Last) return null;
        var protocol = only.First.ToString();
        if (only.First.HasPorts) return (protocol, only.From, only.To);
        if (only.IsWhole) return only.First.IsIcmp ? (protocol, -1, -1) : (protocol, null, null);
        var (type, code) = (only.From >> 8, only.From & 0xFF);
        if (type != only.To >> 8) return null;
        if (only.From == only.To) return (protocol, type, code);
        return code == 0 && (only.To & 0xFF) == 0xFF ? (protocol, type, -1) : null;
    }
}
