using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Undos;

/// <summary>What undoing an entry changes, in the order in which it is done: the waivers are granted, the permissions put back, and
/// only then what we created is taken away, so that nothing allowed is shut out in between.</summary>
/// <param name="Entry">What is undone.</param>
public sealed record UndoPlan(UndoRequest Request, Entry Entry)
{
    /// <summary>Waivers to write, each the next version: new ones, and those of an earlier run whose time ran out before it was
    /// finished.</summary>
    public ImmutableArray<Agreement> ToGrant { get; init; } = [];

    /// <summary>Waivers that an earlier run granted and that are still in force.</summary>
    public ImmutableArray<Agreement> Granted { get; init; } = [];

    /// <summary>One call for each direction and set of tags: as it was, with description and tags, without the id that it had.</summary>
    public ImmutableArray<Restoration> PutBack { get; init; } = [];

    /// <summary>What an earlier run of the same undo put back already, as it stands.</summary>
    public ImmutableArray<Permission> BackAlready { get; init; } = [];

    /// <summary>What is taken away by <c>sgr-</c> id: each has one, and stood there with this content.</summary>
    public ImmutableArray<Revocation> TakeAway { get; init; } = [];

    /// <summary>Where the group is full: rules of our own that may become what is put back.</summary>
    public ImmutableArray<Swap> Swaps { get; init; } = [];

    /// <summary>What a person should know besides, each safe to show.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    public GroupKey Group => Entry.Claim.Plan.Group;

    /// <summary>An earlier run began it.</summary>
    public bool IsContinued { get; init; }

    /// <summary>All that must be in force before anything is put back or taken away.</summary>
    public IEnumerable<Agreement> Waivers => Granted.Concat(ToGrant);

    /// <summary>All that stands in the group in the end, what is back already among it.</summary>
    public IEnumerable<Permission> Wanted => PutBack.SelectMany(call => call.Permissions).Concat(BackAlready);
}
