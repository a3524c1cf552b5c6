using System.Globalization;
using System.Text;

namespace Remediator.Benchmarks.Wire;

/// <summary>One HTTP answer.</summary>
/// <param name="MoreHeaders">Whole lines, each with its line end.</param>
internal sealed record WireAnswer(int Status, string ContentType, string Body, string MoreHeaders = "")
{
    public byte[] ToBytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Answered\r\nContent-Type: {ContentType}\r\nContent-Length: {body.Length}\r\n{MoreHeaders}\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
