using System.Globalization;
using System.Text;

namespace Remediator.Benchmarks.Measures;

/// <summary>A policy of 200 rules with a list of 1,000 blocks under each <c>unless</c>: no two lists alike, or named ones that several rules share.</summary>
internal static class BroadPolicy
{
    public const int Rules = 200;
    public const int Blocks = 1000;

    /// <summary>Each list has this block, so that a permission from it is looked up in all of them and allowed by all.</summary>
    public const string Office = "203.0.113.0/24";

    /// <summary>Rule 0 is about ssh; the others about ten ports each.</summary>
    public static string OfManyServices() => Text(new("version: 1\nmode: enforce\n"), OfRule, List);

    /// <summary>Every rule is about ssh, so that none can be skipped for its service.</summary>
    public static string OfOneService() => Text(new("version: 1\nmode: enforce\n"), _ => "tcp/22", List);

    /// <summary>The lists are networks with names, as people write them who use one list in several rules.</summary>
    public static string OfNamedLists(int lists)
    {
        var text = new StringBuilder("version: 1\nmode: enforce\nnetworks:\n");
        for (var list = 0; list < lists; list++) text.Append(CultureInfo.InvariantCulture, $"  list-{list}: {List(list)}\n");
        return Text(text, OfRule, rule => $"list-{rule % lists}");
    }

    private static string OfRule(int rule) => rule == 0 ? "tcp/22" : $"tcp/{10_000 + rule * 10}-{10_009 + rule * 10}";

    private static string List(int number)
    {
        var text = new StringBuilder($"[{Office}");
        for (var block = 1; block < Blocks; block++) text.Append(CultureInfo.InvariantCulture, $", {20 + number / 8}.{block / 32 + 32 * (number % 8)}.{8 * (block % 32)}.0/24");
        return text.Append(']').ToString();
    }

    private static string Text(StringBuilder text, Func<int, string> service, Func<int, string> peer)
    {
        text.Append("rules:\n");
        for (var rule = 0; rule < Rules; rule++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: R{rule}, name: rule-{rule}, deny: {{ direction: ingress, service: {service(rule)}, peer: internet }}, why: measured, unless: {{ peer: {peer(rule)} }} }}\n");
        return text.ToString();
    }
}
