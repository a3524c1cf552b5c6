namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>What is to stand in one group at the end.</summary>
/// <param name="Rules">All of its rules in any order, as `tcp/22 from 0.0.0.0/0 «its description»` or `all to 0.0.0.0/0`.</param>
/// <param name="Findings">How many findings are to tell of it, each passed and resolved.</param>
public sealed record Expectation(string Group, ImmutableArray<string> Rules, int Findings = 1);
