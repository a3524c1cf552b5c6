using System.Globalization;
using System.Text;

namespace Remediator.Benchmarks.Measures;

/// <summary>A policy of 200 rules with a list of 1,000 blocks under each <c>unless</c>, no two lists alike.</summary>
internal static class BroadPolicy
{
    public const int Rules = 200;
    public const int Blocks = 1000;

    /// <summary>Each list has this block, so that a permission from it is looked up in all of them and allowed by all.</summary>
    public const string Office = "203.0.113.0/24";

    /// <summary>Rule 0 is about ssh; the others about ten ports each.</summary>
    public static string OfManyServices() => Text(rule => rule == 0 ? "tcp/22" : $"tcp/{10_000 + rule * 10}-{10_009 + rule * 10}");

    /// <summary>Every rule is about ssh, so that none can be skipped for its service.</summary>
    public static string OfOneService() => Text(_ => "tcp/22");

    private static string Text(Func<int, string> service)
    {
        var text = new StringBuilder("version: 1\nmode: enforce\nrules:\n");
        for (var rule = 0; rule < Rules; rule++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: R{rule}, name: rule-{rule}, deny: {{ direction: ingress, service: {service(rule)}, peer: internet }}, why: measured, unless: {{ peer: [{Office}");
            for (var block = 1; block < Blocks; block++) text.Append(CultureInfo.InvariantCulture, $", {20 + rule / 8}.{block / 32 + 32 * (rule % 8)}.{8 * (block % 32)}.0/24");
            text.Append("] } }\n");
        }

        return text.ToString();
    }
}
