using System.Net;
using Remediator.Network;

namespace Remediator.Threats;

/// <summary>One address that the resource had to do with.</summary>
/// <param name="Remote">The other side; never mapped: IPv4 as IPv4.</param>
/// <param name="Protocol">Null when the finding does not say.</param>
/// <param name="LocalPort">0 to 65535; null when the finding does not say, for protocols without ports, and where the connection went
/// out: there it is the client's, another one each time.</param>
public sealed record Contact(IPAddress Remote, Protocol? Protocol, int? LocalPort)
{
    /// <summary>Which way this connection went; those of an attack sequence may differ.</summary>
    public ThreatDirection Direction { get; init; }

    /// <summary>The own address that was reached; null when the finding does not say.</summary>
    public IPAddress? Local { get; init; }

    /// <summary>The own interface that was reached (<c>eni-…</c>); null when the finding does not say.</summary>
    public string? InterfaceId { get; init; }

    /// <summary>Who owns the remote address, as the finding says it; null where it says nothing.</summary>
    public Owner? Owner { get; init; }
}
