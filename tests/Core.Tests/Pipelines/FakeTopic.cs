using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>A topic in memory.</summary>
internal sealed class FakeTopic(List<string> calls) : INotices
{
    public List<Notice> Notices { get; } = [];

    public Answer Says { get; set; } = Answer.Ok;

    public Task<Answer> Publish(Notice notice, CancellationToken cancel)
    {
        calls.Add("Publish");
        if (Says.Succeeded) Notices.Add(notice);
        return Task.FromResult(Says);
    }
}
