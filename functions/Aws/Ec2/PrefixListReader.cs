using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Aws.Ec2;

/// <summary>A managed prefix list: what it is (DescribeManagedPrefixLists) and its entries (GetManagedPrefixListEntries).</summary>
internal sealed class PrefixListReader(IAmazonEC2 ec2)
{
    /// <summary>A page of either call at its largest.</summary>
    private const int Page = 100;

    public async Task<PrefixListReading> Read(string idOrName, CancellationToken cancel)
    {
        var found = await Find(idOrName, cancel).ConfigureAwait(false);
        return found switch
        {
            [] => new PrefixListReading.NotFound(),
            [var one] => await Read(one, cancel).ConfigureAwait(false),
            _ => new PrefixListReading.Failed($"{found.Count} prefix lists are called {UserText.Quote(idOrName)}: expected one; name it by its id, pl-…", false),
        };
    }

    /// <summary>A filter's value is a pattern, and a list may be called <c>office*</c>: only those that are called so count. A list
    /// that is deleted is shown for a while.</summary>
    private async Task<List<ManagedPrefixList>> Find(string idOrName, CancellationToken cancel)
    {
        var byId = idOrName.StartsWith("pl-", StringComparison.Ordinal);
        var request = byId
            ? new DescribeManagedPrefixListsRequest { PrefixListIds = [idOrName] }
            : new DescribeManagedPrefixListsRequest { Filters = [new("prefix-list-name", [idOrName])], MaxResults = Page };
        var found = new List<ManagedPrefixList>();
        await foreach (var list in ec2.Paginators.DescribeManagedPrefixLists(request).PrefixLists.WithCancellation(cancel).ConfigureAwait(false))
        {
            if ((byId ? list.PrefixListId : list.PrefixListName) == idOrName && list.State != PrefixListState.DeleteComplete) found.Add(list);
        }

        return found;
    }

    /// <summary>While a list is being changed, its entries may still be those of before (EC2 does not say which it shows): a judgement on
    /// them would not see what is coming.</summary>
    private async Task<PrefixListReading> Read(ManagedPrefixList list, CancellationToken cancel)
    {
        if (IsChanging(list)) return Failed(list, $"it is being changed (`{list.State}`)", retryable: true);
        var (blocks, pages) = (new List<Cidr>(), 0);
        var responses = ec2.Paginators.GetManagedPrefixListEntries(new() { PrefixListId = list.PrefixListId, MaxResults = Page }).Responses;
        await foreach (var response in responses.WithCancellation(cancel).ConfigureAwait(false))
        {
            pages++;
            foreach (var entry in response.Entries ?? [])
            {
                if (!Cidr.TryParse(entry.Cidr, out var block)) return Failed(list, $"its entry {UserText.Quote(entry.Cidr ?? "")} is none that we know: expected an IPv4 or IPv6 block", retryable: false);
                blocks.Add(block);
            }
        }

        if (pages > 1 && await HasChanged(list, cancel).ConfigureAwait(false)) return Failed(list, "it changed while it was read", retryable: true);
        return new PrefixListReading.Found(new(list.PrefixListId, list.PrefixListName, list.OwnerId, AddressSet.From(blocks)));
    }

    /// <summary>Pages of two versions put together are no version at all.</summary>
    private async Task<bool> HasChanged(ManagedPrefixList list, CancellationToken cancel)
    {
        var now = await Find(list.PrefixListId, cancel).ConfigureAwait(false);
        return now is not [var one] || one.Version != list.Version || IsChanging(one);
    }

    private static bool IsChanging(ManagedPrefixList list) =>
        list.State == PrefixListState.CreateInProgress || list.State == PrefixListState.ModifyInProgress || list.State == PrefixListState.RestoreInProgress;

    private static PrefixListReading.Failed Failed(ManagedPrefixList list, string why, bool retryable) =>
        new($"prefix list `{list.PrefixListId}` could not be read: {why}", retryable);
}
