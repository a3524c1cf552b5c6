namespace Remediator.Measures;

/// <summary>What taking an isolation back would come to.</summary>
internal abstract record IsolationLook
{
    private IsolationLook()
    {
    }

    /// <summary>The interface gets these.</summary>
    /// <param name="Missing">Recorded, and gone.</param>
    public sealed record Back(ImmutableArray<string> Groups, ImmutableArray<string> Missing) : IsolationLook;

    /// <summary>Nothing is left to do.</summary>
    /// <param name="Found">What was found otherwise; null: as it would be anyway.</param>
    public sealed record Nothing(string? Found) : IsolationLook;

    public sealed record Refused(MeasureRefusal Why) : IsolationLook;

    public sealed record Unknown(string Problem) : IsolationLook;
}
