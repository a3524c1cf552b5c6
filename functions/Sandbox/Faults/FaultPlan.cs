namespace Remediator.Sandbox.Faults;

/// <summary>What goes wrong while a function is at work on one event; where two faults would strike the same call, the first does.</summary>
public sealed record FaultPlan(ImmutableArray<Fault> Faults)
{
    public static readonly FaultPlan None = new([]);

    public static FaultPlan Of(params ReadOnlySpan<Fault> faults) => new([.. faults]);

    public override string ToString() => Faults.IsEmpty ? "no fault" : string.Join(", ", Faults);
}
