using Remediator.Network;
using Remediator.Policies.Selectors;

namespace Remediator.Policies;

/// <summary>A checked policy. One exists only when its file had no error.</summary>
/// <param name="Version">The language's version, 1.</param>
/// <param name="Mode">Observe when the file does not say.</param>
/// <param name="Private">The addresses that are not the internet: the built-in ones and the file's.</param>
/// <param name="Source">The file's name, for people.</param>
/// <param name="Digest">The first 12 hexadecimal digits of the SHA-256 of the file's text: the version in force, shown in every finding.</param>
public sealed record Policy(int Version, Mode Mode, AddressSet Private, ImmutableArray<Rule> Rules, string Source, string Digest)
{
    /// <summary>Every address of <c>networks</c>: what the file names is known to it, whether a rule uses it or not.</summary>
    public AddressSet Networks { get; init; } = AddressSet.Empty;

    /// <summary>The named groups of <c>groups</c>, in the file's order.</summary>
    public ImmutableArray<GroupSelector.Named> Groups { get; init; } = [];

    /// <summary>Accounts that are as good as the group's own.</summary>
    public ImmutableHashSet<string> Organisation { get; init; } = [];

    public ImmutableArray<Baseline> Baselines { get; init; } = [];

    public ImmutableArray<ChangeControl> Changes { get; init; } = [];

    public ImmutableArray<Requirement> Requirements { get; init; } = [];

    public ImmutableArray<ThreatResponse> Threats { get; init; } = [];

    /// <summary>What is meant for everybody: a suspension never closes a permission that opens any of it.</summary>
    public ServiceSet PublicServices { get; init; } = ServiceSet.Empty;

    public Sweep Sweep { get; init; } = Sweep.Notify;

    public WaiverLimits Waivers { get; init; } = WaiverLimits.None;

    /// <summary>Null: no limits at all, which lint warns of.</summary>
    public Guardrails? Guardrails { get; init; }

    public NoticeSettings? Notices { get; init; }

    public ImmutableArray<PolicyTest> Tests { get; init; } = [];

    /// <summary>The protocols that the file names anywhere: what trim keeps of a permission for all protocols, besides tcp, udp and icmp.</summary>
    public ImmutableHashSet<Protocol> NamedProtocols { get; init; } = [];
}
