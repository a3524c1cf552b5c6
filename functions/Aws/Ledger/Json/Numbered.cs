using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Remediator.Aws.Ledger.Json;

/// <summary>Values that stand in a document once, and are referred to by number: what repeats over a thousand verdicts is written once.</summary>
internal sealed class Numbered
{
    private readonly Dictionary<object, int> _met = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>The JSON of each, in the order of their numbers.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <param name="write">Writes one JSON value, and nothing that asks this table for a number.</param>
    public int Of(object value, Action<Utf8JsonWriter> write)
    {
        if (_met.TryGetValue(value, out var number)) return number;
        _bytes.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_bytes, LedgerDocument.Options)) write(json);
        var text = Encoding.UTF8.GetString(_bytes.WrittenSpan);
        if (!_numbers.TryGetValue(text, out number))
        {
            number = _texts.Count;
            _numbers.Add(text, number);
            _texts.Add(text);
        }

        _met.Add(value, number);
        return number;
    }
}
