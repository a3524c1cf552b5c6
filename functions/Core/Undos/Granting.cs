using Remediator.Findings;
using Remediator.Grants;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Undos;

/// <summary>Writes the waivers, and sees them in force before anything is opened.</summary>
internal sealed class Granting(UndoPorts ports, UndoPlan plan)
{
    private readonly IAgreements _agreements = ports.Books.Agreements;

    /// <summary>Null when all are in force.</summary>
    public async Task<string?> Grant(CancellationToken cancel)
    {
        string? problem = null;
        foreach (var agreement in plan.ToGrant)
        {
            // Whoever was faster granted the same: the read says what stands.
            if (await _agreements.WriteSurely(agreement, cancel).ConfigureAwait(false) is WriteAnswer.Failed failed) problem ??= failed.Problem;
        }

        var reading = await _agreements.Of(plan.Group, cancel).ConfigureAwait(false);
        if (reading.Problem is { } unread) return $"whether the waiver is in force could not be read, and nothing was opened: {unread}";
        var now = ports.Clock.GetUtcNow();
        var inForce = reading.Value.Where(a => a.EndedAt is null && a.Waiver.IsInForce(now)).Select(a => a.Waiver.Id).ToHashSet(StringComparer.Ordinal);
        var missing = plan.Waivers.Where(a => !inForce.Contains(a.Waiver.Id)).Select(a => $"`{SafeText.Line(a.Waiver.Id, 64)}`").ToList();
        return missing.Count == 0 ? null : $"waiver {string.Join(", ", missing)} is not in force, and nothing was opened: {problem ?? "the table does not show it"}";
    }

    /// <summary>Ends them now. Null when none is in force any more.</summary>
    public async Task<string?> Withdraw(CancellationToken cancel)
    {
        foreach (var id in plan.Waivers.Select(a => a.Waiver.Id))
        {
            var found = await _agreements.Find(id, cancel).ConfigureAwait(false);
            if (found is { Succeeded: true, Value: null }) continue;
            var now = ports.Clock.GetUtcNow();
            var problem = found.Problem ?? await End(found.Value!, now, cancel).ConfigureAwait(false);
            if (problem is not null) return $"waiver `{SafeText.Line(id, 64)}` stays in force though nothing is open: {problem}";
        }

        return null;
    }

    private async Task<string?> End(Agreement agreement, DateTimeOffset now, CancellationToken cancel)
    {
        var ended = agreement.Next() with { Waiver = agreement.Waiver with { Until = now }, EndedAt = now };
        return await _agreements.WriteSurely(ended, cancel).ConfigureAwait(false) switch
        {
            WriteAnswer.Written => null,
            WriteAnswer.Failed failed => failed.Problem,
            _ => "somebody else changed it at the same time",
        };
    }
}
