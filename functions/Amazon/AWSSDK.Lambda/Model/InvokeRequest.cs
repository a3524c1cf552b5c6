using System.Text;

namespace Amazon.Lambda.Model;

public class InvokeRequest : AmazonLambdaRequest
{
    /// <summary>A name, an ARN, or a part of one; a version or alias may follow a colon.</summary>
    public string FunctionName { get; set; }

    public InvocationType InvocationType { get; set; }

    /// <summary>The same bytes as <see cref="PayloadStream"/>, as text in UTF-8.</summary>
    public string Payload
    {
        get => PayloadStream is null ? null : Encoding.UTF8.GetString(PayloadStream.ToArray());
        set => PayloadStream = value is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(value));
    }

    public MemoryStream PayloadStream { get; set; }

    public string Qualifier { get; set; }
}
