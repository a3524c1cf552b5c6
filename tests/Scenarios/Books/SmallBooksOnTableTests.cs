namespace Remediator.Scenarios.Books;

[Collection(nameof(TableCollection))]
public sealed class SmallBooksOnTableTests(Account account) : SmallBooksContract
{
    protected override async Task<Ports.Books> Open() => account.Open(await account.MakeTable());
}
