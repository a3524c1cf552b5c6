using Remediator.Benchmarks.Wire;

namespace Remediator.Benchmarks.Peers;

/// <summary>A table in which nothing stands and every write is taken
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html).</summary>
internal static class TableAnswers
{
    public static WireAnswer To(SeenCall call) => call.Operation switch
    {
        "GetItem" or "PutItem" or "UpdateItem" or "DeleteItem" or "TransactWriteItems" => Json("{}"),
        "Query" => Json("""{"Items":[],"Count":0,"ScannedCount":0}"""),
        "BatchWriteItem" => Json("""{"UnprocessedItems":{}}"""),
        "BatchGetItem" => Json("""{"Responses":{},"UnprocessedKeys":{}}"""),
        _ => new(400, "application/x-amz-json-1.0", """{"__type":"com.amazon.coral.service#UnknownOperationException"}"""),
    };

    private static WireAnswer Json(string body) => new(200, "application/x-amz-json-1.0", body, $"x-amzn-RequestId: {Guid.NewGuid()}\r\n");
}
