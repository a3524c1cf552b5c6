using System.CommandLine;
using Remediator.Cli.Commands;
using Remediator.Cli.Inputs;
using Remediator.Cli.Json;
using Remediator.Cli.Screens;
using Remediator.Findings;

namespace Remediator.Cli.Live;

/// <summary>One verb on a live account: its common options, the account that they name, and the way its answer is told.</summary>
internal sealed class LiveVerb
{
    private readonly Option<string> _table = LiveChoices.Table();
    private readonly Option<string> _region = LiveChoices.Region();
    private readonly Option<string> _format = Choices.Format();
    private readonly Option<string>? _policy;
    private readonly Command _command;
    private readonly Surroundings _world;

    /// <param name="underPolicy">The verb reads a policy: it then has <c>--policy</c>.</param>
    /// <param name="needsPolicy">False: it may be left out.</param>
    public LiveVerb(Command command, Surroundings world, bool underPolicy = false, bool needsPolicy = true)
    {
        (_command, _world) = (command, world);
        if (underPolicy) command.Options.Add(_policy = Choices.Policy());
        if (_policy is not null) _policy.Required = needsPolicy;
        command.Options.Add(_table);
        command.Options.Add(_region);
        command.Options.Add(_format);
    }

    /// <summary>A verb that only looks: who calls is not asked.</summary>
    public Command Looks(Func<ParseResult, LivePorts, CancellationToken, Task<LiveAnswer>> look) =>
        Does((parsed, _, ports, _, cancel) => look(parsed, ports, cancel));

    public Command Acts(Func<ParseResult, LiveAccount, CancellationToken, Task<LiveAnswer>> act) =>
        Does((parsed, _, ports, place, cancel) => As(ports, place, account => act(parsed, account, cancel), cancel));

    /// <summary>The policy is read first: one that cannot be used ends the run before anything is called.</summary>
    public Command Acts(Func<ParseResult, PolicyFile, LiveAccount, CancellationToken, Task<LiveAnswer>> act) =>
        Does((parsed, file, ports, place, cancel) => As(ports, place, account => act(parsed, file!, account, cancel), cancel));

    /// <summary>As the one before, where the policy may be left out: then there is none.</summary>
    public Command ActsPerhapsUnder(Func<ParseResult, PolicyFile?, LiveAccount, CancellationToken, Task<LiveAnswer>> act) =>
        Does((parsed, file, ports, place, cancel) => As(ports, place, account => act(parsed, file, account, cancel), cancel));

    private Command Does(Func<ParseResult, PolicyFile?, LivePorts, LivePlace, CancellationToken, Task<LiveAnswer>> act)
    {
        _command.SetAction((parsed, cancel) => Run(parsed, act, cancel));
        return _command;
    }

    private async Task<int> Run(ParseResult parsed, Func<ParseResult, PolicyFile?, LivePorts, LivePlace, CancellationToken, Task<LiveAnswer>> act, CancellationToken cancel)
    {
        var json = parsed.GetValue(_format) == Choices.Json;
        var problems = new List<Problem>();
        var place = LivePlaceReader.Read(parsed.GetValue(_table), parsed.GetValue(_region), _world, problems);
        if (_world.Connect is null) problems.Add(Problem.Error(null, "this process has no way to an AWS account", "run `remediator` as it was installed"));
        var file = ReadPolicy(parsed, problems);
        if (problems.Count > 0) return Usage.Refuse(problems, json, _world);
        if (file is { Policy: null })
        {
            if (json) JsonPage.Write(_world.Out, page => ProblemsJson.Write(page, file.Problems));
            Told.Write(file.Problems, file, json, _world);
            return ExitCode.PolicyInvalid;
        }

        try
        {
            return Tell(await act(parsed, file, _world.Connect!(place!), place!, cancel).ConfigureAwait(false), json, _world);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Usage.Refuse([Problem.Error(null, "interrupted: what was recorded so far stands", "run the same command again, which goes on where this one stopped")], json, _world);
        }
    }

    private PolicyFile? ReadPolicy(ParseResult parsed, List<Problem> problems)
    {
        if (_policy is null || parsed.GetValue(_policy) is not { } path) return null;
        var file = PolicyFile.Read(path, _world, out var unread);
        if (unread is not null) problems.Add(unread);
        return file;
    }

    private async Task<LiveAnswer> As(LivePorts ports, LivePlace place, Func<LiveAccount, Task<LiveAnswer>> act, CancellationToken cancel)
    {
        var caller = await ports.WhoCalls(cancel).ConfigureAwait(false);
        if (caller.Value is { } known && caller.Succeeded) return await act(new(ports, place, known, _world.Clock)).ConfigureAwait(false);
        return LiveAnswer.Failed(_ => { }, Problem.Error(null, $"STS did not say who calls: {SafeText.Line(caller.Problem, 400)}", "check the AWS credentials and the region of this shell; `aws sts get-caller-identity` asks the same"));
    }

    /// <summary>Writes the answer for people or for programs; answers the exit code.</summary>
    internal static int Tell(LiveAnswer answer, bool json, Surroundings world)
    {
        if (json)
        {
            JsonPage.Write(world.Out, page =>
            {
                answer.Fill(page);
                ProblemsJson.Write(page, "refusals", answer.Refusals);
                ProblemsJson.Write(page, answer.Problems);
            });
        }
        else
        {
            var screen = Screen.Of(world);
            foreach (var line in answer.Lines) screen.Write(line);
        }

        var errors = new Screen(world.Error, colours: false, width: null);
        foreach (var refusal in answer.Refusals) errors.Write(Line.Of($"refused: {refusal.Message}; {refusal.Help}"));
        foreach (var problem in answer.Problems) errors.Write(Line.Of(problem.ToString()));
        return answer.Exit;
    }
}
