using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>Creates permissions with description and tags, and looks until all of them stand. What stands already is left as it is.</summary>
/// <param name="key">What the intent is announced under, so that the events of these calls are known for ours.</param>
internal sealed class Restoring(Means means, string key, GroupKey group)
{
    private const int MostRounds = 6;

    /// <summary>EC2's own, which nobody may write.</summary>
    private const string Reserved = "aws:";

    private static readonly TimeSpan EventMayBeLate = TimeSpan.FromMinutes(15);

    /// <summary>Null when all stand; else what does not, and why.</summary>
    public async Task<string?> Run(ImmutableArray<Permission> wanted, CancellationToken cancel)
    {
        var (missing, problem) = (wanted, (string?)null);
        if (!wanted.IsEmpty && await Announce(wanted, cancel).ConfigureAwait(false) is { } unannounced) return unannounced;
        for (var round = 0; round < MostRounds && !missing.IsEmpty; round++)
        {
            // Whatever refuses the whole call, one by one says which.
            foreach (var call in Calls(missing, oneByOne: round > 1)) problem = await Send(call, cancel).ConfigureAwait(false) ?? problem;
            if (!await means.MayTryAgain(round, cancel).ConfigureAwait(false)) problem ??= Reads.NoAnswer;
            var reading = await means.Ask(token => means.Groups.Read(new GroupName(group.GroupId, null), group.Account, group.Region, token), cancel).ConfigureAwait(false);
            if (reading is GroupReading.Found found) missing = [.. missing.Except(found.Group.Permissions)];
            else problem ??= $"the group could not be read: {(reading as GroupReading.Failed)?.Problem ?? "EC2 does not find it"}";
        }

        if (missing.IsEmpty) return null;
        var more = missing.Length > 1 ? $" and {missing.Length - 1} more" : "";
        return $"`{PermissionText.Of(missing[0], group)}`{more} could not be put back: {problem ?? "EC2 took the call, and a read does not show it"}";
    }

    private async Task<string?> Announce(ImmutableArray<Permission> wanted, CancellationToken cancel) =>
        await means.Books.Ledger.Intend(key, group, wanted, means.Now + EventMayBeLate, cancel).ConfigureAwait(false) is RecordAnswer.Failed failed ? $"what is put back could not be announced: {failed.Problem}" : null;

    /// <summary>All of one call get the same tags.</summary>
    private IEnumerable<Restoration> Calls(ImmutableArray<Permission> missing, bool oneByOne) => missing
        .Select(p => p with { Tags = [.. p.Tags.Where(t => !t.Key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase))] })
        .GroupBy(p => (p.Direction, Tags: string.Join('\n', p.Tags.Select(t => $"{t.Key.Length}:{t.Key}={t.Value}").Order(StringComparer.Ordinal))))
        .SelectMany(g => g.Chunk(oneByOne ? 1 : Revocation.MostPermissions).Select(chunk => new Restoration(group, g.Key.Direction, [.. chunk])));

    /// <summary>What EC2 has against it; a look shows what stands.</summary>
    private async Task<string?> Send(Restoration call, CancellationToken cancel) => await means.Authorize(call, cancel).ConfigureAwait(false) switch
    {
        AuthorizeAnswer.Taken or AuthorizeAnswer.Duplicate => null,
        AuthorizeAnswer.Full => "the group takes no more rules (RulesPerSecurityGroupLimitExceeded)",
        AuthorizeAnswer.GroupNotFound => "EC2 does not find the group, or one that it refers to",
        AuthorizeAnswer.Refused refused => refused.Problem,
        var other => throw new InvalidOperationException($"unknown answer {other}"),
    };
}
