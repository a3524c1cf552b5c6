namespace Remediator.Changes;

/// <summary>How the event names its group: by id, or by name alone (then a read finds the id). At least one is set.</summary>
public readonly record struct GroupName(string? Id, string? Name)
{
    public override string ToString() => Id ?? Name ?? "";
}
