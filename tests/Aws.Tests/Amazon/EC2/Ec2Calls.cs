using System.Reflection;
using Amazon.EC2;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>Calls an operation by its name, so that a test can go through all of them.</summary>
public static class Ec2Calls
{
    private static readonly Assembly Package = typeof(AmazonEC2Client).Assembly;

    public static object NewRequest(string operation) => Activator.CreateInstance(Type($"{operation}Request"))!;

    public static Type Type(string model) => Package.GetType($"Amazon.EC2.Model.{model}", throwOnError: true)!;

    public static async Task<AmazonWebServiceResponse> CallAsync(AmazonEC2Client client, string operation, object request)
    {
        var method = typeof(IAmazonEC2).GetMethod($"{operation}Async", [request.GetType(), typeof(CancellationToken)])!;
        var call = (Task)method.Invoke(client, [request, CancellationToken.None])!;
        await call;
        return (AmazonWebServiceResponse)call.GetType().GetProperty("Result")!.GetValue(call)!;
    }
}
