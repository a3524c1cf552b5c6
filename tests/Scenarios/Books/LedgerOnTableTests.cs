namespace Remediator.Scenarios.Books;

[Collection(nameof(TableCollection))]
public sealed class LedgerOnTableTests(Account account) : LedgerContract
{
    protected override async Task<Ports.Books> Open() => account.Open(await account.MakeTable());
}
