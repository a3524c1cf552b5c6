namespace Remediator.Core.Tests.Changes.Fuzz;

internal enum NodeKind
{
    Object,
    List,
    Text,
    Number,
    Word,
}
