namespace Remediator.Threats;

/// <summary>Whose address it is (<c>remoteIpDetails.organization</c>): hostile text until escaped, each null where the finding has none.</summary>
/// <param name="Asn">The number of the autonomous system.</param>
public sealed record Owner(string? Asn, string? AsnOrganisation, string? Organisation, string? Provider)
{
    /// <summary>Two-letter country code or name; null where the finding has none.</summary>
    public string? Country { get; init; }
}
