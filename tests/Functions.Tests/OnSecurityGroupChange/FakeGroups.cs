using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>EC2 that does what it is told, or whatever a test makes of it; it counts.</summary>
internal sealed class FakeGroups : ISecurityGroups
{
    public List<Revocation> Revocations { get; } = [];

    public int Reads { get; private set; }

    /// <summary>What comes before the answer to a Revoke.</summary>
    public Func<CancellationToken, Task> BeforeRevoke { get; init; } = _ => Task.CompletedTask;

    /// <summary>What comes before the answer to who carries the group.</summary>
    public Func<CancellationToken, Task> BeforeExposure { get; init; } = _ => Task.CompletedTask;

    public async Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel)
    {
        Revocations.Add(call);
        await BeforeRevoke(cancel);
        return new RevokeAnswer.Taken("req-1", true, call.Permissions, []);
    }

    public Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<GroupReading>(new GroupReading.Found(new(new(account, region, group.Id!), null, null, [])));
    }

    public async Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel)
    {
        await BeforeExposure(cancel);
        return new(0, []);
    }
}
