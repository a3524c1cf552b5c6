namespace Remediator.Measures;

/// <summary>How whoever takes an isolation back wants to go on where the world changed since.</summary>
/// <param name="WithoutMissing">Groups that are gone are left out.</param>
/// <param name="KeepGroups">Groups that somebody gave the interface since stay.</param>
public sealed record IsolationChoices(bool WithoutMissing, bool KeepGroups)
{
    public static readonly IsolationChoices None = new(false, false);
}
