using System.Net;

namespace Remediator.Threats;

/// <summary>Reads what happened: <c>service.action</c>. Each kind of action has an object of its own; what there is, is read.</summary>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Action.html</remarks>
internal static class ActionReader
{
    public static void Read(FindingPart action, Activity activity)
    {
        activity.IsPortProbe = action.Field("actionType")?.Text() == "PORT_PROBE" || action.Field("portProbeAction") is not null;
        if (action.Object("networkConnectionAction") is { } connection) Connection(connection, activity);
        if (action.Object("portProbeAction") is { } probe) Probe(probe, activity);
        if (action.Object("rdsLoginAttemptAction") is { } login) Login(login, activity);
        if (action.Object("dnsRequestAction") is { } request) Request(request, activity);
        CallReader.Read(action, activity);
    }

    private static void Connection(FindingPart connection, Activity activity)
    {
        activity.WasBlocked = connection.Flag("blocked");
        var direction = DirectionReader.Read(connection, "connectionDirection");
        var protocol = ProtocolReader.Name(connection);
        var reached = FindingIds.Interface(connection.Field("localNetworkInterface"), connection.Problems);
        if (reached is not null) activity.Add(new ThreatInterface(reached, null, null, null));
        Add(connection, direction, protocol, reached, activity);
    }

    private static void Probe(FindingPart probe, Activity activity)
    {
        activity.WasBlocked = probe.Flag("blocked");
        activity.Went(ThreatDirection.Inbound);
        foreach (var detail in probe.List("portProbeDetails")) Add(detail, ThreatDirection.Inbound, null, null, activity);
    }

    /// <summary>The finding names no port: it is the database's.</summary>
    private static void Login(FindingPart login, Activity activity) => Add(login, ThreatDirection.Inbound, null, null, activity);

    private static void Request(FindingPart request, Activity activity)
    {
        activity.WasBlocked = request.Flag("blocked");
        if (request.Text("domain", "a domain name") is { } domain) activity.AddOther($"domain {domain}");
    }

    /// <summary>One contact for each remote address, with the own address of the same family.</summary>
    private static void Add(FindingPart place, ThreatDirection direction, string? protocol, string? reached, Activity activity)
    {
        activity.Went(direction);
        var port = place.Object("localPortDetails")?.Number("port", 0, 65535, "a port from 0 to 65535");
        var locals = AddressReader.Both(place.Object("localIpDetails"));
        var owner = RemoteReader.Owner(place);
        foreach (var remote in RemoteReader.Addresses(place))
        {
            var spoken = ProtocolReader.Of(protocol, remote);
            var named = direction == ThreatDirection.Outbound || spoken is { HasPorts: false } ? null : port;
            activity.Add(new Contact(remote, spoken, named) { Direction = direction, Local = Like(remote, locals), InterfaceId = reached, Owner = owner });
        }
    }

    private static IPAddress? Like(IPAddress remote, ImmutableArray<IPAddress> locals) => locals.FirstOrDefault(l => l.AddressFamily == remote.AddressFamily);
}
