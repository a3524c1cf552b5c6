using Remediator.Groups;

namespace Remediator.Steps.Answering;

/// <summary>What could not be read, though it might be later.</summary>
/// <param name="Text">With why, for people.</param>
/// <param name="Concerns">Whether a group that was read may have more doors because of it.</param>
internal sealed record Unread(string Text, Func<SecurityGroup, bool> Concerns);
