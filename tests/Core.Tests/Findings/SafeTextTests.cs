using Remediator.Core.Tests.Network;
using Remediator.Findings;

namespace Remediator.Tests.Findings;

public sealed class SafeTextTests
{
    private static readonly int Seed = Effort.Seed(20260302);

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain words, (with) \"signs\"", "plain words, (with) \"signs\"")]
    [InlineData("two\nlines\r\n", "two\\u000alines\\u000d\\u000a")]
    [InlineData("tab\tnul\0bell\u0007", "tab\\u0009nul\\u0000bell\\u0007")]
    [InlineData("\u001b[31mred\u001b[0m", "\\u001b[31mred\\u001b[0m")]
    [InlineData("a\u202eb\u2066c", "a\\u202eb\\u2066c")]
    [InlineData("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff")]
    [InlineData("lines\u2028and\u2029paragraphs", "lines\\u2028and\\u2029paragraphs")]
    [InlineData("  many   \u00a0 spaces  ", "many spaces")]
    [InlineData("tag\U000e0041", "tag\\U000e0041")]
    [InlineData("own\ue000", "own\\ue000")]
    [InlineData("hangul filler \u3164", "hangul filler \\u3164")]
    [InlineData("ünïcödé 中文 한국어 👍🏽", "ünïcödé 中文 한국어 👍🏽")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE!", "key AKIA****MPLE!")]
    [InlineData("temporary ASIAIOSFODNN7EXAMPLE", "temporary ASIA****MPLE")]
    [InlineData("e\u0301 is one letter", "e\u0301 is one letter")]
    [InlineData("\u0301 has none", "\\u0301 has none")]
    [InlineData("z\u0301\u0301\u0301\u0301\u0301\u0301", "z\u0301\u0301\u0301\u0301\\u0301\\u0301")]
    public void A_line_shows_what_is_harmless_and_names_what_is_not(string? text, string expected) => Assert.Equal(expected, SafeText.Line(text, 200));

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("a\ufffdb", SafeText.Line("a\ud800b", 200));
        Assert.Equal("a\ufffd", SafeText.Line("a\udc00", 200));
    }

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("abcd efg", 6, "abcd…")]
    [InlineData("abc👩🏽d", 7, "abc…")]
    [InlineData("abce\u0301e\u0301", 6, "abce\u0301…")]
    [InlineData("ab👍", 3, "ab…")]
    [InlineData("👍👍", 2, "…")]
    [InlineData("👍👍", 3, "👍…")]
    [InlineData("🇩🇪🇫🇷", 5, "🇩🇪…")]
    [InlineData("abc", 1, "…")]
    public void A_cut_falls_between_characters_as_people_see_them(string text, int most, string expected) => Assert.Equal(expected, SafeText.Line(text, most));

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("ok\". Allowed by security. \"", "\"ok'. Allowed by security. '\"")]
    [InlineData("see https://evil.example/x", "\"see https[:]//evil.example/x\"")]
    [InlineData(null, "\"\"")]
    public void A_quote_cannot_be_closed_from_within_nor_tapped(string? text, string expected) => Assert.Equal(expected, SafeText.Quote(text, 100));

    [Theory]
    [InlineData("sg-0a", 10, "sg-0a")]
    [InlineData("grüße 👍", 20, "gr??e ?")]
    [InlineData("0123456789", 8, "01234...")]
    [InlineData("0123456789", 2, "01")]
    public void Ascii_has_nothing_but_ascii(string text, int most, string expected) => Assert.Equal(expected, SafeText.Ascii(text, most));

    [Fact]
    public void Whatever_the_text_the_promise_holds()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Effort.Times(10_000); i++)
        {
            var (text, most) = (OddText.Of(random, 60), random.Next(3, 80));
            foreach (var safe in new[] { SafeText.Line(text, most), SafeText.Quote(text, most), SafeText.Ascii(text, most) })
            {
                Assert.True(safe.Length <= most, $"seed {Seed}, case {i}: {safe.Length} of {most} characters");
                Assert.True(OddText.Problem(safe) is null, $"seed {Seed}, case {i}: {OddText.Problem(safe)}");
            }

            Assert.True(SafeText.Ascii(text, most).All(c => c is >= ' ' and <= '~'), $"seed {Seed}, case {i}: not ASCII");
            Assert.True(SafeText.Quote(text, most).IndexOf('"', 1) == SafeText.Quote(text, most).Length - 1, $"seed {Seed}, case {i}: the quote was closed");
        }
    }

    [Fact]
    public void One_endless_character_is_cut_as_well()
    {
        foreach (var piece in new[] { "\u0301", "\u1100", "👨‍", "🇩", "\ufe0f" })
        {
            var text = "x" + string.Concat(Enumerable.Repeat(piece, 5000));
            Assert.InRange(SafeText.Line(text, 100).Length, 1, 100);
            Assert.Null(OddText.Problem(SafeText.Line(text, 100)));
        }
    }
}
