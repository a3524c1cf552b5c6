namespace Remediator.Cli.Explanations;

/// <summary>Something about an event that the input does not tell.</summary>
/// <param name="Help">Which option would.</param>
internal sealed record OpenQuestion(string Message, string Help);
