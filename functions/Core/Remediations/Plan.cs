using Remediator.Groups;

namespace Remediator.Remediations;

/// <summary>What is to be done about the verdicts on one group.</summary>
/// <param name="Calls">The Revoke calls, one for each direction and each thousand permissions.</param>
/// <param name="Spared">The verdicts that ask for no call, each with why it is only observed or told.</param>
public sealed record Plan(GroupKey Group, ImmutableArray<Revocation> Calls, ImmutableArray<Handled> Spared)
{
    /// <summary>Permissions that are cut down; none of them stands in <see cref="Calls"/>.</summary>
    public ImmutableArray<Trimming> Trims { get; init; } = [];

    /// <summary>What baselines name and the group lacks: put back last, since closing a hole always beats it.</summary>
    public ImmutableArray<Restoration> Restorations { get; init; } = [];

    /// <summary>Whether the other one would change just the same.</summary>
    public bool ChangesAs(Plan other) => Changed().ToHashSet().SetEquals(other.Changed());

    private IEnumerable<(string What, Permission Permission)> Changed() =>
    [
        .. Calls.SelectMany(c => c.Permissions).Select(p => ("revoke", p)),
        .. Trims.Select(t => ("trim", t.Wide)),
        .. Restorations.SelectMany(r => r.Permissions).Select(p => ("restore", p)),
    ];
}
