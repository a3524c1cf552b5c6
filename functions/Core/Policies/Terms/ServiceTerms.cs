using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Terms;

/// <summary>Services: <c>all</c>, a built-in name, a service of the file, or protocol and ports: <c>tcp</c>, <c>tcp/22</c>,
/// <c>udp/1-5</c>, <c>icmp/8</c>, <c>icmp/8/0</c>, <c>esp</c>, <c>50</c>.</summary>
internal sealed class ServiceTerms : TermKind<ServiceSet>
{
    private readonly HashSet<Protocol> named = [];

    /// <summary>The protocols that were named so far, as they are or in a service; <c>all</c> names none.</summary>
    public ImmutableHashSet<Protocol> Named => [.. named];

    public override string Noun => "service";

    public override DiagnosticCode Unknown => Codes.UnknownService;

    public override DiagnosticCode Unused => Codes.UnusedService;

    public override IReadOnlyCollection<string> BuiltInNames => BuiltInServices.Names;

    public override string Example => "`tcp/8000`";

    public override ServiceSet? BuiltIn(string name)
    {
        if (name == "all") return ServiceSet.All;
        return BuiltInServices.Find(name) is { } terms ? Noted(terms.Aggregate(ServiceSet.Empty, (sum, term) => sum.Union(Known(term)))) : null;
    }

    public override bool IsInline(string text) => text.Contains('/') || Protocols.TryRead(text, out _) || text.Length > 0 && char.IsAsciiDigit(text[0]);

    public override ServiceSet? Inline(TextNode term, Problems problems) => new ServiceReader(term, problems).Read() is { } set ? Noted(set) : null;

    public override string? MeantFor(string text) => text.ToLowerInvariant() switch
    {
        "any" or "*" or "-1" or "everything" => "all",
        _ => null,
    };

    public override bool IsReserved(string text) => false;

    public override ServiceSet Union(IReadOnlyList<ServiceSet> sets) => Halved(sets, static (a, b) => a.Union(b));

    public override long Pieces(ServiceSet set) => set.Points.Intervals.Length;

    private ServiceSet Noted(ServiceSet set)
    {
        foreach (var stretch in set.Stretches) _ = named.Add(stretch.First);
        return set;
    }

    /// <summary>A term of the built-in table; a test reads every one of them.</summary>
    private static ServiceSet Known(string term)
    {
        var problems = new Problems();
        return new ServiceReader(new(default, term, true), problems).Read() ?? throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"built-in service {term}"));
    }
}
