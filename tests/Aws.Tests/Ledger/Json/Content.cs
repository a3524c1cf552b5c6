using System.Collections;
using System.Reflection;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>Compares two values member by member, however deep: a member that somebody adds to a record is compared without a word here.</summary>
internal static class Content
{
    /// <summary>Of a rule, what judges is not kept.</summary>
    private static readonly string[] NotKept = [nameof(Rule.Deny), nameof(Rule.Unless), nameof(Rule.Forbids), nameof(Rule.DenySymbols), nameof(Rule.UnlessSymbols), nameof(Rule.Groups)];

    /// <summary>Where they first differ; null when they do not.</summary>
    public static string? Difference(object? one, object? other, string where = "$")
    {
        if (one is null || other is null) return one is null && other is null ? null : $"{where}: {one ?? "null"} and {other ?? "null"}";
        if (one.GetType() != other.GetType()) return $"{where}: {one.GetType().Name} and {other.GetType().Name}";
        if (one is DateTimeOffset time) return time.EqualsExact((DateTimeOffset)other) ? null : $"{where}: {one:O} and {other:O}";
        if (one is TrafficSet or AddressSet or ServiceSet or Cidr or string || one.GetType().IsPrimitive || one.GetType().IsEnum || one is System.Numerics.BigInteger or DateOnly or System.Net.IPAddress)
            return one.Equals(other) ? null : $"{where}: {one} and {other}";
        if (one is ImmutableHashSet<string> set) return set.SetEquals((ImmutableHashSet<string>)other) ? null : $"{where}: other elements";
        return one is IEnumerable items ? Difference(items.Cast<object?>().ToList(), ((IEnumerable)other).Cast<object?>().ToList(), where) : Members(one, other, where);
    }

    private static string? Difference(List<object?> ones, List<object?> others, string where)
    {
        if (ones.Count != others.Count) return $"{where}: {ones.Count} and {others.Count} elements";
        return ones.Select((one, i) => Difference(one, others[i], $"{where}[{i}]")).FirstOrDefault(d => d is not null);
    }

    private static string? Members(object one, object other, string where) => one.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0 && !(one is Rule && NotKept.Contains(p.Name)))
        .Select(p => Difference(p.GetValue(one), p.GetValue(other), $"{where}.{p.Name}"))
        .FirstOrDefault(d => d is not null);
}
