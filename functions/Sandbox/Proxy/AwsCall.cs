using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Extensions;

namespace Remediator.Sandbox.Proxy;

/// <summary>One request to AWS as it came in.</summary>
/// <param name="Service">From the signature's scope: `ec2`, `sns`, `securityhub` …; empty when the request is not signed.</param>
/// <param name="Action">The query protocol's Action, else the target or the method and path.</param>
/// <param name="Query">The query protocol's parameters; a leaf without children for other protocols.</param>
public sealed partial record AwsCall(
    Caller Caller, string Service, string Region, string Action, string Method, string PathAndQuery,
    ImmutableArray<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body, QueryNode Query)
{
    /// <summary>What AWS calls the operation, where the path is all that the request says.</summary>
    public string Operation => Action switch
    {
        "POST /findings/import" => "BatchImportFindings",
        "POST /findings" => "GetFindings",
        "PATCH /findings/batchupdate" => "BatchUpdateFindings",
        _ when Action.StartsWith("POST /2015-03-31/functions/", StringComparison.Ordinal) && Action.EndsWith("/invocations", StringComparison.Ordinal) => "Invoke",
        var other => other,
    };

    /// <summary>A read shows security groups, interfaces and ACLs as they were before their last change.</summary>
    public bool IsStale { get; init; }

    public string UserAgent => Header("User-Agent");

    public string Text => Encoding.UTF8.GetString(Body.Span);

    public string Header(string name) => Headers.FirstOrDefault(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public static async Task<AwsCall> ReadAsync(HttpRequest request, Func<string, Caller> whoHas)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var scope = Credential().Match(request.Headers.Authorization.ToString());
        var form = request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? QueryNode.Parse(Encoding.UTF8.GetString(body.ToArray())) : QueryNode.Parse("");
        var target = request.Headers["X-Amz-Target"].ToString();
        var action = form["Action"].Text ?? (target.Length > 0 ? target[(target.LastIndexOf('.') + 1)..] : $"{request.Method} {request.Path}");
        return new(
            whoHas(scope.Groups["key"].Value), scope.Groups["service"].Value, scope.Groups["region"].Value, action,
            request.Method, request.GetEncodedPathAndQuery(),
            [.. request.Headers.Select(one => KeyValuePair.Create(one.Key, one.Value.ToString()))], body.ToArray(), form);
    }

    /// <summary>The same call with other query parameters.</summary>
    public AwsCall With(QueryNode query) => this with { Query = query, Body = Encoding.UTF8.GetBytes(query.ToString()) };

    public override string ToString() => $"{Caller.Name} {Service}:{WebUtility.HtmlEncode(Action)}";

    [GeneratedRegex(@"Credential=(?<key>[^/]+)/\d{8}/(?<region>[^/]+)/(?<service>[^/]+)/aws4_request", RegexOptions.CultureInvariant)]
    private static partial Regex Credential();
}
