namespace Remediator.Scenarios.Faults;

/// <summary>What runs many processes at once runs alone: beside other tests, calls would take so long that their callers give up.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class FaultCollection;
