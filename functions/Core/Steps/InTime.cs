using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Calls that tell something, while there is time for them: one without an answer in that time is a failure like any other, so
/// that what it was to tell can still be put into the outbox.</summary>
internal static class InTime
{
    public static readonly Answer NoAnswer = new("there was no answer in time", true);

    /// <summary>The call's answer; <paramref name="late"/> when there was none.</summary>
    public static async Task<T> Ask<T>(Func<CancellationToken, Task<T>> tell, T late, CancellationToken stop, CancellationToken cancel)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, cancel);
        try
        {
            return await tell(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return late;
        }
    }
}
