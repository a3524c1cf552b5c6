using Remediator.Ports;

namespace Remediator.Aws.Ledger;

/// <summary>Items that are replaced version by version.</summary>
internal static class Versions
{
    /// <summary>Version 1 creates, any other replaces the one before it.</summary>
    public static Edit Next(Edit edit, int version) => version == 1 ? edit.WhereNew() : edit.WhereIs(Column.Version, Cell.Of(version - 1L));

    public static WriteAnswer Answer<T>(Told<T> told) => (told.Problem, told.IsRefused) switch
    {
        ({ } problem, _) => new WriteAnswer.Failed(problem),
        (null, true) => new WriteAnswer.Conflict(),
        _ => WriteAnswer.Ok,
    };

    public static int Version(this Row row)
    {
        var version = row.Number(Column.Version);
        if (version is >= 1 and <= int.MaxValue) return (int)version;
        row.Note($"the ledger's item `{row.Key}` has version {version}: expected a number from 1 on");
        return 1;
    }
}
