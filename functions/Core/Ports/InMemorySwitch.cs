using Remediator.Remediations;

namespace Remediator.Ports;

/// <summary>A kill switch that lives as long as the process.</summary>
public sealed class InMemorySwitch : ISwitch
{
    private volatile KillSwitch? _now;

    public Task<Reading<KillSwitch>> Read(CancellationToken cancel) => Task.FromResult(new Reading<KillSwitch>(_now, null));

    public Task<Answer> Turn(KillSwitch to, CancellationToken cancel)
    {
        _now = to;
        return Task.FromResult(Answer.Ok);
    }
}
