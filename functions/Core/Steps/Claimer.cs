using Remediator.Ledger;

namespace Remediator.Steps;

/// <summary>Claims an event, waiting out another delivery of it that may still be alive.</summary>
internal sealed class Claimer(World world, Invocation invocation)
{
    /// <summary>Busy only when there is no time left to wait for the other delivery.</summary>
    public async Task<(ClaimAnswer Answer, bool Waited)> Claim(Claim claim, CancellationToken cancel)
    {
        for (var waited = false; ; waited = true)
        {
            var now = world.Clock.GetUtcNow();
            var answer = await world.Ledger.Claim(claim, invocation.Holder, now, cancel).ConfigureAwait(false);
            if (answer is not ClaimAnswer.Busy busy || busy.Until > invocation.ActUntil) return (answer, waited);
            var wait = busy.Until > now ? busy.Until - now : TimeSpan.FromMilliseconds(1);
            await Task.Delay(wait, world.Clock, cancel).ConfigureAwait(false);
        }
    }
}
