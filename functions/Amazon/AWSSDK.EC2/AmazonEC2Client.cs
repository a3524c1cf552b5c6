using Amazon.EC2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Shared.Client;

namespace Amazon.EC2;

/// <summary>The client of EC2: signs, sends, retries. Safe for use by many threads at once.</summary>
public partial class AmazonEC2Client : AmazonServiceClient, IAmazonEC2
{
    private static readonly ServiceMetadata Metadata = new(AmazonEC2Config.ServiceId);

    public AmazonEC2Client()
        : base(new AmazonEC2Config())
    {
    }

    public AmazonEC2Client(RegionEndpoint region)
        : base(new AmazonEC2Config { RegionEndpoint = region })
    {
    }

    public AmazonEC2Client(AmazonEC2Config config)
        : base(config)
    {
    }

    public AmazonEC2Client(AWSCredentials credentials)
        : base(credentials, new AmazonEC2Config())
    {
    }

    public AmazonEC2Client(AWSCredentials credentials, RegionEndpoint region)
        : base(credentials, new AmazonEC2Config { RegionEndpoint = region })
    {
    }

    public AmazonEC2Client(AWSCredentials credentials, AmazonEC2Config clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonEC2Client(string awsAccessKeyId, string awsSecretAccessKey)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonEC2Config())
    {
    }

    public AmazonEC2Client(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, new AmazonEC2Config { RegionEndpoint = region })
    {
    }

    public AmazonEC2Client(string awsAccessKeyId, string awsSecretAccessKey, AmazonEC2Config clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonEC2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonEC2Config())
    {
    }

    public AmazonEC2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonEC2Config { RegionEndpoint = region })
    {
    }

    public AmazonEC2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonEC2Config clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    public IEC2PaginatorFactory Paginators => field ??= new EC2PaginatorFactory(this);

    protected override IServiceMetadata ServiceMetadata => Metadata;

    public virtual Task<AuthorizeSecurityGroupEgressResponse> AuthorizeSecurityGroupEgressAsync(AuthorizeSecurityGroupEgressRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<AuthorizeSecurityGroupEgressResponse>(request, AuthorizeSecurityGroupEgressRequest.Operation, cancellationToken);

    public virtual Task<AuthorizeSecurityGroupIngressResponse> AuthorizeSecurityGroupIngressAsync(AuthorizeSecurityGroupIngressRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<AuthorizeSecurityGroupIngressResponse>(request, AuthorizeSecurityGroupIngressRequest.Operation, cancellationToken);

    public virtual Task<CreateNetworkAclEntryResponse> CreateNetworkAclEntryAsync(CreateNetworkAclEntryRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<CreateNetworkAclEntryResponse>(request, CreateNetworkAclEntryRequest.Operation, cancellationToken);

    public virtual Task<CreateSecurityGroupResponse> CreateSecurityGroupAsync(CreateSecurityGroupRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<CreateSecurityGroupResponse>(request, CreateSecurityGroupRequest.Operation, cancellationToken);

    public virtual Task<DeleteNetworkAclEntryResponse> DeleteNetworkAclEntryAsync(DeleteNetworkAclEntryRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<DeleteNetworkAclEntryResponse>(request, DeleteNetworkAclEntryRequest.Operation, cancellationToken);

    public virtual Task<DescribeManagedPrefixListsResponse> DescribeManagedPrefixListsAsync(DescribeManagedPrefixListsRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<DescribeManagedPrefixListsResponse>(request, DescribeManagedPrefixListsRequest.Operation, cancellationToken);

    public virtual Task<DescribeNetworkAclsResponse> DescribeNetworkAclsAsync(CancellationToken cancellationToken = default)
        => DescribeNetworkAclsAsync(new DescribeNetworkAclsRequest(), cancellationToken);

    public virtual Task<DescribeNetworkAclsResponse> DescribeNetworkAclsAsync(DescribeNetworkAclsRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<DescribeNetworkAclsResponse>(request, DescribeNetworkAclsRequest.Operation, cancellationToken);

    public virtual Task<DescribeNetworkInterfacesResponse> DescribeNetworkInterfacesAsync(CancellationToken cancellationToken = default)
        => DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest(), cancellationToken);

    public virtual Task<DescribeNetworkInterfacesResponse> DescribeNetworkInterfacesAsync(DescribeNetworkInterfacesRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<DescribeNetworkInterfacesResponse>(request, DescribeNetworkInterfacesRequest.Operation, cancellationToken);

    public virtual Task<DescribeSecurityGroupRulesResponse> DescribeSecurityGroupRulesAsync(DescribeSecurityGroupRulesRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<DescribeSecurityGroupRulesResponse>(request, DescribeSecurityGroupRulesRequest.Operation, cancellationToken);

    public virtual Task<DescribeSecurityGroupsResponse> DescribeSecurityGroupsAsync(CancellationToken cancellationToken = default)
        => DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest(), cancellationToken);

    public virtual Task<DescribeSecurityGroupsResponse> DescribeSecurityGroupsAsync(DescribeSecurityGroupsRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<DescribeSecurityGroupsResponse>(request, DescribeSecurityGroupsRequest.Operation, cancellationToken);

    public virtual Task<DescribeVpcsResponse> DescribeVpcsAsync(CancellationToken cancellationToken = default)
        => DescribeVpcsAsync(new DescribeVpcsRequest(), cancellationToken);

    public virtual Task<DescribeVpcsResponse> DescribeVpcsAsync(DescribeVpcsRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<DescribeVpcsResponse>(request, DescribeVpcsRequest.Operation, cancellationToken);

    public virtual Task<GetManagedPrefixListEntriesResponse> GetManagedPrefixListEntriesAsync(GetManagedPrefixListEntriesRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<GetManagedPrefixListEntriesResponse>(request, GetManagedPrefixListEntriesRequest.Operation, cancellationToken);

    public virtual Task<ModifyNetworkInterfaceAttributeResponse> ModifyNetworkInterfaceAttributeAsync(ModifyNetworkInterfaceAttributeRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<ModifyNetworkInterfaceAttributeResponse>(request, ModifyNetworkInterfaceAttributeRequest.Operation, cancellationToken);

    public virtual Task<ModifySecurityGroupRulesResponse> ModifySecurityGroupRulesAsync(ModifySecurityGroupRulesRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<ModifySecurityGroupRulesResponse>(request, ModifySecurityGroupRulesRequest.Operation, cancellationToken);

    public virtual Task<RevokeSecurityGroupEgressResponse> RevokeSecurityGroupEgressAsync(RevokeSecurityGroupEgressRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<RevokeSecurityGroupEgressResponse>(request, RevokeSecurityGroupEgressRequest.Operation, cancellationToken);

    public virtual Task<RevokeSecurityGroupIngressResponse> RevokeSecurityGroupIngressAsync(RevokeSecurityGroupIngressRequest request, CancellationToken cancellationToken = default)
        => InvokeAsync<RevokeSecurityGroupIngressResponse>(request, RevokeSecurityGroupIngressRequest.Operation, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)
        => ((AmazonEC2Config)Config).DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => StandardPipeline.Customize(pipeline);
}
