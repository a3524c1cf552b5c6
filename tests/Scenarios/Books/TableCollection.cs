namespace Remediator.Scenarios.Books;

[CollectionDefinition(nameof(TableCollection))]
public sealed class TableCollection : ICollectionFixture<Account>;
