using System.Globalization;

namespace Remediator.House.Tests;

/// <summary>What a month costs, in US dollars: list prices of us-east-1 as their pages had them in June 2026, without any free tier, tax
/// or discount. README.md shows what comes out; a test holds the two together.</summary>
/// <remarks>Every quantity is meant to be more than what happens: each event is billed as if its process started with it.</remarks>
/// <param name="Changes">Calls a month that change a security group, in all accounts that report to the stack.</param>
/// <param name="AlarmMetrics">Metrics that the stack's alarms look at.</param>
/// <param name="OwnMetrics">Metrics that a function writes for a forbidden change.</param>
internal sealed record Cost(int Changes, int AlarmMetrics, int OwnMetrics)
{
    /// <summary>One change in twenty is forbidden.</summary>
    public const double Forbidden = 0.05;

    private const double HoursOfMonth = 730;
    private const double RunsOfMonth = HoursOfMonth * 12;
    private const double SweepsOfMonth = HoursOfMonth / 6;

    private double Closed => Changes * Forbidden;

    /// <summary>https://aws.amazon.com/lambda/pricing/: $0.20 a million requests, $0.0000133334 a GB-second on arm64. A change: 0.5 GB for
    /// 1 s, a forbidden one for 3 s; a run of the schedule: 1 GB for 1 s; a sweep of 1,000 groups: 1 GB for a minute.</summary>
    public double Lambda => ((Changes + RunsOfMonth) * 0.20e-6) + (((0.5 * (Changes + (2 * Closed))) + RunsOfMonth + (60 * SweepsOfMonth)) * 0.0000133334);

    /// <summary>https://aws.amazon.com/dynamodb/pricing/on-demand/: $0.625 a million writes, $0.125 a million reads, $0.25 a GB and $0.20
    /// for its backup. A forbidden change: 20 writes, 6 reads, 20 kB kept; a run of the schedule: 4 writes, 6 reads.</summary>
    public double Ledger => (((20 * Closed) + (4 * RunsOfMonth)) * 0.625e-6) + (((6 * Closed) + (6 * RunsOfMonth)) * 0.125e-6) + (Closed * 20e-6 * 0.45);

    /// <summary>https://aws.amazon.com/cloudwatch/pricing/: $0.50 a GB of log lines. A change: 1.5 kB, a forbidden one 6 kB; a run: 2 kB.</summary>
    public double Logs => (((1.5 * Changes) + (4.5 * Closed) + (2 * RunsOfMonth)) / 1e6) * 0.50;

    /// <summary>The same page: $0.30 a metric and month, billed for the hours in which there was a number: those with a forbidden change,
    /// when they come at random.</summary>
    public double Metrics => OwnMetrics * 0.30 * (1 - Math.Exp(-Closed / HoursOfMonth));

    /// <summary>The same page: $0.10 for each metric of an alarm.</summary>
    public double Alarms => AlarmMetrics * 0.10;

    /// <summary>The same page: $3 each.</summary>
    public double Dashboard { get; } = 3;

    /// <summary>https://aws.amazon.com/sns/pricing/: $0.50 a million notices, $2 for 100,000 mails; one reader.
    /// https://aws.amazon.com/kms/pricing/: keys that AWS manages cost nothing, their use $0.03 for 10,000.</summary>
    public double Notices => (Closed * (0.50e-6 + 2e-5)) + ((Closed + RunsOfMonth) * 0.03e-4);

    /// <summary>https://aws.amazon.com/security-hub/cspm/pricing/: $0.00003 a finding. Two for each forbidden change: FAILED, then PASSED.</summary>
    public double Findings => 2 * Closed * 0.00003;

    public double Total => Lambda + Ledger + Logs + Metrics + Alarms + Dashboard + Notices + Findings;

    /// <summary>A row of README.md's table.</summary>
    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Changes:N0} | {Lambda:F2} | {Ledger:F2} | {Logs:F2} | {Metrics:F2} | {Alarms:F2} | {Dashboard:F2} | {Notices:F2} | {Findings:F2} | **{Total:F2}** |");
}
