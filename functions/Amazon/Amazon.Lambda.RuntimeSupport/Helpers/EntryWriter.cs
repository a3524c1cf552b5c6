using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>Stands in for Console.Out or Console.Error: each line that is written becomes one entry of the log.</summary>
/// <remarks>WriteLine of a text with line breaks is one entry; what Write leaves without an end waits for it, or for Flush.</remarks>
internal sealed class EntryWriter(Action<string> emit) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _begun = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (value == '\n')
            Emit();
        else
            _begun.Append(value);
    }

    public override void Write(string value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        for (var end = buffer.IndexOf('\n'); end >= 0; end = buffer.IndexOf('\n'))
        {
            _begun.Append(buffer[..end]);
            Emit();
            buffer = buffer[(end + 1)..];
        }
        _begun.Append(buffer);
    }

    public override void WriteLine() => Emit();

    public override void WriteLine(string value) => WriteLine(value.AsSpan());

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        _begun.Append(buffer);
        Emit();
    }

    public override void Flush()
    {
        if (_begun.Length > 0)
            Emit();
    }

    private void Emit()
    {
        var line = _begun.ToString();
        _begun.Clear();
        emit(line);
    }
}
