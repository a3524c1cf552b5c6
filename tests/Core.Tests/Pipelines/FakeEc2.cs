using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>Security groups in memory, behaving as EC2 documents for a VPC that is not the default one, unless a test says otherwise.</summary>
internal sealed partial class FakeEc2(CallLog calls) : ISecurityGroups
{
    public const string GroupId = "sg-0a1b2c3d4e5f60718";

    /// <summary>What stands in the one group; null when the group is deleted.</summary>
    public List<Permission>? Permissions { get; set; } = [];

    /// <summary>Answers given before EC2's own behaviour sets in, in order.</summary>
    public Queue<RevokeAnswer> Refusals { get; } = new();

    /// <summary>What EC2 answers to one call for a reason of its own; null: its own behaviour.</summary>
    public Func<Revocation, RevokeAnswer?> Objects { get; set; } = _ => null;

    /// <summary>What a revoke waits for before it is looked at.</summary>
    public Func<CancellationToken, Task> Hangs { get; set; } = _ => Task.CompletedTask;

    /// <summary>What reads show before they show the truth, in order.</summary>
    public Queue<GroupReading> StaleReads { get; } = new();

    /// <summary>EC2 before late 2024, and emulators: return true and nothing else.</summary>
    public bool AnswersReturnOnly { get; set; }

    /// <summary>The default VPC: unknown permissions are listed, and the call returns true.</summary>
    public bool DefaultVpc { get; set; }

    /// <summary>Runs right before a revoke is looked at.</summary>
    public Action? BeforeRevoke { get; set; }

    /// <summary>Runs right after a revoke took effect.</summary>
    public Action? AfterRevoke { get; set; }

    public Exposure? Exposure { get; set; } = new(2, ["203.0.113.77"]);

    public List<Revocation> Revocations { get; } = [];

    public async Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel)
    {
        Revocations.Add(call);
        await Hangs(cancel);
        return calls.Make($"Revoke {call.Direction} {string.Join(" + ", call.Permissions.Select(p => p.Content))}", () =>
        {
            BeforeRevoke?.Invoke();
            return Refusals.TryDequeue(out var refusal) ? refusal : Objects(call) ?? Take(call);
        });
    }

    public Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel) => Task.FromResult(calls.Make($"Read {group}", () =>
        StaleReads.TryDequeue(out var stale) ? stale : Permissions is null ? new GroupReading.NotFound() : Shown(account, region, [.. Permissions])));

    public Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel) => Task.FromResult(calls.Make("ReadExposure", () => Exposure));

    public static GroupReading.Found Shown(string account, string region, params ImmutableArray<Permission> permissions) =>
        new(new(new(account, region, GroupId), "web", null, permissions));

    private RevokeAnswer Take(Revocation call)
    {
        if (Permissions is null) return new RevokeAnswer.GroupNotFound(NextRequest());
        var there = Permissions.ToDictionary(p => p);
        var unknown = call.Permissions.Where(p => !there.ContainsKey(p)).ToImmutableArray();
        if (unknown.Length > 0 && !DefaultVpc) return new RevokeAnswer.PermissionNotFound(NextRequest());
        var revoked = call.Permissions.Where(there.ContainsKey).Select(p => there[p]).ToImmutableArray();
        var gone = revoked.ToHashSet();
        Permissions.RemoveAll(gone.Contains);
        AfterRevoke?.Invoke();
        return AnswersReturnOnly ? new RevokeAnswer.Taken(NextRequest(), true, [], []) : new RevokeAnswer.Taken(NextRequest(), true, revoked, unknown);
    }
}
