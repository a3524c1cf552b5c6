using System.Threading.Channels;

namespace Remediator.Sandbox.Lambda;

/// <summary>
/// Lambda's asynchronous invocation: events wait in line; one that fails is tried twice more, then becomes a dead letter with the event
/// intact. AWS waits one minute before the first retry and two before the second; here the waits are given.
/// </summary>
public sealed class AsyncInvocations(ImmutableArray<TimeSpan> retryDelays) : IDisposable
{
    private readonly Channel<Delivery> _line = Channel.CreateUnbounded<Delivery>();
    private readonly CancellationTokenSource _closing = new();
    private volatile string? _abandoned;

    /// <summary>The waits before the second and third attempt that suit a person watching.</summary>
    public static ImmutableArray<TimeSpan> ShortDelays { get; } = [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400)];

    public Journal<Delivery> Sent { get; } = new("delivery");

    /// <summary>Events whose retries are used up.</summary>
    public Journal<Delivery> DeadLetters { get; } = new("dead letter");

    public Delivery Send(string payload)
    {
        var delivery = new Delivery(Guid.NewGuid().ToString(), payload);
        Sent.Add(delivery);
        PutInLine(delivery);
        return delivery;
    }

    internal ValueTask<Delivery> NextAsync(CancellationToken cancellation) => _line.Reader.ReadAsync(cancellation);

    /// <summary>Back to the line without an attempt: nobody received it.</summary>
    internal void PutInLine(Delivery delivery)
    {
        if (_abandoned is { } why)
            Bury(delivery, Attempt.None(why));
        else
            _line.Writer.TryWrite(delivery);
    }

    internal void Finish(Delivery delivery, Attempt attempt)
    {
        var count = delivery.Record(attempt);
        if (attempt.Succeeded)
            delivery.End(attempt);
        else if (count > retryDelays.Length)
            Bury(delivery, attempt);
        else
            _ = RetryAsync(delivery, retryDelays[count - 1]);
    }

    /// <summary>There is no function any more: whatever waits, and whatever comes, ends at once with this reason.</summary>
    internal void Abandon(string why)
    {
        _abandoned = why;
        while (_line.Reader.TryRead(out var delivery))
            Bury(delivery, Attempt.None(why));
    }

    public void Dispose()
    {
        if (_closing.IsCancellationRequested)
            return;
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task RetryAsync(Delivery delivery, TimeSpan delay)
    {
        await Task.Delay(delay, _closing.Token);
        PutInLine(delivery);
    }

    private void Bury(Delivery delivery, Attempt last)
    {
        delivery.End(last);
        DeadLetters.Add(delivery);
    }
}
