using Remediator.Aws.Ledger.Json;
using Remediator.Findings;
using Remediator.Policies.Selectors;

namespace Remediator.Aws.Tests.Ledger.Json;

public sealed class RoundTripTests(ITestOutputHelper output)
{
    private delegate T? Reads<T>(ReadOnlyMemory<byte> utf8, out string? problem);

    [Fact]
    public void Claim_random_ones_are_read_back_member_by_member() => Check(ledger => ledger.Claim(), LedgerJson.Write, LedgerJson.ReadClaim);

    [Fact]
    public void Progress_random_ones_are_read_back_member_by_member() => Check(ledger => ledger.Progress(), LedgerJson.Write, LedgerJson.ReadProgress);

    [Fact]
    public void Agreement_random_ones_are_read_back_member_by_member() => Check(ledger => ledger.Agreement(), LedgerJson.Write, LedgerJson.ReadAgreement);

    [Fact]
    public void Letter_random_ones_are_read_back_member_by_member() => Check(ledger => ledger.Letter(), LedgerJson.Write, LedgerJson.ReadLetter);

    [Fact]
    public void Measure_random_ones_are_read_back_member_by_member() => Check(ledger => ledger.Measure(), LedgerJson.Write, LedgerJson.ReadMeasure);

    [Fact]
    public void Rule_is_read_back_without_what_judges()
    {
        var ledger = new RandomLedger(new(Hunt.Seed));
        for (var i = 0; i < 200; i++)
        {
            var read = LedgerJson.ReadClaim(LedgerJson.Write(ledger.Claim()), out _);
            foreach (var rule in read!.Verdicts.SelectMany(v => v.Reasons).Select(r => r.Rule))
            {
                Assert.True(rule.Deny.IsEmpty && rule.Unless.IsEmpty && rule.Forbids.IsEmpty && rule.DenySymbols.IsEmpty && rule.UnlessSymbols.IsEmpty);
                Assert.Same(GroupSelector.Any, rule.Groups);
            }
        }
    }

    [Fact]
    public void Text_that_is_no_Unicode_is_read_back_with_the_replacement_character()
    {
        var letter = new Letter.ToResolve("a\ud800b\udc00", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 0, []);
        var read = LedgerJson.ReadLetter(LedgerJson.Write(letter), out var problem);
        Assert.Null(problem);
        Assert.Equal("a\ufffdb\ufffd", read!.Id);
    }

    [Fact]
    public void Description_of_a_hundred_thousand_characters_is_read_back()
    {
        var endless = string.Concat(Enumerable.Repeat("\u202e💣\0\"\\", 20_000));
        var ledger = new RandomLedger(new(Hunt.Seed));
        var progress = ledger.Progress() with { Restored = [ledger.Permission() with { Description = endless }] };
        var read = LedgerJson.ReadProgress(Packed.Unpack(Packed.Pack(LedgerJson.Write(progress)), out _)!.Value, out var problem);
        Assert.Null(problem);
        Assert.Equal(endless, read!.Restored[0].Description);
    }

    private void Check<T>(Func<RandomLedger, T> any, Func<T, byte[]> write, Reads<T> read)
        where T : class
    {
        output.WriteLine($"seed {Hunt.Seed}");
        var ledger = new RandomLedger(new(Hunt.Seed));
        for (var i = 0; i < Hunt.Times(1000); i++)
        {
            var value = any(ledger);
            var bytes = write(value);
            var back = read(bytes, out var problem);
            Assert.True(back is not null && problem is null, $"case {i}: {problem}");
            Assert.True(Content.Difference(value, back) is null, $"case {i}: {Content.Difference(value, back)}");
            Assert.Equal(bytes, write(back));
        }
    }
}
