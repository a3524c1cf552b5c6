using System.CommandLine;
using Remediator.Cli.Live;

namespace Remediator.Cli.Grants;

/// <summary>What somebody says who asks for an exception.</summary>
internal sealed class GrantOptions
{
    public Option<string> Group { get; } = LiveChoices.Group();

    public Option<string[]> Services { get; } = new("--service") { Description = "`tcp/22`, `udp/1-5`, `all`, a common name, or a service of the policy; may be given several times", HelpName = "SERVICE", Required = true };

    public Option<string[]> Peers { get; } = new("--peer") { Description = "a block, a network of the policy, `sg-…`, `pl-…` or `self`; may be given several times", HelpName = "PEER", Required = true };

    public Option<string> Direction { get; } = new Option<string>("--direction") { Description = "whether it lets in or out", DefaultValueFactory = _ => "ingress" }.AcceptOnlyFromAmong("ingress", "egress");

    public Option<TimeSpan> Hours { get; } = Grants.Hours.Option("how long, from now");

    public Option<string> Reason { get; } = new("--reason") { Description = "why, for whoever reads it later", HelpName = "TEXT", Required = true };

    public Option<string> Ticket { get; } = new("--ticket") { Description = "where more stands about it", HelpName = "TEXT" };

    public Option<string> For { get; } = new("--for") { Description = "the entry that it answers, by the id in the notice", HelpName = "KEY" };

    public GrantOptions(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[Group, Services, Peers, Direction, Hours, Reason, Ticket, For]) command.Options.Add(option);
    }
}
