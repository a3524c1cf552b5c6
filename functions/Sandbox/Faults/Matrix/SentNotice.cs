using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>A notice that SNS took.</summary>
/// <param name="Outcome">What it says was done.</param>
internal sealed record SentNotice(string NoticeId, string Group, string Outcome, CallRecord Call)
{
    /// <summary>Whether it says that something was put right.</summary>
    public bool SaysDone => Outcome is "revoked" or "trimmed" or "restored";

    /// <summary>Whether the function cannot know that SNS took it.</summary>
    public bool IsAnswerLost => Call.Fault is FaultKind.AnswerLost or FaultKind.KilledAfterEffect;

    public static SentNotice Of(CallRecord publish)
    {
        var attributes = QueryNode.Parse(publish.Request)["MessageAttributes"]["entry"].Items.ToDictionary(entry => entry["Name"].Text ?? "", entry => entry["Value"]["StringValue"].Text ?? "");
        return new(attributes.GetValueOrDefault("noticeId", ""), attributes.GetValueOrDefault("groupId", ""), attributes.GetValueOrDefault("outcome", ""), publish);
    }
}
