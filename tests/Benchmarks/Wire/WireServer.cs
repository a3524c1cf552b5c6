using System.Net;
using System.Net.Sockets;

namespace Remediator.Benchmarks.Wire;

/// <summary>HTTP/1.1 on loopback with a thread that blocks in the kernel for each connection: nothing stands between the arrival of a
/// first byte and the reading of the clock.</summary>
internal sealed class WireServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<WireRequest, WireAnswer?> _answer;

    /// <param name="answer">Called on the connection's own thread, which it may block; null closes the connection.</param>
    public WireServer(Func<WireRequest, WireAnswer?> answer)
    {
        _answer = answer;
        _listener.Start();
        StartThread(Accept);
    }

    /// <summary>Host and port.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = _listener.AcceptSocket();
                StartThread(() => Serve(socket));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: there is nobody left to serve.
        }
    }

    private void Serve(Socket socket)
    {
        using var connection = new WireConnection(socket);
        try
        {
            while (connection.Read() is { } request && _answer(request) is { } answer) connection.Write(answer);
        }
        catch (SocketException)
        {
            // The process at the other end is gone.
        }
    }

    private static void StartThread(ThreadStart work) => new Thread(work) { IsBackground = true }.Start();
}
