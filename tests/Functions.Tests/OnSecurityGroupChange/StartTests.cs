namespace Remediator.Functions.Tests.OnSecurityGroupChange;

public sealed class StartTests
{
    [Fact]
    public void Nothing_set_starts_with_the_packaged_policy_and_warns()
    {
        var function = TestFunction.Started();
        Assert.Equal(
            [
                "REMEDIATOR_TOPIC_ARN is not set: nobody is sent a notice",
                "REMEDIATOR_LEDGER_TABLE is not set: the ledger lives as long as the process",
            ],
            function.Lines.Select(line => OneLine.Of(line)).Select(line =>
            {
                Assert.Equal("Warning", line.GetProperty("level").GetString());
                return line.GetProperty("message").GetString();
            }));
    }

    [Fact]
    public void Wrong_settings_are_refused_all_at_once() =>
        Assert.Equal(
            "REMEDIATOR_SECURITY_HUB is `maybe`: expected `on` or `off`; REMEDIATOR_LEDGER_TABLE is not set and REMEDIATOR_MODE is `enforce`: expected the name of a DynamoDB table (3 to 255 of `a-z A-Z 0-9 _ . -`), or `memory` for a ledger that lives as long as the process",
            new TestFunction(("REMEDIATOR_MODE", "enforce"), ("REMEDIATOR_SECURITY_HUB", "maybe")).Refusal());

    [Fact]
    public void A_policy_file_that_is_not_there_is_named() =>
        Assert.Equal("REMEDIATOR_POLICY is `/nowhere/policy.yaml`: expected the path of a policy file, and there is none", new TestFunction(("REMEDIATOR_POLICY", "/nowhere/policy.yaml")).Refusal());

    [Fact]
    public void A_folder_is_no_policy_file() =>
        Assert.EndsWith("expected the path of a policy file, and there is none", new TestFunction(("REMEDIATOR_POLICY", Path.GetTempPath())).Refusal(), StringComparison.Ordinal);

    [Fact]
    public void A_broken_policy_is_refused_with_every_diagnostic()
    {
        using var file = new TemporaryFile("version: 2\nmode: perhaps\nrules:\n  - { id: SG001, deny: { service: carrier-pigeon }, action: revoke }\n");
        var refusal = new TestFunction(("REMEDIATOR_POLICY", file.Path)).Refusal();
        Assert.Contains($"{file.Name}:1:10: error POL026: ", refusal, StringComparison.Ordinal);
        Assert.Contains($"{file.Name}:2:7: error POL027: ", refusal, StringComparison.Ordinal);
        Assert.Contains("error POL031: ", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_with_a_thousand_problems_is_refused_in_a_message_that_the_platform_takes()
    {
        using var file = new TemporaryFile("version: 1\nrules:\n" + string.Concat(Enumerable.Repeat("  - { }\n", 2000)));
        var refusal = new TestFunction(("REMEDIATOR_POLICY", file.Path)).Refusal();
        Assert.InRange(refusal.Length, 5_000, 60_000);
        Assert.Matches("; and [0-9]+ more$", refusal);
    }

    [Fact]
    public void A_policy_that_is_not_UTF8_is_refused_and_not_guessed_at()
    {
        using var file = new TemporaryFile([.. "version: 1 # "u8, 0xFC, 0x0A]);
        Assert.StartsWith($"{file.Name}:1:14: error POL", new TestFunction(("REMEDIATOR_POLICY", file.Path)).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_is_far_too_large_is_refused_without_being_read_to_its_end()
    {
        using var file = new TemporaryFile(new byte[20_000_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("4 MiB", new TestFunction(("REMEDIATOR_POLICY", file.Path)).Refusal(), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void A_warning_of_the_policy_is_a_line_and_no_refusal()
    {
        using var file = new TemporaryFile("version: 1\nmode: observe\nnetworks:\n  office: 203.0.113.0/24\nrules: []\n");
        var function = TestFunction.Started(("REMEDIATOR_POLICY", file.Path));
        Assert.Contains(function.Lines, line => OneLine.Of(line).GetProperty("message").GetString()!.Contains("warning POL051", StringComparison.Ordinal));
    }
}
