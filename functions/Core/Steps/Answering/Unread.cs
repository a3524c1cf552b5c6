using Remediator.Groups;

namespace Remediator.Steps.Answering;

/// <summary>What could not be read: the event comes again for it, and at last reaches a dead-letter queue.</summary>
/// <param name="Text">With why, for people.</param>
/// <param name="Concerns">Whether a group that was read may have more doors because of it.</param>
/// <param name="MayComeYet">False: another try, as things are, has no other end.</param>
internal sealed record Unread(string Text, Func<SecurityGroup, bool> Concerns, bool MayComeYet);
