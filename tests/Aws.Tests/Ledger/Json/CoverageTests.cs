using System.Collections;
using System.Reflection;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>The round trips prove as much as the random values hold: a member that nobody sets there could be lost unseen.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Random_values_set_every_member_of_every_type_that_the_ledger_keeps()
    {
        var (ledger, seen) = (new RandomLedger(new(Hunt.Seed)), new Dictionary<PropertyInfo, HashSet<object>>());
        for (var i = 0; i < 300; i++)
            foreach (var value in new object[] { ledger.Claim(), ledger.Progress(), ledger.Agreement(), ledger.Letter(), ledger.Measure() }) Look(value, seen);
        var never = seen.Where(member => member.Value.Count < 2).Select(member => $"{member.Key.DeclaringType!.Name}.{member.Key.Name}").Order(StringComparer.Ordinal);
        // What is left out is tested apart: a value that says so of itself lacks tags.
        Assert.Equal([$"{nameof(Claim)}.{nameof(Claim.LeftOut)}", $"{nameof(Progress)}.{nameof(Progress.LeftOut)}"], never);
    }

    private static void Look(object? value, Dictionary<PropertyInfo, HashSet<object>> seen)
    {
        if (value is null or string or TrafficSet or AddressSet or ServiceSet or Cidr or Remediator.Policies.Selectors.GroupSelector || value.GetType().Namespace?.StartsWith("Remediator", StringComparison.Ordinal) != true)
        {
            if (value is IEnumerable items and not string) foreach (var item in items) Look(item, seen);
            return;
        }

        foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetIndexParameters().Length == 0))
        {
            if (value is Rule && member.Name is nameof(Rule.DenySymbols) or nameof(Rule.UnlessSymbols) or nameof(Rule.Groups)) continue;
            var held = member.GetValue(value);
            if (!seen.TryGetValue(member, out var values)) seen.Add(member, values = []);
            values.Add(Mark(held));
            Look(held, seen);
        }
    }

    /// <summary>Lists differ by their length.</summary>
    private static object Mark(object? held) => held switch
    {
        null => "null",
        IEnumerable items and not string => items.Cast<object?>().Count(),
        _ => held,
    };
}
