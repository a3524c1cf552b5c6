namespace Remediator.Core.Tests.Pipelines;

/// <summary>Every call to the world, in order. A test may end the process just before one takes effect, or just after: then no later
/// call takes effect either, until another process begins.</summary>
internal sealed class CallLog : List<string>
{
    private bool _isDead;

    /// <summary>The number of the call, counted from 1, that the process does not live through; 0: it lives.</summary>
    public int EndsAt { get; set; }

    /// <summary>The process ends after that call took effect, else before.</summary>
    public bool EndsAfter { get; set; }

    /// <summary>How many calls were begun.</summary>
    public int Begun { get; private set; }

    public T Make<T>(string text, Func<T> call)
    {
        if (_isDead) throw new ProcessEndedException();
        Add(text);
        var ends = ++Begun == EndsAt;
        _isDead = ends;
        if (ends && !EndsAfter) throw new ProcessEndedException();
        var answer = call();
        return ends ? throw new ProcessEndedException() : answer;
    }

    public void BeginAnotherProcess() => (_isDead, EndsAt) = (false, 0);
}
