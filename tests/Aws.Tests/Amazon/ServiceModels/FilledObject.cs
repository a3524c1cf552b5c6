using System.Reflection;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.ServiceModels;

/// <summary>Makes a request in which every property of the stand-in is set and every value is another one, however deep it lies.</summary>
internal sealed class FilledObject
{
    private int _made;

    internal object Of(Type type)
    {
        var number = ++_made;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying);
        if (type == typeof(string)) return $"text {number} +&=%~*/ 'ü' \"日本\" \U0001F512";
        if (type == typeof(int)) return number;
        if (type == typeof(double)) return number + 0.25;
        if (type == typeof(bool)) return number % 2 == 0;
        if (type == typeof(MemoryStream)) return new MemoryStream([0, 255, (byte)number, 62, 63]);
        if (typeof(ConstantClass).IsAssignableFrom(type)) return Activator.CreateInstance(type, $"CONSTANT_{number}")!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)) return List(type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>)) return Map(type, number);
        return Structure(type);
    }

    private object List(Type type)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(type)!;
        list.Add(Of(type.GetGenericArguments()[0]));
        list.Add(Of(type.GetGenericArguments()[0]));
        return list;
    }

    private object Map(Type type, int number)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(type)!;
        map.Add($"key {number} & ü", Of(type.GetGenericArguments()[1]));
        map.Add($"key {number} = \"", Of(type.GetGenericArguments()[1]));
        return map;
    }

    private object Structure(Type type)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            property.SetValue(made, Of(property.PropertyType));
        return made;
    }
}
