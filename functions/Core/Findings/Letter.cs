namespace Remediator.Findings;

/// <summary>Something that could not be told at its time, and is told later.</summary>
/// <param name="Id">One letter an id: putting the same one again replaces it.</param>
/// <param name="At">When it was put into the outbox.</param>
/// <param name="Due">When it is tried next.</param>
/// <param name="Tries">How often it was tried from the outbox.</param>
public abstract record Letter(string Id, DateTimeOffset At, DateTimeOffset Due, int Tries)
{
    /// <summary>For the topic.</summary>
    public sealed record ToPeople(string Id, DateTimeOffset At, DateTimeOffset Due, int Tries, Notice Notice) : Letter(Id, At, Due, Tries);

    /// <summary>For the chat topic alone: the other one has it, or is another letter.</summary>
    public sealed record ToChat(string Id, DateTimeOffset At, DateTimeOffset Due, int Tries, Notice Notice) : Letter(Id, At, Due, Tries);

    /// <summary>For Security Hub: to be imported, FAILED ones before PASSED ones; what was taken as PASSED is resolved afterwards.</summary>
    public sealed record ToImport(string Id, DateTimeOffset At, DateTimeOffset Due, int Tries, ImmutableArray<Finding> Findings) : Letter(Id, At, Due, Tries);

    /// <summary>For Security Hub: passed findings whose workflow is to be resolved.</summary>
    public sealed record ToResolve(string Id, DateTimeOffset At, DateTimeOffset Due, int Tries, ImmutableArray<Finding> Findings) : Letter(Id, At, Due, Tries);

    /// <summary>For the next digest: one notice that was held back in a storm.</summary>
    public sealed record ToDigest(string Id, DateTimeOffset At, DateTimeOffset Due, int Tries, Notice Notice) : Letter(Id, At, Due, Tries);
}
