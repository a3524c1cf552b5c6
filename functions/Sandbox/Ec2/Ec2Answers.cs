using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>The EC2 calls that moto does not answer as AWS does. Writes happen one after the other: each reads the group before and after.</summary>
internal sealed class Ec2Answers : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Authorize _authorize;
    private readonly Revoke _revoke;
    private readonly Modify _modify;
    private readonly Paging _paging;

    public Ec2Answers(MotoLink moto)
    {
        var rules = new GroupRules(moto);
        (_authorize, _revoke, _modify, _paging) = (new(moto, rules), new(rules), new(moto), new(moto));
    }

    /// <summary>Null: let moto answer.</summary>
    public Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation) => call switch
    {
        { Query: var query } when query["DryRun"].Text == "true" => Task.FromResult<AwsAnswer?>(null),
        { Action: "AuthorizeSecurityGroupIngress" or "AuthorizeSecurityGroupEgress" } => AloneAsync(() => _authorize.AnswerAsync(call, cancellation), cancellation),
        { Action: "RevokeSecurityGroupIngress" or "RevokeSecurityGroupEgress" } => AloneAsync(() => _revoke.AnswerAsync(call, cancellation), cancellation),
        { Action: "ModifySecurityGroupRules" } => AloneAsync(() => _modify.AnswerAsync(call, cancellation), cancellation),
        { Action: "DescribeSecurityGroupRules" } => _paging.AnswerAsync(call, "securityGroupRuleSet", cancellation),
        { Action: "DescribeSecurityGroups" } => _paging.AnswerAsync(call, "securityGroupInfo", cancellation),
        _ => Task.FromResult<AwsAnswer?>(null),
    };

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<AwsAnswer?> AloneAsync(Func<Task<AwsAnswer?>> write, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            return await write();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
