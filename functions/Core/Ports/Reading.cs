namespace Remediator.Ports;

/// <summary>What a read of the ledger's table came to: a value, or why there is none. Never a silent "nothing".</summary>
/// <param name="Value">Null for "there is none", where the port says so; meaningless when <paramref name="Problem"/> is set, but that
/// of a list what could be read is in it even so, perhaps nothing.</param>
/// <param name="Problem">Code and message, already shortened and without control characters.</param>
public sealed record Reading<T>(T? Value, string? Problem)
{
    public bool Succeeded => Problem is null;
}
