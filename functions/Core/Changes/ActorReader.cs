using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Who made the call. Nothing here can make an event unreadable: a hole is closed whoever made it, and an identity of a
/// kind that we do not know is still told as well as the record allows.</summary>
/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html</remarks>
internal static class ActorReader
{
    public static Actor Read(JsonCursor detail, string account)
    {
        var identity = detail.Field("userIdentity");
        var session = identity?.Field("sessionContext");
        var source = detail.Field("sourceIPAddress")?.Text();
        var agent = detail.Field("userAgent")?.Text();
        var fromConsole = detail.Field("sessionCredentialFromConsole")?.Flag() == true;
        var service = identity?.Field("invokedBy")?.Text();
        var via = ChannelReader.Read(service, source, agent, fromConsole);
        var withMfa = session?.Field("attributes")?.Field("mfaAuthenticated")?.Flag();
        return new(Name(identity, account), session?.Field("sessionIssuer")?.Field("arn")?.Text(), source, agent, via, withMfa) { Service = service };
    }

    /// <summary>The ARN; the identities without one (a service, another account, a web or Identity Center user) by their best name.</summary>
    private static string Name(JsonCursor? identity, string account)
    {
        var type = identity?.Field("type")?.Text();
        var best = type switch
        {
            "AWSService" => Text(identity, "invokedBy"),
            "AWSAccount" => Text(identity, "accountId"),
            "IdentityCenterUser" => identity?.Field("onBehalfOf")?.Field("userId")?.Text(),
            "Root" => Text(identity, "accountId") is { } owner ? $"root of {owner}" : null,
            _ => null,
        };
        return Text(identity, "arn") ?? best ?? Text(identity, "principalId") ?? Text(identity, "userName") ?? Text(identity, "accountId") ?? account;
    }

    private static string? Text(JsonCursor? identity, string name) => identity?.Field(name)?.Text();
}
