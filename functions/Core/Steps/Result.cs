using Remediator.Changes;
using Remediator.Containment;
using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Threats;

namespace Remediator.Steps;

/// <summary>How one event ended. The shell writes it as one log line, and throws where <see cref="Problems"/> is not empty, so that
/// the event comes again or reaches a dead-letter queue.</summary>
public abstract record Result
{
    private Result()
    {
    }

    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>What fell short without failing the event: logged, never thrown.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>What a sweep found open or missing that people were told of before; empty for any event.</summary>
    public ImmutableArray<Handled> Known { get; init; } = [];

    /// <summary>Nothing that we judge: "ignored, because …".</summary>
    public sealed record NotJudged(string Why) : Result;

    /// <summary>Could not be read, or not be decided. Never "compliant".</summary>
    public sealed record Undone(Change? Change) : Result;

    /// <summary>Everything that the event opened is allowed, or nothing of it is there any more.</summary>
    public sealed record Benign(Change Change, int Permissions, int Gone) : Result;

    /// <summary>A second delivery of an event that was handled to its end.</summary>
    public sealed record Repeated(Change Change, DateTimeOffset FinishedAt) : Result;

    /// <summary>Judged, acted on, told and recorded; what fell short is in <see cref="Result.Problems"/>.</summary>
    public sealed record Judged(Change Change, GroupKey Group, ImmutableArray<Handled> Handled, ImmutableArray<CallMade> Calls, DateTimeOffset? ClosedAt) : Result
    {
        /// <summary>Findings that Security Hub did not take at once.</summary>
        public int FindingsFailed { get; init; }

        /// <summary>Notices that a topic did not take at once.</summary>
        public int NoticesFailed { get; init; }
    }

    /// <summary>One event about several groups, or about none, each handled by itself. Its problems are all of theirs.</summary>
    public sealed record Several(ImmutableArray<Result> Each) : Result;

    /// <summary>One GuardDuty finding in one state: what became of each group that it has doors in, and of what else was asked for. Its
    /// problems are all of theirs, and its own.</summary>
    /// <param name="WhyNothing">Why no group was handled, completing "nothing was closed: …"; null where one was.</param>
    public sealed record Answered(Threat Threat, ImmutableArray<Result> Groups, ImmutableArray<MeasureReport> Measures, string? WhyNothing) : Result;

    public static Undone OutOfTime(Change change) => new(change) { Problems = [$"there was no time left to handle group `{change.Group}`"] };

    public static Result Of(ImmutableArray<Result> each) => each.IsEmpty
        ? new NotJudged("no group refers to what it changed")
        : new Several(each) { Problems = [.. each.SelectMany(r => r.Problems)] };
}
