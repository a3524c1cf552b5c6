using System.Globalization;
using Remediator.Diagnostics;

namespace Remediator.Policies.Reading;

/// <summary>The ids of a policy. Rules, baselines, their entries, changes and requirements share one set, since a finding or a ledger
/// entry names any of them by its id alone.</summary>
internal sealed class Ids(Problems problems)
{
    private readonly Dictionary<string, Place> taken = new(StringComparer.Ordinal);

    /// <summary>Takes an id; null when the author wrote none that can be read.</summary>
    public void Take(string? id, Place place)
    {
        if (id is null || taken.TryAdd(id, place)) return;
        var line = taken[id].Line;
        problems.Add(Codes.DuplicateId, place, $"the id {UserText.Quote(id)} stands twice", string.Create(CultureInfo.InvariantCulture, $"it is already on line {line}: give each its own"));
    }
}
