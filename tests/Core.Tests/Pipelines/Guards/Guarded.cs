using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Pipelines.Guards;

/// <summary>An account whose policy forbids SSH (critical) and MySQL (high) from the internet, and the events of people who open them.</summary>
internal sealed class Guarded
{
    public const string Rules = """
        rules:
        - { id: R1, name: ssh from the internet, deny: { direction: ingress, service: ssh, peer: internet }, severity: critical, why: because }
        - { id: R2, name: databases from the internet, deny: { direction: ingress, service: [tcp/3306, tcp/5432, tcp/6379], peer: internet }, why: because }

        """;

    private int _events;
    private int _rules;

    public Guarded(string more = "", string rules = Rules)
    {
        UncertainBooks? books = null;
        Account = Account.With(rules + more, with: kept => (books = new(kept)).Books);
        Books = books!;
    }

    public Account Account { get; }

    public UncertainBooks Books { get; }

    public static GroupKey Group { get; } = new(Events.Account, Events.Region, FakeEc2.GroupId);

    /// <summary>What stands in the group, by content.</summary>
    public IEnumerable<string> Standing => Account.Ec2.Permissions!.Select(p => p.Content);

    /// <summary>Somebody opens a port, and EC2 tells; the event of it, not delivered yet.</summary>
    public byte[] Open(int port, string cidr = "0.0.0.0/0", string? role = null)
    {
        var id = $"sgr-{++_rules:x4}";
        if (!Account.Ec2.Permissions!.Contains(Account.Ingress(port, cidr))) Account.Ec2.Permissions.Add(Account.Ingress(port, cidr, id));
        var opened = Events.At(Events.Another(Events.Authorize("Ingress", (id, "tcp", port, port, cidr)), $"request-{++_events}"), Account.Clock.GetUtcNow() - TimeSpan.FromSeconds(2));
        return role is null ? opened : Events.By(opened, role);
    }

    /// <summary>Somebody opens a port, and the event is dealt with.</summary>
    public async Task<Result.Judged> Deliver(int port, string cidr = "0.0.0.0/0", string? role = null) => Assert.IsType<Result.Judged>(await Deliver(Open(port, cidr, role)));

    /// <summary>An event reaches the function, a second after whatever was before.</summary>
    public Task<Result> Deliver(byte[] utf8Event)
    {
        Account.Clock.Advance(TimeSpan.FromSeconds(1));
        return Account.Deliver(utf8Event);
    }

    public async Task Waive(int port, string cidr, TimeSpan time, GroupKey? group = null)
    {
        var now = Account.Clock.GetUtcNow();
        Assert.True(Cidr.TryParse(cidr, out var block));
        var waiver = new Waiver($"w{++_events}", group ?? Group, Direction.Ingress, ServiceSet.Ports(Protocol.Tcp, (ushort)port, (ushort)port), AddressSet.From(block), [], "arn:aws:iam::111122223333:user/ana", "a demo", null, now, now + time);
        Assert.Equal(WriteAnswer.Ok, await Account.Books.Agreements.Write(new(waiver, 1), default));
    }
}
