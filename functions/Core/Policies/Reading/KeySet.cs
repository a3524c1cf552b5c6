namespace Remediator.Policies.Reading;

/// <summary>The keys that one kind of mapping may have; any other is refused, so that nobody relies on what is not read.</summary>
/// <param name="Owner">What has them, for a message: <c>a rule</c>.</param>
internal sealed record KeySet(string Owner, ImmutableArray<string> Known);
