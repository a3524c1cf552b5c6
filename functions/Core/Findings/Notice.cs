namespace Remediator.Findings;

/// <summary>What SNS carries: a subject of at most 99 printable ASCII characters, a body for a phone, and attributes for filter policies.</summary>
public sealed record Notice(string Id, string Subject, string Body, ImmutableSortedDictionary<string, string> Attributes)
{
    /// <summary>Who did what is told, for a digest to count by; null when nobody is named. Already made safe.</summary>
    public string? Actor { get; init; }
}
