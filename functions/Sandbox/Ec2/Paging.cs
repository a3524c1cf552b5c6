using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// Paging of Describe calls (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html#api-pagination): as many rows as
/// MaxResults says, the rest behind an opaque NextToken; without MaxResults everything at once. moto always answers everything.
/// </summary>
internal static class Paging
{
    private const string Prefix = "page-from-";

    /// <param name="list">The answer's element that holds the rows.</param>
    /// <param name="range">The values that MaxResults may have.</param>
    /// <param name="answerAll">Answers the call without its paging.</param>
    public static async Task<AwsAnswer> AnswerAsync(AwsCall call, string list, (int Least, int Most) range, Func<AwsCall, Task<AwsAnswer>> answerAll)
    {
        if (call.Query["MaxResults"].Text is not { } most)
            return await answerAll(call);
        if (!int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < range.Least || size > range.Most)
            return RuleCheck.Bad($"Value ( {Plain.Text(most)} ) for parameter maxResults is invalid. Expecting a value between {range.Least} and {range.Most}.");
        if (Offset(call.Query["NextToken"].Text) is not { } offset)
            return RuleCheck.Bad("Invalid value for parameter nextToken.");
        var answer = await answerAll(call.With(call.Query.Without("MaxResults", "NextToken")));
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
