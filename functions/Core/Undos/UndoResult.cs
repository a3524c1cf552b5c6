using Remediator.Grants;
using Remediator.Groups;

namespace Remediator.Undos;

/// <summary>How carrying out a plan ended.</summary>
public abstract record UndoResult
{
    private UndoResult()
    {
    }

    /// <param name="PutBack">As a read shows it now, with its new <c>sgr-</c> ids.</param>
    /// <param name="TakenAway">What is not there any more.</param>
    /// <param name="Remarks">What else has to be said.</param>
    public sealed record Done(ImmutableArray<Permission> PutBack, ImmutableArray<Permission> TakenAway, ImmutableArray<string> Remarks) : UndoResult;

    /// <summary>The world had it otherwise; nothing was changed, and no waiver is left behind.</summary>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : UndoResult;

    /// <summary>It came to no end. The same request again goes on where this stopped.</summary>
    /// <param name="IsBegun">Something was changed, or may have been: a waiver stands.</param>
    public sealed record Failed(ImmutableArray<string> Problems, bool IsBegun) : UndoResult;
}
