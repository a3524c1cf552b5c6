using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

[Collection<ProxyCollection>]
public sealed class PrefixListAnswersTests(ProxyFixture aws)
{
    [Fact]
    public async Task A_list_is_made_changed_and_restored_and_each_version_is_remembered()
    {
        var name = $"offices-{Guid.NewGuid():N}";
        var created = (await aws.CallAsync("CreateManagedPrefixList", $"PrefixListName={name}&MaxEntries=3&AddressFamily=IPv4&Entry.1.Cidr=203.0.113.0/25&Entry.1.Description=one")).Element("prefixList")!;
        var id = created.Element("prefixListId")!.Value;

        var modified = await aws.CallAsync("ModifyManagedPrefixList", $"PrefixListId={id}&CurrentVersion=1&AddEntry.1.Cidr=0.0.0.0/0&AddEntry.2.Cidr=198.51.100.0/24&RemoveEntry.1.Cidr=203.0.113.0/25");
        Assert.Equal((id, "2"), (modified.Element("prefixList")!.Element("prefixListId")!.Value, modified.Element("prefixList")!.Element("version")!.Value));
        Assert.Equal(["0.0.0.0/0 ", "198.51.100.0/24 "], await EntriesAsync(id));
        Assert.Equal(["203.0.113.0/25 one"], await EntriesAsync(id, "&TargetVersion=1"));

        var restored = (await aws.CallAsync("RestoreManagedPrefixListVersion", $"PrefixListId={id}&PreviousVersion=1&CurrentVersion=2")).Element("prefixList")!;
        Assert.Equal(("restore-in-progress", "3"), (restored.Element("state")!.Value, restored.Element("version")!.Value));
        Assert.Equal(["203.0.113.0/25 one"], await EntriesAsync(id));

        var row = Assert.Single((await aws.CallAsync("DescribeManagedPrefixLists", $"PrefixListId.1={id}")).Element("prefixListSet")!.Elements("item"));
        Assert.Equal((name, "IPv4", "3", "3", ProxyFixture.Account), (row.Element("prefixListName")!.Value, row.Element("addressFamily")!.Value, row.Element("maxEntries")!.Value, row.Element("version")!.Value, row.Element("ownerId")!.Value));
    }

    [Fact]
    public async Task An_entry_that_is_added_again_gets_its_new_description_and_a_name_changes_without_a_version()
    {
        var id = await ListAsync(2, "203.0.113.0/24");
        await aws.CallAsync("ModifyManagedPrefixList", $"PrefixListId={id}&AddEntry.1.Cidr=203.0.113.0/24&AddEntry.1.Description=told");
        Assert.Equal(["203.0.113.0/24 told"], await EntriesAsync(id));
        var renamed = (await aws.CallAsync("ModifyManagedPrefixList", $"PrefixListId={id}&PrefixListName=renamed")).Element("prefixList")!;
        Assert.Equal(("renamed", "2"), (renamed.Element("prefixListName")!.Value, renamed.Element("version")!.Value));
    }

    [Fact]
    public async Task Entries_and_lists_come_page_by_page()
    {
        var id = await ListAsync(5, "203.0.113.0/28", "203.0.113.16/28", "203.0.113.32/28");
        var first = await aws.CallAsync("GetManagedPrefixListEntries", $"PrefixListId={id}&MaxResults=2");
        var second = await aws.CallAsync("GetManagedPrefixListEntries", $"PrefixListId={id}&MaxResults=2&NextToken={first.Element("nextToken")!.Value}");
        Assert.Equal(["203.0.113.0/28", "203.0.113.16/28"], first.Descendants("cidr").Select(cidr => cidr.Value));
        Assert.Equal(["203.0.113.32/28"], second.Descendants("cidr").Select(cidr => cidr.Value));
        Assert.Null(second.Element("nextToken"));
        var lists = await aws.CallAsync("DescribeManagedPrefixLists", "MaxResults=1");
        Assert.Single(lists.Element("prefixListSet")!.Elements("item"));
        Assert.NotNull(lists.Element("nextToken"));
    }

    [Theory]
    [InlineData("DescribeManagedPrefixLists", "PrefixListId.1=pl-0123456789abcdef0")]
    [InlineData("GetManagedPrefixListEntries", "PrefixListId=pl-0123456789abcdef0")]
    [InlineData("ModifyManagedPrefixList", "PrefixListId=pl-0123456789abcdef0&AddEntry.1.Cidr=0.0.0.0/0")]
    [InlineData("RestoreManagedPrefixListVersion", "PrefixListId=pl-0123456789abcdef0&PreviousVersion=1&CurrentVersion=2")]
    [InlineData("DeleteManagedPrefixList", "PrefixListId=pl-0123456789abcdef0")]
    public async Task An_unknown_list_is_not_found(string action, string parameters) => await AssertRefusedAsync("InvalidPrefixListID.NotFound", action, parameters);

    [Fact]
    public async Task A_deleted_list_is_not_found()
    {
        var id = await ListAsync(2, "203.0.113.0/24");
        await aws.CallAsync("DeleteManagedPrefixList", $"PrefixListId={id}");
        await AssertRefusedAsync("InvalidPrefixListID.NotFound", "GetManagedPrefixListEntries", $"PrefixListId={id}");
    }

    [Fact]
    public async Task Another_version_too_many_entries_and_lists_of_AWS_are_refused_and_change_nothing()
    {
        var id = await ListAsync(2, "203.0.113.0/24");
        await AssertRefusedAsync("PrefixListVersionMismatch", "ModifyManagedPrefixList", $"PrefixListId={id}&CurrentVersion=7&AddEntry.1.Cidr=0.0.0.0/0");
        await AssertRefusedAsync("PrefixListVersionMismatch", "RestoreManagedPrefixListVersion", $"PrefixListId={id}&PreviousVersion=1&CurrentVersion=7");
        await AssertRefusedAsync("InvalidParameterValue", "RestoreManagedPrefixListVersion", $"PrefixListId={id}&PreviousVersion=1&CurrentVersion=1");
        await AssertRefusedAsync("PrefixListMaxEntriesExceeded", "ModifyManagedPrefixList", $"PrefixListId={id}&AddEntry.1.Cidr=0.0.0.0/1&AddEntry.2.Cidr=128.0.0.0/1");
        await AssertRefusedAsync("PrefixListMaxEntriesExceeded", "CreateManagedPrefixList", "PrefixListName=small&MaxEntries=1&AddressFamily=IPv4&Entry.1.Cidr=0.0.0.0/1&Entry.2.Cidr=128.0.0.0/1");
        await AssertRefusedAsync("UnsupportedOperation", "ModifyManagedPrefixList", $"PrefixListId={id}&MaxEntries=9");
        Assert.Equal(["203.0.113.0/24 "], await EntriesAsync(id));

        var managed = (await aws.CallAsync("DescribeManagedPrefixLists", "Filter.1.Name=owner-id&Filter.1.Value.1=AWS")).Descendants("prefixListId").First().Value;
        await AssertRefusedAsync("OperationNotPermitted", "ModifyManagedPrefixList", $"PrefixListId={managed}&AddEntry.1.Cidr=0.0.0.0/0");
    }

    private async Task<string> ListAsync(int most, params string[] entries) => (await aws.CallAsync(
        "CreateManagedPrefixList", $"PrefixListName=list-{Guid.NewGuid():N}&MaxEntries={most}&AddressFamily=IPv4&" + string.Join('&', entries.Select((cidr, index) => $"Entry.{index + 1}.Cidr={cidr}")))).Descendants("prefixListId").First().Value;

    private async Task<string[]> EntriesAsync(string id, string more = "") =>
        [.. (await aws.CallAsync("GetManagedPrefixListEntries", $"PrefixListId={id}{more}")).Element("entrySet")!.Elements("item").Select(row => $"{row.Element("cidr")!.Value} {row.Element("description")?.Value}")];

    private async Task AssertRefusedAsync(string code, string action, string parameters)
    {
        var problem = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync(action, parameters));
        Assert.Contains(code, problem.Message, StringComparison.Ordinal);
    }
}
