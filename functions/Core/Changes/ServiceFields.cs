using System.Globalization;
using System.Text.Json;
using Remediator.Groups;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Protocol and ports as they stand in a record: names or numbers, ports as numbers or text.</summary>
/// <param name="Place">The object that they stand in.</param>
/// <param name="Problem">Why they cannot be read; null when they can.</param>
internal sealed record ServiceFields(JsonCursor Place, string Protocol, int? FromPort, int? ToPort, string? Problem)
{
    /// <summary>Takes the three fields. Missing ports of tcp and udp are a problem, not "all ports": EC2 never takes a call without
    /// them, so where they are missing the record does not say it all.</summary>
    public static ServiceFields Take(Fields fields)
    {
        string? problem = null;
        var protocol = fields.Value("ipProtocol");
        var name = protocol?.TextOrNumber();
        if (protocol is null) problem = fields.Place.Lacks("ipProtocol", "a protocol such as `tcp`");
        else if (name is null) problem = protocol.Not("a protocol such as `tcp`");
        var (fromPort, toPort) = (fields.Value("fromPort"), fields.Value("toPort"));
        var there = (protocol ?? fromPort ?? toPort) is not null;
        var (from, to) = (Port(fromPort, ref problem), Port(toPort, ref problem));
        if (name?.ToLowerInvariant() is "tcp" or "udp" or "6" or "17" && (from is null || to is null))
            problem ??= fields.Place.Lacks(from is null ? "fromPort" : "toPort", $"a port, since the protocol is {Quoted.Text(name)}");
        return new(fields.Place, name ?? "", from, to, problem) { IsThere = there };
    }

    /// <summary>Whether any of the three fields was there.</summary>
    public bool IsThere { get; private init; }

    /// <summary>One permission of these services, or why there is none.</summary>
    public Permission? With(Direction direction, Peer peer, out string? problem)
    {
        problem = Problem;
        if (problem is not null) return null;
        var permission = Permission.Create(direction, Shown(Protocol), FromPort, ToPort, peer, out problem);
        if (permission is null) problem = $"`{Place.Path}`: {problem}";
        return permission;
    }

    private static int? Port(JsonCursor? place, ref string? problem)
    {
        if (place is null) return null;
        if (place.Value.ValueKind == JsonValueKind.Number && place.Value.TryGetInt32(out var number)) return number;
        if (int.TryParse(place.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)) return number;
        problem ??= place.Not("a port number");
        return null;
    }

    /// <summary>Core's own message would quote the protocol as it is: nothing hostile may reach it.</summary>
    private static string Shown(string protocol) => Quoted.Escaped(protocol, 40);
}
