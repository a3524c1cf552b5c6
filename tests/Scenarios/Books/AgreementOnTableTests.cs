namespace Remediator.Scenarios.Books;

[Collection(nameof(TableCollection))]
public sealed class AgreementOnTableTests(Account account) : AgreementContract
{
    protected override async Task<Ports.Books> Open() => account.Open(await account.MakeTable());
}
