using Remediator.Changes.Calls;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Whether an event is a call that can have changed what a group lets through; if not, why it is ignored.</summary>
internal static class Relevance
{
    private const string ApiCall = "AWS API Call via CloudTrail";
    private const string Ec2 = "aws.ec2";
    private const string Ec2Endpoint = "ec2.amazonaws.com";

    /// <summary>Whether it is an API call to EC2 at all: judged by the envelope, before the record is looked at.</summary>
    public static string? IgnoredByEnvelope(JsonCursor root, List<string> problems)
    {
        var type = Word(root, "detail-type", ApiCall, problems);
        if (type is not null and not ApiCall) return $"{Quoted.Text(type)} events are not judged, only `{ApiCall}`";
        var source = Word(root, "source", Ec2, problems);
        return source is not null and not Ec2 ? $"events of {Quoted.Text(source)} are not judged, only those of `{Ec2}`" : null;
    }

    /// <summary>Whether the recorded call is one that we judge and that changed something.</summary>
    public static string? IgnoredByRecord(JsonCursor detail, List<string> problems)
    {
        var endpoint = detail.Field("eventSource");
        if (endpoint is not null && endpoint.Text() != Ec2Endpoint) problems.Add(endpoint.Not($"`{Ec2Endpoint}`, as the envelope says"));
        var name = Word(detail, "eventName", CallNames.AuthorizeIngress, problems);
        if (name is not null && !CallNames.IsJudged(name)) return $"{Quoted.Text(name)} is an unknown event: it is not one of those that are judged";
        if (name is not null && detail.Field("readOnly")?.Flag() == true) return "the call is recorded as read-only";
        return Failure(detail, problems);
    }

    /// <summary>A call that failed, and a dry run, are recorded too; they changed nothing.</summary>
    private static string? Failure(JsonCursor detail, List<string> problems)
    {
        var code = detail.Field("errorCode");
        if (code is null || code.IsNothing) return null;
        if (code.Text() is { } text)
        {
            return text.EndsWith("DryRunOperation", StringComparison.Ordinal)
                ? $"the call was a dry run ({Quoted.Text(text)})"
                : $"the call failed with {Quoted.Text(text)}";
        }

        problems.Add(code.Not("an error code as text"));
        return null;
    }

    private static string? Word(JsonCursor place, string name, string example, List<string> problems)
    {
        var field = place.Field(name);
        if (field?.Text() is { } text) return text;
        var expected = $"text such as `{example}`";
        problems.Add(field?.Not(expected) ?? place.Lacks(name, expected));
        return null;
    }
}
