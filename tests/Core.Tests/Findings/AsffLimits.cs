using System.Text.RegularExpressions;
using Remediator.Findings;

namespace Remediator.Tests.Findings;

/// <summary>What Security Hub refuses, as its API reference says it: the limits are written out here once more, apart from the code
/// that keeps them. https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html</summary>
internal static partial class AsffLimits
{
    private static readonly string[] Namespaces = ["Software and Configuration Checks", "TTPs", "Effects", "Unusual Behaviors", "Sensitive Data Identifications"];

    public static List<string> Broken(Finding finding)
    {
        var broken = new List<string>();
        Text("Id", finding.Id, 1, 512);
        Text("ProductArn", finding.ProductArn, 12, 2048);
        Text("GeneratorId", finding.GeneratorId, 1, 512);
        Text("AwsAccountId", finding.Account, 12, 12);
        Text("Region", finding.Region, 1, 16);
        Text("Title", finding.Title, 1, 256);
        Text("Description", finding.Description, 1, 1024);
        Text("Remediation.Recommendation.Text", finding.RemediationText, 1, 512);
        Text("Resources[0].Id", finding.Resource.Arn, 1, 512);
        Text("Resources[0].Region", finding.Resource.Region, 1, 16);
        Count("Compliance.RelatedRequirements", finding.RelatedRequirements.Length, 32);
        foreach (var requirement in finding.RelatedRequirements) Text("RelatedRequirement", requirement, 1, 64);
        if (finding.Related is { } related)
        {
            Text("RelatedFindings[0].ProductArn", related.ProductArn, 12, 2048);
            Text("RelatedFindings[0].Id", related.Id, 1, 512);
            Check(ProductArn().IsMatch(related.ProductArn), $"{related.ProductArn} is no product's ARN");
        }

        Count("ProductFields", finding.ProductFields.Count, 50);
        foreach (var (key, value) in finding.ProductFields)
        {
            Text($"ProductFields key {key}", key, 1, 127);
            Text($"ProductFields[{key}]", value, 1, 2048);
        }

        Check(SafeId().IsMatch(finding.Id), $"Id has characters that are not safe: {finding.Id}");
        Check(finding.SeverityLabel is "INFORMATIONAL" or "LOW" or "MEDIUM" or "HIGH" or "CRITICAL", $"Severity.Label {finding.SeverityLabel}");
        Check(Finding.Type.Split('/') is { Length: 3 } parts && Namespaces.Contains(parts[0]), "Types needs three parts");
        Check(finding.UpdatedAt.Ticks % TimeSpan.TicksPerMillisecond == 0, "UpdatedAt is finer than a millisecond");
        Check(finding.CreatedAt <= finding.UpdatedAt && finding.FirstObservedAt <= finding.UpdatedAt, "the times run backwards");
        return broken;

        void Check(bool kept, string problem)
        {
            if (!kept) broken.Add(problem);
        }

        void Count(string name, int count, int most) => Check(count <= most, $"{name} has {count} entries, at most {most}");

        void Text(string name, string text, int least, int most)
        {
            Check(text.Length >= least && text.Length <= most, $"{name} has {text.Length} characters, {least} to {most}");
            Check(OneLine().IsMatch(text), $"{name} needs one line with a visible character");
            if (OddText.Problem(text) is { } problem) broken.Add($"{name} has {problem}");
        }
    }

    [GeneratedRegex(@"\A.*\S.*\z")]
    private static partial Regex OneLine();

    [GeneratedRegex(@"\Aarn:aws(-cn|-us-gov)?:securityhub:[a-z0-9-]+::product/[a-z0-9-]+/[a-z0-9-]+\z")]
    private static partial Regex ProductArn();

    [GeneratedRegex(@"\A[A-Za-z0-9/_.~-]+\z")]
    private static partial Regex SafeId();
}
