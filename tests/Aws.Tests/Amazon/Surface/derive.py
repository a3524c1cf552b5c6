"""Writes the facts about the official SQS and Lambda packages, which no collection of facts holds: official/AWSSDK.SQS.json and AWSSDK.Lambda.json.

usage: python3 derive.py

Needs botocore (it comes with moto). Names and types follow from the service models by the rules of the SDK's generator for version 4: value types are
nullable, lists and maps of an enum hold texts, a single enum is its constant class, an error is named after its shape with Exception behind it. What the
generator's customizations change stands in this file. Each fact says under `source` how it was confirmed:
`derived` from the model alone, or the file of aws/aws-sdk-net (below sdk/src/Services) that was read and agrees.
"""

import json
import pathlib

from botocore.loaders import Loader

OFFICIAL = pathlib.Path(__file__).resolve().parent / "official"
SCALARS = {"integer": "int?", "long": "long?", "boolean": "bool?", "double": "double?", "timestamp": "DateTime?", "blob": "MemoryStream"}
CLIENT_CTORS = ["", "RegionEndpoint region", "CONFIG config", "AWSCredentials credentials", "AWSCredentials credentials, RegionEndpoint region", "AWSCredentials credentials, CONFIG clientConfig"] + [
    f"string awsAccessKeyId, string awsSecretAccessKey{token}{last}"
    for token in ("", ", string awsSessionToken") for last in ("", ", RegionEndpoint region", ", CONFIG clientConfig")
]
ERROR_CTORS = [
    "string message", "string message, Exception innerException", "Exception innerException",
    "string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode",
    "string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode",
]
SERVICES = {
    "sqs": {
        "package": "SQS", "operations": ["ChangeMessageVisibility", "DeleteMessage", "ReceiveMessage"], "models": ["Message", "MessageAttributeValue"],
        "errors": ["QueueDoesNotExist", "ReceiptHandleIsInvalid", "RequestThrottled"], "enums": [],
    },
    "lambda": {
        "package": "Lambda", "operations": ["Invoke"], "models": [], "enums": ["InvocationType"],
        "errors": ["RequestTooLargeException", "ResourceNotFoundException", "TooManyRequestsException"],
    },
}
# Constructors that the generator's customizations add beside the empty one, of those that the stand-ins have.
MORE_CTORS = {"ReceiveMessageRequest": "string queueUrl", "DeleteMessageRequest": "string queueUrl, string receiptHandle"}
READ = {
    "IAmazonSQS": "SQS/Generated/_netstandard/IAmazonSQS.cs at 84d92b22 (version 4): interface line and the form of the methods",
    "AmazonSQSConfig": "SQS/Generated/AmazonSQSConfig.cs at 0015a303 (version 3, same members)",
    "AmazonSQSException": "SQS/Generated/AmazonSQSException.cs at 13bd83ed: these five constructors",
    "ReceiveMessageRequest": "SQS/Generated/Model/ReceiveMessageRequest.cs (version 4): constructors, all properties up to ReceiveRequestAttemptId",
    "DeleteMessageRequest": "SQS/Generated/Model/DeleteMessageRequest.cs at 22254795 (version 3, same members)",
    "Message": "SQS/Generated/Model/Message.cs at 0399191b (version 3, same members)",
    "MessageAttributeValue": "SQS/Generated/Model/MessageAttributeValue.cs at 0399191b (version 3, same members)",
    "InvokeRequest": "Lambda/Generated/Model/InvokeRequest.cs and Lambda/Custom/Model/InvokeRequest.Extensions.cs at 13bd83ed: Payload beside PayloadStream",
    "InvokeResponse": "Lambda/Generated/Model/InvokeResponse.cs at 0482031e (version 3: StatusCode is int there, and nullable by the rule of version 4)",
    "TooManyRequestsException": "Lambda/Generated/Model/TooManyRequestsException.cs at 0482031e: these five constructors",
}


def type_of(shapes, name):
    shape = shapes[name]
    if shape["type"] == "string":
        return name if shape.get("enum") else "string"
    if shape["type"] == "list":
        return f"List<{inner(shapes, shape['member']['shape'])}>"
    if shape["type"] == "map":
        return f"Dictionary<string, {inner(shapes, shape['value']['shape'])}>"
    return SCALARS.get(shape["type"], name)


def inner(shapes, name):
    return "string" if shapes[name]["type"] == "string" else type_of(shapes, name).rstrip("?")


def properties(shapes, name):
    return {key[0].upper() + key[1:]: type_of(shapes, member["shape"]) for key, member in sorted(shapes[name].get("members", {}).items())}


def fact(namespace, name, kind, **rest):
    made = {"namespace": namespace, "name": name, "kind": kind} | {key: value for key, value in rest.items() if value}
    return made | {"source": READ.get(name, "derived")}


def methods(client, operations):
    return [f"{client}Task<{o}Response> {o}Async({o}Request request, CancellationToken cancellationToken = default)" for o in operations] + [
        "Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request)"]


def facts_of(service, about):
    shapes, operations = (lambda m: (m["shapes"], m["operations"]))(Loader().load_service_model(service, "service-2"))
    package = about["package"]
    outer, deep, prefix = f"Amazon.{package}", f"Amazon.{package}.Model", f"Amazon{package}"
    yield fact(outer, f"{prefix}Client", "class", base="AmazonServiceClient", interfaces=[f"I{prefix}"],
               ctors=[f"{prefix}Client({c.replace('CONFIG', prefix + 'Config')})" for c in CLIENT_CTORS], methods=methods("virtual ", about["operations"]))
    yield fact(outer, f"{prefix}Config", "class", base="ClientConfig", ctors=[f"{prefix}Config()"], properties={
        "ServiceId": "static string { get; }", "RegionEndpointServiceName": "override string { get; }",
        "ServiceVersion": "override string { get; }", "UserAgent": "override string { get; }"})
    yield fact(outer, f"{prefix}Exception", "exception", base="AmazonServiceException", ctors=[f"{prefix}Exception({c})" for c in ERROR_CTORS])
    yield fact(outer, f"{prefix}Request", "class", base="AmazonWebServiceRequest", ctors=[f"{prefix}Request()"])
    yield fact(outer, f"I{prefix}", "interface", interfaces=["IAmazonService", "IDisposable"], methods=methods("", about["operations"]))
    for name in about["enums"]:
        yield fact(outer, name, "constant class", base="ConstantClass", ctors=[f"{name}(string value)"],
                   methods=[f"static {name} FindValue(string value)", f"static {name} op_Implicit(string value)"],
                   constants=[f'{value} = "{value}"' for value in shapes[name]["enum"]])
    for name in about["operations"]:
        asked = properties(shapes, operations[name]["input"]["shape"])
        if name == "Invoke":
            asked |= {"ClientContextBase64": "string", "PayloadStream": "MemoryStream", "Payload": "string"}
        ctors = [f"{name}Request({c})" for c in ["", *filter(None, [MORE_CTORS.get(f"{name}Request")])]]
        yield fact(deep, f"{name}Request", "class", base=f"{prefix}Request", ctors=ctors, properties=asked)
        output = operations[name].get("output")
        yield fact(deep, f"{name}Response", "class", base="AmazonWebServiceResponse", ctors=[f"{name}Response()"],
                   properties=properties(shapes, output["shape"]) if output else {})
    for name in about["models"]:
        yield fact(deep, name, "class", ctors=[f"{name}()"], properties=properties(shapes, name))
    for shape in about["errors"]:
        name = shape.removesuffix("Exception") + "Exception"
        yield fact(deep, name, "exception", base=f"{prefix}Exception", ctors=[f"{name}({c})" for c in ERROR_CTORS])


for service, about in SERVICES.items():
    lines = sorted(facts_of(service, about), key=lambda f: (f["namespace"], f["name"]))
    text = "[\n" + ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n]\n"
    (OFFICIAL / f"AWSSDK.{about['package']}.json").write_text(text, encoding="utf-8")
