using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.SecurityHub;

/// <summary>One BatchImportFindings call, and its answer for each finding.</summary>
/// <remarks>https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html: HTTP 200 also when findings failed.</remarks>
internal static class FindingImport
{
    /// <summary>One answer for each finding, in order. Throws what the client throws when the call as a whole failed.</summary>
    public static Task<ImmutableArray<Answer>> Send(IAmazonSecurityHub hub, ImmutableArray<Finding> batch, CancellationToken cancel) =>
        Send(hub, [.. batch.Select(FindingForm.Write)], cancel);

    public static async Task<ImmutableArray<Answer>> Send(IAmazonSecurityHub hub, List<AwsSecurityFinding> batch, CancellationToken cancel)
    {
        var request = new BatchImportFindingsRequest { Findings = batch };
        var response = await hub.BatchImportFindingsAsync(request, cancel).ConfigureAwait(false);
        var failed = (response.FailedFindings ?? []).Where(f => f.Id is not null).ToLookup(f => f.Id, StringComparer.Ordinal);
        var unnamed = (response.FailedCount ?? 0) > failed.Sum(f => f.Count());
        return [.. batch.Select(f => failed[f.Id].FirstOrDefault() is { } error ? Said(error) : unnamed ? Unnamed(response) : Answer.Ok)];
    }

    private static Answer Said(ImportFindingsError error) => new(
        SafeText.Line($"{error.ErrorCode}: {error.ErrorMessage} (finding `{error.Id}`)", 600), ServiceFault.IsPassing(error.ErrorCode));

    /// <summary>The service counts more failures than it names: any of the rest may be among them.</summary>
    private static Answer Unnamed(BatchImportFindingsResponse response) =>
        new($"Security Hub says that {response.FailedCount} of the findings failed, and names {response.FailedFindings?.Count ?? 0}", true);
}
