namespace Remediator.Sandbox.Proxy;

/// <summary>Somebody with credentials in the local account. Secrets are not checked: nothing here is worth stealing.</summary>
/// <param name="Name">How the Sandbox shows them.</param>
/// <param name="Arn">Their IAM or STS identity.</param>
/// <param name="FromConsole">They hold a session of the AWS console.</param>
public sealed record Caller(string Name, string AccessKeyId, string SecretKey, string Arn, bool FromConsole)
{
    /// <summary>Whether these are the functions' own calls.</summary>
    public bool IsRemediator => Arn.Contains(":assumed-role/remediator-function/", StringComparison.Ordinal);

    /// <summary>A person who clicks in the AWS console, signed in through IAM Identity Center.</summary>
    public static Caller ConsoleUser(string account) =>
        new("alice (console)", "ASIAALICEINCONSOLE00", "sandbox", $"arn:aws:sts::{account}:assumed-role/AWSReservedSSO_Developer/alice@example.com", true);

    /// <summary>The functions' execution role.</summary>
    public static Caller Remediator(string account) =>
        new("remediator", "ASIAREMEDIATORROLE00", "sandbox", $"arn:aws:sts::{account}:assumed-role/remediator-function/OnSecurityGroupChange", false);

    /// <summary>Whoever comes with any other key: you, with the AWS CLI.</summary>
    public static Caller CommandLineUser(string account, string accessKeyId) =>
        new("bob (aws cli)", accessKeyId, "sandbox", $"arn:aws:iam::{account}:user/bob", false);
}
