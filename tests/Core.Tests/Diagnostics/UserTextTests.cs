using Remediator.Diagnostics;

namespace Remediator.Core.Tests.Diagnostics;

public class UserTextTests
{
    [Theory]
    [InlineData("office", "`office`")]
    [InlineData("", "``")]
    [InlineData("Bürö 東京 😀", "`Bürö 東京 😀`")]
    [InlineData("a\nb\r\t\0", @"`a\u{A}b\u{D}\u{9}\u{0}`")]
    [InlineData("a`b", @"`a\u{60}b`")]
    [InlineData("a\u202Eb\u2028c\u200Bd", @"`a\u{202E}b\u{2028}c\u{200B}d`")]
    [InlineData("\u001b[31mred", @"`\u{1B}[31mred`")]
    public void Quote_spells_what_does_not_show_itself(string text, string shown) => Assert.Equal(shown, UserText.Quote(text));

    [Fact]
    public void Quote_of_broken_unicode_is_readable() => Assert.Equal("`a\uFFFDb`", UserText.Quote("a\uD800b"));

    [Fact]
    public void Quote_of_long_text_is_shortened() => Assert.Equal($"`{new string('x', 60)}…`", UserText.Quote(new string('x', 5_000)));

    [Fact]
    public void QuoteAll_of_many_says_how_many_more() => Assert.Equal("`a`, `b` and 2 more", UserText.QuoteAll(["a", "b", "c", "d"], 2));
}
