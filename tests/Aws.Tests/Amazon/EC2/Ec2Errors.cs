namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>Error documents as EC2 writes them (EC2 API reference, "Error codes").</summary>
public static class Ec2Errors
{
    public const string RequestId = "ea966190-f9aa-478e-9ede-example";

    public static string Document(string code, string message)
        => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>{RequestId}</RequestID></Response>";
}
