using System.Reflection;

namespace Remediator.Aws.Tests.Amazon.Surface;

/// <summary>
/// Says what a set of types offers that the official package does not. Less is allowed (fewer members, sealed where the official type is
/// not), more is not: whoever compiles against the stand-ins must compile against the official packages.
/// </summary>
internal sealed class SurfaceComparer(ImmutableArray<OfficialType> facts)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly ImmutableDictionary<string, OfficialType> _facts = facts.ToImmutableDictionary(fact => fact.FullName);

    /// <summary>One line for each difference, in both directions; empty when the types are a subset.</summary>
    internal IEnumerable<string> Problems(IReadOnlyCollection<Type> types)
    {
        var seen = types.Select(FullName).ToHashSet(StringComparer.Ordinal);
        var missing = _facts.Keys.Where(name => !seen.Contains(name)).Order(StringComparer.Ordinal)
            .Select(name => $"`{name}` is in the trimmed facts, but no stand-in has it: run trim.py again");
        return types.OrderBy(FullName, StringComparer.Ordinal).SelectMany(ProblemsOf).Concat(missing);
    }

    private static string FullName(Type type) => $"{type.Namespace}.{TypeNames.Filed(type)}";

    private IEnumerable<string> ProblemsOf(Type type)
    {
        if (!_facts.TryGetValue(FullName(type), out var official))
            return [$"`{FullName(type)}` is not in the trimmed facts: remove it, or run trim.py again if the official package has it"];
        return TypeProblems(type, official).Concat(MemberProblems(type, official)).Select(problem => $"`{FullName(type)}`: {problem}");
    }

    private static IEnumerable<string> TypeProblems(Type type, OfficialType official)
    {
        if (TypeShapes.KindProblem(type, official.Kind) is { } kind) yield return kind;
        if (TypeShapes.Base(type) != official.Base)
            yield return $"its base is `{TypeShapes.Base(type) ?? "object"}`, the official one's is `{official.Base ?? "object"}`";
        foreach (var name in TypeShapes.Interfaces(type).Except(OrEmpty(official.Interfaces)))
            yield return $"it implements `{name}`, the official one does not";
    }

    private static IEnumerable<string> MemberProblems(Type type, OfficialType official)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
            return Unknown("signature", [MemberTexts.Of(type.GetMethod("Invoke")!).Replace("virtual ", "", StringComparison.Ordinal)], Bare(official.Methods));
        return Unknown("constructor", Constructors(type), Bare(official.Ctors))
            .Concat(PropertyProblems(type, official))
            .Concat(Unknown("method", Methods(type), Bare(official.Methods)))
            .Concat(Unknown("constant", TypeShapes.Constants(type), official.Constants))
            .Concat(type.GetEvents(Declared).Select(member => $"the official one has no event `{member.Name}`"));
    }

    private static IEnumerable<string> Constructors(Type type) =>
        type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && MemberTexts.IsVisible(constructor)).Select(MemberTexts.Of);

    // An override of an inherited member adds nothing that a caller could name, so the facts need not list it.
    private static IEnumerable<string> PropertyProblems(Type type, OfficialType official)
    {
        foreach (var property in type.GetProperties(Declared).Where(HasVisibleAccessor))
        {
            var text = MemberTexts.Of(property);
            var known = official.Properties?.GetValueOrDefault(property.Name);
            if (known is null && !property.GetAccessors(nonPublic: true).All(MemberTexts.Overrides))
                yield return $"the official one has no property `{property.Name}` (`{text}`)";
            else if (known is not null && TypeShapes.WithoutNamespaces(known) != text)
                yield return $"property `{property.Name}` is `{text}`, the official one is `{known}`";
        }
    }

    private static bool HasVisibleAccessor(PropertyInfo property) => property.GetAccessors(nonPublic: true).Any(MemberTexts.IsVisible);

    private static IEnumerable<string> Methods(Type type) =>
        type.GetMethods(Declared)
            .Where(method => MemberTexts.IsVisible(method) && !MemberTexts.Overrides(method))
            .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            .Where(_ => !type.IsEnum)
            .Select(MemberTexts.Of);

    private static IEnumerable<string> Unknown(string what, IEnumerable<string> ours, ImmutableArray<string> official)
    {
        var known = OrEmpty(official).ToHashSet(StringComparer.Ordinal);
        return ours.Where(text => !known.Contains(text)).Select(text => $"the official one has no {what} `{text}`");
    }

    private static ImmutableArray<string> Bare(ImmutableArray<string> texts) => [.. OrEmpty(texts).Select(TypeShapes.WithoutNamespaces)];

    private static ImmutableArray<string> OrEmpty(ImmutableArray<string> texts) => texts.IsDefault ? [] : texts;
}
