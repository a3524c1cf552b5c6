using Amazon.Runtime;

namespace Amazon.Lambda.Model;

public class InvokeResponse : AmazonWebServiceResponse
{
    public string ExecutedVersion { get; set; }

    public string FunctionError { get; set; }

    public MemoryStream Payload { get; set; }

    /// <summary>202 for an invocation of type Event that Lambda accepted.</summary>
    public int? StatusCode { get; set; }
}
