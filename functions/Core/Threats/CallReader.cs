namespace Remediator.Threats;

/// <summary>Reads calls to an API. Whoever made one came to AWS's own endpoint, not through a permission of a group: the caller is told
/// about, and is no contact.</summary>
internal static class CallReader
{
    public static void Read(FindingPart action, Activity activity)
    {
        if (action.Object("awsApiCallAction") is { } call) Add(call, Joined(call, "serviceName", "api"), activity);
        if (action.Object("kubernetesApiCallAction") is { } request) Add(request, Joined(request, "verb", "requestUri"), activity);
    }

    private static void Add(FindingPart call, string what, Activity activity)
    {
        var callers = RemoteReader.Addresses(call);
        if (callers.IsEmpty && what.Length > 0) activity.AddOther($"API call {what}");
        foreach (var caller in callers) activity.AddOther(what.Length == 0 ? $"API caller {caller}" : $"API caller {caller} of {what}");
    }

    private static string Joined(FindingPart call, string first, string second) =>
        string.Join(' ', new[] { call.Text(first, "a name"), call.Text(second, "a name") }.OfType<string>());
}
