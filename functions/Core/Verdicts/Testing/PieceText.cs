using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Reading;
using Remediator.Policies.Terms;
using Remediator.Policies.Yaml;

namespace Remediator.Verdicts.Testing;

/// <summary>A piece of a remainder as a test writes it: <c>tcp/0-21 from 0.0.0.0/0</c>, <c>all to self</c>, <c>esp from pl-0a</c>.</summary>
internal static class PieceText
{
    private static readonly ServiceTerms Terms = new();

    public static string Of(Permission piece) => Text(piece.Services, piece.Direction == Direction.Ingress ? "from" : "to", piece.Peer.Key);

    /// <summary>The same piece, however an author spells it: <c>tcp/0-65535</c> or <c>tcp</c>, <c>ssh</c>, a block with host bits, the
    /// test's own groups. What cannot be read stands as it was written, and equals no piece.</summary>
    public static string Canonical(string written, PolicyTest test)
    {
        if (written.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var service, ("from" or "to") and var way, var peer]) return written;
        return Services(service) is { } services ? Text(services, way, Peer(peer, test)) : written;
    }

    private static string Text(ServiceSet services, string way, string peer) => $"{services.ToString().Replace("protocol ", "", StringComparison.Ordinal)} {way} {peer}";

    private static ServiceSet? Services(string text) =>
        Terms.BuiltIn(text) ?? (Terms.IsInline(text) ? Terms.Inline(new TextNode(default, text, true), new Problems()) : null);

    private static string Peer(string text, PolicyTest test)
    {
        if (text == "self") return test.Group.Key.GroupId;
        if (test.Peer is { } peer && text.StartsWith("group:", StringComparison.Ordinal) && peer.SaidToBe.Contains(text["group:".Length..])) return peer.Key.GroupId;
        return Cidr.TryParse(text, out var block) ? block.ToString() : text;
    }
}
