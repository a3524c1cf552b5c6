namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>A place in the account's journals, so that nobody has to look through what was there before.</summary>
internal readonly record struct Place(int Sent, int Calls, int Events, int Findings)
{
    public static Place Now(SandboxAccount account) =>
        new(account.Invocations.Sent.Count, account.Aws.Calls.Count, account.Aws.Events.Count, account.Findings.Count);
}
