using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.Surface;

/// <summary>What a type is, apart from its members other than constants: kind, base, interfaces, constants.</summary>
internal static partial class TypeShapes
{
    internal static string? KindProblem(Type type, string official)
    {
        var ours = Kind(type);
        // Sealed where the official class is open only takes something away.
        var allowed = official is "class" ? ["class", "sealed class"] : (string[])[official];
        return allowed.Contains(ours) ? null : $"it is a `{ours}`, the official one is a `{official}`";
    }

    internal static string? Base(Type type) =>
        type is { IsValueType: false, BaseType: { } parent } && parent != typeof(object) ? TypeNames.Of(parent) : null;

    /// <summary>The public interfaces that the type names itself, not those that its base or another of them brings along.</summary>
    internal static IEnumerable<string> Interfaces(Type type)
    {
        if (type.IsEnum) return [];
        var all = type.GetInterfaces().Where(face => face.IsVisible).ToArray();
        var inherited = all.SelectMany(face => face.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        return all.Where(face => !inherited.Contains(face)).Select(TypeNames.Of);
    }

    /// <summary>"Name = value" of each public or protected field; what is no constant of a known form keeps its type instead of a value.</summary>
    internal static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName)
            .Select(field => $"{field.Name} = {Value(field)}");

    /// <summary>`System.Threading.CancellationToken` is written as `CancellationToken`: the facts mix both.</summary>
    internal static string WithoutNamespaces(string text) => Qualifier().Replace(text, "");

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        _ when typeof(Exception).IsAssignableFrom(type) => "exception",
        _ when type.BaseType == typeof(ConstantClass) => "constant class",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Value(FieldInfo field)
    {
        if (field.DeclaringType!.IsEnum) return Convert.ToString(Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)!;
        return field is { IsStatic: true, IsInitOnly: true } && field.GetValue(null) is ConstantClass constant ? $"\"{constant.Value}\"" : TypeNames.Of(field.FieldType);
    }

    [GeneratedRegex(@"(?<![\w""])(?:\w+\.)+(?=\w)")]
    private static partial Regex Qualifier();
}
