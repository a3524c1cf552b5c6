using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Shared.Client;
using Amazon.SimpleNotificationService.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService;

/// <summary>Calls SNS. Errors: <see cref="AmazonSimpleNotificationServiceException"/> and its kin; what cannot be reached or signed is an <see cref="AmazonClientException"/>.</summary>
public class AmazonSimpleNotificationServiceClient : AmazonServiceClient, IAmazonSimpleNotificationService
{
    private static readonly ServiceMetadata Metadata = new(AmazonSimpleNotificationServiceConfig.ServiceId);

    public AmazonSimpleNotificationServiceClient() : base(new AmazonSimpleNotificationServiceConfig()) { }

    public AmazonSimpleNotificationServiceClient(RegionEndpoint region)
        : base(new AmazonSimpleNotificationServiceConfig { RegionEndpoint = region }) { }

    public AmazonSimpleNotificationServiceClient(AmazonSimpleNotificationServiceConfig config) : base(config) { }

    public AmazonSimpleNotificationServiceClient(AWSCredentials credentials) : base(credentials, new AmazonSimpleNotificationServiceConfig()) { }

    public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonSimpleNotificationServiceConfig { RegionEndpoint = region }) { }

    public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, AmazonSimpleNotificationServiceConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonSimpleNotificationServiceConfig()) { }

    public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonSimpleNotificationServiceConfig { RegionEndpoint = region }) { }

    public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSimpleNotificationServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSimpleNotificationServiceConfig()) { }

    public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSimpleNotificationServiceConfig { RegionEndpoint = region }) { }

    public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonSimpleNotificationServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<CreateTopicResponse> CreateTopicAsync(string name, CancellationToken cancellationToken = default)
        => CreateTopicAsync(new CreateTopicRequest { Name = name }, cancellationToken);

    public virtual Task<CreateTopicResponse> CreateTopicAsync(CreateTopicRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<CreateTopicResponse>(request, CreateTopic.Call(), cancellationToken);

    public virtual Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default)
        => PublishAsync(new PublishRequest(topicArn, message), cancellationToken);

    public virtual Task<PublishResponse> PublishAsync(string topicArn, string message, string subject, CancellationToken cancellationToken = default)
        => PublishAsync(new PublishRequest(topicArn, message, subject), cancellationToken);

    public virtual Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<PublishResponse>(request, Publish.Call(), cancellationToken);

    public virtual Task<SubscribeResponse> SubscribeAsync(string topicArn, string protocol, string endpoint, CancellationToken cancellationToken = default)
        => SubscribeAsync(new SubscribeRequest { TopicArn = topicArn, Protocol = protocol, Endpoint = endpoint }, cancellationToken);

    public virtual Task<SubscribeResponse> SubscribeAsync(SubscribeRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<SubscribeResponse>(request, Subscribe.Call(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)
        => Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => StandardPipeline.Customize(pipeline);
}
