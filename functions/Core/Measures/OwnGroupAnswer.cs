namespace Remediator.Measures;

/// <summary>What came of bringing a group of our own into the state in which it is used.</summary>
internal abstract record OwnGroupAnswer
{
    private OwnGroupAnswer()
    {
    }

    public sealed record Ready(string GroupId) : OwnGroupAnswer;

    /// <param name="Why">For people, and safe to show.</param>
    /// <param name="MayComeYet">Another try may have another end.</param>
    public sealed record Unusable(string Why, bool MayComeYet) : OwnGroupAnswer;
}
