using Remediator.Cli.Live;

namespace Remediator.Cli.Tests.Live;

public sealed class LivePlaceTests : IDisposable
{
    private readonly LiveDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Table_and_region_come_from_the_environment_and_options_outrank_it()
    {
        Assert.Equal(0, _desk.Run("switch", "show").Exit);
        Assert.Equal(0, _desk.Run("switch", "show", "--table", "other", "--region", "us-gov-west-1").Exit);
        Assert.Equal([new LivePlace("remediator", "eu-west-1"), new LivePlace("other", "us-gov-west-1")], _desk.Places);
    }

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        _desk.Environment.Clear();
        var answer = _desk.Run("switch", "show");
        Assert.Equal((1, ""), (answer.Exit, answer.Out));
        Assert.Equal("error: no ledger table is named; give --table, or set REMEDIATOR_LEDGER_TABLE\nerror: no region is named; give --region, or set AWS_REGION\n", answer.Error);
    }

    [Theory]
    [InlineData("memory", "REMEDIATOR_LEDGER_TABLE is `memory`, a ledger that ends with this process")]
    [InlineData("no", "REMEDIATOR_LEDGER_TABLE is `no`, which names no DynamoDB table")]
    [InlineData("a table", "names no DynamoDB table")]
    [InlineData("\u001b[31mred", "REMEDIATOR_LEDGER_TABLE is `\\u{1B}[31mred`")]
    public void Table_that_is_none_is_refused(string table, string expected)
    {
        _desk.Environment[LiveChoices.TableVariable] = table;
        var answer = _desk.Run("lease", "list");
        Assert.Equal(1, answer.Exit);
        Assert.Contains(expected, answer.Error);
        Assert.Empty(_desk.Places);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("eu-west-1/")]
    [InlineData("EU-WEST-1")]
    public void Region_that_is_none_never_becomes_part_of_a_host(string region) => Assert.Contains("--region is", _desk.Run("lease", "list", "--region", region).Error);

    [Fact]
    public void Caller_that_nobody_knows_ends_the_run_before_anything_is_done()
    {
        _desk.Caller = new(null, "ExpiredToken: the security token\u001b[2J is expired");
        var answer = _desk.Run("switch", "on", "--why", "now");
        Assert.Equal((1, "error: STS did not say who calls: ExpiredToken: the security token\\u001b[2J is expired; check the AWS credentials and the region of this shell; `aws sts get-caller-identity` asks the same\n"), (answer.Exit, answer.Error));
        Assert.False(_desk.Run("switch", "show", "--format", "json").Json.GetProperty("switch").GetProperty("on").GetBoolean());
    }

    [Fact]
    public void Help_of_a_verb_within_a_verb_is_named_whole() => Assert.Contains("`remediator lease close --help` shows what is expected", _desk.Run("lease", "close", "nonsense").Error);
}
