using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Steps;

/// <summary>One event about one group: judged on what the event says; EC2 is asked only where that does not decide it, and each thing
/// at most once.</summary>
/// <param name="tags">Of the whole policy.</param>
/// <param name="shortfalls">Null for a call of our own: nothing is said of what is missing after it.</param>
internal sealed class Judging(Policy policy, TagInterest tags, Shortfalls? shortfalls, World world, Invocation invocation, FixedFacts known, Case it)
{
    private readonly Change _change = it.Change;
    private readonly Surroundings _around = new(world, invocation, known, it, tags.Touched(it.Change));
    private readonly SubjectFinder _finder = new(world, invocation);
    private ImmutableArray<Verdict> _verdicts = [];
    private Subject? _subject;
    private string? _problem;

    /// <summary>What of the event's own was looked for where it stands; null when the event's word does not count by itself.</summary>
    private ImmutableHashSet<Permission>? _stood;

    public async Task<Judgement> Run(CancellationToken cancel)
    {
        var glance = Glance.At(policy, _change, _around.Situation);
        if (glance.IsBenign) return Benign(_change.Permissions.Length, 0);
        (_verdicts, _subject) = (glance.Verdicts, SubjectFinder.AsTold(_change));
        _stood = _subject is null || _finder.IsLate(_change) ? null : [];
        for (var isFirst = true; NextQuestion() is { } ask; isFirst = false)
        {
            if (isFirst && await Ask(ask, cancel).ConfigureAwait(false) is { } finishedAt) return new Judgement.Over(new Result.Repeated(_change, finishedAt));
            if (!isFirst) await ask(cancel).ConfigureAwait(false);
            if (_problem is not null) return new Judgement.Over(new Result.Undone(_change) { Problems = [_problem] });
            _verdicts = Judged(_subject!, []);
        }

        return await Conclude(_around.GroupIsGone ? SubjectFinder.Gone(_change) : _subject!, cancel).ConfigureAwait(false);
    }

    /// <summary>What has to be read next; null when nothing is left to ask.</summary>
    private Func<CancellationToken, Task>? NextQuestion()
    {
        if (_around.GroupIsGone) return null;
        var mustStand = MustStand();
        if (_stood is not null && mustStand.IsSubsetOf(_stood)) return Needs() is var needs && _around.Knows(needs) ? null : cancel => _around.Read(needs, cancel);
        var stood = _stood = mustStand.Union(_stood ?? []);
        return _change.Kind is ChangeKind.Retagged or ChangeKind.PeerChanged ? FindAmongFacts : cancel => Find(stood, cancel);
    }

    private async Task Find(ImmutableHashSet<Permission> mustStand, CancellationToken cancel)
    {
        (_subject, var group, _problem) = await _finder.Find(_change, mustStand, cancel).ConfigureAwait(false);
        if (group is not null) _around.Learn(group, _subject!.Own);
    }

    /// <summary>Where the event changed what the group is, or what it refers to, one read of its facts shows what it holds as well.</summary>
    private async Task FindAmongFacts(CancellationToken cancel)
    {
        await world.Clock.Settle(_change.Time, cancel).ConfigureAwait(false);
        if (it.Group is { } group) _around.Learn(group, []);
        else await _around.Read(Verdicts.Needs.Nothing with { Facts = NeededFacts.Tags, Standing = true }, cancel).ConfigureAwait(false);
        var standing = _around.Situation.Standing;
        _problem = standing is null && !_around.GroupIsGone ? string.Join("; ", _around.Problems.Concat(_around.Remarks)) : null;
        _subject = _finder.Standing(_change, _around.Situation.Group.Key, standing ?? []);
    }

    /// <summary>A second delivery of what was handled makes no call where the ledger knows that without one, and else asks both at once.</summary>
    private async Task<DateTimeOffset?> Ask(Func<CancellationToken, Task> ask, CancellationToken cancel)
    {
        var finished = world.Ledger.FinishedAt(_change, cancel);
        if (!finished.IsCompletedSuccessfully || await finished.ConfigureAwait(false) is null) await ask(cancel).ConfigureAwait(false);
        return await finished.ConfigureAwait(false);
    }

    private async Task<Judgement> Conclude(Subject subject, CancellationToken cancel)
    {
        var due = Due(subject, _verdicts);
        if (!due.Verdicts.IsEmpty || !due.Shortfalls.IsEmpty) return due;
        // What an earlier attempt revoked is gone, and may not have been told yet.
        var earlier = await world.Ledger.Earlier(_change.KeyIn(subject.Group), cancel).ConfigureAwait(false);
        if (earlier.Problem is { } problem) return new Judgement.Over(new Result.Undone(_change) { Problems = [$"whether an earlier delivery was handled to its end could not be read: {problem}"] });
        return earlier.Value is null ? Benign(subject.Count, subject.Gone) : due;
    }

    private Judgement.Due Due(Subject subject, ImmutableArray<Verdict> judged)
    {
        ImmutableArray<Verdict> verdicts = _around.GroupIsGone ? [] : [.. judged.Where(v => v.Decision != Decision.Compliant)];
        var lacking = _around.GroupIsGone ? Lacking.Nothing : Lacks(verdicts);
        return new(subject, verdicts, _around.Situation, _around.Exposure, [.. _around.Problems], [.. _around.Remarks, .. lacking.Untold])
        {
            Shortfalls = lacking.Shortfalls,
            With = waivers => Due(subject, Judged(subject, waivers)),
        };
    }

    /// <summary>What baselines name and the group will lack once this is acted on, as far as what was read anyway says it.</summary>
    private Lacking Lacks(ImmutableArray<Verdict> verdicts)
    {
        if (shortfalls is null || _around.Situation.Standing is not { } standing) return Lacking.Nothing;
        return shortfalls.Of(_around.Situation with { Standing = Drift.StandingAfter(standing, verdicts) }, []) with { Untold = [] };
    }

    private Judgement.Over Benign(int permissions, int gone) => new(new Result.Benign(_change, permissions, gone));

    private ImmutableArray<Verdict> Judged(Subject subject, ImmutableArray<Waiver> waivers) =>
    [
        .. Judge.DecideAll(policy, subject.Own, _around.Situation with { OpenedBy = _change.Actor, Waivers = waivers }),
        .. Judge.DecideAll(policy, subject.Others, _around.Situation with { IsSweep = true, Waivers = waivers }),
    ];

    /// <summary>What only a baseline or change control wants to act on, of what the event itself opened, is acted on only where a read
    /// shows it.</summary>
    private ImmutableHashSet<Permission> MustStand() =>
    [
        .. _verdicts
            .Take(_subject?.Own.Length ?? _verdicts.Length)
            .Where(v => v.AsksToAct)
            .Where(v => v.Reasons.All(r => r.Rule.Kind != RuleKind.Deny || r.Observing || r.Asks < RuleAction.Trim))
            .Select(v => v.Permission),
    ];

    private Needs Needs()
    {
        var needs = _verdicts.Aggregate(Verdicts.Needs.Nothing, (sum, v) => sum.And(v.Needs));
        if (policy.Guardrails?.Protected is not { } selector || !_verdicts.Any(v => v.AsksToAct)) return needs;
        return needs.And(Verdicts.Needs.Nothing with { Facts = selector.Needs(_around.Situation.Group) });
    }
}
