using Remediator.Aws.Ec2;
using Remediator.Aws.Ledger;
using Remediator.Aws.SecurityHub;
using Remediator.Aws.Sns;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Aws.Hosting;

/// <summary>Settings → the adapters behind the core's ports. No client is made before its first call.</summary>
public static class WorldBuilder
{
    /// <param name="warn">Where a line goes that an operator should see.</param>
    public static World Build(Settings settings, TimeProvider clock, Action<string> warn) => Build(settings, clock, warn, new Ec2Clients());

    /// <summary>What the answer to threats needs besides.</summary>
    /// <param name="warn">Where a line goes that an operator should see.</param>
    public static Defence BuildDefence(Settings settings, TimeProvider clock, Action<string> warn)
    {
        var clients = new Ec2Clients();
        return new(Build(settings, clock, warn, clients), new Ec2NetworkInterfaces(clients), new Ec2NetworkAcls(clients));
    }

    private static World Build(Settings settings, TimeProvider clock, Action<string> warn, Ec2Clients clients)
    {
        IFindings findings = settings.SecurityHub ? new HubFindings(warn, clock) : new NoFindings();
        INotices notices = settings is { TopicArn: null, ChatTopicArn: null } ? new NoNotices() : new TopicNotices(settings.TopicArn, settings.ChatTopicArn);
        var books = settings.LedgerTable is { } table ? TableBooks.Open(table) : Books.InMemory(Timing.Lease) with { Outbox = new NoOutbox() };
        return new World(new Ec2SecurityGroups(clients), new Ec2GroupFacts(clients), new Ec2GroupEdits(clients), findings, notices, books, clock);
    }
}
