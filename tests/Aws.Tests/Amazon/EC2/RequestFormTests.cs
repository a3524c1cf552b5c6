using System.Collections;
using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

public sealed class RequestFormTests
{
    [Theory]
    [MemberData(nameof(Ec2Model.OperationNames), MemberType = typeof(Ec2Model))]
    public async Task A_request_with_every_property_set_sends_exactly_the_parameters_of_the_model(string operation)
    {
        var request = new FilledRequest().Fill(Ec2Calls.NewRequest(operation));
        var sent = await SendAsync(operation, request);

        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["Action"] = operation, ["Version"] = Ec2Model.Loaded.ApiVersion };
        AddStructure(expected, "", Ec2Model.Loaded.Shapes[Ec2Model.Loaded.Operations[operation].Input], request);

        Assert.Equal(expected, new SortedDictionary<string, string>(sent.Form().ToDictionary(), StringComparer.Ordinal));
        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal("https://ec2.eu-west-1.amazonaws.com/", sent.Uri.AbsoluteUri);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", sent.Headers["Content-Type"]);
    }

    [Theory]
    [MemberData(nameof(Ec2Model.OperationNames), MemberType = typeof(Ec2Model))]
    public async Task A_request_with_nothing_set_sends_only_action_and_version(string operation)
    {
        var sent = await SendAsync(operation, Ec2Calls.NewRequest(operation));
        Assert.Equal($"Action={operation}&Version={Ec2Model.Loaded.ApiVersion}", sent.Body);
    }

    private static async Task<CapturedRequest> SendAsync(string operation, object request)
    {
        var service = ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.OK, $"<{operation}Response/>"));
        using var client = TestClient.Of(service);
        await Ec2Calls.CallAsync(client, operation, request);
        return Assert.Single(service.Requests);
    }

    private static void AddStructure(SortedDictionary<string, string> expected, string prefix, Ec2Model.Shape shape, object value)
    {
        foreach (var (name, member) in shape.Members!)
        {
            Add(expected, prefix + member.InRequest(name), member.Shape, DotnetNames.Property(value.GetType(), name).GetValue(value)!);
        }

        Assert.Equal(shape.Members.Count, DotnetNames.Own(value.GetType()).Count());
    }

    private static void Add(SortedDictionary<string, string> expected, string key, Ec2Model.Shape shape, object value)
    {
        if (shape.Type == "structure")
        {
            AddStructure(expected, key + ".", shape, value);
        }
        else if (shape.Type == "list")
        {
            var number = 0;
            foreach (var element in (IList)value)
            {
                Add(expected, string.Create(CultureInfo.InvariantCulture, $"{key}.{++number}"), shape.Member!.Shape, element);
            }
        }
        else
        {
            expected.Add(key, Scalar(value));
        }
    }

    private static string Scalar(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        ConstantClass constant => constant.Value,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
