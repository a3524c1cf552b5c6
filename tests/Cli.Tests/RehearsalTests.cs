namespace Remediator.Cli.Tests;

/// <summary>A policy that only observes is there to show what it would do.</summary>
public sealed class RehearsalTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("mode: observe", "")]
    [InlineData("mode: enforce", "mode: observe")]
    public void An_audit_where_nothing_enforces_says_what_would_remain(string ofPolicy, string ofRule)
    {
        var answer = Audit(ofPolicy, ofRule, Sample.SshOpen);
        var verdict = answer.Json.GetProperty("verdicts")[0];
        Assert.Equal(("trim", true), (verdict.GetProperty("action").GetString(), verdict.GetProperty("observing").GetBoolean()));
        Assert.Equal("203.0.113.0/24", Assert.Single(verdict.GetProperty("remainder").EnumerateArray()).GetProperty("peer").GetString());
    }

    [Fact]
    public void A_trim_that_would_keep_nothing_would_be_a_revoke()
    {
        var answer = Audit("mode: observe", "", Sample.SshOpen.Replace("0.0.0.0/0", "0.0.0.0/1", StringComparison.Ordinal));
        var verdict = answer.Json.GetProperty("verdicts")[0];
        Assert.Equal("revoke", verdict.GetProperty("action").GetString());
        Assert.True(verdict.GetProperty("observing").GetBoolean());
    }

    private Answer Audit(string ofPolicy, string ofRule, string permission)
    {
        var policy = Sample.Policy.Replace("mode: enforce", ofPolicy, StringComparison.Ordinal).Replace("action: revoke", $"action: trim\n    {ofRule}", StringComparison.Ordinal);
        return _desk.Run("audit", "--policy", _desk.File("policy.yaml", policy), "--input", _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", permission))), "--format", "json");
    }
}
