using Remediator.Sandbox.Faults.Matrix;
using Remediator.Scenarios.Faults.Other;

namespace Remediator.Scenarios.Faults;

/// <summary>Every death in the other scenarios, by REMEDIATOR_TEST_EFFORT above 1 alone.</summary>
[Collection<FaultCollection>]
public sealed class OtherScenariosTests(OtherTown town) : IClassFixture<OtherTown>
{
    [Fact]
    public Task A_death_while_a_permission_is_cut_down_leads_to_the_same_end() => Try(new CutDown());

    [Fact]
    public Task A_death_while_something_is_put_back_leads_to_the_same_end() => Try(new PutBack());

    [Fact]
    public Task A_death_after_a_tag_was_set_leads_to_the_same_end() => Try(new BecomesDatabase());

    [Fact]
    public Task A_death_while_a_way_out_is_closed_leads_to_the_same_end() => Try(new WayOut());

    [Fact]
    public Task A_death_between_two_groups_of_one_event_leads_to_the_same_end() => Try(new ListOfTwo());

    private async Task Try(IFaultScenario scenario)
    {
        Effort.SkipUnlessAsked();
        MatrixRun.AllEndedAsTheyShould(scenario.Name, await MatrixRun.Of(town.Account, scenario, calls => FaultPoints.OfDeaths(calls)));
    }
}
