namespace Remediator.Waivers;

/// <summary>How far a lease is. Written before the call that it is named after, so that nothing is opened without a record.</summary>
public enum LeaseState
{
    /// <summary>Agreed; the call may have been made or not.</summary>
    Opening,

    Open,

    /// <summary>Its time is over; the call that closes it may have been made or not. Nobody makes it longer any more.</summary>
    Closing,

    /// <summary>Closed by us, or found gone: nothing of it is left.</summary>
    Closed,

    /// <summary>Not opened: EC2 refused it, or it was there already and is nobody's lease.</summary>
    Refused,
}
