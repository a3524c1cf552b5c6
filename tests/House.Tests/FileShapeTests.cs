using System.Text.RegularExpressions;

namespace Remediator.House.Tests;

/// <summary>A reader finds the file from the folder listing, and reads it on a few screens.</summary>
public sealed partial class FileShapeTests
{
    private const int MostLines = 300;

    private static IEnumerable<string> Sources => Repository.Files("functions", "*.cs");

    [Fact]
    public void Files_stay_short() =>
        Assert.Empty(Sources.Where(f => Repository.Lines(f).Length > MostLines).Select(f => $"{f} has more than {MostLines} lines"));

    [Fact]
    public void A_file_holds_at_most_one_public_type_and_has_its_name()
    {
        var wrong = Sources.Select(f => (File: f, Types: PublicTypes(f))).Where(x => x.Types.Count > 1 || (x.Types.Count == 1 && !NamedAfter(x.File, x.Types[0])));
        Assert.Empty(wrong.Select(x => $"{x.File} holds {string.Join(", ", x.Types)}"));
    }

    [Fact]
    public void Sources_carry_no_bare_pragma_and_no_unfinished_work() =>
        Assert.Empty(Sources.Where(f => Unfinished().IsMatch(Repository.Text(f))));

    private static List<string> PublicTypes(string file) => [.. PublicType().Matches(Repository.Text(file)).Select(m => m.Groups["name"].Value)];

    private static bool NamedAfter(string file, string type) => Path.GetFileNameWithoutExtension(file).Split('.', '`', '{')[0] == type;

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref) )*(?:class|struct|interface|enum|delegate \S+|record(?: struct| class)?) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^\s*#pragma warning disable(?!.*//)|\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException", RegexOptions.Multiline)]
    private static partial Regex Unfinished();
}
