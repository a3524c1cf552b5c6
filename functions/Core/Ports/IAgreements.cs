using Remediator.Groups;
using Remediator.Waivers;

namespace Remediator.Ports;

/// <summary>Waivers and leases, out of reach of whoever edits security groups.</summary>
public interface IAgreements
{
    /// <summary>All of one group, ended ones among them as long as they are kept. Consistent: one that was granted before this call is
    /// in it.</summary>
    Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel);

    /// <summary>Null when there is none with this id.</summary>
    Task<Reading<Agreement>> Find(string id, CancellationToken cancel);

    /// <summary>Every one of the table whose end was not dealt with. May lag by a moment: read one again by
    /// <see cref="Find"/> before acting on it.</summary>
    Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel);

    /// <summary>Creates version 1, or replaces the version before this one.</summary>
    Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel);
}
