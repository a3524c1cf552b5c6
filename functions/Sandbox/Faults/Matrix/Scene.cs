namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>Some groups, the change that somebody is about to make to them, and what is to stand when the function has dealt with it.</summary>
/// <param name="Subject">Stands in the change's event, and in no other scene's: a group's id, or a prefix list's.</param>
/// <param name="Change">Makes the change.</param>
public sealed record Scene(string Subject, Func<Task> Change, ImmutableArray<Expectation> Groups);
