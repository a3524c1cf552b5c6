namespace Remediator.Policies.Selectors;

/// <summary>What a selector asks one text of.</summary>
public enum GroupFact
{
    Id,
    Account,
    Region,
    Name,
    Vpc,
}
