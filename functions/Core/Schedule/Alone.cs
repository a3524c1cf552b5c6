using Remediator.Findings;

namespace Remediator.Schedule;

/// <summary>Runs one of several so that whatever goes wrong in it, foreseen or not, stays its own: a lease that cannot be closed must
/// not keep the next one open.</summary>
internal static class Alone
{
    private const int MostCharacters = 400;

    public static async Task<StepReport> Run(string step, string what, Func<Task<StepReport>> run, CancellationToken cancel)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Short(step, $"{what}: the time ran out");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Short(step, $"{what}: {SafeText.Line(e.Message, MostCharacters)}");
        }
    }

    public static StepReport Short(string step, string problem) => new(step) { Problems = [problem] };
}
