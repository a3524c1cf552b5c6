namespace Remediator.Ports;

/// <summary>What EC2 said to a change of an interface's groups.</summary>
/// <param name="RequestId">Null when no answer of EC2's own came.</param>
public abstract record InterfaceAnswer(string? RequestId)
{
    public sealed record Taken(string? RequestId) : InterfaceAnswer(RequestId);

    /// <summary>The interface is gone.</summary>
    public sealed record NotFound(string? RequestId) : InterfaceAnswer(RequestId);

    /// <summary>One of the groups is gone, or in another VPC.</summary>
    public sealed record GroupNotFound(string? RequestId, string Problem) : InterfaceAnswer(RequestId);

    /// <summary>A service manages the interface: EC2 refuses, and always will.</summary>
    public sealed record Managed(string? RequestId, string Problem) : InterfaceAnswer(RequestId);

    /// <summary>Anything else; see <see cref="Answer"/> for the members.</summary>
    /// <param name="PerhapsTaken">EC2's own answer did not come, so that the call may have been carried out all the same.</param>
    public sealed record Refused(string? RequestId, string Problem, bool Retryable, bool PerhapsTaken = false) : InterfaceAnswer(RequestId);
}
