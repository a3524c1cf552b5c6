using Remediator.Diagnostics;
using Remediator.Policies.Reading;
using Remediator.Policies.Selectors;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>Selectors of groups: <c>any</c>, <c>default</c>, a name under <c>groups</c>, an id, a mapping of what must all hold, or a
/// list of which one must.</summary>
internal sealed class GroupTerms : TermKind<Chosen>
{
    /// <summary>Selectors in each other; asking one costs some of the stack for each.</summary>
    private const int Deepest = 256;

    private static readonly string[] Names = ["any", "default"];

    public override string Noun => "group";

    public override DiagnosticCode Unknown => Codes.UnknownGroup;

    public override DiagnosticCode Unused => Codes.UnusedGroup;

    public override IReadOnlyCollection<string> BuiltInNames => Names;

    public override string Example => "`{ tags: { Tier: web } }`";

    // Asked for every event, so it is far below what reading could bear.
    public override long MostPieces => 10_000;

    public override bool IsNested => true;

    public override Chosen? BuiltIn(string name) => name switch
    {
        "any" => Chosen.By(GroupSelector.Any),
        "default" => Chosen.By(new GroupSelector.ByDefault(true)),
        _ => null,
    };

    public override bool IsInline(string text) => text.StartsWith("sg-", StringComparison.Ordinal);

    public override Chosen? Inline(TextNode term, Problems problems)
    {
        if (ResourceIds.IsGroup(term.Text)) return Chosen.By(new GroupSelector.ByText(GroupFact.Id, new(term.Text)));
        problems.Add(Codes.BadResourceId, term.Place, $"{UserText.Quote(term.Text)} is no id of a group", "write `sg-0123456789abcdef0`, or `{ id: \"sg-0*\" }` for a pattern");
        return null;
    }

    public override Chosen? Mapping(MapNode term, Func<Node, Chosen?> read, Problems problems) => new SelectorReader(read, problems).Read(term);

    public override Chosen Called(string name, Chosen set) => new(new GroupSelector.Named(name, set.Selector), set.Size, set.Depth + 1);

    public override string? MeantFor(string text) => text.ToLowerInvariant() switch
    {
        "all" or "*" or "every" or "everything" or "anywhere" => "any",
        var other when other.StartsWith("group:", StringComparison.Ordinal) => text["group:".Length..],
        var other when other.Contains('*', StringComparison.Ordinal) => $"{{ name: \"{text}\" }}",
        _ => null,
    };

    public override bool IsReserved(string text) => text is "none" or "self";

    public override Chosen Union(IReadOnlyList<Chosen> sets) => Chosen.Any(sets);

    public override long Pieces(Chosen set) => set.Depth <= Deepest ? set.Size : MostPieces + 1;
}
