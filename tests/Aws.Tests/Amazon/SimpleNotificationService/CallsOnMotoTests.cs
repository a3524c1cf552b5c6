using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Sandbox;

namespace Remediator.Aws.Tests.Amazon.SimpleNotificationService;

/// <summary>Against an emulator that checks the signature and the permission of every call.</summary>
public sealed class CallsOnMotoTests
{
    [Fact]
    public async Task A_notice_is_published_to_a_topic_by_signed_calls_and_forged_or_forbidden_ones_are_refused()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var aws = await LocalAws.StartAsync();
        var user = await MotoUser.CreateAsync(aws.Endpoint, "sns:CreateTopic", "sns:Publish");
        await MotoUser.CheckEveryCallAsync(aws.Endpoint);
        using var client = ClientOf(aws, user);

        var topic = (await client.CreateTopicAsync(new CreateTopicRequest { Name = "notices", Tags = [new() { Key = "Owner", Value = "security" }] })).TopicArn;
        var published = await client.PublishAsync(new PublishRequest(topic, "sg-0a: tcp/22 was open to the internet \U0001F512 & is closed", "violation: tcp/22 in sg-0a")
        {
            MessageAttributes = new() { ["verdict"] = new() { DataType = "String", StringValue = "violation" } },
        });

        Assert.Equal($"arn:aws:sns:us-east-1:{LocalAws.Account}:notices", topic);
        Assert.NotEmpty(published.MessageId);
        var forbidden = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(() => client.SubscribeAsync(topic, "email", "team@example.com"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var forger = ClientOf(aws, new BasicAWSCredentials(user.GetCredentials().AccessKey, "guessed"));
        var forged = await Assert.ThrowsAnyAsync<AmazonSimpleNotificationServiceException>(() => forger.PublishAsync(topic, "forged"));
        Assert.Equal("SignatureDoesNotMatch", forged.ErrorCode);
    }

    [Fact]
    public async Task A_subscription_is_made_and_a_topic_that_does_not_exist_is_NotFound()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var aws = await LocalAws.StartAsync();
        using var client = ClientOf(aws, new BasicAWSCredentials("AKIAEXAMPLE", "secret"));
        var topic = (await client.CreateTopicAsync("notices")).TopicArn;

        var subscribed = await client.SubscribeAsync(new SubscribeRequest
        {
            TopicArn = topic,
            Protocol = "sqs",
            Endpoint = $"arn:aws:sqs:us-east-1:{LocalAws.Account}:inbox",
            ReturnSubscriptionArn = true,
            Attributes = new() { ["FilterPolicy"] = """{"severity":["critical"]}""" },
        });

        Assert.StartsWith(topic + ":", subscribed.SubscriptionArn, StringComparison.Ordinal);
        var missing = await Assert.ThrowsAsync<NotFoundException>(() => client.PublishAsync(topic + "-gone", "lost"));
        Assert.Equal("NotFound", missing.ErrorCode);
    }

    private static AmazonSimpleNotificationServiceClient ClientOf(LocalAws aws, AWSCredentials credentials) => new(
        credentials, new AmazonSimpleNotificationServiceConfig { ServiceURL = aws.Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
