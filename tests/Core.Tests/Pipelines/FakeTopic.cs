using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>A topic in memory.</summary>
internal sealed class FakeTopic(CallLog calls) : INotices
{
    public List<Notice> Notices { get; } = [];

    public Answer Says { get; set; } = Answer.Ok;

    public Task<Answer> Publish(Notice notice, CancellationToken cancel) => Task.FromResult(calls.Make("Publish", () =>
    {
        if (Says.Succeeded) Notices.Add(notice);
        return Says;
    }));
}
