using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Carries out one trim: the missing pieces are authorised, then the wide permission is revoked by content, so that nothing
/// allowed is ever shut out.</summary>
/// <remarks>INVARIANT: what is forbidden never stays open because of the pieces: where they cannot be had, the wide permission goes
/// without them. And no piece that we created outlives a wide permission that somebody else took away.
/// <code>
/// a read shows        an earlier attempt got to     what follows
/// the wide one        anything                      missing pieces, then revoke
/// the wide one gone   revoking                      it was most likely us: the pieces stay
/// the wide one gone   modifying, and its id holds   it was us: the other pieces are authorised
///                     the piece
/// the wide one gone   anything else, or nothing     somebody else was faster: our pieces go again, unless another event of ours was
///                                                   at it too (OtherTrims): then they stay
/// </code></remarks>
/// <param name="isWanted">False: an earlier attempt began it, and now nobody asks for it: then only what was begun is seen to.</param>
/// <param name="settledAt">From then on a read shows what the event wrote.</param>
internal sealed class Narrowing(World world, Invocation invocation, Journal journal, Trimming trim, bool isWanted, DateTimeOffset settledAt)
{
    private readonly Acting _acting = new(world, invocation);
    private readonly TrimProgress? _earlier = journal.Progress.TrimOf(trim.Wide);
    private readonly OtherTrims _others = new(world, trim);
    private readonly DateTimeOffset _begun = world.Clock.GetUtcNow();
    private TrimProgress _now = journal.Progress.TrimOf(trim.Wide) ?? TrimProgress.Of(trim.Wide);

    public async Task<Closing> Run(CancellationToken cancel)
    {
        var (inPlace, problem) = await Look(cancel).ConfigureAwait(false);
        if (problem is not null && !isWanted) return new(Outcome.Failed, $"the group could not be read: {problem}");
        if (problem is not null) return await RevokeWide([], new([], trim.Pieces, $"the group could not be read: {problem}", false), trim.Wide, cancel).ConfigureAwait(false);
        if (!inPlace.TryGetValue(trim.Wide, out var wide)) return await WithoutWide(inPlace, cancel).ConfigureAwait(false);
        if (!isWanted) return await GiveUp(inPlace, cancel).ConfigureAwait(false);
        var pieces = Pieces.Of(trim, wide);
        ImmutableArray<Permission> missing = [.. pieces.Where(p => !inPlace.ContainsKey(p))];
        _now = _now with { Wide = wide, Created = OurOwn(inPlace), Missing = [.. _now.Missing.Union(missing)] };
        await journal.Write(_now, cancel).ConfigureAwait(false);
        var creation = await Create(missing, cancel).ConfigureAwait(false);
        if (creation.IsFull)
        {
            var (piece, left, why) = await new InPlace(world, invocation, journal).Run(trim.Group, _now, creation.NotCreated, cancel).ConfigureAwait(false);
            _now = journal.Progress.TrimOf(wide)! with { Modified = piece };
            if (piece is not null) return await AfterModifying(left, wide, cancel).ConfigureAwait(false);
            creation = creation with { WhyNot = why ?? creation.WhyNot };
        }

        return await RevokeWide([.. pieces.Except(creation.NotCreated)], creation, wide, cancel).ConfigureAwait(false);
    }

    /// <summary>What an early read does not show may still come, unless an earlier attempt may have taken it away.</summary>
    private async Task<(Dictionary<Permission, Permission> InPlace, string? Problem)> Look(CancellationToken cancel)
    {
        var (inPlace, problem) = await _acting.Read(trim.Group, cancel).ConfigureAwait(false);
        if (problem is not null || inPlace.ContainsKey(trim.Wide) || _earlier is not null || settledAt <= world.Clock.GetUtcNow()) return (inPlace, problem);
        await world.Clock.Settle(settledAt - Timing.Settled, cancel).ConfigureAwait(false);
        return await _acting.Read(trim.Group, cancel).ConfigureAwait(false);
    }

    private async Task<Creation> Create(ImmutableArray<Permission> missing, CancellationToken cancel)
    {
        if (missing.IsEmpty) return Creation.Nothing;
        var creation = await new Creator(world, invocation, journal).Run(new(trim.Group, trim.Wide.Direction, missing), cancel).ConfigureAwait(false);
        _now = _now with { Created = [.. _now.Created, .. creation.Created] };
        journal.Keep(_now);
        return creation;
    }

    private async Task<Closing> RevokeWide(ImmutableArray<Permission> kept, Creation creation, Permission wide, CancellationToken cancel)
    {
        // Shown long after an earlier attempt was to revoke it: then that never happened.
        var perhapsUs = _earlier is { Stage: TrimStage.Revoking } && world.Clock.GetUtcNow() < _earlier.At + Timing.Settled;
        await Enter(TrimStage.Revoking, cancel).ConfigureAwait(false);
        if (kept.Except(_now.Created).Any()) await _others.Tell(cancel).ConfigureAwait(false);
        var revoker = new Revoker(world, invocation, perhapsUs, settledAt);
        var closings = await revoker.Run(new(trim.Group, trim.Wide.Direction, [trim.Wide]), cancel).ConfigureAwait(false);
        foreach (var call in revoker.Calls) journal.Note(call);
        var closing = closings[trim.Wide];
        if (closing.Outcome == Outcome.Gone) return await AfterSomebody(closing, cancel).ConfigureAwait(false);
        if (closing.Outcome != Outcome.Revoked) return closing;
        return new(kept.IsEmpty ? Outcome.Revoked : Outcome.Trimmed, Pieces.Join(closing.Detail, Pieces.Detail(wide, creation)));
    }

    /// <summary>The wide one stands, and stays.</summary>
    private Task<Closing> GiveUp(Dictionary<Permission, Permission> inPlace, CancellationToken cancel)
    {
        _now = _now with { Created = OurOwn(inPlace) };
        return TakeBack(new(Outcome.Gone, "nobody asks for it any more"), cancel);
    }

    private async Task<Closing> WithoutWide(Dictionary<Permission, Permission> inPlace, CancellationToken cancel)
    {
        if (_earlier is { Stage: TrimStage.Revoking })
        {
            ImmutableArray<Permission> left = [.. trim.Pieces.Where(p => !inPlace.ContainsKey(p))];
            var outcome = left.Length == trim.Pieces.Length ? Outcome.Revoked : Outcome.Trimmed;
            return new(outcome, Pieces.Join(Revoker.ByAnEarlierAttempt, left.IsEmpty ? null : Pieces.NotThere(left)));
        }

        if (_earlier is { Stage: TrimStage.Modifying, Modified: { } modified } && inPlace.TryGetValue(modified, out var shown) && shown.RuleId == modified.RuleId)
            return await AfterModifying([.. Pieces.Of(trim, _earlier.Wide).Where(p => !inPlace.ContainsKey(p))], _earlier.Wide, cancel).ConfigureAwait(false);
        _now = _now with { Created = OurOwn(inPlace) };
        return await AfterSomebody(new(Outcome.Gone, "it was already gone"), cancel).ConfigureAwait(false);
    }

    /// <summary>Where it was another event of ours that revoked the wide one, our pieces are those that it left standing.</summary>
    private async Task<Closing> AfterSomebody(Closing gone, CancellationToken cancel)
    {
        if (_now.Created.IsEmpty || !await _others.MayHaveRevoked(_earlier is null ? _begun : null, cancel).ConfigureAwait(false)) return await TakeBack(gone, cancel).ConfigureAwait(false);
        return gone with { Detail = $"{gone.Detail}, by another event of the group that cut it down, and the pieces that remain of it stay" };
    }

    /// <summary>The wide rule is one of its pieces now: the others go into what room there is, the widest first.</summary>
    private async Task<Closing> AfterModifying(ImmutableArray<Permission> left, Permission wide, CancellationToken cancel)
    {
        var creation = await Create(left, cancel).ConfigureAwait(false);
        if (creation.IsFull)
        {
            var (created, missing) = (creation.Created, ImmutableArray.CreateBuilder<Permission>());
            foreach (var piece in creation.NotCreated.OrderByDescending(Pieces.Size))
                missing.AddRange((await Create([piece], cancel).ConfigureAwait(false)).NotCreated);
            creation = creation with { Created = created, NotCreated = missing.ToImmutable() };
        }

        return new(Outcome.Trimmed, Pieces.Detail(wide, creation));
    }

    private Task Enter(TrimStage stage, CancellationToken cancel)
    {
        _now = _now with { Stage = stage, At = world.Clock.GetUtcNow() };
        return journal.Write(_now, cancel);
    }

    /// <summary>What EC2 said we created, and what stands there now, was missing before, and reads as we would have written it.</summary>
    private ImmutableArray<Permission> OurOwn(Dictionary<Permission, Permission> inPlace)
    {
        if (_earlier is null) return [];
        var unsaid = _earlier.Missing.Where(p => !_earlier.Created.Contains(p) && inPlace.TryGetValue(p, out var shown) && shown.Description == p.Description);
        return [.. _earlier.Created, .. unsaid.Select(p => inPlace[p])];
    }

    private async Task<Closing> TakeBack(Closing gone, CancellationToken cancel)
    {
        if (_now.Created.IsEmpty) return gone;
        await Enter(TrimStage.TakingBack, cancel).ConfigureAwait(false);
        var problem = await new TakingBack(world, invocation, journal).Run(trim.Group, trim.Wide.Direction, _now.Created, cancel).ConfigureAwait(false);
        return problem is null ? gone with { Detail = $"{gone.Detail}, and the pieces that were to remain of it were taken away again" } : new(Outcome.Failed, problem);
    }
}
