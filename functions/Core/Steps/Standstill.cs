using Remediator.Policies;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Whether anything may be changed at all where no verdict is behind it: while the kill switch is on, or the mode is observe, not
/// even what we did ourselves is taken back. Whoever stops us wants the account to stand still.</summary>
internal sealed class Standstill(Policy policy, Mode ceiling, ISwitch killSwitch)
{
    /// <summary>Why nothing is changed now; or why nobody knows, and then nothing is changed either.</summary>
    public async Task<(string? Why, string? Unknown)> Ask(CancellationToken cancel)
    {
        if (ceiling == Mode.Observe || policy.Mode == Mode.Observe) return ("the mode is observe", null);
        var read = await killSwitch.Read(cancel).ConfigureAwait(false);
        if (read.Problem is { } problem) return (null, $"the kill switch could not be read, so that nothing was changed: {problem}");
        return (read.Value is { IsOn: true } ? "the kill switch is on" : null, null);
    }
}
