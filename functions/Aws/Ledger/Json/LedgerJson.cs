using System.Text.Json;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Ledger;
using Remediator.Waivers;

namespace Remediator.Aws.Ledger.Json;

/// <summary>Those of the ledger's values that are trees ↔ compact UTF-8 JSON; what is flat stands in attributes of its own. See <see cref="LedgerDocument"/> for the shape.</summary>
/// <remarks>INVARIANT: reading returns, whatever the bytes. What is no document of this version and kind is null, with a problem that says
/// what was expected where. Members that are not known are skipped: a later release may add some without another version. Text that is
/// no Unicode (half a surrogate pair) is written with U+FFFD in its place.</remarks>
internal static class LedgerJson
{
    /// <summary>The deepest place is a field of a finding in a letter: six levels. Twice that and more is nobody's document.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    public static byte[] Write(Claim claim) => LedgerDocument.Write("claim", (json, to) => ClaimJson.Write(json, claim, to), claim.LeftOut);

    public static byte[] Write(Progress progress) => LedgerDocument.Write("progress", (json, to) => ProgressJson.Write(json, progress, to), progress.LeftOut);

    public static byte[] Write(Agreement agreement) => LedgerDocument.Write("agreement", (json, to) => AgreementJson.Write(json, agreement, to));

    public static byte[] Write(Letter letter) => LedgerDocument.Write("letter", (json, _) => LetterJson.Write(json, letter));

    public static byte[] Write(Measure measure) => LedgerDocument.Write("measure", (json, to) => MeasureJson.Write(json, measure, to));

    public static Claim? ReadClaim(ReadOnlyMemory<byte> utf8, out string? problem) =>
        Read(utf8, "claim", (root, value, from) => ClaimJson.Read(value, from) with { LeftOut = ReadLeftOut(root) }, out problem);

    public static Progress? ReadProgress(ReadOnlyMemory<byte> utf8, out string? problem) =>
        Read(utf8, "progress", (root, value, from) => ProgressJson.Read(value, from) with { LeftOut = ReadLeftOut(root) }, out problem);

    public static Agreement? ReadAgreement(ReadOnlyMemory<byte> utf8, out string? problem) =>
        Read(utf8, "agreement", (_, value, from) => AgreementJson.Read(value, from), out problem);

    public static Letter? ReadLetter(ReadOnlyMemory<byte> utf8, out string? problem) =>
        Read(utf8, "letter", (_, value, _) => LetterJson.Read(value), out problem);

    public static Measure? ReadMeasure(ReadOnlyMemory<byte> utf8, out string? problem) =>
        Read(utf8, "measure", (_, value, from) => MeasureJson.Read(value, from), out problem);

    private static LeftOut ReadLeftOut(Part root) => (LeftOut)(root.Optional("leftOut")?.Choice(Words.LeftOuts) ?? 0);

    private static T? Read<T>(ReadOnlyMemory<byte> utf8, string kind, Func<Part, Part, LedgerReader, T?> read, out string? problem)
        where T : class
    {
        var first = new FirstProblem(kind);
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            var root = Part.Root(document.RootElement, first);
            _ = root.Member("v").Int(LedgerDocument.Version, LedgerDocument.Version);
            _ = root.Member("kind").Choice([kind]);
            var value = root.IsSound ? read(root, root.Member("value"), new LedgerReader(root)) : null;
            problem = first.Text;
            return problem is null ? value : null;
        }
        catch (JsonException wrong)
        {
            problem = $"the recorded {kind} is no JSON of at most {Options.MaxDepth} levels: {SafeText.Line(wrong.Message, 200)}";
        }
        catch (InvalidOperationException)
        {
            // How JsonElement says that a text's escapes or bytes are no Unicode; nothing else here can.
            problem = $"the recorded {kind} holds text that is no Unicode";
        }

        return null;
    }
}
