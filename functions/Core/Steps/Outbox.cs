using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Puts what could not be told into the outbox, and says how that went.</summary>
internal static class Outbox
{
    public static Task<Answer> Put(World world, Letter letter, CancellationToken cancel) =>
        InTime.Ask(token => world.Books.Outbox.Put(letter, token), InTime.NoAnswer, CancellationToken.None, cancel);

    /// <summary>What is in the outbox is told later and fails nothing; what is in neither place has to be told again.</summary>
    public static Told Said(string what, Answer why, Answer kept, int failed) => kept.Succeeded
        ? new(true, failed, [], [$"{what}, and waits in the outbox: {why.Problem}"])
        : new(false, failed, [$"{what}: {why.Problem}{(kept.Problem is { } problem ? $" (and {problem})" : "")}"], []);
}
