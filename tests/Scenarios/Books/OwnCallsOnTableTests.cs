namespace Remediator.Scenarios.Books;

[Collection(nameof(TableCollection))]
public sealed class OwnCallsOnTableTests(Account account) : OwnCallsContract
{
    protected override async Task<Ports.Books> Open() => account.Open(await account.MakeTable());
}
