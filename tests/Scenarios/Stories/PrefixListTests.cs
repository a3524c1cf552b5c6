using Amazon.EC2.Model;
using static Remediator.Scenarios.Stories.PolicyTown;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>A prefix list is what its entries are, when a group first names it and whenever they change.</summary>
public sealed class PrefixListTests(ListTown town) : Story(town), IClassFixture<ListTown>
{
    [Fact]
    public async Task A_list_that_holds_half_of_the_internet_is_closed()
    {
        var (group, list) = (await Town.Group(), await List("0.0.0.0/1"));
        var handled = await Town.Open(group, Ssh(list), Tcp(443, "0.0.0.0/0"));
        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Equal(["tcp/443-443 0.0.0.0/0"], await Town.Rules(group));
    }

    [Fact]
    public async Task A_list_of_the_office_stays()
    {
        var (group, list) = (await Town.Group(), await List("203.0.113.0/25", "203.0.113.128/25"));
        await Town.Open(group, Ssh(list));
        Assert.Equal([$"tcp/22-22 {list}"], await Town.Rules(group));
    }

    [Fact]
    public async Task A_list_that_becomes_wide_is_closed_in_every_group_that_admits_it_to_SSH()
    {
        var list = await List("203.0.113.0/24");
        var (first, second, web) = (await Town.Group(), await Town.Group(), await Town.Group());
        await Town.Open(first, Ssh(list), Tcp(443, "0.0.0.0/0"));
        await Town.Open(second, Ssh(list));
        await Town.Open(web, Open(443, list));

        var handled = await Town.Watch(() => Change("ModifyManagedPrefixList", list, ("CurrentVersion", "1"), ("AddEntry.1.Cidr", "198.51.100.0/24")));

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Equal(["tcp/443-443 0.0.0.0/0"], await Town.Rules(first));
        Assert.Empty(await Town.Rules(second));
        Assert.Equal([$"tcp/443-443 {list}"], await Town.Rules(web));
    }

    [Fact]
    public async Task A_list_that_goes_back_to_a_wide_version_is_closed()
    {
        var list = await List("203.0.113.0/24", "0.0.0.0/1");
        await Town.Watch(() => Change("ModifyManagedPrefixList", list, ("CurrentVersion", "1"), ("RemoveEntry.1.Cidr", "0.0.0.0/1")));
        var group = await Town.Group();
        await Town.Open(group, Ssh(list));
        Assert.Equal([$"tcp/22-22 {list}"], await Town.Rules(group));

        var handled = await Town.Watch(() => Change("RestoreManagedPrefixListVersion", list, ("CurrentVersion", "2"), ("PreviousVersion", "1")));

        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Empty(await Town.Rules(group));
        var notice = await Town.Account.Notices.FirstAsync(n => n.Attributes.GetValueOrDefault("groupId") == group, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Contains(list, notice.Subject, StringComparison.Ordinal);
        Assert.Contains("alice@example.com", notice.Body, StringComparison.Ordinal);
    }

    private static IpPermission Ssh(string list) => Open(22, list);

    private static IpPermission Open(int port, string list) => new() { IpProtocol = "tcp", FromPort = port, ToPort = port, PrefixListIds = [new() { Id = list }] };

    private async Task<string> List(params string[] entries)
    {
        var made = await Town.Call(
            Alice, "CreateManagedPrefixList",
            [("PrefixListName", $"list-{Guid.NewGuid():N}"), ("AddressFamily", "IPv4"), ("MaxEntries", "10"), .. entries.Select((cidr, index) => ($"Entry.{index + 1}.Cidr", cidr))]);
        return made.Element("prefixList")!.Element("prefixListId")!.Value;
    }

    private Task Change(string action, string list, params (string, string)[] what) => Town.Call(Alice, action, [("PrefixListId", list), .. what]);
}
