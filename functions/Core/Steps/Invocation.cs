using Remediator.Changes;

namespace Remediator.Steps;

/// <summary>What the platform says of one delivery.</summary>
/// <param name="Account">The own account: the one in the invoked function's ARN.</param>
/// <param name="Partition">The own partition, such as <c>aws</c>.</param>
/// <param name="Deadline">When the platform ends the process.</param>
public sealed record Invocation(string Account, string Partition, DateTimeOffset Deadline)
{
    /// <summary>Acting stops here, so that there is time left to tell and to record.</summary>
    public DateTimeOffset ActUntil => Deadline - TimeSpan.FromSeconds(5);

    /// <summary>The own region: the one in that ARN. Events say theirs themselves.</summary>
    public string Region { get; init; } = "";

    /// <summary>The name of our own sessions: Lambda names them after the function
    /// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html). Anybody may choose it, so it frees nobody of a
    /// rule; null when it is not known.</summary>
    public string? Session { get; init; }

    /// <summary>Names this one invocation of this one process: whose the claims are that it makes. Retries of an event have others.</summary>
    public string Holder { get; init; } = "";

    /// <summary>Whether the actor's session has this function's own name.</summary>
    public bool MayBe(Actor actor) => Session is { } session && actor.Arn.Contains(":assumed-role/", StringComparison.Ordinal) && actor.Arn.EndsWith($"/{session}", StringComparison.Ordinal);

    /// <summary>Ends a call to EC2 that has no answer yet when acting stops; the shell sets it off.</summary>
    public CancellationToken StopActing { get; init; }

    /// <summary>Ends a call that tells people and has no answer yet, so that there is time left to put what it told into the outbox.</summary>
    public CancellationToken StopTelling { get; init; }
}
