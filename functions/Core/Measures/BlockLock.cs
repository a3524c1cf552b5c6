using Remediator.Containment;
using Remediator.Ports;

namespace Remediator.Measures;

/// <summary>One measure at a time blocks an address in an ACL, whichever finding asked: else two entries would be left for it.</summary>
/// <remarks>INVARIANT: a measure is recorded before it is counted here, so that one which is counted and not recorded is none any more.</remarks>
internal sealed class BlockLock(Means means, AclBlock measure)
{
    private const int MostTries = 5;

    private readonly string _name = $"block/{measure.Account}/{measure.Region}/{measure.AclId}/{measure.Address}";

    /// <summary>Null and no problem: this measure has it.</summary>
    public async Task<(AclBlock? Holder, string? Problem)> Take(CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var until = (measure.Until ?? means.Now).AddDays(2);
            var answer = await means.Books.Tallies.Add(_name, [measure.Id], 1, until, cancel).ConfigureAwait(false);
            if (answer is TallyAnswer.Failed failed) return (null, failed.Problem);
            if (answer is not TallyAnswer.Full full || full.All.Contains(measure.Id)) return (null, null);
            foreach (var id in full.All)
            {
                var reading = await means.Measures.Find(id, cancel).ConfigureAwait(false);
                if (reading.Problem is { } problem) return (null, problem);
                if (reading.Value is AclBlock { State: not (MeasureState.Ended or MeasureState.Refused) } holder) return (holder, null);
                await means.Books.Tallies.Remove(_name, [id], cancel).ConfigureAwait(false);
            }
        }

        return (null, "others block the same address again and again");
    }

    /// <summary>One that is over and still counted is found to be so by whoever comes next.</summary>
    public Task Release(CancellationToken cancel) => means.Books.Tallies.Remove(_name, [measure.Id], cancel);
}
