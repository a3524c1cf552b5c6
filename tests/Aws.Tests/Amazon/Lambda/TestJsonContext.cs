using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

namespace Remediator.Aws.Tests.Amazon.Lambda;

[JsonSerializable(typeof(CloudWatchEvent<JsonElement>))]
[JsonSerializable(typeof(ScheduledEvent))]
[JsonSerializable(typeof(Sample))]
internal sealed partial class TestJsonContext : JsonSerializerContext;
