using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Remediator.Aws.Tests.Amazon.Lambda;

[Collection(LambdaCollection.Name)]
public sealed class LambdaContextTests : IDisposable
{
    private readonly RuntimeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Headers_reach_the_context()
    {
        var seen = await SeenAsync(
            context => (context.AwsRequestId, context.InvokedFunctionArn, context.TraceId, context.TenantId),
            ("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793"),
            ("Lambda-Runtime-Aws-Tenant-Id", "blue"));
        Assert.Equal(("r-1", RuntimeApi.Arn, "Root=1-5759e988-bd862e3fe1be46a994272793", "blue"), seen);
    }

    [Fact]
    public async Task Absent_headers_are_null_and_no_client_is_made_up()
    {
        var seen = await SeenAsync(context => (context.TraceId, context.TenantId, context.Identity.IdentityId, context.ClientContext.Client));
        Assert.Equal((null, null, null, null), seen);
    }

    [Fact]
    public async Task Deadline_becomes_the_remaining_time()
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(45).ToUnixTimeMilliseconds();
        var remaining = await SeenAsync(context => context.RemainingTime, ("Lambda-Runtime-Deadline-Ms", $"{deadline}"));
        Assert.InRange(remaining, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task Deadline_in_the_past_is_negative_time()
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(-5).ToUnixTimeMilliseconds();
        Assert.InRange(
            await SeenAsync(context => context.RemainingTime, ("Lambda-Runtime-Deadline-Ms", $"{deadline}")),
            TimeSpan.FromMinutes(-1),
            TimeSpan.FromSeconds(-5));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public async Task Deadline_that_is_no_time_leaves_none(string deadline)
    {
        StandIn.Only("the official package reckons from 1970 then");
        Assert.Equal(TimeSpan.Zero, await SeenAsync(context => context.RemainingTime, ("Lambda-Runtime-Deadline-Ms", deadline)));
    }

    [Fact]
    public async Task Client_context_and_identity_are_read()
    {
        var seen = await SeenAsync(
            context => (context.ClientContext.Client.AppTitle, context.ClientContext.Client.InstallationId,
                context.ClientContext.Custom["k"], context.ClientContext.Environment["locale"],
                context.Identity.IdentityId, context.Identity.IdentityPoolId),
            ("Lambda-Runtime-Client-Context", """{"client":{"app_title":"shop","installation_id":"i-1","app_version_name":"1","app_version_code":"2","app_package_name":"p"},"custom":{"k":"v"},"env":{"locale":"de"}}"""),
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"id","cognitoIdentityPoolId":"pool"}"""));
        Assert.Equal(("shop", "i-1", "v", "de", "id", "pool"), seen);
    }

    [Fact]
    public async Task Trace_id_is_in_the_environment_during_its_invocation_and_not_in_the_next()
    {
        StandIn.Only("the official package leaves the earlier id in the environment");
        var seen = new List<string?>();
        await using var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((Stream _, ILambdaContext _) =>
        {
            seen.Add(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
            return Task.CompletedTask;
        }));
        _api.Send("{}", "r-1", ("Lambda-Runtime-Trace-Id", "Root=1-aa"));
        _api.Send("{}", "r-2");
        await _api.PostedAsync();
        await _api.PostedAsync();
        Assert.Equal(["Root=1-aa", null], seen);
    }

    [Fact]
    public void Members_that_came_later_need_not_be_implemented()
    {
        ILambdaContext context = new OldContext();
        Assert.Equal((null, null, null), (context.TenantId, context.TraceId, context.Serializer));
    }

    private async Task<T> SeenAsync<T>(Func<ILambdaContext, T> look, params (string, string)[] headers)
    {
        T? seen = default;
        await using var function = new RunningFunction(_api, LambdaBootstrapBuilder.Create((Stream _, ILambdaContext context) =>
        {
            seen = look(context);
            return Task.CompletedTask;
        }));
        _api.Send("{}", "r-1", headers);
        var posted = await _api.PostedAsync();
        Assert.True(posted.Kind == "response", posted.Text);
        return seen!;
    }

    private sealed class OldContext : ILambdaContext
    {
        public string AwsRequestId => "";
        public IClientContext ClientContext => null!;
        public string FunctionName => "";
        public string FunctionVersion => "";
        public ICognitoIdentity Identity => null!;
        public string InvokedFunctionArn => "";
        public ILambdaLogger Logger => null!;
        public string LogGroupName => "";
        public string LogStreamName => "";
        public int MemoryLimitInMB => 0;
        public TimeSpan RemainingTime => TimeSpan.Zero;
    }
}
