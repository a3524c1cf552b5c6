namespace Remediator.Cli.Live;

/// <summary>Where a verb on a live account acts.</summary>
/// <param name="Table">The ledger's DynamoDB table.</param>
/// <param name="Region">Of the table, and of the groups that are named by their id alone.</param>
public sealed record LivePlace(string Table, string Region);
