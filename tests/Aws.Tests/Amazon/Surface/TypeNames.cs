namespace Remediator.Aws.Tests.Amazon.Surface;

/// <summary>Writes types as the facts do: C# keywords, no namespaces, nested types by their own name.</summary>
internal static class TypeNames
{
    private static readonly ImmutableDictionary<Type, string> Keywords = new Dictionary<Type, string>
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    }.ToImmutableDictionary();

    internal static string Of(Type type)
    {
        if (type.IsByRef) return Of(type.GetElementType()!);
        if (type.IsArray) return Of(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying) + "?";
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        return Bare(type) + Arguments(type.IsGenericType ? type.GetGenericArguments() : []);
    }

    /// <summary>The name that the facts file a type under: with its outer type and its type parameters.</summary>
    internal static string Filed(Type type) =>
        (type.DeclaringType is { } outer ? Filed(outer) + "." : "") + Bare(type) + Arguments(type.GetGenericArguments());

    internal static string Bare(Type type) => type.Name.Split('`')[0];

    internal static string Arguments(Type[] arguments) =>
        arguments.Length == 0 ? "" : "<" + string.Join(", ", arguments.Select(Of)) + ">";
}
