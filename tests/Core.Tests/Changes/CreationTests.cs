using Remediator.Changes;

namespace Remediator.Core.Tests.Changes;

/// <summary>CreateSecurityGroup: what a new group holds and may hold, and how it is named.</summary>
public sealed class CreationTests
{
    private const string Group = "sg-0a1b2c3d4e5f60718";
    private const string Request = "detail.requestParameters";
    private const string New = "whole group, because a new group lets everything out, and the event does not say whether to IPv6 too";
    private const string AllOut = "created [egress -1 - 0.0.0.0/0]";

    public static readonly TheoryData<string, string> Shapes = new()
    {
        { "create-group", $"{Group} {AllOut} at most [egress -1 - 0.0.0.0/0; egress -1 - ::/0] {New}" },
        { "create-group-answer-omitted", $"web-7 {AllOut} at most [egress -1 - 0.0.0.0/0; egress -1 - ::/0] {New}" },
        { "create-group-no-answer", $"web-7 {AllOut} at most [egress -1 - 0.0.0.0/0; egress -1 - ::/0] {New}" },
        { "create-group-old-answer", $"{Group} {AllOut} at most [egress -1 - 0.0.0.0/0; egress -1 - ::/0] {New}" },
        { "create-group-unknown-field", $"{Group} {AllOut} whole group, because `{Request}.ipPermissions` is not known, and may carry permissions" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_event_of_each_shape_is_read(string name, string expected) =>
        Assert.Equal(expected, Shown.Reading(ChangeReader.Read(Events.Bytes(name))));

    [Fact]
    public void Tags_of_the_new_group_are_no_traffic_whatever_they_say()
    {
        var bytes = Events.With("create-group", e => e["detail"]!["responseElements"]!["tagSet"]!["items"]![0]!["value"] = "0.0.0.0/0");

        Assert.NotNull(Assert.IsType<Change>(ChangeReader.Read(bytes)).AtMost);
    }

    [Fact]
    public void A_group_without_id_and_name_is_unreadable()
    {
        var bytes = Events.With("create-group-no-answer", e => e["detail"]!["requestParameters"]!.AsObject().Remove("groupName"));

        Assert.Equal(
            "unreadable: `detail.requestParameters.groupId` is missing, expected the group's id or name, here or in the answer",
            Shown.Reading(ChangeReader.Read(bytes)));
    }
}
