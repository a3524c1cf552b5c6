using System.Collections;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

public sealed class AnswerTests
{
    [Theory]
    [MemberData(nameof(Ec2Model.OperationNames), MemberType = typeof(Ec2Model))]
    public async Task An_answer_with_every_member_of_the_model_comes_back_with_every_property_set(string operation)
    {
        var shape = Ec2Model.Loaded.Shapes[Ec2Model.Loaded.Operations[operation].Output];
        var document = new AnswerDocument().Of(operation, shape);
        using var client = TestClient.Of(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.OK, document.ToString())));

        var response = await Ec2Calls.CallAsync(client, operation, Ec2Calls.NewRequest(operation));

        Assert.Equal(AnswerDocument.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        CompareStructure(document, shape, response);
    }

    [Theory]
    [MemberData(nameof(Ec2Model.OperationNames), MemberType = typeof(Ec2Model))]
    public async Task An_answer_without_members_leaves_every_property_null(string operation)
    {
        var body = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{operation}Response xmlns=\"{AnswerDocument.Space}\">\n <requestId>r</requestId>\n</{operation}Response>";
        using var client = TestClient.Of(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.OK, body)));

        var response = await Ec2Calls.CallAsync(client, operation, Ec2Calls.NewRequest(operation));

        Assert.All(DotnetNames.Own(response.GetType()), property => Assert.Null(property.GetValue(response)));
        Assert.Equal("r", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task Empty_sets_and_empty_numbers_are_null_and_empty_texts_are_empty()
    {
        const string body = "<DescribeSecurityGroupRulesResponse><securityGroupRuleSet><item><description/><fromPort/><isEgress></isEgress><tagSet/></item></securityGroupRuleSet></DescribeSecurityGroupRulesResponse>";
        using var client = TestClient.Of(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.OK, body)));

        var rule = Assert.Single((await client.DescribeSecurityGroupRulesAsync(new())).SecurityGroupRules);

        Assert.Equal("", rule.Description);
        Assert.Null(rule.FromPort);
        Assert.Null(rule.IsEgress);
        Assert.Null(rule.Tags);
    }

    private static void CompareStructure(XElement element, Ec2Model.Shape shape, object value)
    {
        foreach (var (name, member) in shape.Members!)
        {
            var property = DotnetNames.Property(value.GetType(), name);
            var read = property.GetValue(value);
            Assert.True(read is not null, $"{value.GetType().Name}.{property.Name} was not read");
            Compare(element.Element(AnswerDocument.Space + member.InAnswer(name))!, member.Shape, read);
        }

        Assert.Equal(shape.Members.Count, DotnetNames.Own(value.GetType()).Count());
    }

    private static void Compare(XElement element, Ec2Model.Shape shape, object value)
    {
        if (shape.Type == "structure")
        {
            CompareStructure(element, shape, value);
        }
        else if (shape.Type == "list")
        {
            var items = element.Elements(AnswerDocument.Space + shape.Member!.InAnswer("member")).ToList();
            var read = ((IList)value).Cast<object>().ToList();
            Assert.Equal(items.Count, read.Count);
            Assert.All(items.Zip(read), pair => Compare(pair.First, shape.Member.Shape, pair.Second));
        }
        else
        {
            Assert.Equal(element.Value, Scalar(value));
        }
    }

    private static string Scalar(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTime time => time.Kind == DateTimeKind.Utc ? time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) : "not in UTC",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
