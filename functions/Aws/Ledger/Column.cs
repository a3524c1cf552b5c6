namespace Remediator.Aws.Ledger;

/// <summary>The attributes of the table's items. Written once here, since conditions name them too.</summary>
internal static class Column
{
    /// <summary>The partition key, a string.</summary>
    public const string Partition = "pk";

    /// <summary>The sort key, a string.</summary>
    public const string Sort = "sk";

    /// <summary>Hash of the index <c>due</c>, a string: only on items that wait for somebody.</summary>
    public const string Queue = "queue";

    /// <summary>Range of the index <c>due</c>, a number of milliseconds since 1970.</summary>
    public const string Due = "due";

    /// <summary>For TTL, which only cleans up: seconds since 1970.</summary>
    public const string Expires = "expires";

    /// <summary>Names the write that made the item what it is.</summary>
    public const string Stamp = "stamp";

    public const string State = "state";
    public const string Holder = "holder";
    public const string Until = "until";
    public const string Claim = "claim";
    public const string Progress = "progress";
    public const string Calls = "calls";
    public const string FinishedAt = "finishedAt";
    public const string LetGoBy = "letGoBy";
    public const string UndoneBy = "undoneBy";
    public const string UndoneAt = "undoneAt";
    public const string UndoneWaiver = "undoneWaiver";
    public const string Contents = "contents";
    public const string Group = "group";
    public const string Version = "version";
    public const string Body = "body";
    public const string Text = "text";
    public const string IsOn = "isOn";
    public const string By = "by";
    public const string Why = "why";
    public const string At = "at";
    public const string Marks = "marks";
}
