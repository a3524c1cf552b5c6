using Remediator.Findings;
using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Steps;

/// <summary>What judging one event about one group came to.</summary>
internal abstract record Judgement
{
    private Judgement()
    {
    }

    /// <summary>Nothing is left to do.</summary>
    public sealed record Over(Result Result) : Judgement;

    /// <summary>Nothing is left to do in the group but to record that.</summary>
    public static Due Nothing(GroupKey group, DateTimeOffset now) => new(new(group, [], [], 0, false), [], new(new(group), now), null, [], []);

    /// <summary>What judging again came to, once the event is claimed: nothing left to do is then a record with nothing in it.</summary>
    public static Due AsDue(Judgement again, Due before) => again as Due ?? before with
    {
        Verdicts = [],
        Shortfalls = [],
        With = null,
        Problems = again is Over { Result.Problems: var problems } ? problems : [],
    };

    /// <summary>There is something to act on, to tell, or to bring to its end.</summary>
    /// <param name="Verdicts">Those that are not compliant.</param>
    /// <param name="Situation">In which they were reached.</param>
    /// <param name="Exposure">What carries the group, when it was read.</param>
    /// <param name="Problems">What could not be read, though it might be later.</param>
    /// <param name="Remarks">What could not be read at all.</param>
    public sealed record Due(
        Subject Subject, ImmutableArray<Verdict> Verdicts, Situation Situation, Exposure? Exposure, ImmutableArray<string> Problems, ImmutableArray<string> Remarks) : Judgement
    {
        /// <summary>What should be there and is not.</summary>
        public ImmutableArray<Shortfall> Shortfalls { get; init; } = [];

        /// <summary>See <see cref="Result.Known"/>: not among the verdicts, and nothing is done about it.</summary>
        public ImmutableArray<Handled> Known { get; init; } = [];

        /// <summary>Findings that people were told of before: what stays as it was is not told again.</summary>
        public ImmutableHashSet<string> Told { get; init; } = [];

        /// <summary>The same, judged with what is waived: agreements are read after the first verdict, and only where there is one.</summary>
        public Func<ImmutableArray<Waiver>, Due>? With { get; init; }

        /// <summary>Nothing is to be done or told.</summary>
        public bool IsNothing => Verdicts.IsEmpty && Shortfalls.IsEmpty;

        /// <summary>Whether people know of it, and nothing has become of it since.</summary>
        public bool IsTold(Handled handled) => !Told.IsEmpty
            && handled.Outcome is not (Outcome.Revoked or Outcome.Trimmed or Outcome.Restored or Outcome.OpenedAgain)
            && FindingId.All(Subject.Group, handled).All(Told.Contains);
    }
}
