using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Policies;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Sweeps;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>A region that is swept, with every call that the sweep makes, in order.</summary>
internal sealed class SweptRegion
{
    public const string Ssh = "ingress tcp/22 0.0.0.0/0";

    /// <summary>Rounds begin so far apart.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    private int _runs;

    public SweptRegion(string rest, Mode ceiling = Mode.Enforce)
    {
        var books = Books.InMemory(TimeSpan.FromSeconds(15));
        (Ec2, Hub, Topic, Notebook) = (new(Calls), new(Calls), new(Calls), new(Calls));
        Ceiling = ceiling;
        World = new(Ec2, Ec2, Ec2, Hub, Topic, books with { Ledger = Ledger = new(Calls), Notebook = Notebook }, Clock);
        Say(rest);
    }

    public CallLog Calls { get; } = [];

    public AutoClock Clock { get; } = new(Events.Time);

    public FakeRegion Ec2 { get; }

    public FakeSecurityHub Hub { get; }

    public FakeTopic Topic { get; }

    public LoggedNotebook Notebook { get; }

    public LoggedLedger Ledger { get; }

    public World World { get; set; }

    public Policy Policy { get; private set; } = Account.AdminPorts();

    public Mode Ceiling { get; set; }

    /// <summary>One rule about SSH from the internet, and what is added to it and to the policy.</summary>
    public static string Rule(string above = "", string more = "") =>
        $"{above}\nrules:\n- id: SG001\n  name: ssh\n  deny: {{ direction: ingress, service: tcp/22, peer: internet }}\n  why: SSH is reached through the VPN\n{more}";

    /// <summary>Another policy from the next run on.</summary>
    public void Say(string rest)
    {
        var reading = PolicyText.Read(PolicyText.Head + rest);
        Assert.True(reading.Policy is not null, string.Join('\n', reading.Diagnostics));
        Policy = reading.Policy;
    }

    /// <summary>One run of one process.</summary>
    public Task<SweepReport> Run(int seconds = 60) => new SweepRound(Policy, Ceiling, World, Every).Run(
        new(Events.Account, "aws", Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds)) { Region = Events.Region, Holder = $"run-{++_runs}" }, TestContext.Current.CancellationToken);

    /// <summary>The next round, to its end in one run.</summary>
    public async Task<SweepReport> Round()
    {
        if (_runs > 0) Clock.Advance(Every);
        var report = await Run();
        Assert.Empty(report.Problems);
        Assert.True(report.IsDone);
        return report;
    }

    public bool Stands(string group, Permission permission) => Ec2.Groups[group].Permissions.Contains(permission);

    public static Permission Open(int port = 22, string peer = "0.0.0.0/0") => Account.Ingress(port, peer);

    public static Outcome[] Outcomes(SweepReport report) => [.. report.Results.OfType<Result.Judged>().SelectMany(r => r.Handled).Select(h => h.Outcome)];
}
