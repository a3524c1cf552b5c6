namespace Remediator.Aws.SecurityHub;

/// <summary>Error codes that Security Hub gives for one finding inside an answer that is otherwise good.</summary>
internal static class ServiceFault
{
    /// <summary>Whether the same finding may be taken a moment later. FindingNotFound is passing as well: what was imported just now is
    /// not everywhere to be found yet.
    /// https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchUpdateFindingsUnprocessedFinding.html</summary>
    public static bool IsPassing(string? code) =>
        code is "ConcurrentUpdateError" or "InternalFailure" or "InternalError" or "InternalException" or "FindingNotFound" or "LimitExceeded"
        || (code ?? "").StartsWith("Throttl", StringComparison.Ordinal);
}
