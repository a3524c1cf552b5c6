namespace Remediator.Scenarios.Books;

[Collection(nameof(TableCollection))]
public sealed class HeldOnTableTests(Account account) : HeldContract
{
    protected override async Task<Ports.Books> Open() => account.Open(await account.MakeTable());
}
