using Remediator.Findings;
using Remediator.Groups;
using Remediator.Memories;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>One run of a round: what an earlier run could not finish, then page after page, then the groups that are gone.</summary>
internal sealed class Walk
{
    /// <summary>Kept back of the run's time: no group is begun then.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    private const int MostTries = 3;

    private readonly World _world;
    private readonly Invocation _invocation;
    private readonly RoundFacts _facts;
    private readonly Notes _notes;
    private readonly OpenList _open;
    private readonly Func<string, Batch> _batch;
    private readonly List<Result> _results = [];
    private readonly List<string> _problems = [];
    private RoundState _state = RoundState.Begin(default);
    private int _next;
    private int _groups;
    private bool _isStopped;

    public Walk(Policy policy, Mode ceiling, World world, Invocation invocation, Notes notes, RuleAges ages, bool switchIsOn)
    {
        (_world, _invocation, _notes) = (world, invocation, notes);
        _facts = new(world.Facts);
        var keeping = new Keeping(policy, world.Findings, world.Clock, invocation, switchIsOn);
        _open = new(notes, NoteNames.OfOpenGroups(invocation));
        var sweep = new GroupSweep(new(policy, ceiling, world with { Facts = _facts }), world.Ledger, invocation);
        _batch = round => new(sweep, keeping, new(policy, ages, round, !switchIsOn), notes, world.Clock);
    }

    private DateTimeOffset Until => _invocation.Deadline - Reserve;

    private bool IsOver => _isStopped || _world.Clock.GetUtcNow() >= Until;

    /// <param name="state">As the last run left it.</param>
    /// <param name="next">The version of its note to write next.</param>
    public async Task<SweepReport> Run(RoundState state, int next, CancellationToken cancel)
    {
        (_state, _next) = (state, next);
        if (!IsOver && await _open.Read(cancel).ConfigureAwait(false) is { } problem) Stop(problem);
        if (!IsOver && !_state.Again.IsEmpty) await Again(cancel).ConfigureAwait(false);
        var mayBeUnfinished = _state.IsBegun;
        while (!IsOver && !_state.IsListed)
        {
            await Page(mayBeUnfinished, cancel).ConfigureAwait(false);
            mayBeUnfinished = false;
        }

        if (!IsOver && _state is { IsListed: true, Again.IsEmpty: true }) await Finish(cancel).ConfigureAwait(false);
        return new(_state.Id, _groups, [.. _results], _state.IsDone, [.. _problems]);
    }

    /// <summary>Groups that a run before this one could not bring to an end.</summary>
    private async Task Again(CancellationToken cancel)
    {
        var reading = await Reading(token => _world.Facts.DescribeAll([.. _state.Again], _invocation.Account, _invocation.Region, token), cancel).ConfigureAwait(false);
        if (reading is not GroupsReading.Found found)
        {
            Stop($"the groups to be tried again could not be read: {(reading as GroupsReading.Failed)?.Problem ?? "EC2 did not answer in time"}");
            return;
        }

        var tried = _state.Again;
        _state = _state with { Again = [], Tries = _state.Tries + 1 };
        await Groups(found.Groups, true, cancel).ConfigureAwait(false);
        if (_isStopped) return;
        if (IsOver && _groups < found.Groups.Length) _state = _state with { Again = tried };
        if (_state.Again.IsEmpty) _state = _state with { Tries = 0 };
        else if (_state.Tries >= MostTries) GiveUp();
        await Save(cancel).ConfigureAwait(false);
    }

    private void GiveUp()
    {
        _problems.AddRange(_state.Again.Select(id => $"group `{id}` could not be swept to its end in {MostTries} tries: the next round sees to it"));
        _state = _state with { Again = [], Tries = 0 };
    }

    private async Task Page(bool mayBeUnfinished, CancellationToken cancel)
    {
        if (!_state.IsBegun) await Save(_state with { IsBegun = true }, cancel).ConfigureAwait(false);
        if (_isStopped) return;
        var reading = await Listed(cancel).ConfigureAwait(false);
        if (reading is GroupsPage.TokenRefused refused) await Restart(refused.Problem, cancel).ConfigureAwait(false);
        else if (reading is not GroupsPage.Found) Stop($"the groups could not be listed: {(reading as GroupsPage.Failed)?.Problem ?? "EC2 did not answer in time"}");
        if (reading is not GroupsPage.Found page) return;
        _problems.AddRange(page.Unreadable.Select(u => u.Problem));
        // A group that another account shares with this one is swept there.
        ImmutableArray<SecurityGroup> own = [.. page.Groups.Where(g => g.Key.Account == _invocation.Account)];
        _facts.Expect(own);
        if (!await Groups(own, mayBeUnfinished, cancel).ConfigureAwait(false)) return;
        if (await _open.Write(cancel).ConfigureAwait(false) is { } problem) Stop(problem);
        else await Save(_state with { Token = page.Next, IsListed = page.Next is null, IsBegun = page.Next is not null && !IsOver }, cancel).ConfigureAwait(false);
    }

    private async Task<GroupsPage?> Listed(CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var reading = await Reading(token => _facts.DescribePage(_state.Token, _invocation.Account, _invocation.Region, token), cancel).ConfigureAwait(false);
            if (reading is not GroupsPage.Failed { Retryable: true } || tries == 5 || !await _world.Clock.MayTryAgain(tries, Until, cancel).ConfigureAwait(false)) return reading;
        }
    }

    /// <summary>From the first page again, as another round: what the pages so far brought stays done.</summary>
    private async Task Restart(string problem, CancellationToken cancel)
    {
        var isHopeless = _state.Restarts >= MostTries;
        if (isHopeless) Stop($"EC2 does not take its own token of the next page, for the {MostTries + 1}th time in this round: {problem}");
        await Save(RoundState.Begin(_world.Clock.GetUtcNow()) with { StartedAt = _state.StartedAt, Restarts = _state.Restarts + 1, Again = _state.Again, IsDone = isHopeless }, cancel).ConfigureAwait(false);
    }

    /// <summary>False: time ran out, or something stopped the run.</summary>
    private async Task<bool> Groups(ImmutableArray<SecurityGroup> groups, bool mayBeUnfinished, CancellationToken cancel)
    {
        var batch = _batch(_state.Id);
        foreach (var some in groups.Chunk(Batch.Most))
        {
            if (IsOver) return false;
            var swept = await batch.Run([.. some], mayBeUnfinished, Until, cancel).ConfigureAwait(false);
            _problems.AddRange(swept.Problems);
            if (swept.Endings.IsEmpty && !swept.Problems.IsEmpty) Stop(null);
            else if (await _open.Note(swept.Open, _state.Id, cancel).ConfigureAwait(false) is { } problem) Stop(problem);
            if (_isStopped) return false;
            _problems.AddRange(await batch.Remember(swept, cancel).ConfigureAwait(false));
            Count(swept);
            if (swept.Endings.Length < some.Length) return false;
        }

        return true;
    }

    private void Count(Swept swept)
    {
        _groups += swept.Endings.Length;
        _results.AddRange(swept.Endings.Where(e => !e.IsQuiet).Select(e => e.Result));
        _state = _state with { Again = _state.Again.Union(swept.Endings.Where(e => e.IsUnfinished).Select(e => e.Group.Key.GroupId)) };
    }

    /// <summary>Groups with open findings that the whole round did not see: deleted, and their findings archived.</summary>
    private async Task Finish(CancellationToken cancel)
    {
        foreach (var id in _open.NotSeenIn(_state.Id))
        {
            if (IsOver) return;
            var key = new GroupKey(_invocation.Account, _invocation.Region, id);
            var reading = await Reading(token => _world.Groups.Read(new(id, null), key.Account, key.Region, token), cancel).ConfigureAwait(false);
            var archived = reading is GroupReading.NotFound ? await _world.Findings.Archive(FindingResource.Of(_invocation.Partition, key), _world.Clock.GetUtcNow(), cancel).ConfigureAwait(false) : null;
            if (archived is { Succeeded: true }) _open.Forget(id);
            else if (archived is { Problem: { } problem }) _problems.Add($"the findings of group `{id}`, which is gone, were not archived: {problem}");
        }

        if (await _open.Write(cancel).ConfigureAwait(false) is { } unwritten) Stop(unwritten);
        else await Save(_state with { IsDone = true }, cancel).ConfigureAwait(false);
    }

    private Task<T?> Reading<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
        where T : class => new Acting(_world, _invocation).InTime(ask, cancel);

    private Task Save(CancellationToken cancel) => Save(_state, cancel);

    private async Task Save(RoundState state, CancellationToken cancel)
    {
        var name = NoteNames.OfRound(_invocation);
        var answer = await _notes.Write(name, state.Text(), _next, cancel).ConfigureAwait(false);
        if (Notes.Problem(name, answer) is { } problem) Stop(problem);
        else (_state, _next) = (state, _next + 1);
    }

    private void Stop(string? problem)
    {
        _isStopped = true;
        if (problem is not null) _problems.Add(problem);
    }
}
