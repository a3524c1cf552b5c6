using System.Reflection;
using Remediator.Policies.Reading;

namespace Remediator.Core.Tests.Policies;

/// <summary>The keys that the reader knows, by the name of their set in <see cref="Keys"/>.</summary>
internal static class SchemaKeys
{
    public static IEnumerable<string> Sets => typeof(Keys).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(KeySet)).Select(f => f.Name);

    public static IReadOnlyList<string> Known(string set) => ((KeySet)typeof(Keys).GetField(set, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Known;
}
