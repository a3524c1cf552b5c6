using System.Globalization;
using Remediator.Containment;
using Remediator.Ports;

namespace Remediator.Measures;

/// <summary>Takes an address out of a network ACL again: only an entry that is exactly what was put there.</summary>
internal sealed class BlockEnding(Means means, string? by)
{
    private readonly EndingRecord _record = new(means, by);

    /// <summary>What its end would come to now: the entry is removed where this is null.</summary>
    public async Task<(string? Found, string? Problem)> Look(AclBlock block, CancellationToken cancel)
    {
        var (shown, unread) = await means.Acl(block.AclId, block.Region, cancel).ConfigureAwait(false);
        if (unread is not null) return (null, $"the ACL could not be read: {unread}");
        if (shown is null) return ("the ACL is gone", null);
        if (block.Number is not { } number || AclNumbers.At(shown, number) is not { } there) return (Text($"entry {block.Number} was removed before, by somebody else"), null);
        return AclNumbers.Holds(shown, number, block.Address) ? (null, null)
            : (Text($"entry {number} is not what was put there any more: it {(there.Allows ? "allows" : "denies")} {there.Block}, and was left alone"), null);
    }

    public async Task<MeasureEnd> Run(AclBlock block, CancellationToken cancel)
    {
        // What is missing later may be missing by the hand of whoever ends it at the same time, or died while ending it.
        var (found, unread) = block.State == MeasureState.Standing ? await Look(block, cancel).ConfigureAwait(false) : (null, null);
        if (unread is not null) return _record.Failed(block, unread);
        var (begun, problem) = await _record.Begin(block, cancel).ConfigureAwait(false);
        if (problem is not null) return _record.Failed(block, problem);
        if (begun is not AclBlock { State: MeasureState.Ending } ending) return new MeasureEnd.Over(begun!) { Calls = means.Calls };
        for (var tries = 0; ; tries++)
        {
            (var elsewhere, unread) = await Look(ending, cancel).ConfigureAwait(false);
            if (unread is not null) return _record.Failed(ending, unread);
            if (elsewhere is not null) return await Finish(ending, _record.IsOurs ? found : null, cancel).ConfigureAwait(false);
            var answer = await means.Remove(ending.AclId, ending.Number!.Value, ending.Region, cancel).ConfigureAwait(false);
            if (answer is AclAnswer.Taken or AclAnswer.NotFound) return await Finish(ending, null, cancel).ConfigureAwait(false);
            if (answer is not AclAnswer.Refused { PerhapsTaken: true } || !await means.MayTryAgain(tries, cancel).ConfigureAwait(false)) return _record.Failed(ending, answer.Said());
        }
    }

    private async Task<MeasureEnd> Finish(AclBlock ending, string? found, CancellationToken cancel)
    {
        var end = await _record.Finish(ending, found, cancel).ConfigureAwait(false);
        if (end is MeasureEnd.Over) await new BlockLock(means, ending).Release(cancel).ConfigureAwait(false);
        return end;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
