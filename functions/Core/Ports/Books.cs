namespace Remediator.Ports;

/// <summary>Everything that one ledger table holds, each kind behind its own port.</summary>
/// <param name="Ledger">Claims and entries.</param>
/// <param name="Agreements">Waivers and leases.</param>
/// <param name="Switch">The kill switch.</param>
/// <param name="Tallies">What guardrails count.</param>
/// <param name="Outbox">What could not be told yet.</param>
/// <param name="Notebook">What the schedule remembers from one run to the next.</param>
/// <param name="Measures">What was done about threats.</param>
public sealed record Books(ILedger Ledger, IAgreements Agreements, ISwitch Switch, ITallies Tallies, IOutbox Outbox, INotebook Notebook, IMeasures Measures)
{
    /// <summary>All in the memory of this process: no round trip, and no memory of other processes.</summary>
    /// <param name="lease">How long a claim lasts unless it is renewed.</param>
    public static Books InMemory(TimeSpan lease) =>
        new(new InMemoryLedger(lease), new InMemoryAgreements(), new InMemorySwitch(), new InMemoryTallies(), new InMemoryOutbox(), new InMemoryNotebook(), new InMemoryMeasures());
}
