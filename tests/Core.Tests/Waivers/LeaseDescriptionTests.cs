using Remediator.Waivers;

namespace Remediator.Core.Tests.Waivers;

public sealed class LeaseDescriptionTests
{
    private static readonly DateTimeOffset End = new(2026, 11, 20, 19, 30, 59, TimeSpan.FromHours(1));

    [Fact]
    public void Description_names_lease_and_end_in_what_EC2_takes()
    {
        var text = LeaseDescription.Of("0123456789ab", End, "vendor visit");
        Assert.Equal("Remediator lease 0123456789ab, until 2026-11-20 18:30 UTC unless extended: vendor visit", text);
        Assert.True(LeaseDescription.IsWritable(text));
        Assert.True(LeaseDescription.IsOf(text, "0123456789ab"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vendor visit")]
    [InlineData("Remediator lease 0123456789abc, until tomorrow")]
    [InlineData("Remediator lease 0123456789aa, until 2026-11-20 18:30 UTC unless extended")]
    [InlineData("was: Remediator lease 0123456789ab, until tomorrow")]
    public void Description_of_anything_else_is_not_of_the_lease(string? text) => Assert.False(LeaseDescription.IsOf(text, "0123456789ab"));

    [Theory]
    [InlineData("a\"quote", false)]
    [InlineData("line\nbreak", false)]
    [InlineData("ümlaut", false)]
    [InlineData("a?b", false)]
    [InlineData("ok ._-:/()#,@[]+=&;{}!$*", true)]
    public void Characters_that_EC2_refuses_are_known(string text, bool writable) => Assert.Equal(writable, LeaseDescription.IsWritable(text));

    [Fact]
    public void Description_has_at_most_what_EC2_takes()
    {
        Assert.True(LeaseDescription.IsWritable(new('a', 255)));
        Assert.False(LeaseDescription.IsWritable(new('a', 256)));
    }
}
