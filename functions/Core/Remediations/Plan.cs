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

    /// <summary>Whether the other one would change all of this too.</summary>
    public bool IsWithin(Plan other) => other.Changed().ToHashSet().IsSupersetOf(Changed());

    /// <summary>This one, and what an earlier one would change besides.</summary>
    public Plan And(Plan earlier) => this with
    {
        Calls = [.. Calls, .. Besides(earlier.Calls, Calls.SelectMany(c => c.Permissions), c => c.Permissions, (c, left) => c with { Permissions = left })],
        Trims = [.. Trims, .. earlier.Trims.Where(t => !Trims.Any(own => own.Wide.Equals(t.Wide)))],
        Restorations = [.. Restorations, .. Besides(earlier.Restorations, Restorations.SelectMany(r => r.Permissions), r => r.Permissions, (r, left) => r with { Permissions = left })],
    };

    private static IEnumerable<T> Besides<T>(
        ImmutableArray<T> earlier, IEnumerable<Permission> known, Func<T, ImmutableArray<Permission>> of, Func<T, ImmutableArray<Permission>, T> with)
    {
        var own = known.ToHashSet();
        return earlier.Select(call => with(call, [.. of(call).Where(p => !own.Contains(p))])).Where(call => !of(call).IsEmpty);
    }

    private IEnumerable<(string What, Permission Permission)> Changed() =>
    [
        .. Calls.SelectMany(c => c.Permissions).Select(p => ("revoke", p)),
        .. Trims.Select(t => ("trim", t.Wide)),
        .. Restorations.SelectMany(r => r.Permissions).Select(p => ("restore", p)),
    ];
}
