using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Remediator.Aws.Hosting;
using Remediator.Aws.Tests.SecurityHub;
using Remediator.Changes;
using Remediator.Diagnostics;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Aws.Tests.Hosting;

/// <summary>What others write, in every place where others write, against every output.</summary>
public sealed class HostileTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 15, 3, TimeSpan.Zero);

    public static TheoryData<string> Texts =>
    [
        "%s%n%x {0} {name} {{}}",
        "<script>alert(1)</script><b>&amp;",
        "\u001b[31mred\u001b]0;owned\u0007",
        string.Concat(Enumerable.Repeat("👩🏽‍🚀", 1000)),
        "\u202egnissim\u2066\u200b\ufeff\u00ad",
        "first\r\nSubject: second\n\nWHAT NOW\n\u2028\u2029\u0085third",
        "nul\0nul",
        "`rm -rf`; $(reboot) ```code```",
        "${jndi:ldap://evil.example/x}",
        "[click](https://evil.example) ![x](https://evil.example/p.png)",
        "@here @channel <!here> <@U123> :tada:",
        "\"},\"outcome\":\"revoked\",{\\\"",
        "AKIAIOSFODNN7EXAMPLE",
        "\ud83d alone \udc4d",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task No_output_carries_it_as_anything_but_text(string text)
    {
        var (plain, hostile) = (Report("plain"), Report(text));
        var (calm, notice) = (NoticeWriter.Write(plain)!, NoticeWriter.Write(hostile)!);
        Assert.True(notice.Subject.Length <= 99 && notice.Subject.All(c => c is >= ' ' and <= '~'), notice.Subject);
        Assert.Equal(Titles(calm.Body), Titles(notice.Body));
        Shown(notice.Body.Replace("\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain("${", notice.Subject + notice.Body, StringComparison.Ordinal);

        Chat(ChatMessage.Write(calm, "aws"), ChatMessage.Write(notice, "aws"));
        Same(await FindingJson(plain), await FindingJson(hostile));
        Same(EventLine.Of(Judged(plain), Now, Now, "id"), EventLine.Of(Judged(hostile), Now, Now, text));
        Same(MetricsLine.Of(Judged(plain), "OnSecurityGroupChange", "id", Now)!, MetricsLine.Of(Judged(hostile), "OnSecurityGroupChange", text, Now)!);
    }

    private static void Chat(string calm, string hostile)
    {
        Same(calm, hostile, listsMayDiffer: true);
        foreach (var shown in Strings(JsonDocument.Parse(hostile).RootElement))
        {
            Assert.DoesNotContain(shown, c => c is '<' or '>' or '@');
            Assert.DoesNotContain("://", shown, StringComparison.Ordinal);
            Assert.All(shown.Split('\n'), line => Assert.True(line.Count(c => c == '`') % 2 == 0, line));
            Assert.All(shown.Split('\n').Select(OutsideCode), line => Assert.DoesNotContain("](", line, StringComparison.Ordinal));
        }
    }

    private static string OutsideCode(string line) => string.Concat(line.Split('`').Where((_, i) => i % 2 == 0));

    /// <summary>One line of JSON of the same members, each text without anything hidden.</summary>
    private static void Same(string calm, string hostile, bool listsMayDiffer = false)
    {
        Assert.DoesNotContain('\n', hostile);
        var (expected, json) = (JsonDocument.Parse(calm).RootElement, JsonDocument.Parse(hostile).RootElement);
        if (listsMayDiffer) Assert.Equal(expected.EnumerateObject().Select(p => p.Name), json.EnumerateObject().Select(p => p.Name));
        else Assert.Equal(Paths(expected), Paths(json));
        foreach (var text in Strings(json)) Shown(text.Replace("\n", "", StringComparison.Ordinal));
    }

    private static void Shown(string text)
    {
        Assert.DoesNotContain(text.EnumerateRunes(), r => r == Rune.ReplacementChar && !text.Contains('\ufffd', StringComparison.Ordinal));
        Assert.DoesNotContain(text.EnumerateRunes(), r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AKIAIOSFODNN7EXAMPLE", text, StringComparison.Ordinal);
    }

    private static async Task<string> FindingJson(Report report)
    {
        var hub = new Hub(call => Hub.Imported(Hub.Ids(call).Length));
        await hub.Findings.Import([.. FindingWriter.All(report, Now).Take(1)], TestContext.Current.CancellationToken);
        return hub.Http.Calls[0].Body;
    }

    private static IEnumerable<string> Titles(string body) => body.Split("\n\n").Select(s => s.Split('\n')[0]).Where(t => t.All(c => c is ' ' or (>= 'A' and <= 'Z')));

    private static IEnumerable<string> Paths(JsonElement json, string path = "") => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Paths(p.Value, $"{path}.{p.Name}")).Prepend(path),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((e, i) => Paths(e, $"{path}[{i}]")),
        _ => [path],
    };

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    private static Result.Judged Judged(Report report) => new(report.Change, report.Group, report.Handled, [new("RevokeSecurityGroupIngress", "1", report.Handled[0].Detail!, Now)], Now);

    private static Report Report(string text)
    {
        var permission = Permission.Create(Direction.Ingress, "tcp", 22, 22, new Peer.PrefixList(text), out _)! with { RuleId = text, Description = text };
        var rule = new Rule("SG001", text, null, TrafficSet.Empty, TrafficSet.Empty, Severity.High, RuleAction.Revoke, RuleAction.Notify, null, text, [text], new Place(text, 1, 1));
        var verdict = new Verdict(permission, Decision.Violation, [new(rule, Decision.Violation, TrafficSet.Empty, false)], Severity.High, RuleAction.Revoke, TrafficSet.Empty, BigInteger.Zero, BigInteger.Zero, 0);
        var actor = new Actor($"arn:aws:sts::111122223333:assumed-role/{text}/s", text, text, text, Channel.Sdk, null);
        var change = new Change(text, text, Now, "111122223333", "eu-west-1", new("sg-0a", null), actor) { RequestId = text };
        return new(change, new("111122223333", "eu-west-1", "sg-0a"), "aws", [new(verdict, Outcome.Revoked, text)], new Exposure(1, [text]), Now, Now, true, "main.yaml@0123456789ab");
    }
}
