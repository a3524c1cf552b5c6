namespace Remediator.Cli.Tests;

public sealed class TestVerbTests : IDisposable
{
    private const string Tests = """

        tests:
          - name: ssh from half of the internet is closed
            given: { service: ssh, peer: 0.0.0.0/1 }
            expect: { verdict: violation, rules: [SG001], action: revoke }
          - name: ssh from the office stays
            given: { service: ssh, peer: 203.0.113.0/24 }
            expect: { verdict: compliant }
        """;

    private const string Wrong = """

          - name: "the web [red]is closed"
            given: { service: https, peer: 0.0.0.0/0 }
            expect: { verdict: violation, rules: [SG001] }
        """;

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Tests_that_pass_have_a_tick_each()
    {
        var answer = Test(Sample.Policy + Tests);
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal("""
            ✓ ssh from half of the internet is closed
            ✓ ssh from the office stays

            ✓ policy.yaml: 2 tests, all pass

            """, answer.Out);
    }

    [Fact]
    public void A_test_that_fails_says_where_it_stands_and_what_differs()
    {
        var answer = Test(Sample.Policy + Tests + Wrong);
        Assert.Equal(2, answer.Exit);
        Assert.Equal("""
            ✓ ssh from half of the internet is closed
            ✓ ssh from the office stays
            ✗ the web [red]is closed  (policy.yaml:24:5)
                verdict: expected `violation`, got `compliant`
                rules: without `SG001`
                judged: tcp/443 from 0.0.0.0/0

            ✗ policy.yaml: 1 of 3 tests failed

            """, answer.Out);
    }

    [Fact]
    public void Warnings_of_the_policy_are_left_to_lint()
    {
        var answer = Test(Sample.Policy.Replace("admin: [tcp/22, tcp/3389]", "admin: [tcp/22, tcp/3389]\n  app: tcp/8000") + Tests);
        Assert.Equal((0, "policy.yaml has warnings; `remediator lint` shows them"), (answer.Exit, answer.Error.Trim()));
    }

    [Fact]
    public void Json_lists_every_test_with_its_verdict()
    {
        var answer = Test(Sample.Policy + Tests + Wrong, "--format", "json");
        var (tests, summary) = (answer.Json.GetProperty("tests"), answer.Json.GetProperty("summary"));
        Assert.Equal((2, 3, 2, 1), (answer.Exit, summary.GetProperty("tests").GetInt32(), summary.GetProperty("passed").GetInt32(), summary.GetProperty("failed").GetInt32()));
        Assert.Equal((true, "violation"), (tests[0].GetProperty("passed").GetBoolean(), tests[0].GetProperty("verdict").GetProperty("verdict").GetString()));
        Assert.Equal((false, 24, 2), (tests[2].GetProperty("passed").GetBoolean(), tests[2].GetProperty("line").GetInt32(), tests[2].GetProperty("differences").GetArrayLength()));
    }

    [Fact]
    public void A_policy_without_tests_says_so()
    {
        var answer = Test(Sample.Policy);
        Assert.Equal((0, "? policy.yaml has no tests; write some under `tests:`, so that a change of the policy shows what it changes"), (answer.Exit, answer.Lines[0]));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void A_policy_that_is_none_ends_with_3(string format)
    {
        var answer = Test(Sample.Policy.Replace("peer: office", "peer: ofice") + Tests, "--format", format);
        Assert.Equal(3, answer.Exit);
        Assert.Contains("there is no network `ofice`", answer.Error);
        if (format == "json") Assert.Equal(0, answer.Json.GetProperty("tests").GetArrayLength());
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_1() => Assert.Equal(1, _desk.Run("test", _desk.PathOf("nowhere.yaml")).Exit);

    [Fact]
    public void Lint_tells_of_a_test_that_fails_as_a_warning()
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", Sample.Policy + Tests + Wrong));
        Assert.Equal(0, answer.Exit);
        Assert.Contains("policy.yaml:24:5: warning POL094: the test `the web [red]is closed` fails: verdict: expected `violation`, got `compliant`; rules: without `SG001`", answer.Out);
        Assert.Equal(3, _desk.Run("lint", "--strict", _desk.File("policy.yaml", Sample.Policy + Tests + Wrong)).Exit);
    }

    private Answer Test(string policy, params string[] more) => _desk.Run(["test", _desk.File("policy.yaml", policy), .. more]);
}
