using Remediator.Changes;

namespace Remediator.Core.Tests.Changes;

/// <summary>ModifyManagedPrefixList and RestoreManagedPrefixListVersion: which list has other entries now.</summary>
public sealed class PrefixListTests
{
    private const string Request = "detail.requestParameters";
    private const string Answer = "detail.responseElements";
    private const string List = "pl-0123456789abcdef0";

    public static readonly TheoryData<string, string> Shapes = new()
    {
        { "modify-prefix-list", $"{List} changed" },
        { "modify-prefix-list-arrays", $"{List} changed" },
        { "modify-prefix-list-malformed-id", $"unreadable: `{Request}.ModifyManagedPrefixListRequest.PrefixListId` is `partners`, expected a prefix list's id such as `{List}`; `{Request}.ModifyManagedPrefixListRequest.PrefixListId` is `partners`, but `{Answer}.ModifyManagedPrefixListResponse.prefixList.prefixListId` is `{List}`: expected one prefix list" },
        { "modify-prefix-list-no-id", $"unreadable: `{Request}.prefixListId` is missing, expected the prefix list's id, here or in the answer" },
        { "modify-prefix-list-omitted", $"{List} changed" },
        { "modify-prefix-list-rename", "ignored, because the prefix list's entries stay what they were: the call names none" },
        { "modify-prefix-list-unknown-field", $"{List} changed" },
        { "restore-prefix-list", $"{List} changed" },
        { "restore-prefix-list-flat", $"{List} changed" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_event_of_each_shape_is_read(string name, string expected) =>
        Assert.Equal(expected, Shown.Reading(ChangeReader.Read(Events.Bytes(name))));

    [Fact]
    public void A_change_of_a_list_carries_the_envelope_and_becomes_one_of_each_group_that_refers_to_it()
    {
        var list = Assert.IsType<PrefixListChange>(ChangeReader.Read(Events.Bytes("modify-prefix-list")));
        var change = list.For("sg-0fffffffffffffff1");

        Assert.EndsWith("-1111-4222-8333-444455556666", change.EventId, StringComparison.Ordinal);
        Assert.EndsWith("-aaaa-4bbb-8ccc-ddddeeeeffff", change.RequestId, StringComparison.Ordinal);
        Assert.Equal(("ModifyManagedPrefixList", "111122223333", "eu-west-1"), (change.EventName, change.Account, change.Region));
        Assert.Equal((ChangeKind.PeerChanged, "pl-0123456789abcdef0"), (change.Kind, change.PrefixListId));
    }

    [Fact]
    public void Lists_that_request_and_answer_name_must_agree()
    {
        var bytes = Events.With("modify-prefix-list", e => e["detail"]!["responseElements"]!["ModifyManagedPrefixListResponse"]!["prefixList"]!["prefixListId"] = "pl-0fffffffffffffff1");

        Assert.Contains("expected one prefix list", Shown.Reading(ChangeReader.Read(bytes)), StringComparison.Ordinal);
    }
}
