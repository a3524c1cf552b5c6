using Remediator.Steps;

namespace Remediator.Aws.Hosting;

/// <summary>The way of one event through the core.</summary>
public delegate Task<Result> EventPipeline(ReadOnlyMemory<byte> utf8Event, Invocation invocation, CancellationToken cancel);
