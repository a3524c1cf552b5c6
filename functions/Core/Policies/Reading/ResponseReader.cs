using Remediator.Diagnostics;
using Remediator.Policies.Selectors;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads an entry of <c>threats</c>.</summary>
/// <remarks>What stops a machine or cuts it off is asked for by name: an entry for it says types and severity, and nothing else does.</remarks>
internal sealed class ResponseReader(Problems problems)
{
    /// <summary>Thirty days.</summary>
    private const int MostHours = 720;

    /// <summary>As many as one item of the ledger counts.</summary>
    private const int MostAnHour = 5_000;

    /// <summary>EC2's own last entry has 32767 (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html).</summary>
    private const int LastNumber = 32_766;

    /// <summary>As many entries as a direction of an ACL can be allowed to have.</summary>
    private const int MostInAcl = 40;

    /// <summary>Where EC2 puts the entry that allows everything in the ACLs that it makes.</summary>
    private const int UsualAllow = 100;

    private const double LeastOfSuspension = 7;

    private static readonly Pattern AnyType = new("?*:?*/?*");

    public ThreatResponse? Read(Node node)
    {
        if (Fields.Of(node, "an entry of `threats`", Keys.Threat, problems) is not { } fields) return null;
        var answer = Language.Response(fields.Require("response", "write `response`: `notify`, `close`, `suspend`, `isolate` or `block`"), problems);
        var types = Types(fields, answer);
        var plain = new ThreatResponse(types ?? [], Severity(fields, answer), answer ?? ThreatAnswer.Notify, fields.Place);
        var response = plain with
        {
            Hours = Number(fields, "hours", answer, MostHours) ?? plain.Hours,
            CutsConnections = Language.Flag(Part(fields, "cut-connections", answer), "cut-connections", problems) ?? plain.CutsConnections,
            Numbers = Part(fields, "acl-numbers", answer) is { } numbers ? Band(numbers) ?? plain.Numbers : plain.Numbers,
            MostInAcl = Number(fields, "most-in-acl", answer, MostInAcl) ?? plain.MostInAcl,
            MostAnHour = Number(fields, "most-an-hour", answer, MostAnHour) ?? plain.MostAnHour,
        };
        CheckRoom(fields, response);
        return types is null || answer is null ? null : response;
    }

    /// <summary>Without <c>types</c>, what only tells or closes is for findings of every type.</summary>
    private ImmutableArray<Pattern>? Types(Fields fields, ThreatAnswer? answer)
    {
        var written = answer >= ThreatAnswer.Suspend
            ? fields.Require("types", $"name them, such as `[\"UnauthorizedAccess:EC2/SSHBruteForce\"]`: `{Word(answer)}` is for no finding that is not named")
            : fields.Find("types");
        if (written is null) return answer >= ThreatAnswer.Suspend || fields.Has("types") ? null : [new Pattern("*")];
        if (Patterns.Read(written, "types", problems) is not { } types) return null;
        foreach (var (item, type) in Nodes.Items(written).Zip(types).Where(t => !PatternLogic.Meet(t.Second, AnyType)))
            problems.Add(Codes.NoSuchFinding, item.Place, $"{UserText.Quote(type.Text)} fits no type of finding: they are written as `Purpose:Resource/Family`", Meant(type.Text));
        if (answer >= ThreatAnswer.Suspend && types.Any(t => !t.Text.Any(char.IsLetterOrDigit)))
            problems.Add(Codes.AskedTooWidely, written.Place, $"`{Word(answer)}` is asked for of findings of every type", "name the types, such as `[\"UnauthorizedAccess:EC2/SSHBruteForce\"]`");
        return types;
    }

    private double Severity(Fields fields, ThreatAnswer? answer)
    {
        var written = answer >= ThreatAnswer.Suspend
            ? fields.Require("severity", $"write from which of GuardDuty's severities on, such as `severity: 7`: `{Word(answer)}` is for no finding whose weight is not named")
            : fields.Find("severity");
        if (Numbers.ThreatSeverity(written, problems) is not { } severity) return 0;
        if (answer == ThreatAnswer.Suspend && severity < LeastOfSuspension)
            problems.Add(Codes.AskedTooWidely, written!.Place, "`suspend` closes what the policy allows, and is taken from severity 7 on alone", "write `severity: 7` or more");
        return severity;
    }

    /// <summary>The value of a key that goes with some responses only; null, and a problem, where the entry asks for another.</summary>
    private Node? Part(Fields fields, string key, ThreatAnswer? answer)
    {
        var users = UsersOf(key);
        if (answer is not { } asked || users.Contains(asked)) return fields.Find(key);
        if (fields.Has(key))
            problems.Add(Codes.KeyOfOtherResponse, fields.PlaceOf(key), $"`{key}` says nothing where the response is `{Word(asked)}`", $"it goes with {string.Join(" and ", users.Select(u => $"`{Word(u)}`"))}: take it out, or ask for that");
        return null;
    }

    private int? Number(Fields fields, string key, ThreatAnswer? answer, int most) => Numbers.Whole(Part(fields, key, answer), key, 1, most, problems);

    private (int From, int To)? Band(Node node)
    {
        if (node is TextNode text) return Numbers.Range(text, "acl-numbers", 1, LastNumber, problems);
        if (Fields.Full(node, "`acl-numbers`", Keys.AclNumbers, problems) is not { } fields) return null;
        var from = Numbers.Whole(fields.Require("from", "write `from`: the lowest number"), "from", 1, LastNumber, problems);
        var to = Numbers.Whole(fields.Require("to", "write `to`: the highest number"), "to", 1, LastNumber, problems);
        if (from <= to) return (from.Value, to.Value);
        if (from > to) problems.Add(Codes.BadNumber, node.Place, "`acl-numbers` run downwards, so none lies between them", "write the lower number in `from`");
        return null;
    }

    private void CheckRoom(Fields fields, ThreatResponse response)
    {
        if (response.Answer != ThreatAnswer.Block) return;
        var (from, to) = response.Numbers;
        var room = FormattableString.Invariant($"{to - from + 1}");
        if (to - from + 1 < response.MostInAcl)
            problems.Add(Codes.NoRoomInAcl, fields.PlaceOf("acl-numbers"), FormattableString.Invariant($"`acl-numbers` have room for {room}, and `most-in-acl` is {response.MostInAcl}"), $"write more numbers, or `most-in-acl: {room}`");
        if (from >= UsualAllow)
            problems.Add(Codes.NoRoomInAcl, fields.PlaceOf("acl-numbers"), "an ACL as EC2 makes it lets everything in at 100, and a deny behind that comes too late", "write numbers below 100, such as `1-99`");
    }

    /// <summary>Whoever writes the family alone means every type of that family.</summary>
    private static string Meant(string text)
    {
        var meant = text.Contains(':', StringComparison.Ordinal) ? $"{text.TrimEnd('*')}/*" : $"*/{text.Trim('*')}*";
        return text.Any(char.IsLetterOrDigit) && !text.Contains('/', StringComparison.Ordinal) && PatternLogic.Meet(new(meant), AnyType)
            ? $"did you mean {UserText.Quote(meant)}?"
            : "write the whole type, such as `UnauthorizedAccess:EC2/SSHBruteForce`, with `*` for what may differ";
    }

    private static ImmutableArray<ThreatAnswer> UsersOf(string key) => key switch
    {
        "hours" => [ThreatAnswer.Suspend, ThreatAnswer.Block],
        "cut-connections" => [ThreatAnswer.Isolate],
        "most-an-hour" => [ThreatAnswer.Suspend, ThreatAnswer.Isolate, ThreatAnswer.Block],
        _ => [ThreatAnswer.Block],
    };

    private static string Word(ThreatAnswer? answer) => $"{answer}".ToLowerInvariant();
}
