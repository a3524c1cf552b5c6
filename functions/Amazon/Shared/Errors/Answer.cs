using System.Net;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Shared.Errors;

/// <summary>An HTTP answer, read to its end.</summary>
/// <param name="Subject">The operation that was called, as messages name it: <c>`DescribeSecurityGroups`</c>, with the backticks.</param>
/// <param name="Body">All bytes that came.</param>
/// <param name="RequestIdHeader">Empty when the answer carries none.</param>
internal sealed record Answer(string Subject, HttpStatusCode Status, ReadOnlyMemory<byte> Body, string RequestIdHeader, string ErrorTypeHeader)
{
    /// <summary>Reads the body; what was cut off on the way comes back as <paramref name="broken"/> beside the bytes that did arrive.</summary>
    internal static Answer Read(string operation, Stream stream, IWebResponseData data, out IOException broken)
    {
        broken = null;
        var bytes = new MemoryStream();
        try
        {
            stream.CopyTo(bytes);
        }
        catch (IOException cut)
        {
            broken = cut;
        }

        return new Answer(
            $"`{operation}`",
            data.StatusCode,
            bytes.GetBuffer().AsMemory(0, checked((int)bytes.Length)),
            Header(data, "x-amzn-RequestId"),
            Header(data, "x-amzn-ErrorType"));
    }

    /// <summary>The body as a stream, without a copy.</summary>
    internal MemoryStream OpenBody()
    {
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(Body, out var bytes);
        return new MemoryStream(bytes.Array, bytes.Offset, bytes.Count, writable: false);
    }

    private static string Header(IWebResponseData data, string name) => data.IsHeaderPresent(name) ? data.GetHeaderValue(name) ?? "" : "";
}
