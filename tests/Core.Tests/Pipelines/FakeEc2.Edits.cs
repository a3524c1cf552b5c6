using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Core.Tests.Pipelines;

internal sealed partial class FakeEc2 : IGroupEdits
{
    private int _requests;
    private int _created;

    /// <summary>How many rules the group takes in each direction; null: as many as one likes.</summary>
    public int? Quota { get; set; }

    /// <summary>Answers given to Authorize before EC2's own behaviour sets in, in order.</summary>
    public Queue<AuthorizeAnswer> AuthorizeRefusals { get; } = new();

    /// <summary>Answers given to a revoke by id before EC2's own behaviour sets in, in order.</summary>
    public Queue<RevokeAnswer> OwnRefusals { get; } = new();

    /// <summary>Runs right before an authorize is looked at.</summary>
    public Action? BeforeAuthorize { get; set; }

    /// <summary>Runs right after an authorize took effect.</summary>
    public Action? AfterAuthorize { get; set; }

    /// <summary>The first authorize is carried out, and its answer never comes.</summary>
    public bool LosesAuthorizeAnswer { get; set; }

    /// <summary>EC2's answer to an authorize does not list what was created.</summary>
    public bool AuthorizeAnswersReturnOnly { get; set; }

    /// <summary>What EC2 answers to Modify for a reason of its own; null: its own behaviour.</summary>
    public Func<Permission, ModifyAnswer?> ObjectsToModify { get; set; } = _ => null;

    public List<Restoration> Authorizations { get; } = [];

    /// <summary>The request ids of every call that changed something, in order.</summary>
    public List<string> Requests { get; } = [];

    public Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel)
    {
        Authorizations.Add(call);
        return Task.FromResult(calls.Make($"Authorize {call.Direction} {string.Join(" + ", call.Permissions.Select(p => p.Content))}", () =>
        {
            BeforeAuthorize?.Invoke();
            if (AuthorizeRefusals.TryDequeue(out var refusal)) return refusal;
            var answer = Take(call);
            if (!LosesAuthorizeAnswer) return answer;
            LosesAuthorizeAnswer = false;
            return new AuthorizeAnswer.Refused(null, "the call was given up before it was answered", true, PerhapsTaken: true);
        }));
    }

    public Task<ModifyAnswer> Modify(GroupKey group, string ruleId, Permission to, CancellationToken cancel) => Task.FromResult(calls.Make($"Modify {ruleId} {to.Content}", () =>
    {
        if (ObjectsToModify(to) is { } objection) return objection;
        var at = Permissions?.FindIndex(p => p.RuleId == ruleId) ?? -1;
        if (at < 0) return new ModifyAnswer.NotFound(NextRequest());
        if (Permissions!.Contains(to)) return new ModifyAnswer.Refused(NextRequest(), "InvalidPermission.Duplicate: it is there already", false);
        Permissions[at] = to with { RuleId = ruleId, Tags = Permissions[at].Tags };
        return new ModifyAnswer.Taken(NextRequest());
    }));

    public Task<RevokeAnswer> RevokeOwn(GroupKey group, Direction direction, ImmutableArray<string> ruleIds, CancellationToken cancel) => Task.FromResult(calls.Make<RevokeAnswer>($"RevokeOwn {string.Join(" ", ruleIds)}", () =>
    {
        if (OwnRefusals.TryDequeue(out var refusal)) return refusal;
        if (Permissions is null) return new RevokeAnswer.GroupNotFound(NextRequest());
        var mine = Permissions.Where(p => p.RuleId is { } id && ruleIds.Contains(id)).ToImmutableArray();
        if (mine.Length < ruleIds.Length) return new RevokeAnswer.PermissionNotFound(NextRequest());
        Permissions.RemoveAll(mine.Contains);
        return new RevokeAnswer.Taken(NextRequest(), true, AnswersReturnOnly ? [] : mine, []);
    }));

    private AuthorizeAnswer Take(Restoration call)
    {
        if (Permissions is null) return new AuthorizeAnswer.GroupNotFound(NextRequest());
        if (call.Permissions.Any(Permissions.Contains)) return new AuthorizeAnswer.Duplicate(NextRequest());
        if (Permissions.Count(p => p.Direction == call.Direction) + call.Permissions.Length > Quota) return new AuthorizeAnswer.Full(NextRequest());
        var created = call.Permissions.Select(p => p with { RuleId = $"sgr-new{++_created}" }).ToImmutableArray();
        Permissions.AddRange(created);
        AfterAuthorize?.Invoke();
        return new AuthorizeAnswer.Taken(NextRequest(), AuthorizeAnswersReturnOnly ? [] : created);
    }

    private string NextRequest()
    {
        Requests.Add($"req-{++_requests}");
        return Requests[^1];
    }
}
