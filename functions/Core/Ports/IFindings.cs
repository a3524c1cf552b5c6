using Remediator.Findings;

namespace Remediator.Ports;

/// <summary>Security Hub, or nothing where it is switched off.</summary>
public interface IFindings
{
    /// <summary>Imports findings, in batches as the service takes them. The answer has one entry for each finding, in order.</summary>
    Task<ImmutableArray<Answer>> Import(ImmutableArray<Finding> findings, CancellationToken cancel);

    /// <summary>Sets the workflow of these findings to RESOLVED where it is NEW or NOTIFIED; what somebody suppressed stays.</summary>
    Task<Answer> Resolve(ImmutableArray<Finding> findings, CancellationToken cancel);

    /// <summary>Archives every active finding of ours about a group that is gone. Doing it again changes nothing.</summary>
    /// <param name="seen">When it was seen to be gone.</param>
    Task<Answer> Archive(FindingResource group, DateTimeOffset seen, CancellationToken cancel);
}
