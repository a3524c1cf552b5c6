using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Steps.Guarding;

/// <summary>What this process remembers of the ledger for the time when it cannot be read.</summary>
internal sealed class GuardMemory
{
    /// <summary>Of an hour's worth of groups the newest are enough; each holds a few waivers.</summary>
    private const int MostGroups = 1_000;

    /// <summary>What a process does without a ledger is bounded: a ledger that stays down needs a person.</summary>
    private const int MostActs = 5;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);
    private readonly Lock _gate = new();
    private readonly Dictionary<GroupKey, (DateTimeOffset At, ImmutableArray<Waiver> Waivers)> _waivers = [];
    private (DateTimeOffset At, KillSwitch? Switch) _switch;
    private int _acts;

    public void Remember(GroupKey group, ImmutableArray<Waiver> waivers, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (waivers.IsEmpty) _waivers.Remove(group);
            else _waivers[group] = (now, waivers);
            if (_waivers.Count > MostGroups) _waivers.Remove(_waivers.MinBy(w => w.Value.At).Key);
        }
    }

    public void Remember(KillSwitch? killSwitch, DateTimeOffset now)
    {
        lock (_gate) _switch = (now, killSwitch);
    }

    /// <summary>Seen in the last 15 minutes.</summary>
    public ImmutableArray<Waiver> Waivers(GroupKey group, DateTimeOffset now)
    {
        lock (_gate) return _waivers.TryGetValue(group, out var seen) && now - seen.At <= Kept ? seen.Waivers : [];
    }

    public KillSwitch? Switch(DateTimeOffset now)
    {
        lock (_gate) return now - _switch.At <= Kept ? _switch.Switch : null;
    }

    /// <summary>Counts as it answers.</summary>
    public bool MayActWithoutLedger()
    {
        lock (_gate) return _acts++ < MostActs;
    }
}
