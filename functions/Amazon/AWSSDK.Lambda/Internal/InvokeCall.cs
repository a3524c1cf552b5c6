using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Internal;

internal static class InvokeCall
{
    internal static InvokeOptions Options() => new() { RequestMarshaller = new InvokeMarshaller(), ResponseUnmarshaller = new InvokeUnmarshaller() };
}
