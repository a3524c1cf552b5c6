using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecurityHub.Model;

namespace Amazon.SecurityHub;

/// <summary>Security Hub: the operations that are used here.</summary>
public interface IAmazonSecurityHub : IAmazonService, IDisposable
{
    ISecurityHubPaginatorFactory Paginators { get; }

    Task<BatchImportFindingsResponse> BatchImportFindingsAsync(BatchImportFindingsRequest request, CancellationToken cancellationToken = default);

    Task<BatchUpdateFindingsResponse> BatchUpdateFindingsAsync(BatchUpdateFindingsRequest request, CancellationToken cancellationToken = default);

    Task<GetFindingsResponse> GetFindingsAsync(GetFindingsRequest request, CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSecurityHubConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
        => new AmazonSecurityHubClient(awsCredentials, (AmazonSecurityHubConfig)clientConfig);
}
