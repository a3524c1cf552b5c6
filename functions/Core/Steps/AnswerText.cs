using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>What EC2 said to a call, in a few words for the record.</summary>
internal static class AnswerText
{
    public static string Said(this RevokeAnswer answer) => answer switch
    {
        RevokeAnswer.Taken taken => $"return {(taken.Returned ? "true" : "false")}, {taken.Revoked.Length} revoked, {taken.Unknown.Length} unknown",
        RevokeAnswer.PermissionNotFound => "permission not found",
        RevokeAnswer.GroupNotFound => "group not found",
        RevokeAnswer.Refused refused => refused.Problem,
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };

    public static string Said(this AuthorizeAnswer answer) => answer switch
    {
        AuthorizeAnswer.Taken taken => $"taken, {taken.Created.Length} created",
        AuthorizeAnswer.Duplicate => "duplicate",
        AuthorizeAnswer.Full => "no room",
        AuthorizeAnswer.GroupNotFound => "group not found",
        AuthorizeAnswer.Refused refused => refused.Problem,
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };

    public static string Said(this ModifyAnswer answer) => answer switch
    {
        ModifyAnswer.Taken => "taken",
        ModifyAnswer.NotFound => "rule not found",
        ModifyAnswer.Refused refused => refused.Problem,
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };
}
