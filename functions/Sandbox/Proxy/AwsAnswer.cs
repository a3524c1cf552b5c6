using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Remediator.Sandbox.Proxy;

/// <summary>One response of AWS as it goes out.</summary>
public sealed partial record AwsAnswer(int Status, ImmutableArray<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    // Descriptions are anybody's: a control character is written as a reference, and read as one.
    private static readonly XmlReaderSettings Reading = new() { CheckCharacters = false };
    private static readonly XmlWriterSettings Writing = new() { CheckCharacters = false, Encoding = new UTF8Encoding(false) };

    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>AWS' error code; null when the call succeeded.</summary>
    public string? Error => Succeeded ? null
        : Xml()?.Descendants("Code").FirstOrDefault()?.Value
            ?? Headers.FirstOrDefault(one => one.Key.Equals("x-amzn-ErrorType", StringComparison.OrdinalIgnoreCase)).Value
            ?? JsonType()
            ?? $"HTTP {Status}";

    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The body as XML without namespaces, or null when it is something else.</summary>
    public XElement? Xml()
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Text), Reading);
            var read = XElement.Load(reader);
            foreach (var element in read.DescendantsAndSelf())
            {
                element.Name = element.Name.LocalName;
                element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
            }
            return read;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static AwsAnswer OfXml(int status, XElement body)
    {
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, Writing))
            body.Save(writer);
        // AWS says the same id in the header and in the body, and the SDK believes the header.
        var id = body.Elements().FirstOrDefault(one => one.Name.LocalName.Equals("requestId", StringComparison.OrdinalIgnoreCase))?.Value;
        return Of(status, "text/xml;charset=UTF-8", written.ToArray(), id ?? Guid.NewGuid().ToString());
    }

    public static AwsAnswer OfJson(int status, string body) => Of(status, "application/json", Encoding.UTF8.GetBytes(body), Guid.NewGuid().ToString());

    private static AwsAnswer Of(int status, string type, byte[] body, string requestId) =>
        new(status, [KeyValuePair.Create("Content-Type", type), KeyValuePair.Create("x-amzn-RequestId", requestId)], body);

    /// <summary>DynamoDB says its error codes in the body, behind the name of the service.</summary>
    private string? JsonType() => JsonError().Match(Text) is { Success: true } match ? match.Groups["code"].Value : null;

    [GeneratedRegex("""\A\{\s*"__type"\s*:\s*"(?:[^"#]*#)?(?<code>\w+)""", RegexOptions.CultureInvariant)]
    private static partial Regex JsonError();
}
