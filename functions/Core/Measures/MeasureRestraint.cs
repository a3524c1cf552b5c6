using System.Globalization;
using Remediator.Policies;
using Remediator.Ports;

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

    /// <summary>Counts the measure in its hour, once however often it is tried. Why it is one too many; or why nobody knows.</summary>
    public async Task<(string? Why, string? Problem)> OnCount(string id, string account, string region, int most, CancellationToken cancel)
    {
        var now = means.Now.UtcDateTime;
        var tally = $"measures/{account}/{region}/{now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}";
        return await means.Books.Tallies.Add(tally, [id], most, means.Now.AddHours(2), cancel).ConfigureAwait(false) switch
        {
            TallyAnswer.Added => (null, null),
            TallyAnswer.Full full when full.All.Contains(id) => (null, null),
            TallyAnswer.Full => (string.Create(CultureInfo.InvariantCulture, $"{most} measures were taken in this hour, and the policy allows no more"), null),
            TallyAnswer.Failed failed => (null, $"how many measures were taken in this hour could not be read: {failed.Problem}"),
            var other => throw new InvalidOperationException($"unknown answer {other}"),
        };
    }
}
