using System.Globalization;
using Remediator.Steps;
using Remediator.Sweeps;

namespace Remediator.Schedule;

/// <summary>The sweep as a step of a run.</summary>
public sealed class SweepStep(SweepRound round)
{
    public const string Name = "sweep";

    public async Task<StepReport> Run(Invocation invocation, CancellationToken cancel)
    {
        var swept = await round.Run(invocation, cancel).ConfigureAwait(false);
        var did = swept.Round is null ? [] : ImmutableArray.Create(string.Create(CultureInfo.InvariantCulture, $"swept {swept.Groups} groups in round {swept.Round}{(swept.IsDone ? ", which is over" : "")}"));
        return new(Name) { Did = did, Problems = swept.Problems, Results = swept.Results };
    }
}
