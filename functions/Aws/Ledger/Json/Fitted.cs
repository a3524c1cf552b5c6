using Remediator.Ledger;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A document made to fit into an item.</summary>
/// <param name="Packed">As <see cref="Json.Packed"/> packs it.</param>
/// <param name="LeftOut">What it lacks; the document says so itself.</param>
/// <param name="Fits">False where it is too large even so: then nothing may be done under it.</param>
internal sealed record Fitted(byte[] Packed, LeftOut LeftOut, bool Fits);
