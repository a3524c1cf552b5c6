namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>A rule in plain values. Severity counts from 0; Acts and ActsUnread: whether it asks to revoke.</summary>
internal sealed record ModelRule(string Id, bool? Ingress, Product[] Deny, Product[] Unless, int Severity, bool Acts, bool ActsUnread, bool? Enforces)
{
    /// <summary>For each service cell and each address cell, whether the rule forbids it.</summary>
    public bool[][] Forbids(ModelCase c, Cells cells)
    {
        var deny = Deny.Select(p => p.Over(c, cells)).ToList();
        var unless = Unless.Select(p => p.Over(c, cells)).ToList();
        bool Holds((bool[] Services, bool[] Addresses) product, int s, int a) => product.Services[s] && product.Addresses[a];
        return [.. cells.Services.Select((_, s) => cells.Addresses.Select((_, a) =>
            deny.Exists(d => Holds(d, s, a)) && !unless.Exists(u => Holds(u, s, a))).ToArray())];
    }
}
