using System.Reflection;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.ServiceModels;

/// <summary>Operations of a client by name, so that each operation of a model is covered by being in the model.</summary>
internal static class Calls
{
    internal static Type RequestType(AmazonServiceClient client, string operation) =>
        client.GetType().Assembly.GetType($"{client.GetType().Namespace}.Model.{operation}Request", throwOnError: true)!;

    /// <param name="request">Null for one in which nothing is set.</param>
    internal static async Task<AmazonWebServiceResponse> CallAsync(this AmazonServiceClient client, string operation, object? request = null)
    {
        var type = RequestType(client, operation);
        var method = client.GetType().GetMethod(operation + "Async", [type, typeof(CancellationToken)])!;
        var call = (Task)method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [request ?? Activator.CreateInstance(type), CancellationToken.None], null)!;
        await call;
        return (AmazonWebServiceResponse)call.GetType().GetProperty("Result")!.GetValue(call)!;
    }
}
