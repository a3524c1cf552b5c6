namespace Remediator.Aws.Ledger;

/// <summary>Request ids that this process has written already: each step records all calls so far, and only the new ones need a
/// write. The oldest are forgotten and then written once more, which does no harm.</summary>
internal sealed class Noted
{
    private const int Most = 4_096;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public bool Has(string id)
    {
        lock (_gate) return _ids.Contains(id);
    }

    public ImmutableArray<string> Without(IEnumerable<string> ids)
    {
        lock (_gate) return [.. ids.Distinct(StringComparer.Ordinal).Where(id => id.Length > 0 && !_ids.Contains(id))];
    }

    public void Add(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            foreach (var id in ids)
            {
                if (_ids.Add(id)) _order.Enqueue(id);
                if (_order.Count > Most) _ids.Remove(_order.Dequeue());
            }
        }
    }
}
