using System.Text.Json;
using Remediator.Findings;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A finding as it was to be imported.</summary>
internal static class FindingJson
{
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("productArn", finding.ProductArn);
        json.WriteString("generatorId", finding.GeneratorId);
        json.WriteString("account", finding.Account);
        json.WriteString("region", finding.Region);
        json.WriteString("createdAt", finding.CreatedAt);
        json.WriteString("firstObservedAt", finding.FirstObservedAt);
        json.WriteString("updatedAt", finding.UpdatedAt);
        json.WriteString("severity", finding.SeverityLabel);
        json.WriteString("title", finding.Title);
        json.WriteString("description", finding.Description);
        json.WriteString("remediation", finding.RemediationText);
        json.Word("outcome", Words.Outcomes, (int)finding.Outcome);
        json.WriteBoolean("passed", finding.Passed);
        Write(json, finding.Resource);
        json.Texts("requirements", finding.RelatedRequirements.IsDefault ? [] : finding.RelatedRequirements);
        NoticeJson.WriteFields(json, "fields", finding.ProductFields);
        json.Maybe("endedAt", finding.EndedAt);
        if (finding.Related is { } related) Write(json, related);
        json.WriteEndObject();
    }

    public static Finding Read(Part part) => new(
        part.Member("id").Text(),
        part.Member("productArn").Text(),
        part.Member("generatorId").Text(),
        part.Member("account").Text(),
        part.Member("region").Text(),
        part.Member("createdAt").Time(),
        part.Member("firstObservedAt").Time(),
        part.Member("updatedAt").Time(),
        part.Member("severity").Text(),
        part.Member("title").Text(),
        part.Member("description").Text(),
        part.Member("remediation").Text(),
        (Outcome)part.Member("outcome").Choice(Words.Outcomes),
        part.Member("passed").Flag(),
        ReadResource(part.Member("resource")),
        part.Member("requirements").List(requirement => requirement.Text()),
        NoticeJson.ReadFields(part.Member("fields")))
    {
        EndedAt = part.Optional("endedAt")?.Time(),
        Related = part.Optional("related") is { } related ? new(related.Member("productArn").Text(), related.Member("id").Text()) : null,
    };

    private static void Write(Utf8JsonWriter json, FindingResource resource)
    {
        json.WriteStartObject("resource");
        json.WriteString("arn", resource.Arn);
        json.WriteString("partition", resource.Partition);
        json.WriteString("region", resource.Region);
        json.WriteString("account", resource.Account);
        json.WriteString("groupId", resource.GroupId);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RelatedFinding related)
    {
        json.WriteStartObject("related");
        json.WriteString("productArn", related.ProductArn);
        json.WriteString("id", related.Id);
        json.WriteEndObject();
    }

    private static FindingResource ReadResource(Part part) =>
        new(part.Member("arn").Text(), part.Member("partition").Text(), part.Member("region").Text(), part.Member("account").Text(), part.Member("groupId").Text());
}
