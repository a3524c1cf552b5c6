using System.Text;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

/// <summary>Files that are not plain UTF-8: each is told, and none is read as something else.</summary>
public class EncodingTests
{
    private const string Good = $"{PolicyText.Head}rules: [{{ id: R1, name: é€😀, why: w, deny: {{ peer: internet }} }}]\n";

    private static PolicyReading Read(byte[] bytes) => PolicyReader.Read(bytes, "policy.yaml");

    [Fact]
    public void Utf8_is_read_with_and_without_its_mark()
    {
        var plain = Read(Encoding.UTF8.GetBytes(Good));
        var marked = Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]);
        Assert.Equal("é€😀", Assert.Single(plain.Policy!.Rules).Name);
        Assert.Equal("é€😀", Assert.Single(marked.Policy!.Rules).Name);
    }

    [Fact]
    public void Bytes_and_text_of_one_file_have_one_digest() =>
        Assert.Equal(PolicyText.Good(Good).Digest, Read(Encoding.UTF8.GetBytes(Good)).Policy!.Digest);

    public static TheoryData<string> Others => ["utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_encodings_are_told_by_their_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var reading = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Good)]);
        Assert.Null(reading.Policy);
        var problem = Assert.Single(reading.Diagnostics);
        Assert.Equal(("POL013", 1, 1), (problem.Code, problem.Place.Line, problem.Place.Column));
        Assert.Contains(name[..6].ToUpperInvariant(), problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_encodings_without_a_mark_are_told_at_their_first_oddity(string name)
    {
        var reading = Read(Encoding.GetEncoding(name).GetBytes(Good));
        Assert.Null(reading.Policy);
        Assert.Contains(Assert.Single(reading.Diagnostics).Code, (string[])["POL013", "POL014"]);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, "FF")]
    [InlineData(new byte[] { 0xC0, 0xAF }, "C0")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "ED")]
    [InlineData(new byte[] { 0xE2, 0x82 }, "E2")]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 }, "F5")]
    public void Byte_that_is_no_utf8_is_told_at_its_place(byte[] bad, string shown)
    {
        var reading = Read([.. Encoding.UTF8.GetBytes($"{PolicyText.Head}# é "), .. bad, .. Encoding.UTF8.GetBytes("\nrules: []\n")]);
        var problem = Assert.Single(reading.Diagnostics);
        Assert.Equal(("POL013", 3, 5), (problem.Code, problem.Place.Line, problem.Place.Column));
        Assert.Contains($"`{shown}`", problem.Message.Replace($"byte {shown}", $"byte `{shown}`", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_behind_a_nul_is_never_lost_in_silence()
    {
        var reading = PolicyText.Read($"{PolicyText.Head}\0{Good[PolicyText.Head.Length..]}");
        Assert.Equal("POL014", Assert.Single(reading.Diagnostics).Code);
        Assert.Null(reading.Policy);
    }

    [Fact]
    public void File_of_ten_megabytes_is_refused_without_being_decoded()
    {
        var bytes = new byte[10_000_000];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Read(bytes);
        Assert.Equal("POL001", Assert.Single(reading.Diagnostics).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }
}
