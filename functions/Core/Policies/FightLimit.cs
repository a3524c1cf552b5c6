namespace Remediator.Policies;

/// <summary>The same permission put back this many times within these minutes is a fight.</summary>
public sealed record FightLimit(int Times, int Minutes);
