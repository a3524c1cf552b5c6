namespace Remediator.Policies;

/// <summary>What a rule does when nobody can say whether a waiver or a kill switch speaks against it.</summary>
public enum WhenLedgerDown
{
    Hold,
    Act,
}
