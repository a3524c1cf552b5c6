using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Remediator.Benchmarks.Wire;

/// <summary>Reads one request after the other from a socket. Bodies are sized by Content-Length, as all our clients send them.</summary>
internal sealed class WireConnection : IDisposable
{
    private readonly Socket _socket;
    private byte[] _buffer = new byte[64 * 1024];
    private int _filled;

    public WireConnection(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
    }

    /// <summary>Null when the client closed the connection.</summary>
    public WireRequest? Read()
    {
        // INVARIANT: no client sends its next request before it has the answer, so the buffer is empty here.
        if (!Receive()) return null;
        var firstByteAt = Stopwatch.GetTimestamp();
        int head;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
            if (!Receive()) return null;
        var lines = Encoding.ASCII.GetString(_buffer, 0, head).Split("\r\n");
        var headers = lines[1..].Select(line => line.Split(':', 2)).ToImmutableDictionary(p => p[0].ToLowerInvariant(), p => p[1].Trim());
        if (headers.ContainsKey("transfer-encoding")) throw new BenchmarkException($"`{lines[0]}` came in chunks: expected a Content-Length");
        var size = int.Parse(headers.GetValueOrDefault("content-length", "0"), CultureInfo.InvariantCulture);
        var whole = head + 4 + size;
        while (_filled < whole)
            if (!Receive()) return null;
        var body = _buffer[(head + 4)..whole];
        _filled = 0;
        var words = lines[0].Split(' ');
        return new(firstByteAt, words[0], words[1], headers, body);
    }

    public void Write(WireAnswer answer) => _socket.Send(answer.ToBytes());

    public void Dispose() => _socket.Dispose();

    private bool Receive()
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _socket.Receive(_buffer, _filled, _buffer.Length - _filled, SocketFlags.None);
        _filled += read;
        return read > 0;
    }
}
