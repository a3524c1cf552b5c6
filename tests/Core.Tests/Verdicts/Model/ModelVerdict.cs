using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>What the model expects. Grids are indexed by service cell, then by address cell. Action is null when nothing enforces; Kept is
/// null when trim is not asked for.</summary>
internal sealed record ModelVerdict(
    string Decision, string Reasons, int Severity, int? Action, bool[][] Forbidden, BigInteger IPv4, BigInteger IPv6, double Share, bool[][] Waived, string Waivers, bool[][]? Kept);
