using System.Text;
using System.Xml.Linq;

namespace Remediator.Sandbox.Proxy;

/// <summary>One response of AWS as it goes out.</summary>
public sealed record AwsAnswer(int Status, ImmutableArray<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    public bool Succeeded => Status is >= 200 and < 300;

    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The body as XML without namespaces, or null when it is something else.</summary>
    public XElement? Xml()
    {
        try
        {
            var read = XElement.Parse(Text);
            foreach (var element in read.DescendantsAndSelf())
            {
                element.Name = element.Name.LocalName;
                element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
            }
            return read;
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }
    }

    public static AwsAnswer OfXml(int status, XElement body) =>
        Of(status, "text/xml;charset=UTF-8", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body.ToString(SaveOptions.DisableFormatting));

    public static AwsAnswer OfJson(int status, string body) => Of(status, "application/json", body);

    private static AwsAnswer Of(int status, string type, string body) =>
        new(status, [KeyValuePair.Create("Content-Type", type), KeyValuePair.Create("x-amzn-RequestId", Guid.NewGuid().ToString())], Encoding.UTF8.GetBytes(body));
}
