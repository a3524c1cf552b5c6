namespace Remediator.Sandbox.Lambda;

/// <summary>One event on its way through the function, with every attempt at it. The request id stays the same over retries, as in Lambda.</summary>
/// <param name="RequestId">What the function sees as AwsRequestId.</param>
/// <param name="Payload">The event, unchanged.</param>
public sealed record Delivery(string RequestId, string Payload)
{
    private readonly List<Attempt> _attempts = [];
    private readonly TaskCompletionSource<Attempt> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ImmutableArray<Attempt> Attempts
    {
        get
        {
            lock (_attempts)
                return [.. _attempts];
        }
    }

    /// <summary>The attempt that succeeded, or the last one when none did (the event is then a dead letter).</summary>
    public Task<Attempt> Ended => _end.Task;

    internal int Record(Attempt attempt)
    {
        lock (_attempts)
        {
            _attempts.Add(attempt);
            return _attempts.Count;
        }
    }

    internal void End(Attempt last) => _end.TrySetResult(last);
}
