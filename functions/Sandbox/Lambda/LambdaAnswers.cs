using System.Text.RegularExpressions;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Lambda;

/// <summary>Invoke, in place of moto's, which would start a container: the payload goes into the line of the function that runs here.</summary>
internal sealed partial class LambdaAnswers(Func<string, AsyncInvocations?> lineOf)
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>Null: not an invocation.</summary>
    public AwsAnswer? Answer(AwsCall call)
    {
        if (call.Operation != "Invoke") return null;
        if (lineOf(Uri.UnescapeDataString(Path().Match(call.PathAndQuery).Groups["name"].Value)) is not { } line)
            return Refused(404, "ResourceNotFoundException", "Function not found");
        if (call.Header("X-Amz-Invocation-Type") != "Event") return Refused(400, "InvalidParameterValueException", "here only Event is answered");
        if (call.Body.Length > MostBytes) return Refused(413, "RequestTooLargeException", $"more than {MostBytes} bytes");
        line.Send(call.Text);
        return AwsAnswer.OfJson(202, "");
    }

    private static AwsAnswer Refused(int status, string code, string message) => AwsAnswer.OfJson(status, $$"""{"__type":"{{code}}","Type":"User","Message":"{{message}}"}""");

    [GeneratedRegex("^/2015-03-31/functions/(?<name>[^/?]+)/invocations", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
