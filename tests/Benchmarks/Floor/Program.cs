using Remediator.Benchmarks.Floor;

// The least that a .NET process must do: ask for an event, send the signed call, answer; no AWS SDK, no policy, no ledger.
using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { Timeout = Timeout.InfiniteTimeSpan };
var invocations = $"http://{SignedCalls.Variable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/invocation/";
var aws = new SignedCalls(http);
var telling = new Telling(SignedCalls.Variable("FLOOR_TELLING"));
try
{
    while (true)
    {
        using var next = await http.GetAsync(invocations + "next").ConfigureAwait(false);
        var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First();
        if (RevokeForm.Of(await next.Content.ReadAsByteArrayAsync().ConfigureAwait(false)) is { } form)
        {
            await aws.Send("ec2", "POST", "/", "application/x-www-form-urlencoded; charset=utf-8", form).ConfigureAwait(false);
            await telling.Send(aws).ConfigureAwait(false);
        }

        using var none = new ByteArrayContent([]);
        using var accepted = await http.PostAsync(invocations + id + "/response", none).ConfigureAwait(false);
    }
}
catch (HttpRequestException gone)
{
    Console.Error.WriteLine($"the benchmark is gone, or answered with an error: {gone.Message}");
    return 1;
}
