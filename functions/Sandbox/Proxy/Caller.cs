namespace Remediator.Sandbox.Proxy;

/// <summary>Somebody with credentials in the local account. Secrets are not checked: nothing here is worth stealing.</summary>
/// <param name="Name">How the Sandbox shows them.</param>
/// <param name="Arn">Their IAM or STS identity.</param>
/// <param name="FromConsole">They hold a session of the AWS console.</param>
public sealed record Caller(string Name, string AccessKeyId, string SecretKey, string Arn, bool FromConsole)
{
    private const string ProcessKeys = "ASIAREMEDIATOR0";

    /// <summary>Whether these are the functions' own calls.</summary>
    public bool IsRemediator => Arn.Contains(":assumed-role/remediator-function/", StringComparison.Ordinal);

    /// <summary>Whether this is one process of a function, or was one.</summary>
    internal bool IsProcess => AccessKeyId.StartsWith(ProcessKeys, StringComparison.Ordinal);

    /// <summary>A person who clicks in the AWS console, signed in through IAM Identity Center.</summary>
    public static Caller ConsoleUser(string account) =>
        new("alice (console)", "ASIAALICEINCONSOLE00", "sandbox", $"arn:aws:sts::{account}:assumed-role/AWSReservedSSO_Developer/alice@example.com", true);

    /// <summary>The functions' execution role.</summary>
    public static Caller Remediator(string account) => Remediator(account, PublishedFunction.Name, "ROLE00");

    /// <summary>One process of a function, with credentials of its own, as each of Lambda's execution environments has.</summary>
    /// <param name="function">Its name, after which Lambda names the session.</param>
    /// <param name="process">Six characters that no other process has.</param>
    internal static Caller Remediator(string account, string function, string process) =>
        new("remediator", "ASIAREMEDIATOR" + process, "sandbox", $"arn:aws:sts::{account}:assumed-role/remediator-function/{function}", false);

    /// <summary>Whoever comes with any other key: you, with the AWS CLI.</summary>
    public static Caller CommandLineUser(string account, string accessKeyId) =>
        new("bob (aws cli)", accessKeyId, "sandbox", $"arn:aws:iam::{account}:user/bob", false);
}
