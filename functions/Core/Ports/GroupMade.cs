namespace Remediator.Ports;

/// <summary>What EC2 said to the making of a group.</summary>
public abstract record GroupMade
{
    private GroupMade()
    {
    }

    public sealed record Made(string GroupId, string? RequestId) : GroupMade;

    /// <summary>InvalidGroup.Duplicate: the VPC has a group of this name.</summary>
    public sealed record Taken : GroupMade;

    public sealed record Failed(string Problem, bool Retryable) : GroupMade;
}
