namespace Remediator.Ports;

/// <summary>What came of adding marks to a tally.</summary>
public abstract record TallyAnswer
{
    private TallyAnswer()
    {
    }

    /// <param name="All">What it holds now, these marks among them.</param>
    public sealed record Added(ImmutableHashSet<string> All) : TallyAnswer;

    /// <summary>Nothing was added.</summary>
    /// <param name="All">What it held at that moment, perhaps some of these marks among it.</param>
    public sealed record Full(ImmutableHashSet<string> All) : TallyAnswer;

    public sealed record Failed(string Problem) : TallyAnswer;
}
