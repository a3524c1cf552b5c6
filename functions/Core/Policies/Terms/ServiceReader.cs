using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>One service written as protocol and ports, or as ICMP type and code.</summary>
internal sealed class ServiceReader(TextNode term, Problems problems)
{
    private readonly string[] parts = term.Text.Split('/');

    /// <summary><c>22/tcp</c>, as nmap and Docker write it.</summary>
    private bool IsTurned => parts.Length == 2 && parts[1].ToLowerInvariant() is ("tcp" or "udp") && parts[0].Length > 0 && char.IsAsciiDigit(parts[0][0]);

    /// <summary>The set, or null and a problem.</summary>
    public ServiceSet? Read()
    {
        if (IsTurned) return Bad(Codes.BadProtocol, "begins with no protocol", $"did you mean {UserText.Quote($"{parts[1]}/{parts[0]}")}?");
        if (!Protocols.TryRead(parts[0], out var protocol)) return NoProtocol();
        if (parts.Length == 1) return Whole(protocol);
        if (protocol.HasPorts) return Ports(protocol);
        if (protocol.IsIcmp) return Icmp(protocol);
        return Bad(Codes.BadPorts, "has ports, and its protocol has none", $"write `{parts[0]}` alone: EC2 opens all of such a protocol");
    }

    private ServiceSet Whole(Protocol protocol)
    {
        if (char.IsAsciiDigit(parts[0][0]) && !Protocols.IsInUse(protocol))
            problems.Add(Codes.NumberIsProtocol, term.Place, $"`{parts[0]}` is IP protocol {protocol.Number}, not a port", $"write `tcp/{parts[0]}` if the port is meant");
        return ServiceSet.Whole(protocol);
    }

    private ServiceSet? Ports(Protocol protocol)
    {
        var ends = parts[1].Split('-');
        if (parts.Length == 2 && ends.Length <= 2 && Number(ends[0], ushort.MaxValue) is { } from && Number(ends[^1], ushort.MaxValue) is { } to && from <= to)
            return ServiceSet.Ports(protocol, (ushort)from, (ushort)to);
        return Bad(Codes.BadPorts, "has no ports that can be read", $"write `{protocol}/22`, `{protocol}/8000-8010`, or a list of such terms; ports are 0 to 65535, upwards");
    }

    private ServiceSet? Icmp(Protocol protocol)
    {
        var type = Number(parts[1], byte.MaxValue);
        var code = parts.Length == 3 ? Number(parts[2], byte.MaxValue) : null;
        if (type is not null && (parts.Length == 2 || parts.Length == 3 && code is not null))
            return ServiceSet.Icmp(protocol, (byte)type.Value, (byte?)code);
        return Bad(Codes.BadIcmp, "has no type and code that can be read", $"write `{protocol}/8` or `{protocol}/8/0`; type and code are 0 to 255");
    }

    private ServiceSet? NoProtocol()
    {
        if (parts.Length == 1 && Number(parts[0], ushort.MaxValue) is not null) return Bad(Codes.BadProtocol, "is no protocol number", $"write `tcp/{parts[0]}` if the port is meant");
        var known = $"protocols are {UserText.QuoteAll(Protocols.Names)} or a number from 0 to 255";
        return Bad(Codes.BadProtocol, "begins with no protocol", parts.Length == 1 ? known : Nearest.Help(parts[0], Protocols.Names, known));
    }

    private ServiceSet? Bad(DiagnosticCode code, string what, string help)
    {
        problems.Add(code, term.Place, $"{UserText.Quote(term.Text)} {what}", help);
        return null;
    }

    /// <summary>A decimal number without sign, spaces or leading zeros: 022 is 18 to some readers, 22 to others.</summary>
    private static int? Number(string text, int most) =>
        text.Length is > 0 and <= 5 && (text.Length == 1 || text[0] != '0')
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
