using Remediator.Aws.Hosting;
using Remediator.Policies;

namespace Remediator.Aws.Tests.Hosting;

public sealed class SettingsReaderTests
{
    private const string Packaged = "/var/task/policies/default.yaml";

    private const string Topic = "arn:aws:sns:eu-west-1:111122223333:remediator";

    private const string ExpectedTopic = "expected `arn:PARTITION:sns:REGION:ACCOUNT:NAME`";

    private const string ExpectedTable = "expected the name of a DynamoDB table (3 to 255 of `a-z A-Z 0-9 _ . -`), or `memory` for a ledger that lives as long as the process";

    public static TheoryData<string, string, string> WrongValues => new()
    {
        { "REMEDIATOR_MODE", "Enforce", "REMEDIATOR_MODE is `Enforce`: expected `observe` or `enforce`" },
        { "REMEDIATOR_MODE", " enforce", "REMEDIATOR_MODE is `enforce`: expected `observe` or `enforce`" },
        { "REMEDIATOR_MODE", "dry-run", "REMEDIATOR_MODE is `dry-run`: expected `observe` or `enforce`" },
        { "REMEDIATOR_SECURITY_HUB", "true", "REMEDIATOR_SECURITY_HUB is `true`: expected `on` or `off`" },
        { "REMEDIATOR_SECURITY_HUB", "ON", "REMEDIATOR_SECURITY_HUB is `ON`: expected `on` or `off`" },
        { "REMEDIATOR_POLICY", "s3://bucket/policy.yaml", "REMEDIATOR_POLICY is `s3://bucket/policy.yaml`: expected the path of a policy file" },
        { "REMEDIATOR_LEDGER_TABLE", "my", $"REMEDIATOR_LEDGER_TABLE is `my`: {ExpectedTable}" },
        { "REMEDIATOR_LEDGER_TABLE", "the ledger", $"REMEDIATOR_LEDGER_TABLE is `the ledger`: {ExpectedTable}" },
        { "REMEDIATOR_LEDGER_TABLE", "ledger\n", $"REMEDIATOR_LEDGER_TABLE is `ledger\\u000a`: {ExpectedTable}" },
        { "REMEDIATOR_LEDGER_TABLE", "arn:aws:dynamodb:eu-west-1:111122223333:table/ledger", $"REMEDIATOR_LEDGER_TABLE is `arn:aws:dynamodb:eu-west-1:111122223333:table/ledger`: {ExpectedTable}" },
        { "REMEDIATOR_LEDGER_TABLE", "Memory", $"REMEDIATOR_LEDGER_TABLE is `Memory`: {ExpectedTable}" },
        { "REMEDIATOR_MEMBER_ROLE", "remediator", "REMEDIATOR_MEMBER_ROLE is `remediator`: expected it not to be set, since this version acts on its own account only" },
        { "REMEDIATOR_CHAT_TOPIC_ARN", "remediator", $"REMEDIATOR_CHAT_TOPIC_ARN is `remediator`: {ExpectedTopic}" },
        { "REMEDIATOR_CHAT_TOPIC_ARN", $"{Topic}.fifo", $"REMEDIATOR_CHAT_TOPIC_ARN is `{Topic}.fifo`: expected a standard topic, since a FIFO topic has no readers by mail, text or chat" },
        { "REMEDIATOR_TOPIC_ARN", "remediator", $"REMEDIATOR_TOPIC_ARN is `remediator`: {ExpectedTopic}" },
        { "REMEDIATOR_TOPIC_ARN", "arn:aws:sqs:eu-west-1:111122223333:remediator", $"REMEDIATOR_TOPIC_ARN is `arn:aws:sqs:eu-west-1:111122223333:remediator`: {ExpectedTopic}" },
        { "REMEDIATOR_TOPIC_ARN", "arn:aws:sns::111122223333:remediator", $"REMEDIATOR_TOPIC_ARN is `arn:aws:sns::111122223333:remediator`: {ExpectedTopic}" },
        { "REMEDIATOR_TOPIC_ARN", $"{Topic}:b8c9", $"REMEDIATOR_TOPIC_ARN is `{Topic}:b8c9`: {ExpectedTopic}" },
        { "REMEDIATOR_TOPIC_ARN", $"{Topic}.fifo", $"REMEDIATOR_TOPIC_ARN is `{Topic}.fifo`: expected a standard topic, since a FIFO topic has no readers by mail, text or chat" },
        { "REMEDIATOR_TOPIC_ARN", "a\u001b[31m\r\n\u202e`b", $"REMEDIATOR_TOPIC_ARN is `a\\u001b[31m\\u000d\\u000a\\u202e'b`: {ExpectedTopic}" },
    };

    [Fact]
    public void Nothing_set_observes_with_the_packaged_policy_and_Security_Hub_and_warns_of_what_is_missing()
    {
        var reading = Read();
        Assert.Equal(new Settings(Packaged, Mode.Observe, null, true), reading.Settings);
        Assert.Empty(reading.Problems);
        Assert.Equal(
            ["REMEDIATOR_TOPIC_ARN is not set: nobody is sent a notice", "REMEDIATOR_LEDGER_TABLE is not set: the ledger lives as long as the process"],
            reading.Warnings);
    }

    [Fact]
    public void Empty_is_not_set()
    {
        var reading = Read(("REMEDIATOR_POLICY", ""), ("REMEDIATOR_MODE", ""), ("REMEDIATOR_TOPIC_ARN", ""), ("REMEDIATOR_SECURITY_HUB", ""), ("REMEDIATOR_LEDGER_TABLE", ""), ("REMEDIATOR_MEMBER_ROLE", ""));
        Assert.Equal(Read().Settings, reading.Settings);
        Assert.Equal(2, reading.Warnings.Length);
    }

    [Fact]
    public void Everything_set_is_read_without_a_warning()
    {
        var reading = Read(("REMEDIATOR_POLICY", "policy.yaml"), ("REMEDIATOR_MODE", "enforce"), ("REMEDIATOR_TOPIC_ARN", Topic), ("REMEDIATOR_SECURITY_HUB", "off"), ("REMEDIATOR_LEDGER_TABLE", "memory"));
        Assert.Equal(new Settings("policy.yaml", Mode.Enforce, Topic, false), reading.Settings);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Warnings);
    }

    [Theory]
    [InlineData("remediator-ledger", "remediator-ledger")]
    [InlineData("A.b_c-0", "A.b_c-0")]
    [InlineData("memory", null)]
    public void A_table_by_name_is_the_ledger_and_memory_is_none(string value, string? table)
    {
        var reading = Read(("REMEDIATOR_MODE", "enforce"), ("REMEDIATOR_LEDGER_TABLE", value));
        Assert.Empty(reading.Problems);
        Assert.Equal(table, Assert.IsType<Settings>(reading.Settings).LedgerTable);
    }

    [Fact]
    public void The_longest_name_of_a_table_is_one_and_a_longer_one_is_not()
    {
        Assert.NotNull(Read(("REMEDIATOR_LEDGER_TABLE", new string('t', 255))).Settings);
        Assert.Null(Read(("REMEDIATOR_LEDGER_TABLE", new string('t', 256))).Settings);
    }

    [Theory]
    [InlineData("arn:aws-cn:sns:cn-north-1:111122223333:remediator")]
    [InlineData("arn:aws-us-gov:sns:us-gov-west-1:111122223333:remediator")]
    public void Topics_of_every_partition_are_read(string arn) => Assert.Equal(arn, Read(("REMEDIATOR_TOPIC_ARN", arn)).Settings?.TopicArn);

    [Fact]
    public void A_chat_topic_is_read_and_not_missed() =>
        Assert.Equal([Topic, null], new[] { Read(("REMEDIATOR_CHAT_TOPIC_ARN", Topic)), Read() }.Select(r => r.Settings?.ChatTopicArn));

    [Fact]
    public void Enforce_without_a_ledger_is_refused()
    {
        var reading = Read(("REMEDIATOR_MODE", "enforce"));
        Assert.Null(reading.Settings);
        Assert.Equal(["REMEDIATOR_LEDGER_TABLE is not set and REMEDIATOR_MODE is `enforce`: expected the name of a DynamoDB table (3 to 255 of `a-z A-Z 0-9 _ . -`), or `memory` for a ledger that lives as long as the process"], reading.Problems);
    }

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_wrong_value_never_becomes_a_default(string name, string value, string problem)
    {
        var reading = Read((name, value));
        Assert.Null(reading.Settings);
        Assert.Equal([problem], reading.Problems);
    }

    [Fact]
    public void Every_wrong_value_is_told_at_once()
    {
        var variables = new[] { "REMEDIATOR_POLICY", "REMEDIATOR_MODE", "REMEDIATOR_TOPIC_ARN", "REMEDIATOR_SECURITY_HUB", "REMEDIATOR_LEDGER_TABLE", "REMEDIATOR_MEMBER_ROLE", "REMEDIATOR_SWEEP_HOURS" };
        var reading = Read([.. variables.Select(name => (name, "s3://wrong"))]);
        Assert.Null(reading.Settings);
        Assert.Equal(variables.Order(StringComparer.Ordinal), reading.Problems.Select(p => p.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.All(reading.Problems, problem => Assert.Contains(" is `s3://wrong`: expected ", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("6")]
    [InlineData("168")]
    public void Hours_from_sweep_to_sweep_are_read(string hours) =>
        Assert.Equal(TimeSpan.FromHours(int.Parse(hours, System.Globalization.CultureInfo.InvariantCulture)), Read(("REMEDIATOR_SWEEP_HOURS", hours)).Settings?.SweepEvery);

    [Theory]
    [InlineData("0")]
    [InlineData("169")]
    [InlineData("-6")]
    [InlineData("6.5")]
    [InlineData("six")]
    [InlineData("99999999999999999999")]
    public void Hours_from_sweep_to_sweep_that_are_none_are_refused(string hours) =>
        Assert.Equal([$"REMEDIATOR_SWEEP_HOURS is `{hours}`: expected whole hours, `1` to `168`"], Read(("REMEDIATOR_SWEEP_HOURS", hours)).Problems);

    [Fact]
    public void A_value_of_any_length_is_told_in_one_short_line() =>
        Assert.InRange(Assert.Single(Read(("REMEDIATOR_MODE", new string('x', 100_000))).Problems).Length, 200, 300);

    private static SettingsReading Read(params (string Name, string Value)[] environment)
    {
        var variables = environment.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        return new SettingsReader(name => variables.GetValueOrDefault(name), Packaged).Read();
    }
}
