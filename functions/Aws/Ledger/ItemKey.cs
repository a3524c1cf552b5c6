using Amazon.DynamoDBv2.Model;
using Remediator.Findings;
using Remediator.Groups;

namespace Remediator.Aws.Ledger;

/// <summary>Where an item stands in the table.</summary>
internal readonly record struct ItemKey(string Partition, string Sort)
{
    public const string AgreementPrefix = "agreement#";
    public const string IntentPrefix = "intent#";
    public const string EntryPrefix = "entry#";
    private const int MostCharacters = 200;

    public static readonly ItemKey Switch = new("switch", "switch");

    public Dictionary<string, AttributeValue> Attributes => new(StringComparer.Ordinal)
    {
        [Column.Partition] = Cell.Of(Partition),
        [Column.Sort] = Cell.Of(Sort),
    };

    public static ItemKey Entry(string key) => new(EntryPrefix + key, "entry");

    public static ItemKey Request(string requestId) => new("request#" + requestId, "call");

    public static ItemKey Agreement(GroupKey group, string id) => new(PartitionOf(group), AgreementPrefix + id);

    /// <summary>Says which group an agreement is in.</summary>
    public static ItemKey Where(string agreementId) => new(AgreementPrefix + agreementId, "where");

    public static ItemKey Intent(GroupKey group, string key) => new(IntentsOf(group), IntentPrefix + key);

    public static ItemKey Tally(string name) => new("tally#" + name, "tally");

    public static ItemKey Letter(string id) => new("outbox#" + id, "letter");

    public static ItemKey Note(string name) => new("note#" + name, "note");

    public static ItemKey Measure(string id) => new("measure#" + id, "measure");

    public static string PartitionOf(GroupKey group) => $"group#{group}";

    /// <summary>Not the group's own partition: whoever announces what it creates must not be able to write an agreement, and IAM tells
    /// partitions apart, not sort keys (<c>dynamodb:LeadingKeys</c>).</summary>
    public static string IntentsOf(GroupKey group) => $"{IntentPrefix}{group}";

    /// <summary>For people: ids may come from outside.</summary>
    public override string ToString() => SafeText.Line($"{Partition} {Sort}", MostCharacters).Replace('`', '\'');
}
