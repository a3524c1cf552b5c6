namespace Amazon.Lambda.Core;

/// <summary>Names the serializer of an assembly or of one handler, for runtimes that look handlers up by name.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    public Type SerializerType { get; set; } = serializerType;
}
