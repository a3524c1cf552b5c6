using System.Text.RegularExpressions;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>The second reader: it shares no code with the first, knows few shapes and takes whatever looks like traffic wherever it
/// stands. The first may know more; it may never see less.</summary>
internal static partial class SecondReader
{
    private static readonly string[] Judged =
    [
        "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "ModifySecurityGroupRules", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress",
        "CreateSecurityGroup", "CreateTags", "DeleteTags", "ModifyManagedPrefixList", "RestoreManagedPrefixListVersion",
    ];

    public static SecondReading Read(byte[] utf8)
    {
        var reading = new SecondReading();
        var (root, notes) = NodeParser.Parse(utf8);
        if (root is null) reading.Objections.Add("no JSON");
        else if (root.Kind != NodeKind.Object) reading.Objections.Add("no object");
        if (notes.HasOddNames) reading.Objections.Add("odd names");
        if (notes.Depth > 64) reading.Objections.Add("deep");
        if (root is { Kind: NodeKind.Object }) ReadEvent(root, reading);
        return reading;
    }

    [GeneratedRegex("^[0-9]{12}$")]
    private static partial Regex Account();

    [GeneratedRegex("^[a-z](?=[a-z0-9-]*-)[a-z0-9-]{4,39}$")]
    private static partial Regex Region();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[.+-].*)?$")]
    private static partial Regex Time();

    private static void ReadEvent(Node root, SecondReading reading)
    {
        var detail = root.Get("detail") ?? Node.Word("null");
        Dismiss(root, detail, reading);
        ObjectTo(root, detail, reading);
        var name = detail.Get("eventName")?.Text ?? "";
        reading.Name = name;
        var (request, answer) = (detail.Get("requestParameters"), name == Judged[2] ? null : detail.Get("responseElements"));
        switch (name)
        {
            case "CreateTags" or "DeleteTags":
                PlainCalls.ReadTags(request, name, reading);
                return;
            case "ModifyManagedPrefixList" or "RestoreManagedPrefixListVersion":
                PlainCalls.ReadPrefixList(request, answer, name, reading);
                return;
            case "CreateSecurityGroup":
                PlainCalls.ReadCreation(request, answer, reading);
                break;
            default:
                ReadPermissions(request, answer, name, reading);
                break;
        }

        reading.Objections.AddRange(GroupFinder.Objections(request, answer, name));
    }

    private static void ReadPermissions(Node? request, Node? answer, string name, SecondReading reading)
    {
        var revokes = name.StartsWith("Revoke", StringComparison.Ordinal);
        bool? egress = name == Judged[2] ? null : name.EndsWith("Egress", StringComparison.Ordinal);
        PartReader.Read(request, egress, egress is null ? "modification" : revokes ? "revocation" : "request", name + "Request", reading.Asked, reading.Doubts);
        PartReader.Read(answer, egress, revokes ? "revoked" : "answer", name + "Response", reading.Answered, reading.Doubts);
        if (revokes) RevokeParts.Read(request, answer, egress == true, name, reading);
        if (reading.CannotBeComplete) reading.Doubts.Add("not all can be told");
        if (reading.Answered.Count < reading.Asked.Count && reading.Answered.Count > 0) reading.Doubts.Add("fewer answered than asked");
    }

    private static void Dismiss(Node root, Node detail, SecondReading reading)
    {
        void When(bool so, string why)
        {
            if (so) reading.Dismissals.Add(why);
        }

        When(root.Get("detail-type")?.Text is not (null or "AWS API Call via CloudTrail"), "another type");
        When(root.Get("source")?.Text is not (null or "aws.ec2"), "another source");
        When(detail.Get("eventName")?.Text is { } name && !Judged.Contains(name), "another event");
        When(detail.Get("errorCode")?.Text is not null, "an error");
        When(IsWord(detail.Get("readOnly"), "true"), "read-only");
        When(SaysNo(detail.Get("responseElements")), "nothing was done");
    }

    private static bool SaysNo(Node? part) => part is not null && (part.Items.Any(SaysNo)
        || part.Members.Any(m => (m.Name is "_return" or "return" && IsWord(m.Value, "false")) || SaysNo(m.Value)));

    private static bool IsWord(Node? node, string word) =>
        node is not null && node.Kind != NodeKind.Number && string.Equals(node.Raw.Trim(), word, StringComparison.OrdinalIgnoreCase);

    private static void ObjectTo(Node root, Node detail, SecondReading reading)
    {
        void Unless(bool fine, string what)
        {
            if (!fine) reading.Objections.Add(what);
        }

        bool Fits(Node place, string name, Regex? form) => place.Get(name)?.Text is { } text && (form?.IsMatch(text) ?? true);
        bool Agree(string ours, string theirs) => detail.Get(theirs) is not { } twin || IsNull(twin) || twin.Text == root.Get(ours)?.Text;
        Unless(detail.Kind == NodeKind.Object, "detail");
        foreach (var name in new[] { "detail-type", "source" }) Unless(Fits(root, name, null), name);
        foreach (var name in new[] { "eventName", "eventID" }) Unless(Fits(detail, name, null), name);
        Unless((detail.Get("eventID")?.Text?.Length ?? 0) <= 256, "long id");
        Unless(Fits(root, "account", Account()), "account");
        Unless(Fits(root, "region", Region()), "region");
        Unless(Agree("account", "recipientAccountId") && Agree("region", "awsRegion"), "mismatch");
        var inRecord = detail.Get("eventTime") is { } time && !IsNull(time);
        Unless(IsTime((inRecord ? detail.Get("eventTime") : root.Get("time"))?.Text), "time");
        Unless(detail.Get("errorCode") is not { } code || code.IsNothing || code.Text is not null, "errorCode");
        Unless(detail.Get("eventSource") is not { } source || IsNull(source) || source.Text == "ec2.amazonaws.com", "eventSource");
    }

    private static bool IsTime(string? text) =>
        text is not null && Time().IsMatch(text) && DateTime.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static bool IsNull(Node node) => node is { Kind: NodeKind.Word, Raw: "null" };
}
