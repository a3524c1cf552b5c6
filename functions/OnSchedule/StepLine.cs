using Remediator.Aws.Hosting;
using Remediator.Schedule;

namespace Remediator.OnSchedule;

/// <summary>One step of a run, one line of JSON.</summary>
internal static class StepLine
{
    public static string Of(StepReport report, string run) => LineJson.Write(line =>
    {
        line.Text("level", report.Problems.IsEmpty ? "Information" : "Error");
        line.Text("message", $"schedule: {report.Step}");
        line.Text("run", run);
        if (!report.Did.IsEmpty) line.Texts("did", report.Did);
        if (!report.Problems.IsEmpty) line.Texts("problems", report.Problems);
        if (report.Calls.IsEmpty) return;
        line.Objects("calls", report.Calls, call =>
        {
            line.Text("operation", call.Operation);
            line.Text("requestId", call.RequestId);
            line.Text("answer", call.Answer);
        });
    });

    /// <summary>Another run had not ended yet: this one did nothing.</summary>
    public static string Held(DateTimeOffset until, string run) => LineJson.Write(line =>
    {
        line.Text("level", "Information");
        line.Text("message", "schedule: another run is going on");
        line.Text("run", run);
        line.Time("until", until);
    });
}
