using Remediator.Network;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts;

/// <summary>What a symbol stands for where one permission is judged: these of the peer's addresses, surely or perhaps.</summary>
/// <param name="Doubt">Why it is only perhaps; null otherwise.</param>
internal readonly record struct SymbolMeaning(Selection Matches, AddressSet Addresses, Doubt? Doubt)
{
    public static readonly SymbolMeaning Nothing = new(Selection.No, AddressSet.Empty, null);
}
