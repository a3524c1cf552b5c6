using System.Globalization;
using Remediator.Memories;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Sweeps;

/// <summary>Since when each rule is known to be in force, by what it forbids (<see cref="RuleHash"/>). A rule that was taken out and comes
/// back is new.</summary>
internal sealed class RuleAges(ImmutableSortedDictionary<string, DateTimeOffset> since)
{
    private readonly Dictionary<Rule, DateTimeOffset?> _found = new(ReferenceEqualityComparer.Instance);

    /// <summary>One line a rule: hash and Unix milliseconds. A line that is none is left out: then the rule is new.</summary>
    public string Text => string.Join('\n', since.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value.ToUnixTimeMilliseconds()}")));

    public static RuleAges Read(string? text)
    {
        var since = ImmutableSortedDictionary.CreateBuilder<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").Split('\n'))
            if (line.Split(' ') is [{ Length: 16 } hash, var at] && UnixTime.Read(at) is { } time) since[hash] = time;
        return new(since.ToImmutable());
    }

    /// <summary>The rules and baselines of the policy in force, each as old as it is known to be.</summary>
    public RuleAges At(Policy policy, DateTimeOffset now)
    {
        var hashes = policy.Rules.Concat(policy.Baselines.SelectMany(OwnRules.Of)).Select(RuleHash.Of).Distinct(StringComparer.Ordinal);
        return new(hashes.ToImmutableSortedDictionary(hash => hash, hash => since.GetValueOrDefault(hash, now), StringComparer.Ordinal));
    }

    /// <summary>Null: never seen before.</summary>
    public DateTimeOffset? Of(Rule rule)
    {
        if (_found.TryGetValue(rule, out var known)) return known;
        return _found[rule] = since.TryGetValue(RuleHash.Of(rule), out var at) ? at : null;
    }
}
