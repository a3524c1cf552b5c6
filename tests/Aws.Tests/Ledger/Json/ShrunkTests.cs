using Remediator.Aws.Ledger.Json;
using Remediator.Groups;
using Remediator.Ledger;

namespace Remediator.Aws.Tests.Ledger.Json;

public sealed class ShrunkTests
{
    private static readonly RandomLedger Ledger = new(new(Hunt.Seed));

    private static readonly ImmutableArray<Permission> Permissions =
    [
        .. Enumerable.Range(0, 300).Select(i => Ledger.Permission() with { RuleId = $"sgr-{i}", Description = Guid(), Tags = [KeyValuePair.Create("Owner", Guid())] }),
    ];

    [Fact]
    public void Claim_that_fits_lacks_nothing()
    {
        var claim = Claim();
        var fitted = Shrunk.Claim(claim, 350_000);
        Assert.Equal((LeftOut.Nothing, true), (fitted.LeftOut, fitted.Fits));
        Assert.Null(Content.Difference(claim, Read(fitted)));
    }

    [Fact]
    public void Claim_a_little_too_large_loses_tags_everywhere_and_says_so()
    {
        var claim = Claim();
        var fitted = Shrunk.Claim(claim, Shrunk.Claim(claim, int.MaxValue).Packed.Length - 1);
        Assert.Equal((LeftOut.Tags, true), (fitted.LeftOut, fitted.Fits));
        var read = Read(fitted);
        Assert.Equal(LeftOut.Tags, read.LeftOut);
        Assert.All(All(read), p => Assert.Empty(p.Tags));
        Assert.Equal(All(claim).Select(p => p.Description), All(read).Select(p => p.Description));
    }

    [Fact]
    public void Claim_still_too_large_loses_descriptions_too_and_says_so()
    {
        var claim = Claim();
        var fitted = Shrunk.Claim(claim, Shrunk.Claim(claim with { LeftOut = LeftOut.Tags }, int.MaxValue).Packed.Length - 1);
        Assert.Equal((LeftOut.TagsAndDescriptions, true), (fitted.LeftOut, fitted.Fits));
        var read = Read(fitted);
        Assert.Equal(LeftOut.TagsAndDescriptions, read.LeftOut);
        Assert.All(All(read), p => Assert.True(p.Tags.IsEmpty && p.Description is null));
        Assert.Equal(All(claim).Select(p => (p, p.RuleId)), All(read).Select(p => (p, p.RuleId)));
    }

    [Fact]
    public void Claim_that_lacks_tags_already_says_so_for_ever()
    {
        var read = Read(Shrunk.Claim(Claim() with { LeftOut = LeftOut.Tags }, int.MaxValue));
        Assert.Equal(LeftOut.Tags, Shrunk.Claim(read, int.MaxValue).LeftOut);
    }

    [Fact]
    public void Claim_that_nothing_makes_fit_says_so()
    {
        var fitted = Shrunk.Claim(Claim(), 100);
        Assert.False(fitted.Fits);
        Assert.True(fitted.Packed.Length > 100);
    }

    [Fact]
    public void Progress_too_large_loses_tags_then_descriptions_and_says_so()
    {
        var progress = Progress.Begun with { Restored = Permissions };
        var whole = Shrunk.Progress(progress, int.MaxValue);
        var less = Shrunk.Progress(progress, whole.Packed.Length - 1);
        var least = Shrunk.Progress(progress, less.Packed.Length - 1);
        Assert.Equal([LeftOut.Nothing, LeftOut.Tags, LeftOut.TagsAndDescriptions], new[] { whole, less, least }.Select(f => f.LeftOut));
        Assert.Equal([LeftOut.Nothing, LeftOut.Tags, LeftOut.TagsAndDescriptions], new[] { whole, less, least }.Select(f => LedgerJson.ReadProgress(Packed.Unpack(f.Packed, out _)!.Value, out _)!.LeftOut));
        Assert.True(less.Fits && least.Fits);
    }

    private static Claim Claim()
    {
        var claim = new RandomLedger(new(Hunt.Seed)).Claim();
        return claim with { Change = claim.Change with { Permissions = Permissions }, Plan = claim.Plan with { Calls = [new(claim.Plan.Group, Direction.Ingress, Permissions)] } };
    }

    private static Claim Read(Fitted fitted) => LedgerJson.ReadClaim(Packed.Unpack(fitted.Packed, out _)!.Value, out _)!;

    private static IEnumerable<Permission> All(Claim claim) => claim.Change.Permissions.Concat(claim.Verdicts.Select(v => v.Permission)).Concat(claim.Plan.Calls.SelectMany(c => c.Permissions));

    private static string Guid() => $"{Ledger.Time():O}";
}
