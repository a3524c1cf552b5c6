using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// Paging of DescribeSecurityGroupRules and DescribeSecurityGroups (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html#api-pagination):
/// MaxResults 5 to 1000, the rest behind an opaque NextToken; without MaxResults everything at once. moto always answers everything.
/// </summary>
internal sealed class Paging(MotoLink moto)
{
    private const string Prefix = "page-from-";

    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, string list, CancellationToken cancellation)
    {
        if (call.Query["MaxResults"].Text is not { } most)
            return null;
        if (!int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 5 or > 1000)
            return Ec2Xml.Error("InvalidParameterValue", $"Value ( {Plain.Text(most)} ) for parameter maxResults is invalid. Expecting a value between 5 and 1000.");
        if (Offset(call.Query["NextToken"].Text) is not { } offset)
            return Ec2Xml.Error("InvalidParameterValue", "Invalid value for parameter nextToken.");
        var answer = await moto.ForwardAsync(call.With(call.Query.Without("MaxResults", "NextToken")), cancellation);
        if (!answer.Succeeded || answer.Xml() is not { } all || all.Element(list) is not { } items)
            return answer;
        var page = items.Elements("item").Skip(offset).Take(size).ToArray();
        var more = offset + size < items.Elements("item").Count();
        items.ReplaceNodes(page);
        all.Element("nextToken")?.Remove();
        if (more)
            all.Add(new XElement("nextToken", Token(offset + size)));
        return AwsAnswer.OfXml(200, Ec2Xml.WithNamespace(all));
    }

    private static string Token(int offset) => Convert.ToBase64String(Encoding.ASCII.GetBytes(Prefix + offset.ToString(CultureInfo.InvariantCulture)));

    private static int? Offset(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return 0;
        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.ASCII.GetString(bytes, 0, length) : "";
        return text.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(text[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : null;
    }
}
