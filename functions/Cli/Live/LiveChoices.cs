using System.CommandLine;

namespace Remediator.Cli.Live;

/// <summary>Options that every verb on a live account has, each made anew for its verb.</summary>
internal static class LiveChoices
{
    public const string TableVariable = "REMEDIATOR_LEDGER_TABLE";

    public const string RegionVariable = "AWS_REGION";

    public static Option<string> Table() => new("--table") { Description = $"the ledger's DynamoDB table; {TableVariable} when it is left out", HelpName = "TABLE" };

    public static Option<string> Region() => new("--region") { Description = $"the region of table and groups; {RegionVariable} when it is left out", HelpName = "REGION" };

    public static Option<string> Group() => new("--group") { Description = "the security group, by its id", HelpName = "sg-…", Required = true };
}
