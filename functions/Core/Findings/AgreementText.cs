using Remediator.Waivers;

namespace Remediator.Findings;

/// <summary>What a waiver or a lease allows, as a person says it.</summary>
public static class AgreementText
{
    private const int MostPeers = 5;

    public static string Noun(Agreement agreement) => agreement.Lease is null ? "waiver" : "lease";

    /// <summary>A lease is one permission; a waiver is each of its services with each of its peers.</summary>
    public static string What(Agreement agreement) =>
        agreement.Lease is { } lease ? PermissionText.Of(lease.Permission, agreement.Waiver.Group) : What(agreement.Waiver);

    private static string What(Waiver waiver)
    {
        var peers = waiver.Addresses.ToCidrs().Select(c => c.ToString())
            .Concat(waiver.PeerKeys.Order(StringComparer.Ordinal).Select(k => SafeText.Ascii(k, 64)))
            .ToList();
        var more = peers.Count > MostPeers ? $" and {peers.Count - MostPeers} more" : "";
        return $"{ExtentText.Services(waiver.Services)} {(waiver.Direction == Groups.Direction.Ingress ? "from" : "to")} {string.Join(", ", peers.Take(MostPeers))}{more}";
    }
}
