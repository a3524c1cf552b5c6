using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Notices;

/// <summary>
/// The subscriber at the other end of the topic. moto delivers to HTTP subscribers but leaves the message attributes out, so they are
/// noted when Publish passes the proxy, which is before moto delivers.
/// </summary>
internal sealed class Mailbox
{
    /// <summary>Where moto delivers, at the proxy's address. No bucket has such a name.</summary>
    public const string Path = "/_sandbox/mailbox";

    private readonly ConcurrentDictionary<(string Subject, string Body), ImmutableDictionary<string, string>> _attributes = new();

    public Journal<ReceivedNotice> Notices { get; } = new("notice");

    public void NoteAttributes(AwsCall call)
    {
        if (call.Service != "sns" || call.Action != "Publish")
            return;
        var entries = call.Query["MessageAttributes"]["entry"].Items
            .Select(entry => KeyValuePair.Create(entry["Name"].Text ?? "", entry["Value"]["StringValue"].Text ?? ""));
        _attributes[(call.Query["Subject"].Text ?? "", call.Query["Message"].Text ?? "")] = ImmutableDictionary.CreateRange(entries);
    }

    public async Task ReceiveAsync(HttpContext context)
    {
        var message = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        if (message?["Type"]?.ToString() != "Notification")
            return;
        var (subject, body) = (message["Subject"]?.ToString() ?? "", message["Message"]?.ToString() ?? "");
        Notices.Add(new(subject, body, _attributes.GetValueOrDefault((subject, body), ImmutableDictionary<string, string>.Empty), Stopwatch.GetTimestamp()));
    }
}
