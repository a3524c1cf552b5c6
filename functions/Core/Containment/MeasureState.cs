namespace Remediator.Containment;

/// <summary>How far a measure got. Each is written before the call that it is named after, so that whoever takes over knows what it may meet.</summary>
public enum MeasureState
{
    /// <summary>Recorded, and its calls may have been made or not.</summary>
    Taking,

    /// <summary>In force.</summary>
    Standing,

    /// <summary>Being taken back, and those calls may have been made or not.</summary>
    Ending,

    /// <summary>Over: taken back, or found to be somebody else's by then (<see cref="Measure.Problem"/> says so).</summary>
    Ended,

    /// <summary>Could not be taken, and will not be: <see cref="Measure.Problem"/> says why. Nothing of it stands.</summary>
    Refused,
}
