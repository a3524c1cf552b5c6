using Amazon.EC2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.EC2;

/// <summary>The operations of EC2 in use here. Each fails with <see cref="AmazonEC2Exception"/> when EC2 refuses or does not answer sensibly.</summary>
public partial interface IAmazonEC2 : IAmazonService, IDisposable
{
    /// <summary>The Describe calls over all of their pages.</summary>
    IEC2PaginatorFactory Paginators { get; }

    /// <summary>Adds outbound permissions to a group.</summary>
    Task<AuthorizeSecurityGroupEgressResponse> AuthorizeSecurityGroupEgressAsync(AuthorizeSecurityGroupEgressRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds inbound permissions to a group.</summary>
    Task<AuthorizeSecurityGroupIngressResponse> AuthorizeSecurityGroupIngressAsync(AuthorizeSecurityGroupIngressRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates an entry in a network ACL.</summary>
    Task<CreateNetworkAclEntryResponse> CreateNetworkAclEntryAsync(CreateNetworkAclEntryRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a group.</summary>
    Task<CreateSecurityGroupResponse> CreateSecurityGroupAsync(CreateSecurityGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an entry of a network ACL.</summary>
    Task<DeleteNetworkAclEntryResponse> DeleteNetworkAclEntryAsync(DeleteNetworkAclEntryRequest request, CancellationToken cancellationToken = default);

    /// <summary>One page of prefix lists.</summary>
    Task<DescribeManagedPrefixListsResponse> DescribeManagedPrefixListsAsync(DescribeManagedPrefixListsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeNetworkAclsResponse> DescribeNetworkAclsAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of network ACLs.</summary>
    Task<DescribeNetworkAclsResponse> DescribeNetworkAclsAsync(DescribeNetworkAclsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeNetworkInterfacesResponse> DescribeNetworkInterfacesAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of network interfaces.</summary>
    Task<DescribeNetworkInterfacesResponse> DescribeNetworkInterfacesAsync(DescribeNetworkInterfacesRequest request, CancellationToken cancellationToken = default);

    /// <summary>One page of rules.</summary>
    Task<DescribeSecurityGroupRulesResponse> DescribeSecurityGroupRulesAsync(DescribeSecurityGroupRulesRequest request, CancellationToken cancellationToken = default);

    Task<DescribeSecurityGroupsResponse> DescribeSecurityGroupsAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of groups.</summary>
    Task<DescribeSecurityGroupsResponse> DescribeSecurityGroupsAsync(DescribeSecurityGroupsRequest request, CancellationToken cancellationToken = default);

    Task<DescribeVpcsResponse> DescribeVpcsAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of VPCs.</summary>
    Task<DescribeVpcsResponse> DescribeVpcsAsync(DescribeVpcsRequest request, CancellationToken cancellationToken = default);

    /// <summary>One page of a prefix list's entries.</summary>
    Task<GetManagedPrefixListEntriesResponse> GetManagedPrefixListEntriesAsync(GetManagedPrefixListEntriesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Changes one attribute of a network interface.</summary>
    Task<ModifyNetworkInterfaceAttributeResponse> ModifyNetworkInterfaceAttributeAsync(ModifyNetworkInterfaceAttributeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Rewrites rules in place.</summary>
    Task<ModifySecurityGroupRulesResponse> ModifySecurityGroupRulesAsync(ModifySecurityGroupRulesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes outbound permissions.</summary>
    Task<RevokeSecurityGroupEgressResponse> RevokeSecurityGroupEgressAsync(RevokeSecurityGroupEgressRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes inbound permissions.</summary>
    Task<RevokeSecurityGroupIngressResponse> RevokeSecurityGroupIngressAsync(RevokeSecurityGroupIngressRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonEC2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
        => new AmazonEC2Client(awsCredentials, (AmazonEC2Config)clientConfig);
}
