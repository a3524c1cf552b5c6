using Remediator.Groups;
using Remediator.Incoming;
using Remediator.Network;

namespace Remediator.Changes;

/// <summary>Texts of a record → a peer, or why they are none.</summary>
internal static class PeerReader
{
    /// <param name="spelledByEc2">Whether EC2 wrote the block. A caller's block is spelled as EC2 stores it: host bits cleared
    /// (100.68.0.18/18 becomes 100.68.0.0/18), canonical text.</param>
    public static Peer? Block(JsonCursor place, bool spelledByEc2, out string problem)
    {
        var text = place.Text();
        problem = "";
        if (Cidr.TryParse(text, out var cidr)) return new Peer.Block(cidr, spelledByEc2 ? text! : cidr.ToString());
        problem = place.Not("a block of addresses such as `203.0.113.0/24`");
        return null;
    }

    public static Peer? PrefixList(JsonCursor place, out string problem)
    {
        var text = place.Text();
        problem = "";
        if (IsId(text, "pl-")) return new Peer.PrefixList(text!);
        problem = place.Not("a prefix list's id such as `pl-0123456789abcdef0`");
        return null;
    }

    /// <summary>A group's members. The account is kept only when it is not the event's own: only then is it sent as UserId. A group
    /// whose owner or peering cannot be read comes with that problem.</summary>
    public static Peer? Group(JsonCursor place, JsonCursor? owner, JsonCursor? peering, string ownAccount, out string problem)
    {
        var text = place.Text();
        var account = owner?.TextOrNumber();
        problem = "";
        if (owner is not null && account is null) problem = owner.Not("an account");
        else if (peering is not null && peering.Text() is null) problem = peering.Not("a peering's id such as `pcx-0123456789abcdef0`");
        if (IsId(text, "sg-")) return new Peer.Group(text!, account == ownAccount ? null : account, peering?.Text());
        problem = place.Not("a group's id such as `sg-0123456789abcdef0`");
        return null;
    }

    /// <summary>Whether it is an id of this kind: it will be sent in a call, so nothing but letters, digits and hyphens.</summary>
    public static bool IsId(string? text, string prefix) =>
        text is { Length: > 3 and <= 64 } && text.StartsWith(prefix, StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
