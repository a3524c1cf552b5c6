namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a handler answers: bytes from the stream's present position, or nothing when the stream is null.</summary>
public class InvocationResponse
{
    public InvocationResponse(Stream outputStream) : this(outputStream, disposeOutputStream: true)
    {
    }

    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        OutputStream = outputStream;
        DisposeOutputStream = disposeOutputStream;
    }

    public Stream OutputStream { get; set; }

    /// <summary>Whether the stream is closed once it was sent.</summary>
    public bool DisposeOutputStream { get; private set; }
}
