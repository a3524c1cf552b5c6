using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies;

/// <summary>Reads services and peers that somebody writes outside a policy file, on a command line say, in the language and with the
/// names of that file.</summary>
public static class TermsReader
{
    /// <summary>Names no file, so that what is said of the terms is told from what is said of the policy.</summary>
    private const string Outside = "";

    /// <param name="policyText">Of a policy that was read without error.</param>
    /// <param name="services">Each one term: <c>tcp/22</c>, <c>ssh</c>, a service of the file. Not none.</param>
    /// <param name="peers">Each one term: <c>203.0.113.7/32</c>, a network of the file, <c>group:sg-…</c>, <c>prefix-list:pl-…</c>. Not none.</param>
    public static TermsReading Read(string policyText, string fileName, ImmutableArray<string> services, ImmutableArray<string> peers)
    {
        var problems = new Problems();
        if (Composer.Compose(policyText, fileName, problems) is not { } root || new PolicyBuilder(problems).Names(root) is not { } scope) return new(null, null, [], problems.InOrder());
        var serviceSet = scope.Services.Read(List(services, 1));
        var peerSet = scope.Peers.Read(List(peers, 1 + services.Length));
        return new(serviceSet, peerSet?.Addresses, peerSet?.Symbols ?? [], [.. problems.InOrder().Where(d => d.Place.File == Outside)]);
    }

    private static ListNode List(ImmutableArray<string> terms, int first) =>
        new(new(Outside, first, 1), [.. terms.Select((term, i) => new TextNode(new(Outside, first + i, 1), term, IsPlain: false))], terms.Length + 1);
}
