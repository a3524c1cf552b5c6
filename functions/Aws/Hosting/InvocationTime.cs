using Remediator.Steps;

namespace Remediator.Aws.Hosting;

/// <summary>How the time of one invocation is divided: what is kept back to tell, and what is kept back to end.</summary>
public sealed class InvocationTime : IDisposable
{
    public const string TooShort = "the invocation came without time to handle it: expected more than a second until its deadline";

    /// <summary>Kept back of the invocation's time, to say how it ended before the platform ends the process.</summary>
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(1);

    /// <summary>Kept back of what is left then: a call to EC2 without an answer is given up, and people are told.</summary>
    private static readonly TimeSpan ToTell = TimeSpan.FromSeconds(4);

    /// <summary>Kept back of that, to put what was not told into the outbox.</summary>
    private static readonly TimeSpan ToKeep = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource _ending;
    private readonly CancellationTokenSource _telling;
    private readonly CancellationTokenSource _acting;

    private InvocationTime(TimeSpan left, TimeProvider clock) => (_ending, _acting, _telling) = (new(left, clock), new(ToAct(left), clock), new(ToTellIn(left), clock));

    /// <summary>Goes off when all of it has to stop.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Goes off when acting has to stop, so that there is time to tell.</summary>
    public CancellationToken StopActing => _acting.Token;

    /// <summary>Goes off when telling has to stop, so that there is time for the outbox.</summary>
    public CancellationToken StopTelling => _telling.Token;

    /// <summary>Null when there is no time to begin with.</summary>
    public static InvocationTime? Of(Invocation invocation, DateTimeOffset received, TimeProvider clock)
    {
        var left = invocation.Deadline - received - ToEnd;
        return left > TimeSpan.Zero ? new(left, clock) : null;
    }

    public void Dispose()
    {
        _ending.Dispose();
        _acting.Dispose();
        _telling.Dispose();
    }

    /// <summary>Of the time left, four seconds are for telling; of a short one, half.</summary>
    private static TimeSpan ToAct(TimeSpan left) => left > 2 * ToTell ? left - ToTell : left / 2;

    private static TimeSpan ToTellIn(TimeSpan left) => left > 2 * ToTell ? left - ToKeep : left * 3 / 4;
}
