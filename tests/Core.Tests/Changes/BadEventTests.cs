using System.Text;
using System.Text.Json.Nodes;
using Remediator.Changes;

namespace Remediator.Core.Tests.Changes;

/// <summary>Bad input: each gives a line that names what was wrong, and none is ever taken for compliant.</summary>
public sealed class BadEventTests
{
    private const string Base = "ingress-items";

    public static readonly TheoryData<string, string> Texts = new()
    {
        { "", "unreadable: the event is empty, expected one JSON object" },
        { "null", "unreadable: the event is `null`, expected one JSON object" },
        { "[]", "unreadable: the event is a list, expected one JSON object" },
        { "\"x\"", "unreadable: the event is `x`, expected one JSON object" },
        { "{\"a\":1,\"a\":2}", "unreadable: `a` is there twice, expected once" },
        { "{\"detail\":[{\"b\":{\"a`\\n\":1,\"a`\\n\":2}}]}", "unreadable: `detail[0].b.a\\u0060\\u000a` is there twice, expected once" },
        { "{\"\\ud800\":1}", "unreadable: the event has a field name with half a surrogate pair, expected one JSON object" },
    };

    public static readonly TheoryData<string, string?, string> Fields = new()
    {
        { "detail-type", null, "unreadable: `detail-type` is missing, expected text such as `AWS API Call via CloudTrail`" },
        { "detail-type", "7", "unreadable: `detail-type` is `7`, expected text such as `AWS API Call via CloudTrail`" },
        { "detail-type", "\"EC2 Instance State-change Notification\"", "ignored, because `EC2 Instance State-change Notification` events are not judged, only `AWS API Call via CloudTrail`" },
        { "source", null, "unreadable: `source` is missing, expected text such as `aws.ec2`" },
        { "source", "\"aws.s3\"", "ignored, because events of `aws.s3` are not judged, only those of `aws.ec2`" },
        { "account", null, "unreadable: `account` is missing, expected an account of 12 digits" },
        { "account", "\"1111\"", "unreadable: `account` is `1111`, expected an account of 12 digits; `detail.recipientAccountId` is `111122223333`, but `account` is `1111`: expected the same" },
        { "account", "\"444455556666\"", "unreadable: `detail.recipientAccountId` is `111122223333`, but `account` is `444455556666`: expected the same" },
        { "account", "111122223333", "unreadable: `account` is `111122223333`, expected an account of 12 digits; `detail.recipientAccountId` is `111122223333`, but `account` is `111122223333`: expected the same" },
        { "region", null, "unreadable: `region` is missing, expected a region such as `eu-west-1`" },
        { "region", "\"eu-west-1.evil.example/\"", "unreadable: `region` is `eu-west-1.evil.example/`, expected a region such as `eu-west-1`; `detail.awsRegion` is `eu-west-1`, but `region` is `eu-west-1.evil.example/`: expected the same" },
        { "region", "\"us-east-1\"", "unreadable: `detail.awsRegion` is `eu-west-1`, but `region` is `us-east-1`: expected the same" },
        { "detail.eventID", null, "unreadable: `detail.eventID` is missing, expected the id of the event" },
        { "detail.eventID", "\"\"", "unreadable: `detail.eventID` is text with no character, expected the id of the event" },
        { "detail.eventTime", "\"yesterday\\nat `noon`\"", "unreadable: `detail.eventTime` is `yesterday\\u000aat \\u0060noon\\u0060`, expected a time such as `2026-01-31T12:34:56Z`" },
        { "detail.eventTime", "{}", "unreadable: `detail.eventTime` is an object, expected a time such as `2026-01-31T12:34:56Z`" },
        { "detail.eventSource", "\"s3.amazonaws.com\"", "unreadable: `detail.eventSource` is `s3.amazonaws.com`, expected `ec2.amazonaws.com`, as the envelope says" },
        { "detail.eventName", null, "unreadable: `detail.eventName` is missing, expected text such as `AuthorizeSecurityGroupIngress`" },
        { "detail.eventName", "[]", "unreadable: `detail.eventName` is a list, expected text such as `AuthorizeSecurityGroupIngress`" },
        { "detail.eventName", "\"RunInstances\"", "ignored, because `RunInstances` is an unknown event: it is not one of those that are judged" },
        { "detail.readOnly", "true", "ignored, because the call is recorded as read-only" },
        { "detail.errorCode", "\"Server.`x`\"", "ignored, because the call failed with `Server.\\u0060x\\u0060`" },
        { "detail.errorCode", "12", "unreadable: `detail.errorCode` is `12`, expected an error code as text" },
        { "detail.requestParameters.groupId", "\"sg-0bbbbbbbbbbbbbbbb\"", "unreadable: `detail.responseElements.securityGroupRuleSet.items[0].groupId` is `sg-0a1b2c3d4e5f60718`, but `detail.requestParameters.groupId` is `sg-0bbbbbbbbbbbbbbbb`: expected one group" },
        { "detail.requestParameters.groupId", "\"web\"", "unreadable: `detail.requestParameters.groupId` is `web`, expected a group's id such as `sg-0123456789abcdef0`; `detail.responseElements.securityGroupRuleSet.items[0].groupId` is `sg-0a1b2c3d4e5f60718`, but `detail.requestParameters.groupId` is `web`: expected one group" },
        { "detail.requestParameters.groupName", "5", "unreadable: `detail.requestParameters.groupName` is `5`, expected a group's name" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_that_is_no_event_is_unreadable_and_says_why(string text, string expected) =>
        Assert.Equal(expected, Shown.Reading(ChangeReader.Read(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_wrong_field_is_named_with_what_was_read_and_expected(string path, string? json, string expected) =>
        Assert.Equal(expected, Shown.Reading(ChangeReader.Read(Set(path, json))));

    [Fact]
    public void An_event_without_any_time_is_unreadable()
    {
        var bytes = Events.With(Base, e => _ = e.AsObject().Remove("time") && e["detail"]!.AsObject().Remove("eventTime"));

        Assert.Equal("unreadable: `time` is missing, expected a time such as `2026-01-31T12:34:56Z`", Shown.Reading(ChangeReader.Read(bytes)));
    }

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var reading = Assert.IsType<Unreadable>(ChangeReader.Read("{\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":[]}"u8.ToArray()));

        foreach (var path in new[] { "source", "detail", "detail.eventName", "account", "region", "detail.eventID", "time", "detail.requestParameters.groupId" })
            Assert.Contains(reading.Problems, problem => problem.StartsWith($"`{path}` is ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_event_cut_off_anywhere_is_unreadable_and_says_where()
    {
        var whole = Events.Bytes(Base).AsMemory();
        for (var length = 1; length < whole.Length - 2; length += 7)
        {
            var reading = Assert.IsType<Unreadable>(ChangeReader.Read(whole[..length]));
            Assert.Matches("^the event is not JSON at line [0-9]+, byte [0-9]+: `[^`]+`, expected one whole JSON object$", Assert.Single(reading.Problems));
        }
    }

    [Fact]
    public void A_byte_order_mark_is_read_over() =>
        Assert.IsType<Change>(ChangeReader.Read((byte[])[0xEF, 0xBB, 0xBF, .. Events.Bytes(Base)]));

    [Fact]
    public void Bytes_that_are_not_utf8_are_unreadable()
    {
        var bytes = Events.Bytes(Base);
        bytes[bytes.AsSpan().IndexOf("ssh for now"u8)] = 0xFF;

        Assert.Equal("unreadable: the event is not UTF-8, expected one JSON object in UTF-8", Shown.Reading(ChangeReader.Read(bytes)));
    }

    [Fact]
    public void An_event_nested_too_deep_is_unreadable()
    {
        var reading = ChangeReader.Read(Encoding.UTF8.GetBytes(new string('[', 200_000)));

        Assert.Contains("maximum configured depth of 64", Shown.Reading(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_200_kilobytes_is_read_whole()
    {
        var bytes = Events.With("egress-old-answer", e => e["detail"]!["requestParameters"]!["ipPermissions"]!["items"]![0]!["ipRanges"]!["items"] = Blocks(1000));

        Assert.True(bytes.Length > 200_000, $"only {bytes.Length} bytes");
        var change = Assert.IsType<Change>(ChangeReader.Read(bytes));
        Assert.Equal(1000, change.Permissions.Length);
        Assert.Null(change.WholeGroupBecause);
    }

    [Fact]
    public void An_answer_against_the_direction_of_the_call_makes_the_whole_group_be_read()
    {
        var bytes = Events.With("ingress-flat", e => e["detail"]!["responseElements"]!["securityGroupRuleSet"]!["items"]![0]!["isEgress"] = true);

        Assert.Equal(
            "`detail.responseElements.securityGroupRuleSet.items[0].isEgress` is `true`, against the name of the call",
            Assert.IsType<Change>(ChangeReader.Read(bytes)).WholeGroupBecause);
    }

    [Fact]
    public void A_description_with_half_a_surrogate_pair_loses_the_description_and_nothing_else()
    {
        var text = Encoding.UTF8.GetString(Events.Bytes(Base)).Replace("ssh for now", "\\ud800", StringComparison.Ordinal);
        var change = Assert.IsType<Change>(ChangeReader.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(3, change.Permissions.Length);
        Assert.Null(change.Permissions[0].Description);
    }

    private static byte[] Set(string path, string? json) => Events.With(Base, root =>
    {
        var names = path.Split('.');
        var place = names[..^1].Aggregate(root, (node, name) => node[name]!).AsObject();
        place.Remove(names[^1]);
        if (json is not null) place[names[^1]] = JsonNode.Parse(json);
    });

    private static JsonArray Blocks(int count) => new([.. Enumerable.Range(0, count).Select(i => new JsonObject
    {
        ["cidrIp"] = $"10.{i / 256}.{i % 256}.0/24",
        ["description"] = new string('d', 170),
    })]);
}
