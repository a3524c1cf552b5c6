using System.Net;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class ReadPrefixListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_comes_with_name_owner_and_the_entries_of_all_pages_as_one_set()
    {
        var account = Ec2Account.Answering(Lists(List()), Entries("next", "203.0.113.0/25", "198.51.100.7/32"), Entries(null, "203.0.113.128/25", "2001:db8::/32"), Lists(List()));
        Assert.Equal(new PrefixList("pl-1", "office", Ec2Account.Own, Set("203.0.113.0/24", "198.51.100.7/32", "2001:db8::/32")), await Found(account));
        Assert.Equal(["Action=DescribeManagedPrefixLists", "PrefixListId.1=pl-1"], account.Sent[0]);
        Assert.Equal(["Action=GetManagedPrefixListEntries", "MaxResults=100", "PrefixListId=pl-1"], account.Sent[1]);
        Assert.Equal(["Action=GetManagedPrefixListEntries", "MaxResults=100", "NextToken=next", "PrefixListId=pl-1"], account.Sent[2]);
    }

    [Fact]
    public async Task One_page_needs_no_second_look_and_a_list_without_entries_is_empty()
    {
        var account = Ec2Account.Answering(Lists(List()), Entries(null));
        Assert.True((await Found(account)).Addresses.IsEmpty);
        Assert.Equal(2, account.Calls.Count);
    }

    [Fact]
    public async Task A_list_of_AWS_is_found_by_its_name_and_has_neither_state_nor_version_to_wait_for()
    {
        var account = Ec2Account.Answering(Lists(List("pl-2", "com.amazonaws.global.cloudfront.origin-facing", "AWS", inner: "")), Entries(null, "198.51.100.0/24"));
        var list = Assert.IsType<PrefixListReading.Found>(await Read(account, "com.amazonaws.global.cloudfront.origin-facing")).List;
        Assert.Equal(("pl-2", PrefixList.OwnedByAws), (list.Id, list.OwnerId));
        Assert.Equal(["Action=DescribeManagedPrefixLists", "Filter.1.Name=prefix-list-name", "Filter.1.Value.1=com.amazonaws.global.cloudfront.origin-facing", "MaxResults=100"], account.Sent[0]);
    }

    [Fact]
    public async Task A_name_that_is_a_pattern_finds_only_the_list_that_is_called_so()
    {
        var account = Ec2Account.Answering(Lists(List("pl-2", "office-1"), List("pl-3", "office*")), Entries(null, "203.0.113.0/24"));
        Assert.Equal("pl-3", Assert.IsType<PrefixListReading.Found>(await Read(account, "office*")).List.Id);
        Assert.IsType<PrefixListReading.NotFound>(await Read(Ec2Account.Answering(Lists(List("pl-2", "office-1"))), "office*"));
    }

    [Fact]
    public async Task Several_lists_of_that_name_are_a_failure_that_says_so() => Assert.Equal(
        new PrefixListReading.Failed("2 prefix lists are called `office`: expected one; name it by its id, pl-…", false),
        await Read(Ec2Account.Answering(Lists(List("pl-2"), List("pl-3"))), "office"));

    [Theory]
    [InlineData("InvalidPrefixListID.NotFound")]
    [InlineData("InvalidPrefixListId.NotFound")]
    public async Task A_list_that_is_not_there_or_is_deleted_between_the_two_reads_is_not_found(string code)
    {
        var refusal = ScriptedService.Answer(HttpStatusCode.BadRequest, Ec2Errors.Document(code, "The prefix list (pl-1) does not exist."));
        Assert.IsType<PrefixListReading.NotFound>(await Read(new Ec2Account(ScriptedService.Answering(refusal))));
        Assert.IsType<PrefixListReading.NotFound>(await Read(new Ec2Account(ScriptedService.Answering(Ec2Account.Document(Lists(List())), refusal))));
    }

    [Fact]
    public async Task A_deleted_list_that_is_still_shown_is_not_found() =>
        Assert.IsType<PrefixListReading.NotFound>(await Read(Ec2Account.Answering(Lists(List(inner: "<state>delete-complete</state><version>3</version>")), Entries(null, "203.0.113.0/24"))));

    [Theory]
    [InlineData("create-in-progress")]
    [InlineData("modify-in-progress")]
    [InlineData("restore-in-progress")]
    public async Task A_list_that_is_being_changed_is_not_judged_by_what_it_was(string state)
    {
        var account = Ec2Account.Answering(Lists(List(inner: $"<state>{state}</state><version>3</version>")), Entries(null, "203.0.113.0/24"));
        Assert.Equal(new PrefixListReading.Failed($"prefix list `pl-1` could not be read: it is being changed (`{state}`)", true), await Read(account));
    }

    [Theory]
    [InlineData("create-complete")]
    [InlineData("modify-complete")]
    [InlineData("modify-failed")]
    [InlineData("restore-complete")]
    [InlineData("delete-in-progress")]
    public async Task In_any_other_state_the_entries_are_what_they_are(string state)
    {
        var account = Ec2Account.Answering(Lists(List(inner: $"<state>{state}</state><version>3</version>")), Entries(null, "203.0.113.0/24"));
        Assert.Equal(Set("203.0.113.0/24"), (await Found(account)).Addresses);
    }

    [Fact]
    public async Task A_list_that_changes_between_two_pages_is_read_again_by_whoever_asks()
    {
        var account = Ec2Account.Answering(Lists(List()), Entries("next", "203.0.113.0/25"), Entries(null, "203.0.113.128/25"), Lists(List(inner: "<state>modify-complete</state><version>4</version>")));
        Assert.Equal(new PrefixListReading.Failed("prefix list `pl-1` could not be read: it changed while it was read", true), await Read(account));
    }

    [Theory]
    [InlineData("<cidr>every\nwhere</cidr>", "`every\\u{A}where`")]
    [InlineData("<description>no block at all</description>", "``")]
    public async Task An_entry_that_is_no_block_fails_the_reading_and_is_named(string entry, string shown)
    {
        var account = Ec2Account.Answering(Lists(List()), $"GetManagedPrefixListEntries:<entrySet><item><cidr>203.0.113.0/24</cidr></item><item>{entry}</item></entrySet>");
        Assert.Equal(new PrefixListReading.Failed($"prefix list `pl-1` could not be read: its entry {shown} is none that we know: expected an IPv4 or IPv6 block", false), await Read(account));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidPrefixListId.Malformed", false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true)]
    public async Task A_refused_read_is_a_failure_whichever_page_it_meets(HttpStatusCode status, string code, bool retryable)
    {
        var refusal = ScriptedService.Answer(status, Ec2Errors.Document(code, "no"));
        var expected = new PrefixListReading.Failed($"{code}: no", retryable);
        Assert.Equal(expected, await Read(new Ec2Account(ScriptedService.Answering(refusal))));
        Assert.Equal(expected, await Read(new Ec2Account(ScriptedService.Answering(Ec2Account.Document(Lists(List())), Ec2Account.Document(Entries("next", "203.0.113.0/24")), refusal))));
    }

    private static Task<PrefixListReading> Read(Ec2Account account, string idOrName = "pl-1") => account.Facts.ReadPrefixList(idOrName, Ec2Account.Own, Ec2Account.Region, Cancel);

    private static async Task<PrefixList> Found(Ec2Account account) => Assert.IsType<PrefixListReading.Found>(await Read(account)).List;

    private static string Lists(params string[] lists) => $"DescribeManagedPrefixLists:<prefixListSet>{string.Concat(lists)}</prefixListSet>";

    private static string List(string id = "pl-1", string name = "office", string owner = Ec2Account.Own, string inner = "<state>create-complete</state><version>3</version>") =>
        $"<item><prefixListId>{id}</prefixListId><addressFamily>IPv4</addressFamily><prefixListArn>arn:aws:ec2:eu-west-1:{owner}:prefix-list/{id}</prefixListArn><prefixListName>{name}</prefixListName><maxEntries>10</maxEntries><ownerId>{owner}</ownerId>{inner}<tagSet/></item>";

    private static string Entries(string? next, params string[] blocks) =>
        $"GetManagedPrefixListEntries:<entrySet>{string.Concat(blocks.Select(b => $"<item><cidr>{b}</cidr><description>why</description></item>"))}</entrySet>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}";

    private static AddressSet Set(params string[] blocks) => AddressSet.From(blocks.Select(b => Cidr.TryParse(b, out var cidr) ? cidr : throw new ArgumentException(b, nameof(blocks))));
}
