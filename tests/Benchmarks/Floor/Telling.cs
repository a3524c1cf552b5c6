namespace Remediator.Benchmarks.Floor;

/// <summary>The calls that the function made after Revoke, sent again byte for byte with new signatures: service by service, those of
/// one service in order, the services side by side, and EC2 before the others.</summary>
internal sealed class Telling
{
    private readonly List<(string Service, string Method, string Path, string ContentType, byte[] Body)> _calls = [];

    /// <param name="calls">A line for each call: service, method, path, content type, body in base 64, with tabs between.</param>
    public Telling(string calls)
    {
        foreach (var line in calls.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Split('\t') is [var service, var method, var path, var type, var body]) _calls.Add((service, method, path, type, Convert.FromBase64String(body)));
            else throw new InvalidDataException($"`{line}` is no call: expected service, method, path, content type and body");
    }

    public async Task Send(SignedCalls aws)
    {
        if (_calls.Count == 0) return;
        await SendAll(aws, "ec2").ConfigureAwait(false);
        await Task.WhenAll(SendAll(aws, "sns"), SendAll(aws, "securityhub")).ConfigureAwait(false);
    }

    private async Task SendAll(SignedCalls aws, string service)
    {
        foreach (var call in _calls)
            if (call.Service == service) await aws.Send(service, call.Method, call.Path, call.ContentType, call.Body).ConfigureAwait(false);
    }
}
