namespace Remediator.Aws.Tests.Amazon.Shared;

/// <summary>What went over the wire: everything that a signature covers.</summary>
public sealed record CapturedRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body's form parameters, decoded. Two of the same name are an error.</summary>
    public IReadOnlyDictionary<string, string> Form() => Body.Split('&').Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => Decode(pair[0]), pair => Decode(pair[1]), StringComparer.Ordinal);

    public static async Task<CapturedRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        headers.TryAdd("host", request.RequestUri!.Authority);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellation);
        return new(request.Method, request.RequestUri, headers, body);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
