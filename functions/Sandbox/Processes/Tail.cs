namespace Remediator.Sandbox.Processes;

/// <summary>The last lines that a program printed, kept to explain its failure.</summary>
public sealed class Tail(int length)
{
    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > length)
                _lines.Dequeue();
        }
    }

    /// <summary>The last line that says something, shortened; `nothing` when there was none.</summary>
    public string LastWords
    {
        get
        {
            lock (_lock)
                return _lines.LastOrDefault(line => !string.IsNullOrWhiteSpace(line)) is { } line ? Plain.Text(line, 300) : "nothing";
        }
    }
}
