using System.Globalization;
using System.Reflection;

namespace Remediator.Aws.Tests.Amazon.Surface;

/// <summary>Writes public and protected members as the facts do, so that two members are equal when their texts are.</summary>
internal static class MemberTexts
{
    internal static string Of(ConstructorInfo constructor) =>
        Access(constructor) + TypeNames.Bare(constructor.DeclaringType!) + Parameters(constructor);

    internal static string Of(MethodInfo method) =>
        Access(method) + Modifiers(method) + TypeNames.Of(method.ReturnType) + " " + method.Name
        + TypeNames.Arguments(method.GetGenericArguments()) + Parameters(method);

    internal static string Of(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
        var first = accessors.MaxBy(accessor => accessor.IsPublic)!;
        var marks = first.DeclaringType!.IsInterface && !first.IsAbstract ? ("", " [default-impl]") : (Modifiers(first), "");
        return Access(first) + marks.Item1 + TypeNames.Of(property.PropertyType) + AccessorsOf(property) + marks.Item2;
    }

    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    internal static bool Overrides(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static string AccessorsOf(PropertyInfo property)
    {
        var texts = new[] { (property.GetMethod, "get"), (property.SetMethod, IsInit(property) ? "init" : "set") }
            .Where(accessor => accessor.Item1 is { } method && IsVisible(method))
            .Select(accessor => Access(accessor.Item1!) + accessor.Item2 + ";");
        var text = "{ " + string.Join(" ", texts) + " }";
        return text == "{ get; set; }" ? "" : " " + text;
    }

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Any(type => type.Name == "IsExternalInit") == true;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic) return "static ";
        if (method.DeclaringType!.IsInterface) return method.IsAbstract ? "" : "default-impl ";
        if (Overrides(method)) return "override ";
        if (method.IsAbstract) return "abstract ";
        return method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";
    }

    private static string Parameters(MethodBase method) => "(" + string.Join(", ", method.GetParameters().Select(Of)) + ")";

    private static string Of(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in " : "ref ";
        return prefix + TypeNames.Of(parameter.ParameterType) + " " + parameter.Name + Default(parameter);
    }

    private static string Default(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: false } => "",
        { DefaultValue: null, ParameterType.IsValueType: true } => " = default",
        { DefaultValue: null } => " = null",
        { DefaultValue: bool value } => value ? " = true" : " = false",
        { DefaultValue: string value } => $" = \"{value}\"",
        { DefaultValue: var value } => " = " + Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
