using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.Shared.Client;

/// <summary>Follows NextToken from page to page. Can be gone through once, like the official paginators.</summary>
/// <param name="token">Where the first page starts; null for the beginning.</param>
/// <param name="fetch">Asks for the page that a token names.</param>
/// <param name="next">The token of the page behind this one; null or empty on the last.</param>
internal sealed class TokenPaginator<TResponse>(
    string token, Func<string, CancellationToken, Task<TResponse>> fetch, Func<TResponse, string> next) : IPaginator<TResponse>
{
    private int _started;

    async IAsyncEnumerable<TResponse> IPaginator<TResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
        }

        var at = token;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await fetch(at, cancellationToken).ConfigureAwait(false);
            at = next(page);
            yield return page;
        }
        while (!string.IsNullOrEmpty(at));
    }
}
