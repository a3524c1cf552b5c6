using Remediator.Aws.Sts;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Cli.Live;

/// <summary>A live account, and who acts in it.</summary>
internal sealed record LiveAccount(LivePorts Ports, LivePlace Place, Caller Caller, TimeProvider Clock)
{
    public Books Books => Ports.Books;

    public GroupKey KeyOf(string groupId) => new(Caller.Account, Place.Region, groupId);
}
