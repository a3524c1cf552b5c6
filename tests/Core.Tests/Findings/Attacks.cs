using System.Net;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Network;
using Remediator.Threats;

namespace Remediator.Tests.Findings;

/// <summary>Threats, measures and their reports as examples.</summary>
internal static class Attacks
{
    public const string FindingId = "1ab2c3d4e5f60718293a4b5c6d7e8f90";
    public const string Interface = "eni-0a1b2c3d4e5f60718";
    public const string Instance = "i-0123456789abcdef0";

    public static readonly DateTimeOffset SeenAt = new(2026, 3, 2, 9, 41, 12, TimeSpan.Zero);

    public static readonly Owner Somebody = new("64500", "EXAMPLE-NET", "Example Hosting", "Example Hosting Ltd") { Country = "Netherlands" };

    public static readonly Threat BruteForce = new(FindingId, new("UnauthorizedAccess:EC2/SSHBruteForce", "UnauthorizedAccess", "EC2", "SSHBruteForce"), 8, "111122223333", "eu-west-1", SeenAt.AddMinutes(4))
    {
        Arn = $"arn:aws:guardduty:eu-west-1:111122223333:detector/0ab1c2d3e4f5/finding/{FindingId}",
        Title = "203.0.113.9 is performing SSH brute force attacks against i-0123456789abcdef0.",
        Count = 1_312,
        FirstSeen = SeenAt.AddHours(-3),
        LastSeen = SeenAt,
        Role = ThreatRole.Target,
        Direction = ThreatDirection.Inbound,
        WasBlocked = false,
        InstanceIds = [Instance],
        Interfaces = [new(Interface, Instance, "vpc-0a", "subnet-0a") { GroupIds = [Sample.Group.GroupId] }],
        Contacts = [Contact("203.0.113.9", 22)],
    };

    public static readonly Threat Probe = BruteForce with
    {
        Type = new("Recon:EC2/PortProbeUnprotectedPort", "Recon", "EC2", "PortProbeUnprotectedPort"),
        Title = "Unprotected port on EC2 instance i-0123456789abcdef0 is being probed.",
        Severity = 2,
        Count = 57,
        IsPortProbe = true,
        Contacts = [.. Enumerable.Range(1, 200).SelectMany(n => new[] { Contact($"198.51.100.{n}", 80), Contact($"198.51.100.{n}", 443 + n) })],
    };

    public static readonly Isolation Isolated = new(
        "0123456789abcdef0123456789abcdef", Cause.Of(BruteForce), "111122223333", "eu-west-1", Interface, "vpc-0a", [Sample.Group.GroupId, "sg-0b1b2c3d4e5f60718"], SeenAt.AddMinutes(5), 3)
    {
        QuarantineId = "sg-0ffffffffffffffff",
        State = MeasureState.Standing,
    };

    public static readonly AclBlock Blocked = new(
        "fedcba9876543210fedcba9876543210", Cause.Of(BruteForce), "111122223333", "eu-west-1", "acl-0a1b2c3d4e5f60718", Sample.Block("203.0.113.9/32"), SeenAt.AddMinutes(5), SeenAt.AddMinutes(5).AddHours(24), 2)
    {
        Number = 7,
        State = MeasureState.Standing,
    };

    public static readonly Suspension Suspended = new(
        "00112233445566778899aabbccddeeff", Cause.Of(BruteForce), Sample.Group, [Sample.Opening("tcp", 22, 22, "203.0.113.0/24"), Sample.Opening("tcp", 0, 1024, "sg-0c")],
        SeenAt.AddMinutes(5), SeenAt.AddMinutes(5).AddHours(24), 2)
    {
        State = MeasureState.Standing,
    };

    public static readonly ThreatReport Report = new(
        BruteForce,
        [
            new($"isolate interface {Interface}", MeasureResult.Taken, Isolated, null, []),
            new("block 203.0.113.9 in acl-0a1b2c3d4e5f60718", MeasureResult.Taken, Blocked, null, []),
        ],
        [(Sample.Group, "a0af851cf1e58418eedc285c15d70d01")],
        null,
        [],
        "main.yaml@0123456789ab");

    /// <summary>Reports whose notices stand in Expected/, by name.</summary>
    public static readonly ImmutableSortedDictionary<string, Func<Notice>> Notices = new Dictionary<string, Func<Notice>>
    {
        ["threat-isolated-and-blocked"] = () => ThreatNotice.Of(Report),
        ["threat-nothing-lets-it-in"] = () => ThreatNotice.Of(Report with { Threat = Probe, Measures = [], Handled = [], WhyNothing = "no permission of its groups lets any of these packets in now" }),
        ["threat-isolation-failed"] = Failed,
        ["threat-observed"] = () => ThreatNotice.Of(Report with { Measures = [new($"isolate interface {Interface}", MeasureResult.Observed, null, "the mode is observe", [])] }),
        ["threat-by-the-instance-itself"] = ByItself,
        ["isolation-undone"] = () => MeasureNotice.Of(
            Isolated with { State = MeasureState.Ended, EndedBy = Sample.Alice.Arn, EndedAt = SeenAt.AddHours(2) }, MeasureTurn.Undone, null, SeenAt.AddHours(2)),
        ["isolation-changed"] = () => MeasureNotice.Of(Isolated, MeasureTurn.Changed, "the interface has groups `sg-0d`, and not the quarantine", SeenAt.AddHours(2)),
        ["block-ended"] = () => MeasureNotice.Of(Blocked with { State = MeasureState.Ended, EndedAt = SeenAt.AddHours(24.2) }, MeasureTurn.Ended, null, SeenAt.AddHours(24.2)),
        ["block-overdue"] = () => MeasureNotice.Of(Blocked, MeasureTurn.Overdue, "UnauthorizedOperation: not allowed to call DeleteNetworkAclEntry", SeenAt.AddHours(25)),
        ["suspension-ended"] = () => MeasureNotice.Of(
            Suspended with { State = MeasureState.Ended, EndedAt = SeenAt.AddHours(24.2) }, MeasureTurn.Ended, "tcp/0-1024 from group sg-0c is not put back: rule SG001 forbids it now", SeenAt.AddHours(24.2)),
        ["suspension-overdue"] = () => MeasureNotice.Of(Suspended, MeasureTurn.Overdue, "RulesPerSecurityGroupLimitExceeded: the group is full", SeenAt.AddHours(25)),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static Contact Contact(string remote, int? port) => new(IPAddress.Parse(remote), Protocol.Tcp, port) { Owner = Somebody };

    private static Notice Failed() => ThreatNotice.Of(Report with
    {
        Threat = BruteForce with { Severity = 5.5 },
        Measures =
        [
            new("block 203.0.113.9 in acl-0a1b2c3d4e5f60718", MeasureResult.Declined, null, "the finding does not tell who owns the address", []),
            new($"isolate interface {Interface}", MeasureResult.Failed, Isolated with { State = MeasureState.Taking, QuarantineId = null }, "UnauthorizedOperation: not allowed to call ModifyNetworkInterfaceAttribute", [])
            {
                Problems = ["isolate: UnauthorizedOperation"],
            },
        ],
        Remarks = ["prefix list `pl-0a` could not be read: nobody knows whether it lets the attack in"],
    });

    private static Notice ByItself() => ThreatNotice.Of(Report with
    {
        Threat = BruteForce with
        {
            Type = new("Backdoor:EC2/C&CActivity.B!DNS", "Backdoor", "EC2", "C&CActivity"),
            Title = "EC2 instance i-0123456789abcdef0 is querying a command and control server.",
            Role = ThreatRole.Actor,
            Direction = ThreatDirection.Outbound,
            Contacts = [],
            Count = 1,
            FirstSeen = null,
            WasBlocked = null,
        },
        Handled = [],
        WhyNothing = "the finding is about traffic that the instance sends, and no permission lets an attacker in",
        Measures = [new($"isolate interface {Interface}", MeasureResult.Taken, Isolated with { CutsConnections = true }, null, [])],
    });
}
