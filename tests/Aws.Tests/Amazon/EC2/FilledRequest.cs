using System.Collections;
using System.Globalization;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>Sets every property of a request, all the way down, each to a value of its own; lists get two elements.</summary>
public sealed class FilledRequest
{
    private int _count;

    public object Fill(object target)
    {
        foreach (var property in DotnetNames.Own(target.GetType()))
        {
            property.SetValue(target, Value(property.PropertyType, $"{target.GetType().Name}.{property.Name}"));
        }

        return target;
    }

    private object Value(Type type, string name)
    {
        if (type == typeof(string))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{name} & 100% = {_count++} + ü/\"~*");
        }

        if (type == typeof(int?))
        {
            return _count++ - 1;
        }

        if (type == typeof(long?))
        {
            return int.MaxValue + (long)_count++;
        }

        if (type == typeof(bool?))
        {
            return _count++ % 2 == 0;
        }

        if (typeof(ConstantClass).IsAssignableFrom(type))
        {
            return Activator.CreateInstance(type, string.Create(CultureInfo.InvariantCulture, $"constant-{_count++}"))!;
        }

        return typeof(IList).IsAssignableFrom(type) ? List(type, name) : Fill(Activator.CreateInstance(type)!);
    }

    private IList List(Type type, string name)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        var element = type.GetGenericArguments()[0];
        list.Add(Value(element, name));
        list.Add(Value(element, name));
        return list;
    }
}
