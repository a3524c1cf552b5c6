using System.Net;
using Remediator.Network;
using Remediator.Threats;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>Random findings: every member is there at times, and every text is hostile at times.</summary>
internal sealed class RandomThreats(Random random) : RandomParts(random)
{
    public Threat Threat() => new(Text(), new(Text(), Text(), Text(), Text()), Random.Next(1, 101) / 10.0, Text(), Text(), Time())
    {
        Arn = MaybeText(),
        Title = MaybeText(),
        Count = Random.Next(),
        FirstSeen = MaybeTime(),
        LastSeen = MaybeTime(),
        Role = Any<ThreatRole>(),
        Direction = Any<ThreatDirection>(),
        WasBlocked = MaybeFlag(),
        IsPortProbe = Flag(),
        InstanceIds = Some(Text),
        Interfaces = Some(Interface),
        Contacts = Some(Contact),
        OtherResources = Some(Text),
    };

    private ThreatInterface Interface() => new(MaybeText(), MaybeText(), MaybeText(), MaybeText()) { Addresses = Some(Ip), GroupIds = Some(Text) };

    private Contact Contact() => new(Ip(), Flag() ? new Protocol((byte)Random.Next(256)) : null, Flag() ? Random.Next(65_536) : null)
    {
        Direction = Any<ThreatDirection>(),
        Local = Flag() ? Ip() : null,
        InterfaceId = MaybeText(),
        Owner = Flag() ? new(MaybeText(), MaybeText(), MaybeText(), MaybeText()) { Country = MaybeText() } : null,
    };

    private IPAddress Ip()
    {
        var bytes = new byte[Flag() ? 4 : 16];
        Random.NextBytes(bytes);
        return new(bytes);
    }
}
