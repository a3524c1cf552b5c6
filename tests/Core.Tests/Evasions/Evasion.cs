namespace Remediator.Core.Tests.Evasions;

/// <summary>One way around a rule, or what only looks like one.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Tried">What somebody does, for the reader of the table.</param>
/// <param name="Gone">What stands no more in the group afterwards, each as <c>tcp/22 from 0.0.0.0/0</c>.</param>
/// <param name="Stays">What of it still stands.</param>
/// <param name="Told">The rules of what was told without acting.</param>
internal sealed record Evasion(string Name, string Tried, Func<Attacker, Task> Try, string[] Gone, string[] Stays, string[] Told);
