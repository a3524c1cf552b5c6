using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SecurityHub.Internal;
using Amazon.SecurityHub.Model;
using Amazon.Shared.Client;

namespace Amazon.SecurityHub;

/// <summary>Calls Security Hub. Errors: <see cref="AmazonSecurityHubException"/> and its kin; what cannot be reached or signed is an <see cref="AmazonClientException"/>.</summary>
public class AmazonSecurityHubClient : AmazonServiceClient, IAmazonSecurityHub
{
    private static readonly ServiceMetadata Metadata = new(AmazonSecurityHubConfig.ServiceId);

    public AmazonSecurityHubClient() : base(new AmazonSecurityHubConfig()) { }

    public AmazonSecurityHubClient(RegionEndpoint region) : base(new AmazonSecurityHubConfig { RegionEndpoint = region }) { }

    public AmazonSecurityHubClient(AmazonSecurityHubConfig config) : base(config) { }

    public AmazonSecurityHubClient(AWSCredentials credentials) : base(credentials, new AmazonSecurityHubConfig()) { }

    public AmazonSecurityHubClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonSecurityHubConfig { RegionEndpoint = region }) { }

    public AmazonSecurityHubClient(AWSCredentials credentials, AmazonSecurityHubConfig clientConfig) : base(credentials, clientConfig) { }

    public AmazonSecurityHubClient(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonSecurityHubConfig()) { }

    public AmazonSecurityHubClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonSecurityHubConfig { RegionEndpoint = region }) { }

    public AmazonSecurityHubClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSecurityHubConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonSecurityHubClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSecurityHubConfig()) { }

    public AmazonSecurityHubClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSecurityHubConfig { RegionEndpoint = region }) { }

    public AmazonSecurityHubClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonSecurityHubConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    public ISecurityHubPaginatorFactory Paginators => field ??= new SecurityHubPaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<BatchImportFindingsResponse> BatchImportFindingsAsync(BatchImportFindingsRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<BatchImportFindingsResponse>(request, BatchImportFindings.Call(), cancellationToken);

    public virtual Task<BatchUpdateFindingsResponse> BatchUpdateFindingsAsync(BatchUpdateFindingsRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<BatchUpdateFindingsResponse>(request, BatchUpdateFindings.Call(), cancellationToken);

    public virtual Task<GetFindingsResponse> GetFindingsAsync(GetFindingsRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<GetFindingsResponse>(request, GetFindings.Call(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)
        => Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => StandardPipeline.Customize(pipeline);
}
