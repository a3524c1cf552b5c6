using Remediator.Policies;

namespace Remediator.Measures;

/// <summary>What stands against taking or ending a measure, whatever it is about.</summary>
internal sealed class MeasureRestraint(Policy policy, Mode ceiling, Means means)
{
    /// <summary>Why nothing is changed now; or why nobody knows.</summary>
    public async Task<(string? Why, string? Problem)> OnChanging(CancellationToken cancel)
    {
        if (ceiling == Mode.Observe || policy.Mode == Mode.Observe) return ("the mode is observe", null);
        var read = await means.Books.Switch.Read(cancel).ConfigureAwait(false);
        if (read.Problem is { } problem) return (null, $"the kill switch could not be read, so that nothing was changed: {problem}");
        return (read.Value is { IsOn: true } ? "the kill switch is on" : null, null);
    }
}
