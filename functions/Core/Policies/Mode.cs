namespace Remediator.Policies;

/// <summary>Observe decides, records and tells, and changes nothing. The order is the order of care: the lower one counts.</summary>
public enum Mode
{
    Observe,
    Enforce,
}
