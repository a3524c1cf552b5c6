namespace Remediator.Scenarios.Books;

[Collection(nameof(TableCollection))]
public sealed class TallyOnTableTests(Account account) : TallyContract
{
    protected override async Task<Ports.Books> Open() => account.Open(await account.MakeTable());
}
