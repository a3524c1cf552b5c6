using Remediator.Diagnostics;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads what a test expects. Only the verdict is needed; what is not said is not compared.</summary>
internal sealed class ExpectReader(Scope scope)
{
    private const int LongestPiece = 128;
    private readonly Problems problems = scope.Problems;

    public TestExpectation? Read(Node node)
    {
        if (Fields.Of(node, "`expect`", Keys.Expect, problems) is not { } fields) return null;
        var verdict = Language.Verdict(fields.Require("verdict", "write `verdict`: `compliant`, `waived`, `violation` or `undecided`"), problems);
        var rules = Listed(fields.Find("rules"), item => Texts.Line(item, "rules", LongestPiece, problems));
        var action = Language.Action(fields.Find("action"), problems);
        var severity = Language.Severity(fields.Find("severity"), problems);
        var remainder = Listed(fields.Find("remainder"), Piece);
        return verdict is null ? null : new(verdict, rules, action, severity, remainder);
    }

    /// <summary>Null when nothing is said; an empty list says that there are none.</summary>
    private static ImmutableArray<string>? Listed(Node? node, Func<Node, string?> read) =>
        node is null ? null : [.. Nodes.Items(node).Select(read).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary><c>tcp/0-21 from 0.0.0.0/0</c>, or <c>to</c> for egress.</summary>
    private string? Piece(Node node)
    {
        if (Texts.Line(node, "remainder", LongestPiece, problems) is not { } line) return null;
        if (line.Split(' ') is [_, "from" or "to", _]) return line;
        problems.Add(Codes.BadRemainder, node.Place, $"{UserText.Quote(line)} is no piece of a permission", "write a service, `from` or `to`, and a peer, as `tcp/0-21 from 0.0.0.0/0`");
        return null;
    }
}
