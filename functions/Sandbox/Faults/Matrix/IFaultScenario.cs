namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>A story that is tried with every fault at every call: each time in groups of its own.</summary>
public interface IFaultScenario
{
    string Name { get; }

    /// <summary>Makes the groups, and returns when the function has dealt with the making of them.</summary>
    /// <param name="vpc">Where they are made.</param>
    Task<Scene> SetAsync(SandboxAccount account, string vpc, CancellationToken cancellation);
}
