using System.Text.Json.Nodes;
using Remediator.Changes;

namespace Remediator.Core.Tests.Changes;

/// <summary>CreateTags and DeleteTags: which groups are retagged, and by which tags; or why that is no matter.</summary>
public sealed class TaggingTests
{
    private const string Group = "sg-0a1b2c3d4e5f60718";
    private const string Request = "detail.requestParameters";
    private const string Retagged = "whole group, because its tags have changed, and with them the rules that choose it";

    public static readonly TheoryData<string, string> Shapes = new()
    {
        { "create-tags", $"{Group} retagged [] Tier=database Note= {Retagged}" },
        { "create-tags-instance", "ignored, because it tags `i-0123456789abcdef0` and 1 more, no security group" },
        { "create-tags-malformed-group", $"unreadable: `{Request}.resourcesSet.items[0].resourceId` is `sg-`, expected a group's id such as `sg-0123456789abcdef0`" },
        { "create-tags-no-resource", $"unreadable: `{Request}.resourcesSet` is missing, expected the ids of what is tagged" },
        { "create-tags-omitted", $"unreadable: `{Request}` was omitted by CloudTrail as too large" },
        { "create-tags-rule", "ignored, because tags of a security group's rules choose nothing, only those of the group do" },
        { "create-tags-rule-and-group", $"{Group} retagged [] Tier=web {Retagged}" },
        { "create-tags-several", $"{Group} retagged [] Owner=team `a` {Retagged}\nsg-0fffffffffffffff1 retagged [] Owner=team `a` {Retagged}" },
        { "create-tags-unreadable-resource", $"unreadable: `{Request}.resourcesSet.items[1].resourceId` is `7`, expected an id" },
        { "create-tags-unreadable-tag", $"{Group} retagged [] Tier=web any tag {Retagged}" },
        { "create-tags-wrapper", $"{Group} retagged [] Tier=web {Retagged}" },
        { "delete-tags", $"{Group} retagged [] ManagedBy taken Tier taken {Retagged}" },
        { "delete-tags-all", $"{Group} retagged [] any tag {Retagged}" },
        { "delete-tags-all-several", $"{Group} retagged [] any tag {Retagged}\nsg-0fffffffffffffff1 retagged [] any tag {Retagged}" },
        { "delete-tags-unknown-field", $"{Group} retagged [] Tier taken any tag {Retagged}" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_event_of_each_shape_is_read(string name, string expected) =>
        Assert.Equal(expected, Shown.Reading(ChangeReader.Read(Events.Bytes(name))));

    [Theory]
    [InlineData("key", "8", "any tag")]
    [InlineData("value", "8", "Tier taken")]
    [InlineData("more", "\"x\"", "any tag")]
    public void What_cannot_be_read_of_a_tag_makes_more_of_it_never_less(string field, string json, string expected)
    {
        var bytes = Events.With("create-tags", e => e["detail"]!["requestParameters"]!["tagSet"]!["items"]![0]![field] = JsonNode.Parse(json));

        Assert.Contains(expected, Shown.Reading(ChangeReader.Read(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_we_do_not_know_and_that_names_a_group_makes_the_event_unreadable()
    {
        var bytes = Events.With("create-tags-instance", e => e["detail"]!["requestParameters"]!["alsoTagged"] = "sg-0fffffffffffffff1");

        Assert.Equal("unreadable: `detail.requestParameters.alsoTagged` is not known, and may carry permissions", Shown.Reading(ChangeReader.Read(bytes)));
    }

    [Fact]
    public void One_call_on_a_thousand_groups_is_a_change_of_each()
    {
        var bytes = Events.With("create-tags", e => e["detail"]!["requestParameters"]!["resourcesSet"]!["items"] = new JsonArray(
            [.. Enumerable.Range(0, 1000).Select(i => new JsonObject { ["resourceId"] = $"sg-{i:x17}" })]));

        var several = Assert.IsType<Several>(ChangeReader.Read(bytes));
        Assert.Equal(1000, several.Changes.Select(c => c.Group.Id).Distinct().Count());
        Assert.All(several.Changes, change => Assert.Equal("Tier", change.Retagged[0].Key));
    }
}
