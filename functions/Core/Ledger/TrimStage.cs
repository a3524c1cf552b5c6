namespace Remediator.Ledger;

/// <summary>How far one trim may have got: written before the call that it is named after, so that a later attempt knows what it may
/// meet.</summary>
public enum TrimStage
{
    /// <summary>The missing pieces are being authorised; the wide permission was not touched.</summary>
    Authorizing,

    /// <summary>The group is full: the wide rule is being turned into one of its pieces.</summary>
    Modifying,

    /// <summary>The wide permission is being revoked. Whoever finds it gone from here on takes it for our own work.</summary>
    Revoking,

    /// <summary>Somebody else took the wide permission away: the pieces that we created are being taken away again.</summary>
    TakingBack,
}
