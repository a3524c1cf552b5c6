using System.Globalization;
using System.Xml.Linq;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>
/// An answer of EC2 in which every member of the model is set, each to a value of its own. Between them stand elements that no model knows:
/// AWS may add members at any time.
/// </summary>
public sealed class AnswerDocument
{
    public const string RequestId = "59dbff89-35bd-4eac-99ed-be587EXAMPLE";

    public static readonly XNamespace Space = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private int _count;

    public XElement Of(string operation, Ec2Model.Shape output)
        => new(Space + $"{operation}Response", Unknown(), new XElement(Space + "requestId", RequestId), Members(output), Unknown());

    private List<XElement> Members(Ec2Model.Shape shape) => shape.Members!
        .SelectMany(member => new[] { new XElement(Space + member.Value.InAnswer(member.Key), Content(member.Key, member.Value.Shape)), Unknown() })
        .ToList();

    private object Content(string name, Ec2Model.Shape shape) => shape.Type switch
    {
        "structure" => Members(shape),
        "list" => new[]
        {
            new XElement(Space + shape.Member!.InAnswer("member"), Content(name, shape.Member.Shape)),
            Unknown(),
            new XElement(Space + shape.Member.InAnswer("member"), Content(name, shape.Member.Shape)),
        },
        "integer" => (_count++ - 1).ToString(CultureInfo.InvariantCulture),
        "long" => (int.MaxValue + (long)_count++).ToString(CultureInfo.InvariantCulture),
        "boolean" => _count++ % 2 == 0 ? "true" : "false",
        "timestamp" => new DateTime(2026, 1, 2, 3, 4, 5, _count++ % 1000, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        _ => shape.Enum is { } values ? values[_count++ % values.Count] : string.Create(CultureInfo.InvariantCulture, $"{name} <&> ü {_count++}"),
    };

    private static XElement Unknown()
        => new(Space + "addedLater", new XElement(Space + "item", new XElement(Space + "groupId", "not this one")), new XElement(Space + "empty"));
}
