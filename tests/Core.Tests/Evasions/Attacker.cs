using System.Text.Json.Nodes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Core.Tests.Evasions;

/// <summary>Somebody who edits the one group, each call followed by its event: first EC2 does it, then we hear of it.</summary>
internal sealed class Attacker
{
    private readonly Account _account;
    private readonly List<string> _opened = [];
    private readonly SortedSet<string> _told = new(StringComparer.Ordinal);
    private int _calls;

    public Attacker(string policyText)
    {
        var reading = PolicyReader.Read(policyText, "evasions.yaml");
        Assert.True(reading.Policy is not null, string.Join('\n', reading.Diagnostics));
        _account = new Account(reading.Policy);
    }

    public FakeEc2 Ec2 => _account.Ec2;

    public IEnumerable<string> Told => _told;

    public IEnumerable<string> Gone => _opened.Except(Standing);

    public IEnumerable<string> Stays => _opened.Intersect(Standing);

    private IEnumerable<string> Standing => Ec2.Permissions!.Select(Text);

    /// <summary>One Authorize call, answered as EC2 answers today.</summary>
    public Task Open(params Opening[] openings)
    {
        var permissions = Put(openings);
        return Hear("AuthorizeSecurityGroupIngress", Request(openings), CallShapes.Answer(permissions));
    }

    /// <summary>The same with the request alone in the record, as it was before answers listed rules.</summary>
    public Task OpenAsAsked(JsonObject? request, params Opening[] openings)
    {
        _ = Put(openings);
        return Hear("AuthorizeSecurityGroupIngress", request ?? Request(openings), new JsonObject { ["_return"] = true });
    }

    /// <summary>ModifySecurityGroupRules: the rule has another content from now on.</summary>
    public Task Modify(string ruleId, Opening to)
    {
        var before = Ec2.Permissions!.Single(p => p.RuleId == ruleId);
        _ = Ec2.Permissions!.Remove(before);
        _ = _opened.Remove(Text(before));
        _ = Put([to with { RuleId = ruleId }]);
        return Hear("ModifySecurityGroupRules", CallShapes.Modify(ruleId, to), new JsonObject { ["ModifySecurityGroupRulesResponse"] = new JsonObject { ["return"] = true } });
    }

    public Task Hear(string name, JsonObject request, JsonObject? response) => Deliver(Events.Envelope(name, request, response, $"00000000-0000-4000-8000-{++_calls:D12}"));

    /// <summary>What stands there, however it came: of no event of this story.</summary>
    public void Stand(params Opening[] openings) => _ = Put(openings);

    private static JsonObject Request(Opening[] openings) => new()
    {
        ["groupId"] = FakeEc2.GroupId,
        ["ipPermissions"] = new JsonObject { ["items"] = new JsonArray([.. openings.Select(CallShapes.Asked)]) },
    };

    private static string Text(Permission permission) => $"{permission.Services} from {permission.Peer.Text}";

    private List<Permission> Put(Opening[] openings)
    {
        var permissions = openings.Select((o, i) => o.Permission($"sgr-{_opened.Count + i:x17}")).ToList();
        Ec2.Permissions!.AddRange(permissions);
        _opened.AddRange(permissions.Select(Text));
        return permissions;
    }

    private async Task Deliver(JsonObject envelope)
    {
        var result = await _account.Deliver(Events.Bytes(envelope));
        Assert.Empty(result.Problems);
        foreach (var handled in Judged(result).SelectMany(j => j.Handled).Where(h => h.Outcome == Outcome.Told))
            _told.UnionWith(handled.Verdict.Reasons.Select(r => r.Rule.Id));
    }

    private static IEnumerable<Result.Judged> Judged(Result result) => result switch
    {
        Result.Judged judged => [judged],
        Result.Several several => several.Each.SelectMany(Judged),
        _ => [],
    };
}
