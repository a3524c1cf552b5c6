namespace Remediator.Cli.Tests.Describe;

public sealed class PrefixListsTests : IDisposable
{
    private const string Office = """{ "Entries": [{ "Cidr": "203.0.113.0/25", "Description": "office" }] }""";
    private const string Wide = """{ "Entries": [{ "Cidr": "203.0.113.0/25" }, { "Cidr": "1.0.0.0/8" }] }""";
    private const string Named = """{ "PrefixLists": [{ "PrefixListId": "pl-0a", "PrefixListName": "office", "OwnerId": "111122223333", "State": "create-complete" }] }""";

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData($$"""{ "pl-0a": {{Office}} }""")]
    [InlineData("""{ "pl-0a": [{ "Cidr": "203.0.113.0/25" }] }""")]
    [InlineData($$"""{{Named}} { "pl-0a": {{Office}} }""")]
    [InlineData($$"""{{Named}} {{Office}}""")]
    [InlineData($$"""[{{Named}}, { "pl-0a": {{Office}} }]""")]
    [InlineData("""{ "PrefixLists": [{ "PrefixListId": "pl-0a" }], "Entries": [{ "Cidr": "203.0.113.0/25" }] }""")]
    [InlineData("""{ "PrefixListId": "pl-0a", "Entries": [{ "Cidr": "203.0.113.0/25" }] }""")]
    [InlineData("""{ "PrefixLists": [{ "PrefixListId": "pl-0a", "PrefixListName": "com.amazonaws.eu-west-1.s3", "Cidrs": ["203.0.113.0/25"] }] }""")]
    public void A_list_whose_entries_are_there_is_judged_by_its_addresses(string lists)
    {
        var answer = Audit(lists);
        Assert.Equal((0, "", "✓ no violations, 0 undecided, 1 compliant"), (answer.Exit, answer.Error, answer.Lines[^1]));
    }

    [Fact]
    public void A_list_that_is_wider_than_the_exception_is_a_violation_with_counts()
    {
        var answer = Audit($$"""{ "pl-0a": {{Wide}} }""");
        Assert.Equal(2, answer.Exit);
        Assert.Contains("forbidden: 16,777,216 IPv4 addresses, 0.39% of the", answer.Out);
    }

    [Fact]
    public void A_list_without_entries_is_undecided_and_says_what_would_tell()
    {
        var answer = Audit(Named);
        Assert.Equal((0, "? no violations, 1 undecided in 1 of 1 group, 0 compliant"), (answer.Exit, answer.Lines[^1]));
        Assert.Contains("the entries of pl-0a are not known: --prefix-lists tells", answer.Out);
    }

    [Theory]
    [InlineData(Office, "nobody says which prefix list has these entries")]
    [InlineData("""{ "pl-0a": { "Entries": [{ "Cidr": "1.2.3.4.5" }] } }""", "`1.2.3.4.5`, expected a block")]
    [InlineData("""{ "pl-0a": { "Entries": [{}] } }""", "`Cidr` is missing")]
    [InlineData("""{ "pl-0a": {} }""", "`Entries` is missing")]
    [InlineData("""{ "pl-0a": { "Entries": [{ "Cidr": "203.0.113.0/25" }], "NextToken": "x" } }""", "the answer is one page of several")]
    [InlineData("""{ "SecurityGroups": [] }""", "an object, expected an object with `PrefixLists`")]
    [InlineData("3", "`3`, expected an object with `PrefixLists`")]
    [InlineData("", "empty")]
    public void A_list_that_cannot_be_read_whole_is_told_and_never_taken_for_narrow(string lists, string expected)
    {
        var answer = Audit(lists);
        Assert.Equal((1, "? no violations, 1 undecided in 1 of 1 group, 0 compliant"), (answer.Exit, answer.Lines[^1]));
        Assert.Contains(expected, answer.Error);
    }

    private Answer Audit(string lists) => _desk.Run(
        "audit",
        "--policy", _desk.File("policy.yaml", Sample.Policy),
        "--input", _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", Sample.SshFromList))),
        "--prefix-lists", _desk.File("lists.json", lists));
}
