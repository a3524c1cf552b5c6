using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Ledger;

/// <summary>How far an event got: what a later attempt need not do again.</summary>
/// <param name="Handled">What became of each verdict; empty until the acting is over.</param>
/// <param name="ClosedAt">When the revoke was verified.</param>
/// <param name="FindingsTold">Security Hub took every finding in its last state.</param>
/// <param name="NoticeTold">SNS took the notice.</param>
public sealed record Progress(ImmutableArray<Handled> Handled, DateTimeOffset? ClosedAt, bool FindingsTold, bool NoticeTold)
{
    /// <summary>Claimed, and the first call may have been made or not.</summary>
    public static readonly Progress Begun = new([], null, false, false);

    /// <summary>One for each trim that was begun.</summary>
    public ImmutableArray<TrimProgress> Trims { get; init; } = [];

    /// <summary>What was put back, each with its <c>sgr-</c> id where EC2 gave it.</summary>
    public ImmutableArray<Permission> Restored { get; init; } = [];

    /// <summary>Every call that was made, by any attempt, in order.</summary>
    public ImmutableArray<CallMade> Calls { get; init; } = [];

    /// <summary>As <see cref="Claim.LeftOut"/>.</summary>
    public LeftOut LeftOut { get; init; }

    public bool Acted => !Handled.IsEmpty;

    public TrimProgress? TrimOf(Permission wide) => Trims.FirstOrDefault(t => t.Wide.Equals(wide));

    public Progress With(TrimProgress trim) => this with { Trims = [.. Trims.Where(t => !t.Wide.Equals(trim.Wide)), trim] };
}
