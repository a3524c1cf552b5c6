using Remediator.Aws.SecurityHub;
using Remediator.Aws.Sns;
using Remediator.Aws.Sts;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Cli.Live;

/// <summary>A live account, and who acts in it.</summary>
internal sealed record LiveAccount(LivePorts Ports, LivePlace Place, Caller Caller, TimeProvider Clock)
{
    /// <summary>How long calls that fail are tried again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Books Books => Ports.Books;

    /// <summary>As the steps of the core know it. Whoever acts here is told at the terminal, and nobody else by these ports.</summary>
    public World World => new(Ports.Groups, Ports.Facts, Ports.Edits, new NoFindings(), new NoNotices(), Books, Clock);

    public Defence Defence => new(World, Ports.Interfaces, Ports.Acls);

    public GroupKey KeyOf(string groupId) => new(Caller.Account, Place.Region, groupId);

    /// <summary>One run of a verb, from now on.</summary>
    public Invocation Run() => new(Caller.Account, Caller.Arn.Split(':') is [_, { Length: > 0 } partition, ..] ? partition : "aws", Clock.GetUtcNow() + Patience);
}
