namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>The three fields that say what is opened, as they stand in one object.</summary>
internal sealed record Services(Node? Protocol, Node? From, Node? To)
{
    public static readonly Services None = new(null, null, null);

    private List<Node?> All => [Protocol, From, To];

    /// <summary>The number of the protocol; -1 for all of them; null when it cannot be told.</summary>
    public int? Number => (Protocol?.Kind is NodeKind.Text or NodeKind.Number ? Protocol.Raw.ToUpperInvariant() : "") switch
    {
        "TCP" => 6,
        "UDP" => 17,
        "ICMP" => 1,
        "ICMPV6" => 58,
        "ALL" or "-1" => -1,
        { Length: > 0 and < 9 } digits when digits.All(char.IsAsciiDigit)
            && int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is <= 255 and var number => number,
        _ => null,
    };

    /// <summary>Null when the object has none of the fields.</summary>
    public static Services? Of(Node node)
    {
        var services = new Services(Member(node, "ipProtocol"), Member(node, "fromPort"), Member(node, "toPort"));
        return services.All.TrueForAll(field => field is null or { IsNothing: true }) ? null : services;
    }

    /// <summary>The field of this name in any capitals; of several, the first that is not nothing.</summary>
    public static Node? Member(Node node, string name)
    {
        Node? nothing = null;
        foreach (var (found, value) in node.Members)
        {
            if (!found.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (!value.IsNothing) return value;
            nothing ??= value;
        }

        return nothing;
    }
}
