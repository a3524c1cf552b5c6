namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Protocols from First to Last, and within each the numbers From to To: ports, or ICMP type × 256 + code.</summary>
internal readonly record struct ServiceBox(int First, int Last, int From, int To)
{
    public static readonly ServiceBox All = new(0, 255, 0, 65535);

    public bool Has(int protocol, int number) => protocol >= First && protocol <= Last && number >= From && number <= To;

    /// <summary>What EC2 documents of a permission's protocol and ports, read a second time.</summary>
    public static ServiceBox OfPermission(string protocol, int? from, int? to)
    {
        if (protocol is "-1" or "all") return All;
        var number = protocol.ToUpperInvariant() switch { "TCP" => 6, "UDP" => 17, "ICMP" => 1, "ICMPV6" => 58, var digits => int.Parse(digits, null) };
        var (first, last) = (from ?? -1, to ?? -1);
        return number switch
        {
            6 or 17 when first >= 0 => new(number, number, first, last),
            1 or 58 when first >= 0 && last >= 0 => new(number, number, (first * 256) + last, (first * 256) + last),
            1 or 58 when first >= 0 => new(number, number, first * 256, (first * 256) + 255),
            _ => new(number, number, 0, 65535),
        };
    }
}
