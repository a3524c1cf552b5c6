namespace Amazon.EC2.Model;

/// <summary>Makes a paginator for each call that answers in pages.</summary>
public class EC2PaginatorFactory : IEC2PaginatorFactory
{
    private readonly IAmazonEC2 _client;

    internal EC2PaginatorFactory(IAmazonEC2 client) => _client = client;

    public IDescribeManagedPrefixListsPaginator DescribeManagedPrefixLists(DescribeManagedPrefixListsRequest request) => new DescribeManagedPrefixListsPaginator(_client, request);

    public IDescribeNetworkAclsPaginator DescribeNetworkAcls(DescribeNetworkAclsRequest request) => new DescribeNetworkAclsPaginator(_client, request);

    public IDescribeNetworkInterfacesPaginator DescribeNetworkInterfaces(DescribeNetworkInterfacesRequest request) => new DescribeNetworkInterfacesPaginator(_client, request);

    public IDescribeSecurityGroupRulesPaginator DescribeSecurityGroupRules(DescribeSecurityGroupRulesRequest request) => new DescribeSecurityGroupRulesPaginator(_client, request);

    public IDescribeSecurityGroupsPaginator DescribeSecurityGroups(DescribeSecurityGroupsRequest request) => new DescribeSecurityGroupsPaginator(_client, request);

    public IDescribeVpcsPaginator DescribeVpcs(DescribeVpcsRequest request) => new DescribeVpcsPaginator(_client, request);

    public IGetManagedPrefixListEntriesPaginator GetManagedPrefixListEntries(GetManagedPrefixListEntriesRequest request) => new GetManagedPrefixListEntriesPaginator(_client, request);
}
