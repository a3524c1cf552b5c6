using Remediator.Groups;

namespace Remediator.Steps;

/// <summary>Name, description and VPC of groups that were read before: fixed for a group's life, so an old answer stays true. Nothing
/// else is ever answered from here.</summary>
internal sealed class FixedFacts
{
    /// <summary>Far more groups than one account has in a region by default (2,500), and small enough to stay in memory.</summary>
    public const int MostGroups = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<GroupKey, GroupFacts> _facts = [];
    private readonly Queue<GroupKey> _order = new();

    /// <summary>What is known of a group before anything is read: at least its key.</summary>
    public GroupFacts Of(GroupKey key)
    {
        lock (_gate) return _facts.GetValueOrDefault(key) ?? new GroupFacts(key);
    }

    /// <summary>Keeps the fixed part of what a read showed; the oldest group is forgotten for a new one.</summary>
    public void Learn(SecurityGroup group)
    {
        if (group.Name is null || group.VpcId is null) return;
        lock (_gate)
        {
            if (!_facts.TryAdd(group.Key, new(group.Key) { Name = group.Name, VpcId = group.VpcId, Description = group.Description })) return;
            _order.Enqueue(group.Key);
            if (_order.Count > MostGroups) _facts.Remove(_order.Dequeue());
        }
    }
}
