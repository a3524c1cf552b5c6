namespace Remediator.Scenarios.Books;

[Collection(nameof(TableCollection))]
public sealed class MeasureOnTableTests(Account account) : MeasureContract
{
    protected override async Task<Ports.Books> Open() => account.Open(await account.MakeTable());
}
