using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>The ledger's table in template.yaml against the code that uses it, and who may write what in it.</summary>
public sealed partial class LedgerTemplateTests
{
    /// <summary>Whose writing each policy allows, by the beginning of the partition key.</summary>
    public static TheoryData<string, string[]> Writers => new()
    {
        { "OnSecurityGroupChange", ["entry#*", "intent#*", "note#seen/*", "outbox#*", "request#*", "tally#*"] },
        { "OnGuardDutyFinding", ["entry#*", "intent#*", "measure#*", "note#seen/*", "outbox#*", "request#*", "tally#*"] },
        { "OnSchedule", ["agreement#*", "entry#*", "group#*", "intent#*", "measure#*", "note#*", "outbox#*", "request#*", "tally#*"] },
        { "ReadLedger", [] },
        { "GrantExceptions", ["agreement#*", "entry#*", "group#*", "intent#*", "measure#*", "request#*"] },
        { "TurnKillSwitch", ["switch"] },
        { "ActAndTell", [] },
        { "TakeMeasures", [] },
        { "TakeBackMeasures", [] },
    };

    private static YamlMappingNode Table => (YamlMappingNode)TemplateTests.Resource("Ledger");

    [Fact]
    public void The_keys_the_index_and_the_TTL_are_those_of_the_code()
    {
        var columns = Constants("functions/Aws/Ledger/Column.cs");
        Assert.Equal([$"{columns["Partition"]} HASH", $"{columns["Sort"]} RANGE"], Keys(Table));
        var index = ((YamlSequenceNode)At(Table, "GlobalSecondaryIndexes")).Single();
        Assert.Equal(Constants("functions/Aws/Ledger/Rows.cs")["Index"], At(index, "IndexName").ToString());
        Assert.Equal([$"{columns["Queue"]} HASH", $"{columns["Due"]} RANGE"], Keys(index));
        Assert.Equal(columns["Expires"], At(Table, "TimeToLiveSpecification", "AttributeName").ToString());
    }

    [Fact]
    public void The_table_outlives_the_stack_and_can_be_set_back()
    {
        Assert.Equal("Retain", TemplateTests.Retention("Ledger"));
        Assert.Equal("true", At(Table, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled").ToString());
        Assert.Equal("true", At(Table, "SSESpecification", "SSEEnabled").ToString());
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void Each_policy_writes_only_the_kinds_of_items_that_are_its_own(string resource, string[] kinds)
    {
        var writing = Statements(resource).Where(s => Listed(s, "Action").Any(a => a.StartsWith("dynamodb:", StringComparison.Ordinal) && !IsRead(a))).ToList();
        Assert.All(writing, s => Assert.Equal("false", At(s, "Condition", "Null", "dynamodb:LeadingKeys").ToString()));
        var written = writing.SelectMany(s => ((YamlMappingNode)At(s, "Condition")).Where(c => c.Key.ToString() != "Null").SelectMany(c => (YamlSequenceNode)At(c.Value, "dynamodb:LeadingKeys")));
        Assert.Equal(kinds, written.Select(k => k.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_item_that_the_code_writes_may_be_written_by_somebody()
    {
        var code = Kind().Matches(Repository.Text("functions/Aws/Ledger/ItemKey.cs")).Select(m => m.Groups["kind"].Value).Distinct();
        var allowed = Writers.SelectMany(w => w.Data.Item2).Select(KindOf).Distinct();
        Assert.Equal(code.Order(StringComparer.Ordinal), allowed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_action_on_the_table_is_one_that_the_code_makes()
    {
        var code = Call().Matches(string.Concat(Repository.Files("functions/Aws/Ledger", "*.cs").Select(Repository.Text))).Select(m => m.Groups["call"].Value).ToHashSet();
        Assert.Contains("Query", code);
        var allowed = Writers.SelectMany(w => Statements(w.Data.Item1)).SelectMany(s => Listed(s, "Action")).Where(a => a.StartsWith("dynamodb:", StringComparison.Ordinal)).Select(a => a["dynamodb:".Length..]);
        // A transaction has no permission of its own: each write in it needs its own.
        Assert.Equal(code.Where(c => c != "TransactWriteItems").Order(StringComparer.Ordinal), allowed.Distinct().Order(StringComparer.Ordinal));
    }

    private static string KindOf(string key) => key.Contains('#', StringComparison.Ordinal) ? key[..(key.IndexOf('#', StringComparison.Ordinal) + 1)] : key;

    private static bool IsRead(string action) => action is "dynamodb:GetItem" or "dynamodb:BatchGetItem" or "dynamodb:Query";

    private static IEnumerable<YamlNode> Statements(string resource)
    {
        var properties = (YamlMappingNode)TemplateTests.Resource(resource);
        IEnumerable<YamlNode> documents = properties.Children.TryGetValue(new YamlScalarNode("PolicyDocument"), out var one)
            ? [one]
            : ((YamlSequenceNode)At(properties, "Policies")).Where(p => p is YamlMappingNode);
        return documents.SelectMany(d => (YamlSequenceNode)At(d, "Statement"));
    }

    private static IEnumerable<string> Listed(YamlNode statement, string name) => At(statement, name) is YamlSequenceNode list ? list.Select(a => a.ToString()) : [At(statement, name).ToString()];

    private static IEnumerable<string> Keys(YamlNode keyed) => ((YamlSequenceNode)At(keyed, "KeySchema")).Select(k => $"{At(k, "AttributeName")} {At(k, "KeyType")}");

    private static Dictionary<string, string> Constants(string file) => Constant().Matches(Repository.Text(file)).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);

    private static YamlNode At(YamlNode node, params ReadOnlySpan<string> path) => TemplateTests.At(node, path);

    [GeneratedRegex("""const string (?<name>\w+) = "(?<value>\w+)";""")]
    private static partial Regex Constant();

    [GeneratedRegex("""(?:"|\$")(?<kind>[a-z]+#|switch)(?="|\{)""")]
    private static partial Regex Kind();

    [GeneratedRegex(@"client\.(?<call>\w+)Async\(")]
    private static partial Regex Call();
}
