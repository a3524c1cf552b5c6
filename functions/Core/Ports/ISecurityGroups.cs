using Remediator.Changes;
using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Ports;

/// <summary>EC2, as far as security groups go. Failures are values here; the shell decides what is an exception.</summary>
public interface ISecurityGroups
{
    Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel);

    /// <summary>Every permission of the group, all pages, each with its <c>sgr-</c> id, one peer a permission.</summary>
    Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel);

    /// <summary>What carries the group. Null when that could not be read: it is only told, never decided on.</summary>
    Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel);
}
