using Amazon.DynamoDBv2.Model;
using Remediator.Findings;

namespace Remediator.Aws.Ledger;

/// <summary>Whatever went wrong with a call to the table, in words that say what to do.</summary>
internal sealed record LedgerFailure(string Problem, bool IsRetryable)
{
    private const int MostCharacters = 400;

    /// <summary>Null for the caller's own cancellation only: no other exception leaves the ledger.</summary>
    public static LedgerFailure? Of(Exception exception, string table, CancellationToken cancel)
    {
        if (exception is OperationCanceledException && cancel.IsCancellationRequested) return null;
        var failure = AwsFailure.Of(exception, cancel);
        return exception switch
        {
            ResourceNotFoundException => new($"there is no ledger table `{table}` in this account and region: expected the table that template.yaml makes, named in REMEDIATOR_LEDGER_TABLE", false),
            TransactionCanceledException canceled => new(Said(table, Line($"TransactionCanceled: {Reasons(canceled)}")), canceled.CancellationReasons?.Any(r => IsPassing(r.Code)) is true),
            _ when failure is null => new(Said(table, Line($"its answer could not be read: {exception.Message}")), false),
            _ => new(Said(table, failure.Problem), failure.Retryable || IsPassing(failure.Code)),
        };
    }

    private static string Said(string table, string problem) => $"the ledger table `{table}` did not do it: {problem}";

    /// <summary>Codes that DynamoDB gives with HTTP 400 and that say "again"
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html).</summary>
    private static bool IsPassing(string? code) => code is "ProvisionedThroughputExceededException" or "ProvisionedThroughputExceeded" or "ThrottlingException" or "ThrottlingError"
        or "RequestLimitExceeded" or "TransactionInProgressException" or "TransactionConflictException" or "TransactionConflict" or "InternalServerError";

    private static string Reasons(TransactionCanceledException canceled) =>
        string.Join(", ", (canceled.CancellationReasons ?? []).Where(r => r.Code is not (null or "None")).Select(r => $"{r.Code} {r.Message}"));

    private static string Line(string text) => SafeText.Line(text, MostCharacters);
}
