namespace Remediator.Policies.Reading;

/// <summary>The keys that one kind of mapping may have.</summary>
/// <param name="Owner">What has them, for a message: <c>a rule</c>.</param>
/// <param name="Known">Read and acted on.</param>
/// <param name="Later">Part of the policy language, not acted on by this version: refused, so that nobody relies on them.</param>
internal sealed record KeySet(string Owner, ImmutableArray<string> Known, ImmutableArray<string> Later);
