using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>The request or the answer of a call, unwrapped: old APIs write their fields directly, newer ones inside one object named
/// after the call (<c>ModifySecurityGroupRulesRequest</c>).</summary>
internal static class RecordPart
{
    /// <summary>The objects that the fields of the part stand in; what is wrong with the part itself goes to <paramref name="gaps"/>.</summary>
    public static List<Fields> Of(JsonCursor? part, string wrapper, Gaps gaps)
    {
        var found = new List<Fields>();
        foreach (var place in JsonList.Of(part, gaps))
        {
            var outer = new Fields(place);
            foreach (var inner in JsonList.Of(outer.Take(wrapper), gaps)) found.Add(new Fields(inner));
            found.Add(outer);
        }

        foreach (var fields in found) NoteOmission(fields, gaps);

        return found;
    }

    /// <summary>CloudTrail writes <c>omitted: true</c>, and why, in place of what is above about 100 kB.</summary>
    private static void NoteOmission(Fields fields, Gaps gaps)
    {
        if (fields.Value("omitted") is not { } omitted) return;
        if (omitted.Flag() != true)
        {
            gaps.Unfamiliar(omitted);
            return;
        }

        gaps.Omission(fields.Place);
        fields.Skip("originalSize", "reason");
    }
}
