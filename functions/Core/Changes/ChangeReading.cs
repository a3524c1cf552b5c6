namespace Remediator.Changes;

/// <summary>What reading one event came to: a <see cref="Change"/>, <see cref="Ignored"/> or <see cref="Unreadable"/>. There is no
/// fourth: nothing that could not be read is ever taken for compliant.</summary>
public abstract record ChangeReading;
