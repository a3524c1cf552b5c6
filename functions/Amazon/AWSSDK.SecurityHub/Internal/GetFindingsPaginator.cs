using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.SecurityHub.Model;

namespace Amazon.SecurityHub.Internal;

/// <summary>Follows NextToken to the end. INVARIANT: it starts once, because it moves the token of the request that it was given.</summary>
internal sealed class GetFindingsPaginator(IAmazonSecurityHub client, GetFindingsRequest request) : IGetFindingsPaginator, IPaginator<GetFindingsResponse>
{
    private int _starts;

    public IPaginatedEnumerable<GetFindingsResponse> Responses => new PaginatedResponse<GetFindingsResponse>(this);

    public IPaginatedEnumerable<AwsSecurityFinding> Findings
        => new PaginatedResultKeyResponse<GetFindingsResponse, AwsSecurityFinding>(this, static page => page.Findings ?? []);

    async IAsyncEnumerable<GetFindingsResponse> IPaginator<GetFindingsResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _starts, 1) != 0)
            throw new InvalidOperationException("these pages have been read already: ask `Paginators` for a new enumeration");

        do
        {
            var page = await client.GetFindingsAsync(request, cancellationToken).ConfigureAwait(false);
            request.NextToken = page.NextToken;
            yield return page;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }
}
