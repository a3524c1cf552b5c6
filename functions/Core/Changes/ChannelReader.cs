namespace Remediator.Changes;

/// <summary>How a call was made, from what the record says of it. A user agent is whatever the caller wrote: good enough to tell
/// people, never to decide on.</summary>
internal static class ChannelReader
{
    private static readonly string[] SdkMarks = ["aws-sdk-", "Boto3/", "Botocore/", "Boto/", "aws-cdk/", "Pulumi/"];

    public static Channel Read(string? invokedBy, string? sourceAddress, string? userAgent, bool fromConsole)
    {
        if (IsCloudFormation(invokedBy) || IsCloudFormation(sourceAddress)) return Channel.CloudFormation;
        if (fromConsole || IsConsole(userAgent)) return Channel.Console;
        if (IsService(invokedBy)) return Channel.AwsService;
        if (Has(userAgent, "Terraform/") || Has(userAgent, "terraform-provider-aws/")) return Channel.Terraform;
        if (Has(userAgent, "aws-cli/")) return Channel.CommandLine;
        if (SdkMarks.Any(mark => Has(userAgent, mark))) return Channel.Sdk;
        return IsService(sourceAddress) || IsService(userAgent) ? Channel.AwsService : Channel.Unknown;
    }

    private static bool IsConsole(string? userAgent) =>
        Has(userAgent, "console.ec2.amazonaws.com") || Has(userAgent, "console.amazonaws.com") || Has(userAgent, "AWS Internal console")
        || (userAgent?.StartsWith("Mozilla/", StringComparison.Ordinal) ?? false);

    private static bool IsCloudFormation(string? text) => text?.StartsWith("cloudformation.amazonaws.com", StringComparison.Ordinal) ?? false;

    private static bool IsService(string? text) =>
        text is not null && (text.EndsWith(".amazonaws.com", StringComparison.Ordinal) || text.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal));

    private static bool Has(string? text, string mark) => text?.Contains(mark, StringComparison.OrdinalIgnoreCase) ?? false;
}
