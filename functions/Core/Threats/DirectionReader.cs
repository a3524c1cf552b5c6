namespace Remediator.Threats;

/// <summary><c>INBOUND</c>, <c>OUTBOUND</c>, or <c>UNKNOWN</c>, which says as much as no field.</summary>
internal static class DirectionReader
{
    public static ThreatDirection Read(FindingPart place, string name)
    {
        var field = place.Field(name);
        switch (field?.Text()?.ToUpperInvariant())
        {
            case "INBOUND": return ThreatDirection.Inbound;
            case "OUTBOUND": return ThreatDirection.Outbound;
            case "UNKNOWN": return ThreatDirection.Unknown;
            default:
                if (field is not null) place.Problems.Add(field.Not("`INBOUND`, `OUTBOUND` or `UNKNOWN`"));
                return ThreatDirection.Unknown;
        }
    }
}
