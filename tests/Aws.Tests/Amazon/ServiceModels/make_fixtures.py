"""Writes the trimmed service models of SNS, Security Hub and SQS, and what botocore sends to Lambda, which the tests beside this folder check against.

usage: python3 make_fixtures.py

Needs botocore (it comes with moto). To cover another operation or member, add its name below and run again.
"""

import json
import pathlib

from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.serialize import create_serializer

SERVICES = {
    "sns": ("SimpleNotificationService", ["CreateTopic", "Publish", "Subscribe"]),
    "securityhub": ("SecurityHub", ["BatchImportFindings", "BatchUpdateFindings", "GetFindings"]),
    "sqs": ("SQS", ["ChangeMessageVisibility", "DeleteMessage", "ReceiveMessage"]),
}

# Of these services only the errors that a caller tells apart have a type of their own.
ERRORS = {"sqs": {"QueueDoesNotExist", "ReceiptHandleIsInvalid", "RequestThrottled"}}

# Of these shapes only some members are here: what findings about security groups need.
ONLY = {
    "AwsSecurityFinding": set(
        "AwsAccountId AwsAccountName CompanyName Compliance Confidence CreatedAt Criticality Description FindingProviderFields FirstObservedAt "
        "GeneratorId Id LastObservedAt Note ProcessedAt ProductArn ProductFields ProductName RecordState Region RelatedFindings Remediation "
        "Resources Sample SchemaVersion Severity SourceUrl Title Types UpdatedAt UserDefinedFields VerificationState Workflow WorkflowState".split()
    ),
    "AwsSecurityFindingFilters": set(
        "AwsAccountId CompanyName ComplianceSecurityControlId ComplianceStatus CreatedAt Description FirstObservedAt GeneratorId Id LastObservedAt "
        "NoteText NoteUpdatedAt NoteUpdatedBy ProductArn ProductFields ProductName RecordState Region RelatedFindingsId RelatedFindingsProductArn "
        "ResourceDetailsOther ResourceId ResourcePartition ResourceRegion ResourceTags ResourceType Sample SeverityLabel SourceUrl Title Type "
        "UpdatedAt UserDefinedFields VerificationState WorkflowState WorkflowStatus".split()
    ),
    "Resource": set("Details Id Partition Region ResourceRole Tags Type".split()),
    "ResourceDetails": {"AwsEc2SecurityGroup", "Other"},
    "ReceiveMessageRequest": set(
        "MaxNumberOfMessages MessageAttributeNames MessageSystemAttributeNames QueueUrl ReceiveRequestAttemptId VisibilityTimeout WaitTimeSeconds".split()
    ),
}

AMAZON = pathlib.Path(__file__).resolve().parent.parent
LOADER = Loader()


def trimmed_model(service, names):
    model = LOADER.load_service_model(service, "service-2")
    operations, shapes = {}, {}
    for name in names:
        operation = model["operations"][name]
        output = operation.get("output", {"shape": f"{name}Nothing"})
        if "output" not in operation:
            model["shapes"][output["shape"]] = {"type": "structure", "members": {}}
        errors = [error["shape"] for error in operation["errors"] if error["shape"] in ERRORS.get(service, {error["shape"]})]
        operations[name] = {
            "method": operation["http"]["method"],
            "path": operation["http"]["requestUri"],
            "input": operation["input"]["shape"],
            "output": output["shape"],
            "errors": errors,
        }
        for shape in [operation["input"]["shape"], output["shape"], *errors]:
            keep_shape(model["shapes"], shape, shapes)
    return {"apiVersion": model["metadata"]["apiVersion"], "operations": operations, "shapes": dict(sorted(shapes.items()))}


def keep_shape(all_shapes, name, kept):
    if name in kept:
        return
    shape = all_shapes[name]
    short = kept[name] = {"type": shape["type"]}
    if "error" in shape or shape.get("exception"):
        error = shape.get("error", {})
        short["error"] = {"code": error.get("code", name), "status": error.get("httpStatusCode", 400)}
    for part in ("member", "key", "value"):
        if part in shape:
            short[part] = keep_member(all_shapes, shape[part], kept)
    if "members" in shape:
        only = ONLY.get(name)
        short["members"] = {
            key: keep_member(all_shapes, member, kept) for key, member in shape["members"].items() if only is None or key in only
        }


def keep_member(all_shapes, member, kept):
    keep_shape(all_shapes, member["shape"], kept)
    return {key: member[key] for key in ("shape", "locationName") if key in member}


for service, (folder, names) in SERVICES.items():
    with open(AMAZON / folder / f"{service}-model.json", "w", encoding="utf-8") as file:
        json.dump(trimmed_model(service, names), file, indent=1)
        file.write("\n")


def lambda_wire():
    model = ServiceModel(LOADER.load_service_model("lambda", "service-2"))
    call = {"FunctionName": "arn:aws:lambda:eu-west-1:111122223333:function:on-change", "InvocationType": "Event", "Qualifier": "live", "Payload": b'{"a": "\xc3\xbc"}'}
    sent = create_serializer("rest-json").serialize_to_request(call, model.operation_model("Invoke"))
    return {"method": sent["method"], "path": sent["url_path"], "query": sent["query_string"], "headers": dict(sent["headers"]), "body": sent["body"].decode()}


with open(AMAZON / "LambdaCalls" / "lambda-wire.json", "w", encoding="utf-8") as file:
    json.dump(lambda_wire(), file, indent=1)
    file.write("\n")
