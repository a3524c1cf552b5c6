using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.SecurityHub;

/// <summary>Sets the workflow of findings to RESOLVED, after reading it: only NEW and NOTIFIED are changed. SUPPRESSED is somebody's
/// decision, RESOLVED is what is wanted already.</summary>
internal sealed class WorkflowUpdate(IAmazonSecurityHub hub, TimeProvider clock)
{
    /// <summary>A filter takes 20 values (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetFindings.html).</summary>
    private const int MostValues = 20;

    /// <summary>BatchUpdateFindings takes 100 findings.</summary>
    private const int MostUpdates = 100;

    /// <summary>Reads follow imports late, and an update that meets an import is refused as concurrent: both pass in a moment.</summary>
    private static readonly ImmutableArray<TimeSpan> Waits = [.. new[] { 0.25, 0.5, 1, 2 }.Select(TimeSpan.FromSeconds)];

    public async Task<Answer> Resolve(ImmutableArray<Finding> findings, CancellationToken cancel)
    {
        var left = findings.DistinctBy(f => f.Id, StringComparer.Ordinal).ToDictionary(f => f.Id, f => f.ProductArn, StringComparer.Ordinal);
        var problems = new List<string>();
        for (var round = 0; ; round++)
        {
            var passing = await Once(left, problems, cancel).ConfigureAwait(false);
            if (left.Count == 0 || round == Waits.Length) return Sum(left, passing, problems);
            await Task.Delay(Waits[round], clock, cancel).ConfigureAwait(false);
        }
    }

    private static Answer Sum(Dictionary<string, string> left, string? passing, List<string> problems)
    {
        if (left.Count > 0) problems.Add($"the workflow of {left.Count} {(left.Count == 1 ? "finding is" : "findings are")} not resolved yet, `{left.Keys.First()}` for one: {passing ?? "it cannot be read yet"}");
        return problems.Count == 0 ? Answer.Ok : new(SafeText.Line(string.Join("; ", problems), 1000), left.Count > 0);
    }

    /// <summary>Takes out of <paramref name="left"/> what needs nothing more; adds to <paramref name="problems"/> what will never
    /// work. Answers the last refusal that may pass.</summary>
    private async Task<string?> Once(Dictionary<string, string> left, List<string> problems, CancellationToken cancel)
    {
        var due = new List<AwsSecurityFindingIdentifier>();
        foreach (var ids in left.Keys.Chunk(MostValues)) due.AddRange(await Due(ids, left, cancel).ConfigureAwait(false));
        string? passing = null;
        foreach (var chunk in due.Chunk(MostUpdates))
        {
            var request = new BatchUpdateFindingsRequest { FindingIdentifiers = [.. chunk], Workflow = new() { Status = WorkflowStatus.RESOLVED } };
            var response = await hub.BatchUpdateFindingsAsync(request, cancel).ConfigureAwait(false);
            foreach (var refused in response.UnprocessedFindings ?? []) passing = Refused(refused, chunk, left, problems) ?? passing;
        }

        return passing;
    }

    /// <summary>What was refused for a moment is left for the next round, and the refusal is answered; else it is a problem.</summary>
    private static string? Refused(
        BatchUpdateFindingsUnprocessedFinding refused, AwsSecurityFindingIdentifier[] sent, Dictionary<string, string> left, List<string> problems)
    {
        var said = $"{refused.ErrorCode}: {refused.ErrorMessage}";
        var known = sent.FirstOrDefault(f => f.Id == refused.FindingIdentifier?.Id);
        if (known is not null && ServiceFault.IsPassing(refused.ErrorCode))
        {
            left[known.Id] = known.ProductArn;
            return said;
        }

        problems.Add($"{said} (finding `{refused.FindingIdentifier?.Id}`)");
        return null;
    }

    /// <summary>Those of the findings that are there, which are thereby no longer left, and of them those whose workflow is to change.</summary>
    private async Task<List<AwsSecurityFindingIdentifier>> Due(string[] ids, Dictionary<string, string> left, CancellationToken cancel)
    {
        var due = new List<AwsSecurityFindingIdentifier>();
        var request = new GetFindingsRequest
        {
            Filters = new()
            {
                Id = [.. ids.Select(Equal)],
                ProductArn = [.. ids.Select(id => left[id]).Distinct(StringComparer.Ordinal).Select(Equal)],
            },
            MaxResults = 100,
        };
        await foreach (var finding in hub.Paginators.GetFindings(request).Findings.WithCancellation(cancel).ConfigureAwait(false))
        {
            if (finding.Id is null || !left.TryGetValue(finding.Id, out var product) || product != finding.ProductArn) continue;
            left.Remove(finding.Id);
            // A finding that carries no workflow has the initial one, NEW.
            if (finding.Workflow?.Status?.Value is null or "NEW" or "NOTIFIED") due.Add(new() { Id = finding.Id, ProductArn = finding.ProductArn });
        }

        return due;
    }

    private static StringFilter Equal(string value) => new() { Comparison = StringFilterComparison.EQUALS, Value = value };
}
