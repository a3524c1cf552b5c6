using System.CommandLine;

namespace Remediator.Cli.Commands;

/// <summary>Options that several verbs have, each made anew for its verb.</summary>
internal static class Choices
{
    public const string FormatName = "--format";

    public const string Json = "json";

    public static Option<string> Format()
    {
        var format = new Option<string>(FormatName) { Description = "text for people, or exactly one JSON document on standard output", DefaultValueFactory = _ => "text" };
        return format.AcceptOnlyFromAmong("text", Json);
    }

    public static Option<string> Policy() => new("--policy") { Description = "the policy file, or `-`", HelpName = "POLICY", Required = true };

    public static Option<string> Rules() => new("--rules")
    {
        Description = "what describe-security-group-rules prints: ids and tags of rules",
        HelpName = "FILE",
    };

    public static Option<string> PrefixLists() => new("--prefix-lists")
    {
        Description = "what describe-managed-prefix-lists and get-managed-prefix-list-entries print",
        HelpName = "FILE",
    };

    public static Option<string> Interfaces() => new("--interfaces")
    {
        Description = "what describe-network-interfaces prints: which groups are attached, and their public addresses",
        HelpName = "FILE",
    };

    public static Option<string> Region() => new("--region") { Description = "of groups whose answer does not name their region", HelpName = "REGION" };
}
