using Remediator.Containment;
using Remediator.Findings;
using Remediator.Measures;
using Remediator.Policies;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>What was done about threats ends in time, what died half way is brought to an end, and what ended is told.</summary>
internal sealed class MeasuresStep(Policy policy, Mode ceiling, Defence defence)
{
    public const string Name = "measures";

    /// <summary>Past this no delivery of its event is at work on a measure, nor comes again by itself: Lambda gives up an event after two
    /// retries, which come within minutes (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(15);

    public async Task<StepReport> Run(Invocation invocation, CancellationToken cancel)
    {
        var world = defence.World;
        var open = await defence.Measures.Open(cancel).ConfigureAwait(false);
        var report = new StepReport(Name);
        if (open.Problem is { } problem) report = Alone.Short(Name, $"measures could not be read: {problem}");
        // One that nobody can read must not keep the others: what could be read of them is dealt with.
        var due = open.Value.IsDefault ? [] : open.Value.Where(m => IsDue(m, world.Clock.GetUtcNow())).OrderBy(m => m.Until ?? m.At).ToList();
        if (due.Count == 0) return report;
        var (whyNotEnd, unknown) = await new MeasureEnding(policy, ceiling, defence, invocation).WhyNot(cancel).ConfigureAwait(false);
        if (unknown is not null) report = report with { Problems = [.. report.Problems, unknown] };
        foreach (var measure in due)
        {
            var turn = new MeasureTurns(policy, ceiling, defence, invocation, whyNotEnd, mayEnd: unknown is null);
            var what = $"{Noun(measure)} `{SafeText.Ascii(measure.Id, 64)}`";
            report = report.And(world.Clock.GetUtcNow() < invocation.ActUntil
                ? await Alone.Run(Name, what, () => turn.Run(measure.Id, what, cancel), cancel).ConfigureAwait(false)
                : Alone.Short(Name, $"{what}: there was no time left for it"));
        }

        return report;
    }

    /// <summary>Its time is over, somebody began to take it back, its end is not told yet, or whoever took it died.</summary>
    public static bool IsDue(Measure measure, DateTimeOffset now) => measure.EndedAt is null && measure.State switch
    {
        MeasureState.Ending or MeasureState.Ended or MeasureState.Refused => true,
        _ when measure.Until <= now => true,
        MeasureState.Taking => measure is not Suspension && measure.At + Abandoned <= now,
        _ => false,
    };

    private static string Noun(Measure measure) => measure switch
    {
        Isolation => "isolation",
        AclBlock => "block",
        _ => "suspension",
    };
}
