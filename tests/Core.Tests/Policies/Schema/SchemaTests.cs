using System.Text.Json;
using Remediator.Policies.Reading;

namespace Remediator.Core.Tests.Policies.Schema;

/// <summary>The JSON Schema for editors takes what the reader takes, and refuses what a schema can see.</summary>
public class SchemaTests
{
    /// <summary>Wrong samples that the schema takes, and why it cannot see what is wrong.</summary>
    private static readonly Dictionary<string, string> Unseen = new()
    {
        ["bad-baseline.yaml"] = "that a rule forbids what a baseline wants takes sets of traffic to see",
        ["bad-drift.yaml"] = "warnings that compare rules, baselines and change control",
        ["bad-habits.yaml"] = "warnings that compare rules, and a missing section that may be missing",
        ["bad-names.yaml"] = "a schema does not know which names the file defines",
        ["bad-nothing.yaml"] = "a warning: rules may be missing",
        ["bad-private.yaml"] = "that nothing of the internet is left takes sets of addresses to see",
        ["bad-rules-unused.yaml"] = "warnings that take names, sets and the meaning of numbers to see",
        ["bad-text-not-utf8.yaml"] = "a schema sees no bytes",
        ["bad-text-odd.yaml"] = "keys that stand twice, merge keys and tags are gone before a schema sees the values",
        ["bad-threats-and-tests.yaml"] = "warnings that compare tests or entries",
    };

    /// <summary>Where in the schema the keys of each of the reader's mappings stand.</summary>
    private static readonly Dictionary<string, string[]> Places = new()
    {
        [nameof(Keys.Policy)] = [],
        [nameof(Keys.Rule)] = ["$defs", "rule"],
        [nameof(Keys.Deny)] = ["$defs", "deny"],
        [nameof(Keys.Unless)] = ["$defs", "match"],
        [nameof(Keys.Families)] = ["$defs", "max-addresses"],
        [nameof(Keys.Selector)] = ["$defs", "selector-mapping"],
        [nameof(Keys.Baseline)] = ["$defs", "baseline"],
        [nameof(Keys.Entry)] = ["$defs", "entry"],
        [nameof(Keys.Changes)] = ["$defs", "change"],
        [nameof(Keys.Allow)] = ["$defs", "change", "properties", "allow"],
        [nameof(Keys.Requirement)] = ["$defs", "requirement"],
        [nameof(Keys.OfGroup)] = ["$defs", "requirement", "properties", "group"],
        [nameof(Keys.OfPermission)] = ["$defs", "requirement", "properties", "permission"],
        [nameof(Keys.Threat)] = ["$defs", "threat"],
        [nameof(Keys.AclNumbers)] = ["$defs", "threat", "properties", "acl-numbers", "anyOf", "1"],
        [nameof(Keys.Waivers)] = ["properties", "waivers"],
        [nameof(Keys.Widest)] = ["properties", "waivers", "properties", "widest", "anyOf", "1"],
        [nameof(Keys.Guardrails)] = ["properties", "guardrails"],
        [nameof(Keys.Revocations)] = ["properties", "guardrails", "properties", "revocations-per-hour"],
        [nameof(Keys.Fight)] = ["properties", "guardrails", "properties", "fight"],
        [nameof(Keys.Notices)] = ["properties", "notices"],
        [nameof(Keys.Digest)] = ["properties", "notices", "properties", "digest"],
        [nameof(Keys.Test)] = ["$defs", "test"],
        [nameof(Keys.Given)] = ["$defs", "test", "properties", "given"],
        [nameof(Keys.Also)] = ["$defs", "test-permission"],
        [nameof(Keys.Facts)] = ["$defs", "test-group"],
        [nameof(Keys.PeerGroup)] = ["$defs", "test-peer", "anyOf", "1"],
        [nameof(Keys.PrefixList)] = ["$defs", "test-list", "anyOf", "2"],
        [nameof(Keys.Expect)] = ["$defs", "test", "properties", "expect"],
    };

    public static TheoryData<string> Good => [.. SampleFiles.Good];

    public static TheoryData<string> Bad => [.. SampleFiles.Bad.Where(file => YamlValue.Read(SampleFiles.Text(file)) is not null)];

    public static TheoryData<string> KeySets => [.. SchemaKeys.Sets];

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_sample_is_valid(string file) => Assert.Empty(PolicySchema.Validate(SampleFiles.Text(file)));

    [Fact]
    public void Examples_of_the_reference_are_valid() =>
        Assert.Empty(Reference.Examples().SelectMany(example => PolicySchema.Validate(example.Yaml).Select(problem => $"line {example.Line}: {problem}")));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Wrong_sample_is_refused_unless_a_schema_cannot_see_why(string file) =>
        Assert.Equal(!Unseen.ContainsKey(file), PolicySchema.Validate(SampleFiles.Text(file)).Count > 0);

    [Fact]
    public void Wrong_samples_of_which_nothing_can_be_seen_exist() => Assert.Empty(Unseen.Keys.Except(SampleFiles.Bad));

    [Theory]
    [MemberData(nameof(KeySets))]
    public void Mapping_has_the_keys_that_the_reader_knows(string set) =>
        Assert.Equal(SchemaKeys.Known(set).Order(StringComparer.Ordinal), PolicySchema.At([.. Places[set], "properties"]).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Mapping_takes_no_other_keys() => Assert.Empty(PolicySchema.All()
        .Where(s => s.Schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "object" && !s.Schema.TryGetProperty("additionalProperties", out _))
        .Select(s => s.Path));

    [Fact]
    public void Key_of_the_policy_and_of_a_rule_has_words_for_whoever_points_at_it()
    {
        string[][] owners = [["properties"], ["$defs", "rule", "properties"], ["$defs", "baseline", "properties"], ["$defs", "change", "properties"], ["$defs", "selector-mapping", "properties"]];
        Assert.Empty(owners.SelectMany(owner => PolicySchema.At(owner).EnumerateObject()).Where(p => !IsDescribed(p.Value)).Select(p => p.Name));
    }

    private static bool IsDescribed(JsonElement schema) => schema.TryGetProperty("description", out _)
        || (schema.TryGetProperty("$ref", out var target) && IsDescribed(PolicySchema.At("$defs", target.GetString()!["#/$defs/".Length..])));
}
