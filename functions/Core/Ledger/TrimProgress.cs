using Remediator.Groups;

namespace Remediator.Ledger;

/// <summary>How far one trim got.</summary>
/// <param name="Wide">As the group showed it, with id, description and tags; what an undo puts back.</param>
/// <param name="Missing">The pieces that were not there before we authorised any: what of these stands later was created by us, also
/// when the answer that said so was lost.</param>
/// <param name="Created">The pieces that EC2 said we created, each with its <c>sgr-</c> id.</param>
public sealed record TrimProgress(Permission Wide, TrimStage Stage, ImmutableArray<Permission> Missing, ImmutableArray<Permission> Created)
{
    /// <summary>The piece that the wide rule was to become, under the wide rule's id; null unless the group was full.</summary>
    public Permission? Modified { get; init; }

    /// <summary>When the stage was entered.</summary>
    public DateTimeOffset At { get; init; }

    public static TrimProgress Of(Permission wide) => new(wide, TrimStage.Authorizing, [], []);
}
