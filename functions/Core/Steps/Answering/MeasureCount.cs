using System.Globalization;
using Remediator.Ports;

namespace Remediator.Steps.Answering;

/// <summary>Counts measures in their hour, each once however often it is tried.</summary>
internal sealed class MeasureCount(ITallies tallies, DateTimeOffset now)
{
    /// <summary>Why it is one too many; or why nobody knows, and then it is not taken either.</summary>
    public async Task<(string? TooMany, string? Problem)> Of(string measureId, string account, string region, int most, CancellationToken cancel)
    {
        var tally = $"measures/{account}/{region}/{now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}";
        var answer = await tallies.Add(tally, [measureId], most, now.AddHours(2), cancel).ConfigureAwait(false);
        if (answer is TallyAnswer.Added || (answer is TallyAnswer.Full full && full.All.Contains(measureId))) return (null, null);
        if (answer is TallyAnswer.Full) return (string.Create(CultureInfo.InvariantCulture, $"{most} measures were taken in this hour, and the policy allows no more"), null);
        var problem = $"how many measures were taken in this hour could not be read: {(answer as TallyAnswer.Failed)?.Problem}";
        return (problem, problem);
    }
}
