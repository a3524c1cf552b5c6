using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Aws.Ledger.Json;

/// <summary>One document of the ledger being written.</summary>
/// <remarks>Its shape: <code>{"v":1,"kind":"claim","leftOut":"tags","addresses":[…],…,"verdicts":[…],"value":{…}}</code>
/// The tables hold what the value and later tables refer to by number; empty ones are left out.</remarks>
internal sealed class LedgerDocument
{
    public const int Version = 1;

    /// <summary>Nobody puts this into HTML: escaping more than JSON asks for would only make it longer.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Numbered _addresses = new();
    private readonly Numbered _traffic = new();
    private readonly Numbered _rules = new();
    private readonly Numbered _waivers = new();
    private readonly Numbered _permissions = new();
    private readonly Numbered _verdicts = new();
    private readonly LeftOut _leftOut;

    private LedgerDocument(LeftOut leftOut) => _leftOut = leftOut;

    public static byte[] Write(string kind, Action<Utf8JsonWriter, LedgerDocument> value, LeftOut leftOut = LeftOut.Nothing) =>
        new LedgerDocument(leftOut).Write(kind, value);

    public int Addresses(AddressSet addresses) => _addresses.Of(addresses, json => AddressesJson.Write(json, addresses));

    public int Traffic(TrafficSet traffic) => _traffic.Of(traffic, json => TrafficJson.Write(json, traffic, this));

    public int Rule(Rule rule) => _rules.Of(rule, json => RuleJson.Write(json, rule));

    public int Waiver(Waiver waiver) => _waivers.Of(waiver, json => WaiverJson.Write(json, waiver, this));

    public int Permission(Permission permission) => _permissions.Of(permission, json => PermissionJson.Write(json, permission, _leftOut));

    public int Verdict(Verdict verdict) => _verdicts.Of(verdict, json => VerdictJson.Write(json, verdict, this));

    private byte[] Write(string kind, Action<Utf8JsonWriter, LedgerDocument> value)
    {
        // The value first: writing it fills the tables.
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written, Options)) value(json, this);
        var whole = new ArrayBufferWriter<byte>(written.WrittenCount + 256);
        using (var json = new Utf8JsonWriter(whole, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("kind", kind);
            if (_leftOut != LeftOut.Nothing) json.Word("leftOut", Words.LeftOuts, (int)_leftOut);
            Table(json, "addresses", _addresses);
            Table(json, "traffic", _traffic);
            Table(json, "rules", _rules);
            Table(json, "waivers", _waivers);
            Table(json, "permissions", _permissions);
            Table(json, "verdicts", _verdicts);
            json.WritePropertyName("value");
            json.WriteRawValue(written.WrittenSpan, skipInputValidation: true);
            json.WriteEndObject();
        }

        return whole.WrittenSpan.ToArray();
    }

    private static void Table(Utf8JsonWriter json, string name, Numbered table)
    {
        if (table.Texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var text in table.Texts) json.WriteRawValue(text, skipInputValidation: true);
        json.WriteEndArray();
    }
}
