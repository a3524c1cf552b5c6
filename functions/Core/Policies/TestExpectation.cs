namespace Remediator.Policies;

/// <summary>What a policy's test expects. Null: not compared.</summary>
/// <param name="Verdict"><c>compliant</c>, <c>waived</c>, <c>violation</c> or <c>undecided</c>.</param>
/// <param name="Rules">Exactly these rule ids, in any order.</param>
/// <param name="Remainder">Exactly what trim keeps, each as <c>tcp/0-21 from 0.0.0.0/0</c>, in any order.</param>
public sealed record TestExpectation(
    string Verdict, ImmutableArray<string>? Rules, RuleAction? Action, Severity? Severity, ImmutableArray<string>? Remainder);
