using Remediator.Memories;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>The sweep: every security group of the account and region through the same pipeline, a round every few hours, each in as many
/// runs as it takes.</summary>
/// <param name="policy">The policy in force.</param>
/// <param name="ceiling">As for <see cref="Pipeline"/>.</param>
/// <param name="every">From the beginning of one round to that of the next, at least.</param>
public sealed class SweepRound(Policy policy, Mode ceiling, World world, TimeSpan every)
{
    /// <summary>Goes on with the round where the last run ended, or begins one when it is time; stops in good time before the invocation
    /// ends. One run at a time: whoever starts runs sees to that, and two that meet all the same stop each other.</summary>
    public async Task<SweepReport> Run(Invocation invocation, CancellationToken cancel)
    {
        var now = world.Clock.GetUtcNow();
        var notes = new Notes(world.Books.Notebook, world.Clock);
        var (text, next) = await notes.Read(NoteNames.OfRound(invocation), cancel).ConfigureAwait(false);
        if (text.Problem is { } problem) return Failed(null, $"how far the round is could not be read: {problem}");
        var state = RoundState.Read(text.Value);
        if (state is null || (state.IsDone && now - state.StartedAt >= every)) state = RoundState.Begin(now);
        if (state.IsDone) return new(null, 0, [], true, []);

        var killSwitch = await world.Books.Switch.Read(cancel).ConfigureAwait(false);
        if (killSwitch.Problem is { } unknown) return Failed(state.Id, $"the kill switch could not be read: {unknown}");
        var (ages, untold) = await Ages(notes, invocation, now, cancel).ConfigureAwait(false);
        if (ages is null) return Failed(state.Id, untold!);
        var walk = new Walk(policy, ceiling, world, invocation, notes, ages, killSwitch.Value is { IsOn: true });
        return await walk.Run(state, next, cancel).ConfigureAwait(false);
    }

    /// <summary>Written before anything is judged: a rule is never taken for older than it is.</summary>
    private async Task<(RuleAges? Ages, string? Problem)> Ages(Notes notes, Invocation invocation, DateTimeOffset now, CancellationToken cancel)
    {
        var name = NoteNames.OfRules(invocation);
        var (text, next) = await notes.Read(name, cancel).ConfigureAwait(false);
        if (text.Problem is { } problem) return (null, $"how old the rules are could not be read: {problem}");
        var ages = RuleAges.Read(text.Value).At(policy, now);
        if (ages.Text == text.Value) return (ages, null);
        var answer = await notes.Write(name, ages.Text, next, cancel).ConfigureAwait(false);
        return answer is WriteAnswer.Written ? (ages, null) : (null, Notes.Problem(name, answer));
    }

    private static SweepReport Failed(string? round, string problem) => new(round, 0, [], false, [problem]);
}
