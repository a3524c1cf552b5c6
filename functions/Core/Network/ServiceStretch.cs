using System.Globalization;

namespace Remediator.Network;

/// <summary>Services that people name in one breath: some ports (or ICMP types and codes) of one protocol, or a run of whole protocols.</summary>
/// <param name="First">The protocol, or the first of a run.</param>
/// <param name="Last">The same protocol, or the last of a run: then <paramref name="From"/> is 0 and <paramref name="To"/> 65535.</param>
/// <param name="From">The first port; for ICMP, type times 256 plus code.</param>
/// <param name="To">The last port, included; for ICMP as <paramref name="From"/>.</param>
public readonly record struct ServiceStretch(Protocol First, Protocol Last, ushort From, ushort To)
{
    /// <summary>Whether nothing of its protocols is left out.</summary>
    public bool IsWhole => From == 0 && To == ushort.MaxValue;

    /// <summary>In words: <c>tcp/22</c>, <c>udp/1-5</c>, <c>tcp</c>, <c>icmp/8</c>, <c>icmp/3/4</c>, <c>protocol 50</c>, <c>protocols 7-16</c>.</summary>
    public override string ToString()
    {
        if (First != Last) return string.Create(CultureInfo.InvariantCulture, $"protocols {First.Number}-{Last.Number}");
        if (IsWhole) return First.HasName ? First.ToString() : $"protocol {First}";
        return First.IsIcmp ? $"{First}/{IcmpText()}" : $"{First}/{Range(From, To)}";
    }

    /// <summary>Cuts a stretch of the axis of <see cref="ServiceSet"/> where a person would: a part of a protocol, then whole
    /// protocols, then a part of the next. ICMP is cut between types as well.</summary>
    internal static IEnumerable<ServiceStretch> Split(Interval<uint> points)
    {
        for (var at = points.First; at <= points.Last;)
        {
            var next = Next(at, points.Last);
            yield return next;
            at = (((uint)next.Last.Number << 16) | next.To) + 1;
        }
    }

    private static ServiceStretch Next(uint at, uint last)
    {
        var whole = (last + 1) >> 16;
        if ((at & 0xFFFF) == 0 && at >> 16 < whole) return new(ProtocolOf(at), ProtocolOf((whole - 1) << 16), 0, ushort.MaxValue);
        var end = Math.Min(last, at | 0xFFFF);
        return new(ProtocolOf(at), ProtocolOf(at), (ushort)(at & 0xFFFF), (ushort)(LastOfIcmp(at, end) & 0xFFFF));
    }

    /// <summary>ICMP alone: codes of one type, or whole types; never the end of one type with the beginning of another.</summary>
    private static uint LastOfIcmp(uint at, uint end)
    {
        if (!ProtocolOf(at).IsIcmp || at >> 8 == end >> 8) return end;
        if ((at & 0xFF) != 0) return at | 0xFF;
        return (end & 0xFF) == 0xFF ? end : (end & ~0xFFu) - 1;
    }

    private static Protocol ProtocolOf(uint point) => new((byte)(point >> 16));

    private string IcmpText()
    {
        var wholeTypes = (From & 0xFF) == 0 && (To & 0xFF) == 0xFF;
        return wholeTypes ? Range(From >> 8, To >> 8) : $"{(From >> 8).ToString(CultureInfo.InvariantCulture)}/{Range(From & 0xFF, To & 0xFF)}";
    }

    private static string Range(int first, int last) =>
        first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");
}
