using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Trims.TrimStory;

namespace Remediator.Core.Tests.Pipelines.Trims;

/// <summary>Two events of one group come to the same wide permission at the same time, each under a claim of its own.</summary>
public sealed class TwoEventsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_one_cuts_down_while_the_other_does_too_keeps_its_pieces(bool afterAuthorizing)
    {
        var story = Begin("plain");
        Task<Result>? other = null;
        var isOver = false;
        void Meanwhile()
        {
            if (isOver) return;
            isOver = true;
            other = story.Account.Deliver(Events.Another(Event));
        }

        if (afterAuthorizing) story.Account.Ec2.AfterAuthorize = Meanwhile;
        else story.Account.Ec2.BeforeRevoke = Meanwhile;
        var first = Assert.IsType<Result.Judged>(await story.Account.Deliver(Event));
        var second = Assert.IsType<Result.Judged>(await other!);

        Assert.Equal(story.Remain.Select(p => p.Content).Order(), story.Account.Ec2.Permissions!.Select(p => p.Content).Order());
        Assert.Equal((Outcome.Gone, Outcome.Trimmed), (Assert.Single(first.Handled).Outcome, Assert.Single(second.Handled).Outcome));
        Assert.Empty(first.Problems.Concat(second.Problems));
    }
}
