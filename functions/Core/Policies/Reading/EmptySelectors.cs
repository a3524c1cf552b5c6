using Remediator.Diagnostics;
using Remediator.Policies.Selectors;

namespace Remediator.Policies.Reading;

/// <summary>Warns of selectors that no group can meet.</summary>
internal sealed class EmptySelectors(Problems problems)
{
    /// <summary>For all selectors of a file together, since one name may stand in each of them. Beyond it no more are looked at, which
    /// is told: all that is lost is a warning.</summary>
    private const long MostSteps = 2_000_000;

    private long left = MostSteps;

    public void Check(GroupSelector selector, Place place)
    {
        if (left < 0) return;
        var logic = new SelectorLogic();
        var isEmpty = logic.IsEmpty(selector);
        left -= logic.Steps;
        if (isEmpty)
            problems.Add(Codes.ChoosesNothing, place, "this selector can choose no group", "its parts exclude each other: compare them with `except` and with what such ids look like");
        if (left < 0)
            problems.Add(Codes.NotAllCompared, place, "selectors from here on were not looked at, so one that can choose no group may not be told", "nothing need be done; fewer or simpler selectors would be looked at in full");
    }
}
