using System.Globalization;
using Remediator.Changes;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Events of one group may come to the same wide permission at the same time, each under a claim of its own: a tally that they
/// share tells the one that finds it gone whether it was another of ours that took it away.</summary>
internal sealed class OtherTrims(World world, Trimming trim)
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private string Tally => $"trim/{StableHash.Of(trim.Group.ToString(), trim.Wide.Direction.ToString(), trim.Wide.Content)[..16]}";

    private DateTimeOffset Now => world.Clock.GetUtcNow();

    /// <summary>Before the wide one is revoked in reliance on pieces that we did not create ourselves.</summary>
    public async Task Tell(CancellationToken cancel)
    {
        var mark = Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        // Where it cannot be written the wide one goes all the same: it is forbidden.
        await world.Books.Tallies.Add(Tally, [mark], null, Now + Kept, cancel).ConfigureAwait(false);
    }

    /// <summary>Whether another was about to revoke it. Where nobody knows, yes: what the pieces let through is allowed.</summary>
    /// <param name="since">Null: whenever.</param>
    public async Task<bool> MayHaveRevoked(DateTimeOffset? since, CancellationToken cancel)
    {
        var answer = await world.Books.Tallies.Add(Tally, [], null, Now + Kept, cancel).ConfigureAwait(false);
        return answer is not TallyAnswer.Added told || told.All.Any(mark => since is not { } begun || TimeOf(mark) is not { } at || at >= begun - ClocksDiffer);
    }

    private static DateTimeOffset? TimeOf(string mark) =>
        long.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
