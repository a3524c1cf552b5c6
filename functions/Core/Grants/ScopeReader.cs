using Remediator.Diagnostics;
using Remediator.Policies;

namespace Remediator.Grants;

/// <summary>Terms in the policy's language → a scope. Groups and prefix lists by id alone: what a selector or a list's name means
/// tomorrow was agreed to by nobody.</summary>
public static class ScopeReader
{
    private const string GroupPrefix = "group:";
    private const string ListPrefix = "prefix-list:";

    /// <param name="policyText">Of a policy that was read without error.</param>
    /// <param name="ownGroupId">What <c>self</c> stands for.</param>
    public static ScopeReading Read(string policyText, string fileName, ImmutableArray<string> services, ImmutableArray<string> peers, string ownGroupId)
    {
        var terms = TermsReader.Read(policyText, fileName, services, [.. peers.Select(InFull)]);
        var refusals = terms.Diagnostics.Select(d => new Refusal(d.Message, d.Help)).ToList();
        var keys = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var symbol in terms.Symbols)
        {
            if (Key(symbol, ownGroupId) is { } key) keys.Add(key);
            else refusals.Add(new($"{UserText.Quote(symbol.Text)} is not one group or one prefix list", "name it by its id: `sg-…` or `pl-…`"));
        }

        if (refusals.Count > 0) return new(null, [.. refusals]);
        return terms is { Services: { } serviceSet, Addresses: { } addresses }
            ? new(new(serviceSet, addresses, keys.ToImmutable()), [])
            : new(null, [new("these services and peers cannot be read together with the names of the policy", "use fewer or plainer terms")]);
    }

    /// <summary>An id alone is as good as with what it is.</summary>
    private static string InFull(string peer) =>
        peer.StartsWith("sg-", StringComparison.Ordinal) ? GroupPrefix + peer : peer.StartsWith("pl-", StringComparison.Ordinal) ? ListPrefix + peer : peer;

    private static string? Key(PeerSymbol symbol, string ownGroupId) => symbol switch
    {
        PeerSymbol.Self => ownGroupId,
        PeerSymbol.Group { Name: var name } when name.StartsWith("sg-", StringComparison.Ordinal) => name,
        PeerSymbol.PrefixList { IdOrName: var id } when id.StartsWith("pl-", StringComparison.Ordinal) => id,
        _ => null,
    };
}
