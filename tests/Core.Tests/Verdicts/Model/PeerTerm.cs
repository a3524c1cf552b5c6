using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>A policy's word for addresses: <c>anywhere</c>, <c>internet</c>, <c>private</c>, or a block.</summary>
internal sealed record PeerTerm(string Word, AddressRange? Block)
{
    public bool Has(ModelCase c, int bits, BigInteger address) => Word switch
    {
        "anywhere" => true,
        "internet" => !c.IsPrivate(bits, address),
        "private" => c.IsPrivate(bits, address),
        _ => Block!.Value.Has(bits, address),
    };
}
