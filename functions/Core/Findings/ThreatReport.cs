using Remediator.Containment;
using Remediator.Groups;
using Remediator.Threats;

namespace Remediator.Findings;

/// <summary>What people are told of one GuardDuty finding in one state, besides what is told of each group.</summary>
/// <param name="Measures">Every measure that was asked for, with what came of it.</param>
/// <param name="Handled">The groups that have a notice of their own, with its id.</param>
/// <param name="WhyNothing">Why no group was handled, completing "nothing was closed: …"; null where one was.</param>
/// <param name="Remarks">What else people have to know, each in a few words; hostile until escaped.</param>
/// <param name="Policy">The policy's file name and digest, as <c>name@digest</c>.</param>
public sealed record ThreatReport(
    Threat Threat, ImmutableArray<MeasureReport> Measures, ImmutableArray<(GroupKey Group, string NoticeId)> Handled, string? WhyNothing, ImmutableArray<string> Remarks, string Policy);
