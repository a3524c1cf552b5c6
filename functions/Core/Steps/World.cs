using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>The few things that the core asks of the world, composed once by the shell.</summary>
public sealed record World(
    ISecurityGroups Groups, IGroupFacts Facts, IGroupEdits Edits, IFindings Findings, INotices Notices, Books Books, TimeProvider Clock)
{
    public ILedger Ledger => Books.Ledger;
}
