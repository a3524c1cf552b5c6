using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>Queues, topics and the bus of the templates: encrypted, over TLS alone, and open to nobody by accident.</summary>
public sealed class MessagingTests
{
    public static TheoryData<string> Templates => [Stack.Central.Path, Stack.Member.Path];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Queues_are_encrypted_keep_their_messages_for_days_and_want_TLS(string template)
    {
        var stack = new Stack(template);
        Assert.NotEmpty(stack.Resources("AWS::SQS::Queue"));
        Assert.All(stack.Resources("AWS::SQS::Queue"), q =>
        {
            Assert.Equal("true", Yaml.Text(q.Node, "Properties", "SqsManagedSseEnabled"));
            Assert.InRange(int.Parse(Yaml.Text(q.Node, "Properties", "MessageRetentionPeriod")!, System.Globalization.CultureInfo.InvariantCulture), 4 * 86_400, 14 * 86_400);
            AssertTlsOnly(stack, "AWS::SQS::QueuePolicy", "Queues", q.Name, $"{q.Name}.Arn");
        });
    }

    [Fact]
    public void Queues_of_events_outlive_the_stack() => Assert.All(
        Stack.Central.Resources("AWS::SQS::Queue").Concat(Stack.Member.Resources("AWS::SQS::Queue")).Where(q => q.Name != "FailedRuns"),
        q => Assert.Equal("Retain", Yaml.Text(q.Node, "DeletionPolicy")));

    [Fact]
    public void Topics_want_TLS_and_those_of_notices_are_encrypted_with_the_key_that_AWS_manages()
    {
        Assert.All(Stack.Central.Resources("AWS::SNS::Topic"), t => AssertTlsOnly(Stack.Central, "AWS::SNS::TopicPolicy", "Topics", t.Name, t.Name));
        var encrypted = Stack.Central.Resources("AWS::SNS::Topic").Where(t => Yaml.Text(t.Node, "Properties", "KmsMasterKeyId") == "alias/aws/sns").Select(t => t.Name);
        Assert.Equal(["Alarms"], Stack.Central.Resources("AWS::SNS::Topic").Select(t => t.Name).Except(encrypted));
    }

    [Fact]
    public void No_template_asks_for_a_key_of_its_own() =>
        Assert.All([Stack.Central, Stack.Member], s => Assert.Empty(s.Resources("AWS::KMS::Key")));

    [Fact]
    public void A_service_may_send_only_on_behalf_of_this_account()
    {
        var policies = new[] { "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy" }.SelectMany(t => Stack.Central.Resources(t).Concat(Stack.Member.Resources(t)));
        var services = policies.SelectMany(p => Statements(p.Node)).Where(s => Yaml.Find(s, "Principal", "Service") is not null).ToList();
        Assert.NotEmpty(services);
        Assert.All(services, s => Assert.Contains(Yaml.Fields(s, "Condition").SelectMany(c => Yaml.Fields(c.Node)), c => c.Name is "aws:SourceArn" or "aws:SourceAccount"));
    }

    [Fact]
    public void Only_the_organisation_may_put_events_on_the_bus_for_members()
    {
        var statement = Assert.Single(Yaml.Items(Stack.Central.Properties("MemberEventsPolicy"), "Statement"));
        Assert.Equal("events:PutEvents", Yaml.Text(statement, "Action"));
        Assert.Equal("OrganizationId", Yaml.Text(statement, "Condition", "StringEquals", "aws:PrincipalOrgID"));
        Assert.All(Stack.Central.Resources("AWS::Events::EventBus").Concat(Stack.Central.Resources("AWS::Events::EventBusPolicy")), r => Assert.Equal("WithOrganization", Yaml.Text(r.Node, "Condition")));
    }

    private static IEnumerable<YamlNode> Statements(YamlNode policy) => Yaml.Items(policy, "Properties", "PolicyDocument", "Statement");

    private static void AssertTlsOnly(Stack stack, string type, string listed, string name, string resource)
    {
        var policies = stack.Resources(type).Where(p => Yaml.Items(p.Node, "Properties", listed).Any(q => q.ToString() == name)).ToList();
        Assert.True(policies.Count == 1, $"{stack} has {policies.Count} policies for `{name}`, expected one: a second one replaces the first");
        Assert.Contains(Statements(policies[0].Node), s =>
            Yaml.Text(s, "Effect") == "Deny" && Yaml.Text(s, "Principal") == "*" && Yaml.Text(s, "Resource") == resource && Yaml.Text(s, "Condition", "Bool", "aws:SecureTransport") == "false");
    }
}
