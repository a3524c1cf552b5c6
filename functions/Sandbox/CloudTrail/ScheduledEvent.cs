using System.Globalization;
using System.Text.Json.Nodes;

namespace Remediator.Sandbox.CloudTrail;

/// <summary>What EventBridge sends when a rule's schedule comes round
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html).</summary>
internal static class ScheduledEvent
{
    public static string Text(string account, string region) => new JsonObject
    {
        ["version"] = "0",
        ["id"] = Guid.NewGuid().ToString(),
        ["detail-type"] = "Scheduled Event",
        ["source"] = "aws.events",
        ["account"] = account,
        ["time"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = region,
        ["resources"] = new JsonArray($"arn:aws:events:{region}:{account}:rule/remediator-schedule"),
        ["detail"] = new JsonObject(),
    }.ToJsonString();
}
