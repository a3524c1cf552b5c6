namespace Remediator.Aws.Tests.Amazon.Lambda;

/// <summary>One after the other: a function changes the environment of its process (the trace id), and the log reads it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LambdaCollection
{
    public const string Name = "Lambda runtime";
}
