namespace Remediator.Core.Tests.Pipelines;

/// <summary>Every call to the world, in order. A test may end the process just before one takes effect, or just after.</summary>
internal sealed class CallLog : List<string>
{
    /// <summary>Given the number of calls so far, this one included.</summary>
    public Action<int> Before { get; set; } = _ => { };

    public Action<int> After { get; set; } = _ => { };

    private int _begun;

    /// <summary>How many calls there were, also those of an earlier part of the test.</summary>
    public int Begun => _begun;

    public T Make<T>(string text, Func<T> call)
    {
        Add(text);
        var number = ++_begun;
        Before(number);
        var answer = call();
        After(number);
        return answer;
    }
}
