using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.Shared;

/// <summary>
/// A user of a local AWS with a policy and a key, and the switch that makes moto check every signature and permission from then on
/// (POST /moto-api/reset-auth, with the number of calls that stay unchecked).
/// </summary>
public static class MotoUser
{
    /// <param name="actions">What the user may do, such as <c>ec2:DescribeSecurityGroups</c>.</param>
    public static async Task<BasicAWSCredentials> CreateAsync(Uri endpoint, params string[] actions)
    {
        using var http = new HttpClient { BaseAddress = endpoint };
        await IamAsync(http, "CreateUser", new() { ["UserName"] = "remediator" });
        var policy = JsonSerializer.Serialize(new { Version = "2012-10-17", Statement = new[] { new { Effect = "Allow", Action = actions, Resource = "*" } } });
        await IamAsync(http, "PutUserPolicy", new() { ["UserName"] = "remediator", ["PolicyName"] = "only-this", ["PolicyDocument"] = policy });
        var key = await IamAsync(http, "CreateAccessKey", new() { ["UserName"] = "remediator" });
        return new BasicAWSCredentials(Text(key, "AccessKeyId"), Text(key, "SecretAccessKey"));
    }

    public static async Task CheckEveryCallAsync(Uri endpoint)
    {
        using var http = new HttpClient { BaseAddress = endpoint };
        using var content = new StringContent("0");
        using var answer = await http.PostAsync("/moto-api/reset-auth", content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Before the switch moto looks at the scope only, to find the service.</summary>
    private static async Task<XDocument> IamAsync(HttpClient http, string action, Dictionary<string, string> parameters)
    {
        using var content = new FormUrlEncodedContent(parameters.Append(new("Action", action)).Append(new("Version", "2010-05-08")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", "Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=unchecked");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return XDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static string Text(XDocument document, string name) => document.Descendants().First(element => element.Name.LocalName == name).Value;
}
