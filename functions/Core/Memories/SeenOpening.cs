using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;

namespace Remediator.Memories;

/// <summary>That somebody opened a permission, short enough to be kept with its group.</summary>
/// <param name="RuleId">EC2's id of the rule (<c>sgr-…</c>) as the event told it; null where it did not.</param>
internal sealed record SeenOpening(Opening Opening, string? RuleId)
{
    /// <summary>Characters of each text that others wrote; what follows becomes <c>…</c>.</summary>
    public const int Longest = 300;

    /// <param name="opened">One of the change's own permissions.</param>
    public static SeenOpening Of(Change change, Permission opened)
    {
        var actor = change.Actor;
        var kept = actor with { Arn = Cut(actor.Arn), IssuerArn = Cut(actor.IssuerArn), SourceAddress = Cut(actor.SourceAddress), UserAgent = Cut(actor.UserAgent), Service = Cut(actor.Service) };
        return new(new(Cut(change.EventId), Cut(change.EventName), change.Time, kept), opened.RuleId is { Length: <= Longest } id ? id : null);
    }

    /// <summary>False only where the ids tell that the one was closed since and another of the same content opened.</summary>
    public bool MayBe(Permission standing) => RuleId is null || standing.RuleId is null || RuleId == standing.RuleId;

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text)
    {
        if (text is null || text.Length <= Longest) return text;
        var most = char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;
        return $"{text[..most]}…";
    }
}
