namespace Remediator.Policies;

/// <summary>Whether what no event told is acted on when the sweep finds it.</summary>
public enum Sweep
{
    Notify,
    Act,
}
