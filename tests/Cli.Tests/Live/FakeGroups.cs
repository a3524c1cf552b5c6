using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Cli.Tests.Live;

/// <summary>Security groups in memory, behaving as EC2 documents for a VPC that is not the default one.</summary>
internal sealed class FakeGroups : ISecurityGroups, IGroupFacts, IGroupEdits
{
    private int _created;

    /// <summary>What stands in each group, by id; a group that is not here does not exist.</summary>
    public Dictionary<string, List<Permission>> Standing { get; } = new(StringComparer.Ordinal) { ["sg-0a"] = [] };

    public Dictionary<string, PrefixList> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>Every call that changes something, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Answers given to the next calls in place of EC2's own behaviour.</summary>
    public Queue<GroupReading> Reads { get; } = new();

    public Queue<AuthorizeAnswer> Authorizations { get; } = new();

    public Queue<RevokeAnswer> Revocations { get; } = new();

    /// <summary>Authorize is carried out, and its answer never comes.</summary>
    public bool LosesAuthorizeAnswer { get; set; }

    /// <summary>The answer does not list what was created.</summary>
    public bool AnswersReturnOnly { get; set; }

    /// <summary>Runs right before each call that changes something.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Runs right after each call that took effect.</summary>
    public Action<string> After { get; set; } = _ => { };

    public Permission Stand(string groupId, Permission permission)
    {
        var shown = permission with { RuleId = permission.RuleId ?? $"sgr-{++_created}" };
        Standing[groupId].Add(shown);
        return shown;
    }

    public Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel) => Task.FromResult(Reads.TryDequeue(out var planned)
        ? planned
        : Standing.TryGetValue(group.Id ?? "", out var holds) ? new GroupReading.Found(new(new(account, region, group.Id!), "web", null, [.. holds])) : new GroupReading.NotFound());

    public Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel) => Task.FromResult<Exposure?>(null);

    public Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel) => Change<RevokeAnswer>($"Revoke {string.Join(" + ", call.Permissions)}", () =>
        Revocations.TryDequeue(out var planned) ? planned : Take(call.Group.GroupId, p => call.Permissions.Contains(p), call.Permissions.Length));

    public Task<RevokeAnswer> RevokeOwn(GroupKey group, Direction direction, ImmutableArray<string> ruleIds, CancellationToken cancel) => Change<RevokeAnswer>($"RevokeOwn {string.Join(" ", ruleIds)}", () =>
        Revocations.TryDequeue(out var planned) ? planned : Take(group.GroupId, p => p.Direction == direction && ruleIds.Contains(p.RuleId!), ruleIds.Length));

    public Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel) => Change($"Authorize {string.Join(" + ", call.Permissions)}", () =>
    {
        if (Authorizations.TryDequeue(out var planned)) return planned;
        var answer = Create(call);
        if (!LosesAuthorizeAnswer) return answer;
        LosesAuthorizeAnswer = false;
        return new AuthorizeAnswer.Refused(null, "the call was given up before it was answered", true, PerhapsTaken: true);
    });

    public Task<ModifyAnswer> Modify(GroupKey group, string ruleId, Permission to, CancellationToken cancel) => Change<ModifyAnswer>($"Modify {ruleId} {to}", () =>
    {
        var holds = Standing.GetValueOrDefault(group.GroupId) ?? [];
        var at = holds.FindIndex(p => p.RuleId == ruleId);
        if (at < 0) return new ModifyAnswer.NotFound("req");
        holds[at] = to with { RuleId = ruleId, Tags = holds[at].Tags };
        return new ModifyAnswer.Taken("req");
    });

    public Task<GroupReading> Describe(GroupName group, string account, string region, CancellationToken cancel) => Read(group, account, region, cancel);

    public Task<GroupsReading> DescribeAll(ImmutableArray<string> groupIds, string account, string region, CancellationToken cancel) =>
        Task.FromResult<GroupsReading>(new GroupsReading.Found([.. groupIds.Where(Standing.ContainsKey).Select(id => new SecurityGroup(new(account, region, id), "web", null, [.. Standing[id]]))]));

    public Task<GroupsReading> DescribeReferring(string prefixListId, string account, string region, CancellationToken cancel) => Task.FromResult<GroupsReading>(new GroupsReading.Found([]));

    public Task<GroupsReading> DescribeVpc(string vpcId, string account, string region, CancellationToken cancel) => Task.FromResult<GroupsReading>(new GroupsReading.Found([]));

    public Task<GroupsPage> DescribePage(string? token, string account, string region, CancellationToken cancel) => Task.FromResult<GroupsPage>(new GroupsPage.Found([], [], null));

    public Task<PrefixListReading> ReadPrefixList(string idOrName, string account, string region, CancellationToken cancel) =>
        Task.FromResult<PrefixListReading>(Lists.TryGetValue(idOrName, out var list) ? new PrefixListReading.Found(list) : new PrefixListReading.NotFound());

    private Task<T> Change<T>(string call, Func<T> answer)
    {
        Calls.Add(call);
        Before(call);
        var result = answer();
        After(call);
        return Task.FromResult(result);
    }

    private AuthorizeAnswer Create(Restoration call)
    {
        if (!Standing.TryGetValue(call.Group.GroupId, out var holds)) return new AuthorizeAnswer.GroupNotFound("req");
        if (call.Permissions.Any(holds.Contains)) return new AuthorizeAnswer.Duplicate("req");
        ImmutableArray<Permission> created = [.. call.Permissions.Select(p => Stand(call.Group.GroupId, p with { RuleId = null }))];
        return new AuthorizeAnswer.Taken("req", AnswersReturnOnly ? [] : created);
    }

    private RevokeAnswer Take(string groupId, Func<Permission, bool> which, int asked)
    {
        if (!Standing.TryGetValue(groupId, out var holds)) return new RevokeAnswer.GroupNotFound("req");
        ImmutableArray<Permission> taken = [.. holds.Where(which)];
        if (taken.Length < asked) return new RevokeAnswer.PermissionNotFound("req");
        holds.RemoveAll(taken.Contains);
        return new RevokeAnswer.Taken("req", true, AnswersReturnOnly ? [] : taken, []);
    }
}
