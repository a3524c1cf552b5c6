using System.Text;

namespace Remediator.Cli.Tests;

public sealed class LintTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_good_policy_is_clean_and_says_what_it_is()
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", Sample.Policy));
        Assert.Equal((0, "✓ policy.yaml: 1 rule, enforces; nothing to complain about\n", ""), (answer.Exit, answer.Out, answer.Error));
    }

    [Fact]
    public void A_wrong_name_is_shown_with_its_line_a_caret_and_help()
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", Sample.Policy.Replace("peer: office", "peer: ofice")));
        Assert.Equal(3, answer.Exit);
        Assert.Contains("""
            policy.yaml:12:21: error POL030: there is no network `ofice`
               12 |     unless: { peer: ofice }
                  |                     ^
              help: did you mean `office`?
            """, answer.Out);
        Assert.Equal("✗ policy.yaml cannot be used: 1 error, 1 warning", answer.Lines[^1]);
    }

    [Fact]
    public void Warnings_alone_leave_a_policy_usable_unless_asked_to_be_strict()
    {
        var path = _desk.File("policy.yaml", Sample.Policy.Replace("mode: enforce\n", ""));
        Assert.Equal((0, 3), (_desk.Run("lint", path).Exit, _desk.Run("lint", path, "--strict").Exit));
        Assert.Equal("! policy.yaml: 1 rule, only observes; 1 warning", _desk.Run("lint", path).Lines[^1]);
    }

    [Fact]
    public void Json_is_one_document_with_every_diagnostic_and_a_summary()
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", Sample.Policy.Replace("peer: office", "peer: ofice")), "--format", "json");
        var error = answer.Json.GetProperty("diagnostics").EnumerateArray().Single(d => d.GetProperty("severity").GetString() == "error");
        Assert.Equal(3, answer.Exit);
        Assert.Equal(("POL030", "policy.yaml", 12, 21), (error.GetProperty("code").GetString(), Path.GetFileName(error.GetProperty("file").GetString()), error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.Equal("did you mean `office`?", error.GetProperty("help").GetString());
        Assert.False(answer.Json.GetProperty("summary").GetProperty("usable").GetBoolean());
    }

    [Fact]
    public void Json_of_a_good_policy_says_which_version_it_is()
    {
        var summary = _desk.Run("lint", _desk.File("policy.yaml", Sample.Policy), "--format", "json").Json.GetProperty("summary");
        Assert.Equal((0, 0, true), (summary.GetProperty("errors").GetInt32(), summary.GetProperty("warnings").GetInt32(), summary.GetProperty("usable").GetBoolean()));
        Assert.Equal(12, summary.GetProperty("policy").GetProperty("digest").GetString()!.Length);
    }

    [Fact]
    public void Mark_at_the_beginning_takes_no_column()
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", [.. Encoding.UTF8.Preamble, .. "version: 2\n"u8]));
        Assert.Contains("policy.yaml:1:10: error POL026: `version` is `2`, and this reads version 1\n    1 | version: 2\n      |          ^\n", answer.Out);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Line_is_shown_however_lines_end(string end)
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", $"version: 1{end}mode: x{end}"));
        Assert.Contains("policy.yaml:2:7: error POL027: `mode` `x` is not known\n    2 | mode: x\n      |       ^\n", answer.Out);
    }

    [Fact]
    public void Path_of_nothing_is_no_such_file() => Assert.Contains("error: there is no such file; check the path;", _desk.Run("lint", "").Error);

    [Fact]
    public void Word_that_an_option_does_not_take_is_told_on_one_line() =>
        Assert.Equal("error: argument `xml` not recognized. Must be one of: `text` `json`; `remediator lint --help` shows what is expected\n", _desk.Run("lint", "policy.yaml", "--format", "xml").Error);

    [Fact]
    public void Standard_input_is_read_for_a_hyphen()
    {
        _desk.Input = Sample.Policy;
        Assert.Equal("✓ standard input: 1 rule, enforces; nothing to complain about\n", _desk.Run("lint", "-").Out);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void A_file_that_is_not_there_could_not_run_and_says_what_to_do(string format)
    {
        var answer = _desk.Run("lint", _desk.PathOf("nowhere.yaml"), "--format", format);
        Assert.Equal(1, answer.Exit);
        Assert.Equal("nowhere.yaml: error: there is no such file; check the path; it counts from the folder that the command was started in, and `-` is standard input\n", answer.Error);
        if (format == "json") Assert.Equal("there is no such file", answer.Json.GetProperty("diagnostics")[0].GetProperty("message").GetString());
        else Assert.Empty(answer.Out);
    }

    [Fact]
    public void A_folder_is_no_file() => Assert.Contains("this is a folder, and a file is expected", _desk.Run("lint", _desk.PathOf("")).Error);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_with_their_place()
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", [.. Encoding.UTF8.GetBytes("version: 1\nrules: "), 0xE4, 0x0A]));
        Assert.Equal((3, "policy.yaml:2:8: error POL013: the byte E4 here is no UTF-8"), (answer.Exit, answer.Lines[0]));
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake_and_UTF16_is_told()
    {
        Assert.Equal(0, _desk.Run("lint", _desk.File("8.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample.Policy)])).Exit);
        var answer = _desk.Run("lint", _desk.File("16.yaml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample.Policy)]));
        Assert.Equal((3, "16.yaml:1:1: error POL013: the file is written in UTF-16"), (answer.Exit, answer.Lines[0]));
    }

    [Fact]
    public void Hostile_text_of_a_policy_neither_forges_lines_nor_hides()
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", Sample.Policy.Replace("name: admin-ports-from-internet", "name: \"a\\u202Eb\"\n    \u202Eevil[red]: \u001b[31mx")));
        Assert.Equal(3, answer.Exit);
        Assert.DoesNotContain('\u202E', answer.Out);
        Assert.DoesNotContain('\u001b', answer.Out);
    }

    [Fact]
    public void A_long_line_is_cut_around_the_column()
    {
        var answer = _desk.Run("lint", _desk.File("policy.yaml", Sample.Policy.Replace("service: admin", $"service: [{string.Join(", ", Enumerable.Repeat("admin", 60))}, nothing]")));
        var caret = Array.FindIndex(answer.Lines, l => l.TrimEnd().EndsWith('^'));
        Assert.Equal("nothing]", answer.Lines[caret - 1][answer.Lines[caret].IndexOf('^')..][..8]);
        Assert.True(answer.Lines[caret - 1].Length < 140);
    }
}
