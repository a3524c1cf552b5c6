namespace Remediator.Grants;

/// <summary>Why something is not agreed to.</summary>
/// <param name="What">What was asked, what the limit is, and where it stands.</param>
/// <param name="Help">What to do.</param>
public sealed record Refusal(string What, string Help)
{
    public override string ToString() => $"{What}; {Help}";
}
