using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>What the model expects. Forbidden is indexed by service cell, then by address cell; Revoke is null when nothing enforces.</summary>
internal sealed record ModelVerdict(
    string Decision,
    string Reasons,
    int Severity,
    bool? Revoke,
    bool[][] Forbidden,
    BigInteger IPv4,
    BigInteger IPv6,
    double Share);
