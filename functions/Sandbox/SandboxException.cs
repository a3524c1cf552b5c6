namespace Remediator.Sandbox;

/// <summary>Something that the Sandbox needs is missing or failed. The message says what, and what to do.</summary>
public sealed class SandboxException : Exception
{
    public SandboxException(string message)
        : base(message)
    {
    }

    public SandboxException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SandboxException()
    {
    }
}
