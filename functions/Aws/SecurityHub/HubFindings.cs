using System.Collections.Concurrent;
using Amazon;
using Amazon.SecurityHub;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.SecurityHub;

/// <summary>Findings through the Security Hub API, one client for each region, made at its first call.</summary>
/// <param name="connect">A client for a region.</param>
/// <param name="warn">Told once for each region in which Security Hub is switched off; from then on it is left alone there.</param>
/// <param name="clock">For the waits while a finding just imported is not to be read yet.</param>
public sealed class HubFindings(Func<string, IAmazonSecurityHub> connect, Action<string> warn, TimeProvider clock) : IFindings
{
    private readonly ConcurrentDictionary<string, IAmazonSecurityHub> _clients = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _off = new(StringComparer.Ordinal);

    public HubFindings(Action<string> warn, TimeProvider clock)
        : this(static region => new AmazonSecurityHubClient(RegionEndpoint.GetBySystemName(region)), warn, clock)
    {
    }

    public async Task<ImmutableArray<Answer>> Import(ImmutableArray<Finding> findings, CancellationToken cancel)
    {
        var answers = new Dictionary<int, Answer>(findings.Length);
        foreach (var region in findings.Index().GroupBy(f => f.Item.Region, StringComparer.Ordinal))
        {
            var here = region.ToList();
            foreach (var batch in FindingBatches.Of([.. here.Select(f => f.Item)]))
            {
                var part = here[batch];
                var said = await Import(region.Key, [.. part.Select(f => f.Item)], cancel).ConfigureAwait(false);
                foreach (var (finding, answer) in part.Zip(said)) answers[finding.Index] = answer;
            }
        }

        return [.. Enumerable.Range(0, findings.Length).Select(i => answers[i])];
    }

    public async Task<Answer> Resolve(ImmutableArray<Finding> findings, CancellationToken cancel)
    {
        var answers = new List<Answer>();
        foreach (var region in findings.GroupBy(f => f.Region, StringComparer.Ordinal))
            answers.Add(await Resolve(region.Key, [.. region], cancel).ConfigureAwait(false));
        var failed = answers.Where(a => !a.Succeeded).ToList();
        return failed.Count == 0 ? Answer.Ok : new(string.Join("; ", failed.Select(a => a.Problem)), failed.Any(a => a.Retryable));
    }

    public async Task<Answer> Archive(FindingResource group, DateTimeOffset seen, CancellationToken cancel)
    {
        if (_off.ContainsKey(group.Region)) return Answer.Ok;
        try
        {
            return await new Archiving(Client(group.Region)).Archive(group, seen, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return Said(group.Region, failure);
        }
    }

    private async Task<ImmutableArray<Answer>> Import(string region, ImmutableArray<Finding> batch, CancellationToken cancel)
    {
        if (_off.ContainsKey(region)) return All(batch, Answer.Ok);
        try
        {
            return await FindingImport.Send(Client(region), batch, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return All(batch, Said(region, failure));
        }
    }

    private async Task<Answer> Resolve(string region, ImmutableArray<Finding> findings, CancellationToken cancel)
    {
        if (_off.ContainsKey(region)) return Answer.Ok;
        try
        {
            return await new WorkflowUpdate(Client(region), clock).Resolve(findings, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return Said(region, failure);
        }
    }

    private IAmazonSecurityHub Client(string region) => _clients.GetOrAdd(region, connect);

    /// <summary>InvalidAccessException is how the service says that the account has not subscribed to it in this region. (What IAM
    /// refuses is AccessDeniedException, and stays an error.)</summary>
    private Answer Said(string region, AwsFailure failure)
    {
        if (failure.Code != "InvalidAccessException") return new(failure.Problem, failure.Retryable);
        if (_off.TryAdd(region, true)) warn($"Security Hub is switched off in region `{region}`, so no finding is kept there ({failure.Problem}); enable it, or set `REMEDIATOR_SECURITY_HUB=off`");
        return Answer.Ok;
    }

    private static ImmutableArray<Answer> All(ImmutableArray<Finding> batch, Answer answer) => [.. batch.Select(_ => answer)];
}
