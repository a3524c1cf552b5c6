using Amazon;
using Amazon.SecurityToken;
using Remediator.Ports;

namespace Remediator.Aws.Sts;

/// <summary>Asks STS who calls, which needs no permission
/// (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html). The client is made at the first call.</summary>
public sealed class StsCaller
{
    private const int LongestArn = 2_048;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lazy<IAmazonSecurityTokenService> _client;

    public StsCaller(string region)
        : this(() => new AmazonSecurityTokenServiceClient(new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), Timeout = Patience }))
    {
    }

    internal StsCaller(Func<IAmazonSecurityTokenService> connect) => _client = new(connect);

    /// <summary>The caller, or why nobody knows.</summary>
    public async Task<Reading<Caller>> Read(CancellationToken cancel)
    {
        try
        {
            var answer = await _client.Value.GetCallerIdentityAsync(new(), cancel).ConfigureAwait(false);
            return IsAccount(answer.Account) && answer.Arn is { Length: > 0 and <= LongestArn } arn
                ? new(new Caller(answer.Account, arn), null)
                : new(null, "STS answered without an account of 12 digits and an ARN");
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new(null, failure.Problem);
        }
    }

    private static bool IsAccount(string? text) => text is { Length: 12 } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
