using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>The EC2 calls that moto does not answer as AWS does. Writes happen one after the other: each reads before it writes.</summary>
internal sealed class Ec2Answers : IDisposable
{
    private static readonly (int Least, int Most) OfGroups = (5, 1000);
    private static readonly (int Least, int Most) OfLists = (1, 100);
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly MotoLink _moto;
    private readonly Authorize _authorize;
    private readonly Revoke _revoke;
    private readonly Modify _modify;
    private readonly Descriptions _descriptions;
    private readonly RuleTags _tags;
    private readonly DescribeRules _describeRules;
    private readonly DescribeGroups _describeGroups;
    private readonly PrefixLists _lists;
    private readonly DescribeInterfaces _describeInterfaces;
    private readonly MoveInterface _moveInterface;
    private readonly NetworkAcls _acls;

    public Ec2Answers(MotoLink moto)
    {
        var rules = new GroupRules(moto);
        var rows = new ListRows(moto);
        var peers = new RulePeers(rules, rows);
        (_moto, _authorize, _revoke, _modify, _descriptions) = (moto, new(rules, peers), new(rules, peers), new(rules, peers), new(rules, peers));
        (_tags, _describeRules, _describeGroups, _lists) = (new(moto, rules), new(rules), new(moto, rules), new(moto, rows));
        var interfaces = new InterfaceGroups();
        (_describeInterfaces, _moveInterface, _acls) = (new(moto, interfaces), new(moto, rules, interfaces), new(moto));
    }

    /// <summary>Null: let moto answer.</summary>
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation) => call switch
    {
        { Query: var query } when query["DryRun"].Text == "true" => null,
        { Action: "DescribeSecurityGroupRules" } => await Paging.AnswerAsync(call, "securityGroupRuleSet", OfGroups, whole => _describeRules.AnswerAsync(whole, cancellation)),
        { Action: "DescribeSecurityGroups" } => await Paging.AnswerAsync(call, "securityGroupInfo", OfGroups, whole => _describeGroups.AnswerAsync(whole, cancellation)),
        { Action: "DescribeNetworkInterfaces" } => await Paging.AnswerAsync(call, "networkInterfaceSet", OfGroups, whole => _describeInterfaces.AnswerAsync(whole, cancellation)),
        { Action: "DescribeNetworkAcls" } => await Paging.AnswerAsync(call, "networkAclSet", OfGroups, whole => _acls.DescribeAsync(whole, cancellation)),
        { Action: "DescribeVpcs" } => await Paging.AnswerAsync(call, "vpcSet", OfGroups, whole => _moto.ForwardAsync(whole, cancellation)),
        { Action: "DescribeManagedPrefixLists" } => await Paging.AnswerAsync(call, "prefixListSet", OfLists, whole => ListsAsync(whole, cancellation)),
        { Action: "GetManagedPrefixListEntries" } => await Paging.AnswerAsync(call, "entrySet", OfLists, whole => ListsAsync(whole, cancellation)),
        _ => await AloneAsync(call, cancellation),
    };

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<AwsAnswer> ListsAsync(AwsCall call, CancellationToken cancellation) =>
        await _lists.AnswerAsync(call, cancellation) ?? await _moto.ForwardAsync(call, cancellation);

    private async Task<AwsAnswer?> WriteAsync(AwsCall call, CancellationToken cancellation) => call.Action switch
    {
        "AuthorizeSecurityGroupIngress" or "AuthorizeSecurityGroupEgress" => await _authorize.AnswerAsync(call, cancellation),
        "RevokeSecurityGroupIngress" or "RevokeSecurityGroupEgress" => await _revoke.AnswerAsync(call, cancellation),
        "ModifySecurityGroupRules" => await _modify.AnswerAsync(call, cancellation),
        "UpdateSecurityGroupRuleDescriptionsIngress" or "UpdateSecurityGroupRuleDescriptionsEgress" => await _descriptions.AnswerAsync(call, cancellation),
        "CreateTags" or "DeleteTags" => await _tags.AnswerAsync(call, cancellation),
        "CreateManagedPrefixList" or "ModifyManagedPrefixList" or "RestoreManagedPrefixListVersion" or "DeleteManagedPrefixList" => await _lists.AnswerAsync(call, cancellation),
        "CreateNetworkInterface" => await _moveInterface.CreateAsync(call, cancellation),
        "ModifyNetworkInterfaceAttribute" => await _moveInterface.AnswerAsync(call, cancellation),
        "CreateNetworkAclEntry" => await _acls.CreateAsync(call, cancellation),
        "DeleteNetworkAclEntry" => await _acls.DeleteAsync(call, cancellation),
        _ => null,
    };

    private async Task<AwsAnswer?> AloneAsync(AwsCall call, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return await WriteAsync(call, cancellation);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
