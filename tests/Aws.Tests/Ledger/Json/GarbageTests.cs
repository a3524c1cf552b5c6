using System.Text;
using Remediator.Aws.Ledger.Json;
using Remediator.Findings;

namespace Remediator.Aws.Tests.Ledger.Json;

public sealed class GarbageTests(ITestOutputHelper output)
{
    private const string Plain = """{"v":1,"kind":"letter","value":{"id":"me","at":"2026-11-21T01:00:00Z","due":"2026-11-21T02:00:00Z","tries":3,"to":"resolve","findings":[]}}""";

    [Fact]
    public void Letter_well_formed_is_read()
    {
        var at = new DateTimeOffset(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);
        var read = LedgerJson.ReadLetter(Encoding.UTF8.GetBytes(Plain), out var problem);
        Assert.Null(problem);
        Assert.Null(Content.Difference(new Letter.ToResolve("me", at, at.AddHours(1), 3, []), read));
    }

    [Theory]
    [InlineData("", "the recorded letter is no JSON")]
    [InlineData("{", "the recorded letter is no JSON")]
    [InlineData("[]", "`$` is a list, expected an object")]
    [InlineData("7", "`$` is `7`, expected an object")]
    [InlineData("""{"kind":"letter"}""", "`$.v` is missing, expected a whole number from 1 to 1")]
    [InlineData("""{"v":2,"kind":"letter"}""", "`$.v` is `2`, expected a whole number from 1 to 1")]
    [InlineData("""{"v":1,"kind":"claim"}""", "`$.kind` is `\"claim\"`, expected letter")]
    [InlineData("""{"v":1,"kind":"letter"}""", "`$.value` is missing, expected an object")]
    [InlineData("""{"v":1,"kind":"letter","value":{"at":"2026-11-21T01:00:00Z"}}""", "`$.value.id` is missing, expected a text")]
    [InlineData("""{"v":1,"kind":"letter","value":{"id":null,"at":"2026-11-21T01:00:00Z"}}""", "`$.value.id` is `null`, expected a text")]
    [InlineData("""{"v":1,"kind":"letter","value":{"id":"me","at":"yesterday `x`"}}""", "`$.value.at` is `\"yesterday 'x'\"`, expected a time")]
    [InlineData("""{"v":1,"kind":"letter","value":{"id":"\ud800","at":"2026-11-21T01:00:00Z"}}""", "holds text that is no Unicode")]
    [InlineData("""{"v":1,"kind":"letter","value":{"i\ud800":"","at":"2026-11-21T01:00:00Z"}}""", "`$.value.id` is missing|holds text that is no Unicode")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "is no JSON of at most 16 levels")]
    public void Document_that_is_none_is_refused_with_what_was_expected_where(string text, string expected)
    {
        Assert.Null(LedgerJson.ReadLetter(Encoding.UTF8.GetBytes(text), out var problem));
        Assert.Contains(expected.Split('|'), part => problem!.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"addresses\":[{\"4\":[5,4],\"6\":[]}]", "`$.addresses[0].4[1]` is `4`, expected the last of a range")]
    [InlineData("\"addresses\":[{\"4\":[5],\"6\":[]}]", "expected pairs of first and last")]
    [InlineData("\"addresses\":[{\"4\":[0,4294967296],\"6\":[]}]", "expected a whole number from 0 to 4294967295")]
    [InlineData("\"addresses\":[{\"4\":[],\"6\":[\"g\",\"0\"]}]", "expected an address in hexadecimal digits")]
    [InlineData("\"addresses\":[{\"4\":[0,1],\"6\":[]}],\"traffic\":[[0,1,0,1,2,0]]", "`$.traffic[0]` is a list, expected slabs that ascend")]
    [InlineData("\"addresses\":[{\"4\":[0,1],\"6\":[]}],\"traffic\":[[0,1]]", "expected three numbers for each slab")]
    [InlineData("\"addresses\":[{\"4\":[0,1],\"6\":[]}],\"traffic\":[[0,1,1]]", "expected one of the 1 that the document holds")]
    [InlineData("\"traffic\":[[0,16777216,0]]", "expected a whole number from 0 to 16777215")]
    [InlineData("\"permissions\":[{\"direction\":\"ingress\",\"protocol\":\"tcp\",\"from\":9,\"to\":8,\"list\":\"pl-1\"}]", "expected a permission, but tcp ports `9` to `8` are none")]
    [InlineData("\"permissions\":[{\"direction\":\"ingress\",\"protocol\":\"tcp\"}]", "expected a permission with a block, a list or a group")]
    [InlineData("\"permissions\":[{\"direction\":\"up\",\"protocol\":\"tcp\",\"list\":\"pl-1\"}]", "`$.permissions[0].direction` is `\"up\"`, expected ingress or egress")]
    [InlineData("\"permissions\":[{\"direction\":\"ingress\",\"protocol\":\"tcp\",\"block\":\"203.0.113\"}]", "`$.permissions[0].block` is `\"203.0.113\"`, expected a block of addresses")]
    [InlineData("\"verdicts\":[{\"permission\":0}]", "expected one of the 0 that the document holds")]
    public void Table_with_a_wrong_entry_is_refused_with_what_was_expected_where(string table, string expected)
    {
        var text = Plain.Replace("\"kind\":\"letter\"", $"\"kind\":\"letter\",{table}", StringComparison.Ordinal);
        Assert.Null(LedgerJson.ReadLetter(Encoding.UTF8.GetBytes(text), out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"what\":\"block\"", "\"what\":\"bomb\"", "`$.value.what` is `\"bomb\"`, expected suspension or isolation or block")]
    [InlineData("203.0.113.9/32", "203.0.113.0/24", "`$.value.address` is `\"203.0.113.0/24\"`, expected one address")]
    [InlineData("203.0.113.9/32", "3405803785", "expected one address")]
    [InlineData("8.5", "1e999", "`$.value.cause.severity` is `1e999`, expected a number")]
    [InlineData("[22]", "[22.5]", "`$.value.cause.ports[0]` is `22.5`, expected a whole number")]
    [InlineData("\"state\":\"standing\"", "\"state\":\"ended?\"", "expected taking or standing or ending or ended or refused")]
    public void Measure_with_a_wrong_member_is_refused_with_what_was_expected_where(string right, string wrong, string expected)
    {
        const string Text = """{"v":1,"kind":"measure","value":{"what":"block","id":"m","cause":{"finding":"f","type":"t","severity":8.5,"ports":[22]},"account":"a","region":"r","at":"2026-11-21T01:00:00Z","version":1,"state":"standing","acl":"acl-1","address":"203.0.113.9/32"}}""";
        Assert.NotNull(LedgerJson.ReadMeasure(Encoding.UTF8.GetBytes(Text), out _));
        Assert.Null(LedgerJson.ReadMeasure(Encoding.UTF8.GetBytes(Text.Replace(right, wrong, StringComparison.Ordinal)), out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_a_later_release_adds_are_skipped()
    {
        var text = Plain.Replace("\"v\":1", "\"new\":[{\"deep\":{}}],\"v\":1", StringComparison.Ordinal).Replace("\"id\"", "\"newer\":7,\"id\"", StringComparison.Ordinal);
        Assert.NotNull(LedgerJson.ReadLetter(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void Any_mutated_document_is_read_or_refused_and_never_throws()
    {
        output.WriteLine($"seed {Hunt.Seed}");
        var random = new Random(Hunt.Seed);
        var ledger = new RandomLedger(random);
        byte[][] documents = [.. Enumerable.Range(0, 80).Select(_ => Write(ledger, random))];
        var (read, refused) = (0, 0);
        for (var i = 0; i < Hunt.Times(10_000); i++)
        {
            var bytes = documents[random.Next(documents.Length)];
            for (var changes = random.Next(1, 4); changes > 0; changes--) bytes = Mutation.Of(bytes, random);
            var problems = ReadAll(bytes);
            read += problems.Count(p => p is null);
            refused += problems.Count(p => p is not null);
            Assert.All(problems.OfType<string>(), problem => Assert.DoesNotContain(problem, char.IsControl));
        }

        output.WriteLine($"{read} read, {refused} refused");
        Assert.True(read > 100 && refused > 1000, "mutations must meet both ends");
    }

    private static byte[] Write(RandomLedger ledger, Random random) => random.Next(5) switch
    {
        0 => LedgerJson.Write(ledger.Claim()),
        1 => LedgerJson.Write(ledger.Progress()),
        2 => LedgerJson.Write(ledger.Agreement()),
        3 => LedgerJson.Write(ledger.Measure()),
        _ => LedgerJson.Write(ledger.Letter()),
    };

    /// <summary>Each reader's problem; null where it read something, which can then be written again.</summary>
    private static string?[] ReadAll(byte[] bytes)
    {
        var problems = new string?[5];
        if (LedgerJson.ReadClaim(bytes, out problems[0]) is { } claim) _ = LedgerJson.Write(claim);
        if (LedgerJson.ReadProgress(bytes, out problems[1]) is { } progress) _ = LedgerJson.Write(progress);
        if (LedgerJson.ReadAgreement(bytes, out problems[2]) is { } agreement) _ = LedgerJson.Write(agreement);
        if (LedgerJson.ReadLetter(bytes, out problems[3]) is { } letter) _ = LedgerJson.Write(letter);
        if (LedgerJson.ReadMeasure(bytes, out problems[4]) is { } measure) _ = LedgerJson.Write(measure);
        return problems;
    }
}
