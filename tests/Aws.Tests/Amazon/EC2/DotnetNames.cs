using System.Reflection;

namespace Remediator.Aws.Tests.Amazon.EC2;

/// <summary>What the official .NET package calls a member of the model.</summary>
public static class DotnetNames
{
    public static PropertyInfo Property(Type type, string member)
        => type.GetProperty(Renamed(type, member)) ?? throw new InvalidOperationException($"{type.Name} has no property for the model's {member}");

    /// <summary>The model's members of this type; base classes add none of theirs to the wire.</summary>
    public static IEnumerable<PropertyInfo> Own(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static string Renamed(Type type, string member) => (type.Name, member) switch
    {
        ("IpPermission", "IpRanges") => "Ipv4Ranges",
        ("PrefixListId", "PrefixListId") => "Id",
        _ => member,
    };
}
