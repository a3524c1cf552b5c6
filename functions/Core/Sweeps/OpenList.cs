using Remediator.Memories;

namespace Remediator.Sweeps;

/// <summary>The note of <see cref="OpenGroups"/> in one run.</summary>
internal sealed class OpenList(Notes notes, string name)
{
    private OpenGroups _groups = OpenGroups.Read(null);
    private string _written = "";
    private int _next;

    public async Task<string?> Read(CancellationToken cancel)
    {
        var (text, next) = await notes.Read(name, cancel).ConfigureAwait(false);
        if (text.Problem is { } problem) return $"which groups have open findings could not be read: {problem}";
        (_groups, _next, _written) = (OpenGroups.Read(text.Value), next, text.Value ?? "");
        return null;
    }

    /// <summary>Written at once when a group is new in it; a changed round is written with the page.</summary>
    public Task<string?> Note(IEnumerable<KeyValuePair<string, bool>> open, string round, CancellationToken cancel)
    {
        var before = _groups.SeenIn;
        _groups = _groups.With(open, round);
        return _groups.SeenIn.Keys.All(before.ContainsKey) ? Task.FromResult<string?>(null) : Write(cancel);
    }

    public void Forget(string group) => _groups = new(_groups.SeenIn.Remove(group));

    public ImmutableArray<string> NotSeenIn(string round) => _groups.NotSeenIn(round);

    public async Task<string?> Write(CancellationToken cancel)
    {
        var text = _groups.Text();
        if (text == _written) return null;
        var answer = await notes.Write(name, text, _next, cancel).ConfigureAwait(false);
        if (Notes.Problem(name, answer) is { } problem) return problem;
        (_written, _next) = (text, _next + 1);
        return null;
    }
}
