using Remediator.Ports;

namespace Remediator.Cli.Tests.Redriving;

/// <summary>A dead-letter queue in memory, which hides what was received, as SQS does.</summary>
internal sealed class FakeQueue(TimeProvider clock) : IDeadLetters
{
    private readonly List<Kept> _kept = [];
    private int _receipts;

    public TimeSpan HiddenFor => TimeSpan.FromMinutes(5);

    public int Receives { get; private set; }

    /// <summary>Given to the next calls in place of what the queue holds.</summary>
    public Queue<DeadLettersReading> Readings { get; } = new();

    /// <summary>Given to the next deletes, which then delete nothing.</summary>
    public Queue<Ports.Answer> Deletes { get; } = new();

    /// <summary>The ids of the messages that are in it, hidden or not.</summary>
    public IEnumerable<string> Ids => _kept.Select(k => k.Letter.Id);

    /// <summary>The ids of the messages that anybody would receive now.</summary>
    public IEnumerable<string> Shown => _kept.Where(k => k.HiddenUntil <= clock.GetUtcNow()).Select(k => k.Letter.Id);

    public void Add(string id, string body, params (string Name, string Value)[] attributes) => _kept.Add(new(
        new(id, "", body, attributes.ToImmutableSortedDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal), clock.GetUtcNow() - TimeSpan.FromHours(2)), DateTimeOffset.MinValue));

    public Task<DeadLettersReading> Receive(int most, CancellationToken cancel)
    {
        Receives++;
        if (Readings.TryDequeue(out var planned)) return Task.FromResult(planned);
        var now = clock.GetUtcNow();
        var letters = _kept.Where(k => k.HiddenUntil <= now).Take(most).ToList();
        foreach (var kept in letters) (kept.HiddenUntil, kept.Letter) = (now + HiddenFor, kept.Letter with { Receipt = $"r{++_receipts}" });
        return Task.FromResult(new DeadLettersReading([.. letters.Select(k => k.Letter)]));
    }

    public Task<Ports.Answer> Delete(DeadLetter letter, CancellationToken cancel)
    {
        if (Deletes.TryDequeue(out var planned)) return Task.FromResult(planned);
        return Task.FromResult(_kept.RemoveAll(k => k.Letter.Receipt == letter.Receipt) == 1 ? Ports.Answer.Ok : new Ports.Answer("ReceiptHandleIsInvalid: old", false));
    }

    public Task<Ports.Answer> GiveBack(DeadLetter letter, CancellationToken cancel)
    {
        foreach (var kept in _kept.Where(k => k.Letter.Receipt == letter.Receipt)) kept.HiddenUntil = DateTimeOffset.MinValue;
        return Task.FromResult(Ports.Answer.Ok);
    }

    private sealed class Kept(DeadLetter letter, DateTimeOffset hiddenUntil)
    {
        public DeadLetter Letter { get; set; } = letter;

        public DateTimeOffset HiddenUntil { get; set; } = hiddenUntil;
    }
}
