using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

public sealed class LocalAwsTests
{
    [Fact]
    public async Task LocalAws_started_answers_on_loopback_and_forgets_on_reset()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var aws = await LocalAws.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };

        await http.PutAsync("/forgotten-bucket", null, TestContext.Current.CancellationToken);
        var before = await http.GetStringAsync("/moto-api/data.json", TestContext.Current.CancellationToken);
        await aws.ResetAsync(TestContext.Current.CancellationToken);
        var after = await http.GetStringAsync("/moto-api/data.json", TestContext.Current.CancellationToken);

        Assert.Equal("127.0.0.1", aws.Endpoint.Host);
        Assert.Contains("forgotten-bucket", before, StringComparison.Ordinal);
        Assert.DoesNotContain("forgotten-bucket", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LocalAws_disposed_no_longer_answers()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        var aws = await LocalAws.StartAsync(TestContext.Current.CancellationToken);
        await aws.DisposeAsync();
        using var http = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(aws.Endpoint, TestContext.Current.CancellationToken));
    }
}
