using System.Globalization;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.SecurityHub;

/// <summary>Archives what is active about a group that is gone. What is archived already is not found, so that doing it again changes
/// nothing.</summary>
/// <remarks>An import replaces a finding, so each is read first and sent back as it is, archived.
/// https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html</remarks>
internal sealed class Archiving(IAmazonSecurityHub hub)
{
    public async Task<Answer> Archive(FindingResource group, DateTimeOffset seen, CancellationToken cancel)
    {
        var active = new List<AwsSecurityFinding>();
        await foreach (var finding in hub.Paginators.GetFindings(Ours(group)).Findings.WithCancellation(cancel).ConfigureAwait(false))
            if (IsOurs(finding, group)) active.Add(Archived(finding, seen));
        var problems = new List<Answer>();
        foreach (var batch in active.Chunk(FindingBatches.MostFindings))
            problems.AddRange((await FindingImport.Send(hub, [.. batch], cancel).ConfigureAwait(false)).Where(a => !a.Succeeded));
        return problems.Count == 0 ? Answer.Ok : new(SafeText.Line(string.Join("; ", problems.Select(a => a.Problem)), 1000), problems.Exists(a => a.Retryable));
    }

    private static GetFindingsRequest Ours(FindingResource group) => new()
    {
        Filters = new()
        {
            Id = [new() { Comparison = StringFilterComparison.PREFIX, Value = "remediator/" }],
            ResourceId = [new() { Comparison = StringFilterComparison.EQUALS, Value = group.Arn }],
            RecordState = [new() { Comparison = StringFilterComparison.EQUALS, Value = RecordState.ACTIVE.Value }],
        },
        MaxResults = 100,
    };

    /// <summary>The filter is the service's word; a finding of somebody else is never touched on its word alone.</summary>
    private static bool IsOurs(AwsSecurityFinding finding, FindingResource group) =>
        finding.Id?.StartsWith("remediator/", StringComparison.Ordinal) == true && finding.AwsAccountId == group.Account
        && finding.RecordState?.Value != RecordState.ARCHIVED.Value && finding.Resources is [{ } only] && only.Id == group.Arn;

    /// <summary>Without what an import may not carry. A group's id never comes back, so that nothing can be told of it later than this.</summary>
    private static AwsSecurityFinding Archived(AwsSecurityFinding finding, DateTimeOffset seen) => new()
    {
        SchemaVersion = finding.SchemaVersion,
        Id = finding.Id,
        ProductArn = finding.ProductArn,
        ProductName = finding.ProductName,
        GeneratorId = finding.GeneratorId,
        AwsAccountId = finding.AwsAccountId,
        Region = finding.Region,
        Types = finding.Types,
        CreatedAt = finding.CreatedAt,
        FirstObservedAt = finding.FirstObservedAt,
        LastObservedAt = finding.LastObservedAt,
        UpdatedAt = FindingForm.Time(Later(finding.UpdatedAt, seen)),
        Severity = finding.Severity,
        FindingProviderFields = finding.FindingProviderFields,
        Title = finding.Title,
        Description = finding.Description,
        Remediation = finding.Remediation,
        Compliance = finding.Compliance,
        RecordState = RecordState.ARCHIVED,
        Resources = finding.Resources,
        ProductFields = finding.ProductFields?.Where(f => f.Key.StartsWith("remediator/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
    };

    private static DateTimeOffset Later(string? stored, DateTimeOffset seen) =>
        DateTimeOffset.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var before) && before.AddMilliseconds(1) > seen ? before.AddMilliseconds(1) : seen;
}
