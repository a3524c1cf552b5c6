using Remediator.Remediations;

namespace Remediator.Ports;

/// <summary>The kill switch in the ledger.</summary>
public interface ISwitch
{
    /// <summary>Null when nobody ever turned it: it is off. Consistent.</summary>
    Task<Reading<KillSwitch>> Read(CancellationToken cancel);

    Task<Answer> Turn(KillSwitch to, CancellationToken cancel);
}
