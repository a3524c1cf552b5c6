using Remediator.Network;
using Remediator.Policies.Terms;

namespace Remediator.Policies.Reading;

/// <summary>What every part of a file is read with: the names of the file, and where problems go.</summary>
internal sealed record Scope(
    Problems Problems, Budget Budget, Vocabulary<Chosen> Groups, Vocabulary<PeerSet> Peers, Vocabulary<ServiceSet> Services, AddressSet Private)
{
    public Ids Ids { get; } = new(Problems);

    public EmptySelectors EmptySelectors { get; } = new(Problems);
}
