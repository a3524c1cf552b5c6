namespace Remediator.Aws.Tests.Amazon.Lambda;

public sealed class Sample
{
    public string? Text { get; set; }

    public int Number { get; set; }
}
