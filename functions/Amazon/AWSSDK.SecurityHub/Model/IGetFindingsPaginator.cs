using Amazon.Runtime;

namespace Amazon.SecurityHub.Model;

/// <summary>All pages of a search; each enumeration may start only once.</summary>
public interface IGetFindingsPaginator
{
    IPaginatedEnumerable<GetFindingsResponse> Responses { get; }

    IPaginatedEnumerable<AwsSecurityFinding> Findings { get; }
}
