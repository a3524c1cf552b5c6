using Remediator.Network;

namespace Remediator.Policies;

/// <summary>A checked policy. One exists only when its file had no error.</summary>
/// <param name="Version">The language's version, 1.</param>
/// <param name="Mode">Observe when the file does not say.</param>
/// <param name="Private">The addresses that are not the internet: the built-in ones and the file's.</param>
/// <param name="Source">The file's name, for people.</param>
/// <param name="Digest">The first 12 hexadecimal digits of the SHA-256 of the file's text: the version in force, shown in every finding.</param>
public sealed record Policy(int Version, Mode Mode, AddressSet Private, ImmutableArray<Rule> Rules, string Source, string Digest);
