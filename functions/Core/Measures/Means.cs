using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Measures;

/// <summary>What measures ask of the world, and until when: throttling is waited out while there is time, a call without an answer in
/// that time is a failure, and every call that changes something is written down.</summary>
internal sealed class Means(Defence defence, Invocation invocation)
{
    private readonly Acting _acting = new(defence.World, invocation);
    private readonly List<CallMade> _calls = [];

    /// <summary>The calls that changed something, or were meant to.</summary>
    public ImmutableArray<CallMade> Calls => [.. _calls];

    public INetworkAcls Acls => defence.Acls;

    public INetworkInterfaces Interfaces => defence.Interfaces;

    public ISecurityGroups Groups => defence.World.Groups;

    public IGroupFacts Facts => defence.World.Facts;

    public IGroupEdits Edits => defence.World.Edits;

    public Books Books => defence.World.Books;

    public IMeasures Measures => defence.Measures;

    public TimeProvider Clock => defence.World.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>No call is tried again past this.</summary>
    public DateTimeOffset Until => invocation.ActUntil;

    public bool IsOver => _acting.IsOver;

    public Task<bool> MayTryAgain(int tries, CancellationToken cancel) => Clock.MayTryAgain(tries, Until, cancel);

    /// <summary>Null where the interface is gone; else it, or why it could not be read.</summary>
    public async Task<(InterfaceFacts? Shown, string? Problem)> Interface(string id, string region, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var reading = await Ask(token => Interfaces.Read([id], region, token), cancel).ConfigureAwait(false);
            if (reading is InterfacesReading.Failed { Retryable: true } && await MayTryAgain(tries, cancel).ConfigureAwait(false)) continue;
            return reading switch
            {
                InterfacesReading.Found found => (found.Interfaces.FirstOrDefault(i => i.Id == id), null),
                InterfacesReading.Failed failed => (null, failed.Problem),
                _ => (null, Reads.NoAnswer),
            };
        }
    }

    public async Task<(NetworkAcl? Shown, string? Problem)> Acl(string id, string region, CancellationToken cancel)
    {
        var reading = await Ask(token => Acls.Read(id, region, token), cancel).ConfigureAwait(false);
        return reading is null ? (null, Reads.NoAnswer) : (reading.Value, reading.Problem);
    }

    public Task<InterfaceAnswer> SetGroups(string interfaceId, ImmutableArray<string> groupIds, string region, CancellationToken cancel) => Call(
        "ModifyNetworkInterfaceAttribute", token => Interfaces.SetGroups(interfaceId, groupIds, region, token),
        new InterfaceAnswer.Refused(null, Reads.NoAnswer, true, PerhapsTaken: true),
        a => a is InterfaceAnswer.Refused { Retryable: true, PerhapsTaken: false }, a => (a.RequestId, a.Said()), cancel);

    public Task<AclAnswer> Add(string aclId, AclEntry entry, string region, CancellationToken cancel) => Call(
        "CreateNetworkAclEntry", token => Acls.Add(aclId, entry, region, token),
        new AclAnswer.Refused(null, Reads.NoAnswer, true, PerhapsTaken: true),
        a => a is AclAnswer.Refused { Retryable: true, PerhapsTaken: false }, a => (a.RequestId, a.Said()), cancel);

    public Task<AclAnswer> Remove(string aclId, int number, string region, CancellationToken cancel) => Call(
        "DeleteNetworkAclEntry", token => Acls.Remove(aclId, number, isEgress: false, region, token),
        new AclAnswer.Refused(null, Reads.NoAnswer, true, PerhapsTaken: true),
        a => a is AclAnswer.Refused { Retryable: true, PerhapsTaken: false }, a => (a.RequestId, a.Said()), cancel);

    public Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel) => Call(
        $"AuthorizeSecurityGroup{call.Direction}", token => Edits.Authorize(call, token),
        new AuthorizeAnswer.Refused(null, Reads.NoAnswer, true, PerhapsTaken: true),
        a => a is AuthorizeAnswer.Refused { Retryable: true, PerhapsTaken: false }, a => (a.RequestId, a.Said()), cancel);

    /// <summary>Noted as ours, so that nobody is told that something was closed against change control. Where that fails it costs a
    /// notice, and nothing else.</summary>
    public async Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel)
    {
        var answer = await Call(
            $"RevokeSecurityGroup{call.Direction}", token => Groups.Revoke(call, token),
            new RevokeAnswer.Refused(null, Reads.NoAnswer, true, PerhapsTaken: true),
            a => a is RevokeAnswer.Refused { Retryable: true, PerhapsTaken: false }, a => (a.RequestId, a.Said()), cancel).ConfigureAwait(false);
        if (answer.RequestId is { } request) await Books.Ledger.NoteCall(request, Now, cancel).ConfigureAwait(false);
        return answer;
    }

    public async Task<GroupMade> Make(string name, string description, string vpcId, string region, CancellationToken cancel)
    {
        var made = await Ask(token => Interfaces.MakeGroup(name, description, vpcId, region, token), cancel).ConfigureAwait(false) ?? new GroupMade.Failed(Reads.NoAnswer, true);
        var (request, said) = made switch
        {
            GroupMade.Made done => (done.RequestId, $"made {done.GroupId}"),
            GroupMade.Failed failed => (null, failed.Problem),
            _ => ((string?)null, "the name is taken"),
        };
        _calls.Add(new("CreateSecurityGroup", request, said, Now));
        return made;
    }

    /// <summary>Null when the time to act ended first.</summary>
    public Task<T?> Ask<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
        where T : class => _acting.InTime(ask, cancel);

    private async Task<T> Call<T>(string operation, Func<CancellationToken, Task<T>> make, T lost, Func<T, bool> mayPass, Func<T, (string? RequestId, string Said)> said, CancellationToken cancel)
        where T : class
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await Ask(make, cancel).ConfigureAwait(false) ?? lost;
            var (request, words) = said(answer);
            _calls.Add(new(operation, request, words, Now));
            if (!mayPass(answer) || !await MayTryAgain(tries, cancel).ConfigureAwait(false)) return answer;
        }
    }
}
