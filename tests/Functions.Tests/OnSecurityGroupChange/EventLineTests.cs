using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Remediator.Aws.Hosting;
using Remediator.Changes;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

public sealed class EventLineTests
{
    private static readonly DateTimeOffset Now = TestFunction.Now;

    public static TheoryData<string> HostileTexts =>
    [
        "\u001b[2J\u001b[31mred\u0007",
        "first\r\n{\"level\":\"Information\",\"message\":\"compliant\"}\u2028\u2029\u0085",
        "\u202egnissim\u2066\u200b\ufeff\u00ad",
        "\"},\"outcome\":\"Revoked\",{\\\"\\u0022",
        "\ud83d half of a pair \udc4d, and \0",
        "𝕱𝖚𝖓 👍🏽 zoë 日本",
        new string('x', 100_000),
        string.Concat(Enumerable.Repeat("👍", 50_000)),
        "a" + new string('\u0301', 100_000),
    ];

    public static TheoryData<string, string> Kinds => new()
    {
        { "ignored", "ignored, because the call failed" },
        { "unreadable", "not handled" },
        { "undone", "not handled" },
        { "benign", "compliant" },
        { "gone", "already gone" },
        { "repeated", "handled before" },
        { "judged", "judged" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_result_is_one_line_that_says_what_it_was_about(string kind, string message)
    {
        var line = OneLine.Of(EventLine.Of(Result(kind, "plain"), Now, Now.AddMilliseconds(12.34)));
        Assert.Equal(message, line.GetProperty("message").GetString());
        Assert.Equal(12.3, line.GetProperty("handledInMs").GetDouble());
        Assert.Equal(kind is "unreadable" or "undone" ? "Error" : "Information", line.GetProperty("level").GetString());
        var named = kind is not ("ignored" or "unreadable");
        Assert.Equal(named ? "plain" : null, line.TryGetProperty("eventId", out var id) ? id.GetString() : null);
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Text_that_others_wrote_neither_leaves_its_place_nor_grows_the_line(string text)
    {
        foreach (var (kind, _) in Kinds.Select(row => row.Data))
        {
            var plain = OneLine.Of(EventLine.Of(Result(kind, "plain"), Now, Now));
            var hostile = OneLine.Of(EventLine.Of(Result(kind, text), Now, Now));
            Assert.Equal(Names(plain), Names(hostile));
            Assert.Equal(plain.GetProperty("level").GetString(), hostile.GetProperty("level").GetString());
        }

        var warning = OneLine.Of(EventLine.Warning(text));
        Assert.Equal(["level", "message"], Names(warning));
    }

    [Fact]
    public void A_backtick_and_a_letter_of_any_language_stay_readable() =>
        Assert.Contains("`zoë` 日本", EventLine.Warning("`zoë` 日本"), StringComparison.Ordinal);

    [Fact]
    public void An_access_key_id_is_masked() => Assert.DoesNotContain("AKIAIOSFODNN7EXAMPLE", EventLine.Of(Result("judged", "AKIAIOSFODNN7EXAMPLE"), Now, Now), StringComparison.Ordinal);

    [Theory]
    [InlineData("plain")]
    [InlineData("\u202e日本👍")]
    public void Thousands_of_permissions_calls_problems_and_remarks_are_listed_in_part_and_counted(string text)
    {
        text = string.Concat(Enumerable.Repeat(text, 1000));
        var many = Judged(text, 3000) with { Problems = [.. Enumerable.Repeat(text, 3000)], Remarks = [.. Enumerable.Repeat(text, 3000)] };
        var line = OneLine.Of(EventLine.Of(many, Now, Now));
        foreach (var name in new[] { "permissions", "calls", "problems", "remarks" })
        {
            var listed = line.GetProperty(name).GetArrayLength();
            Assert.InRange(listed, 5, 100);
            Assert.Equal(3000, listed + line.GetProperty(name + "NotListed").GetInt32());
        }
    }

    [Fact]
    public void A_hundred_ordinary_permissions_are_all_listed()
    {
        var line = OneLine.Of(EventLine.Of(Judged("plain", 100), Now, Now));
        Assert.Equal(100, line.GetProperty("permissions").GetArrayLength());
        Assert.False(line.TryGetProperty("permissionsNotListed", out _));
    }

    [Theory]
    [InlineData(2.5, 2.5)]
    [InlineData(-4, 0)]
    public void Seconds_to_closed_are_never_negative(double closedAfter, double expected) =>
        Assert.Equal(expected, OneLine.Of(EventLine.Of(Judged("plain", 1) with { ClosedAt = Now.AddSeconds(closedAfter) }, Now, Now)).GetProperty("secondsToClosed").GetDouble());

    [Fact]
    public void What_was_thrown_of_thousands_of_problems_is_bounded()
    {
        var thrown = new EventFailedException([.. Enumerable.Repeat(new string('x', 10_000), 3000)]);
        Assert.InRange(thrown.Message.Length, 10_000, 60_000);
        Assert.EndsWith("; and 2900 more", thrown.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);

    private static Result Result(string kind, string text) => kind switch
    {
        "ignored" => new Result.NotJudged(text == "plain" ? "the call failed" : text),
        "unreadable" => new Result.Undone(null) { Problems = [text] },
        "undone" => new Result.Undone(Change(text)) { Problems = [text], Remarks = [text] },
        "benign" => new Result.Benign(Change(text), 2, 0),
        "gone" => new Result.Benign(Change(text), 0, 2),
        "repeated" => new Result.Repeated(Change(text), Now),
        "judged" => Judged(text, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    private static Result.Judged Judged(string text, int count) => new(
        Change(text), new("111122223333", "eu-west-1", text),
        [.. Enumerable.Range(1, count).Select(n => Handled(n, text))],
        [.. Enumerable.Range(1, count).Select(n => new CallMade("RevokeSecurityGroupIngress", n.ToString(CultureInfo.InvariantCulture), text, Now))], null);

    private static Change Change(string text) => new(text, text, Now, text, text, new(null, text), new(text, text, text, text, Channel.Unknown, null)) { WholeGroupBecause = text };

    private static Handled Handled(int port, string text)
    {
        var permission = Permission.Create(Direction.Ingress, "tcp", port, port, new Peer.PrefixList(text), out _)! with { RuleId = text, Description = text };
        var rule = new Rule(text, text, null, TrafficSet.Empty, TrafficSet.Empty, Severity.High, RuleAction.Notify, RuleAction.Notify, null, text, [], new Place(text, 1, 1));
        return new(new Verdict(permission, Decision.Undecided, [new(rule, Decision.Undecided, TrafficSet.Empty, false)], Severity.High, null, TrafficSet.Empty, BigInteger.Zero, BigInteger.Zero, 0), Outcome.Told, text);
    }
}
