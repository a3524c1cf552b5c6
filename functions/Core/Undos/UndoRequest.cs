namespace Remediator.Undos;

/// <summary>Somebody wants an entry undone.</summary>
/// <param name="Key">As it was given; perhaps no key at all.</param>
/// <param name="By">The STS caller.</param>
/// <param name="Account">The one that the caller's calls to EC2 reach.</param>
/// <param name="For">How long what is put back may stay.</param>
/// <param name="Reason">Null when none was given.</param>
public sealed record UndoRequest(string Key, string By, string Account, TimeSpan For, string? Reason);
