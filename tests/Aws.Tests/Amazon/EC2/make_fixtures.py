"""Writes ec2-model.json beside this file from botocore's service data.

    python3 tests/Aws.Tests/Amazon/EC2/make_fixtures.py

Needs botocore (it comes with moto). To cover another operation, add its name below and run again.
"""

import json
import pathlib

from botocore.loaders import Loader

OPERATIONS = [
    "AuthorizeSecurityGroupEgress",
    "AuthorizeSecurityGroupIngress",
    "CreateNetworkAclEntry",
    "CreateSecurityGroup",
    "DeleteNetworkAclEntry",
    "DescribeManagedPrefixLists",
    "DescribeNetworkAcls",
    "DescribeNetworkInterfaces",
    "DescribeSecurityGroupRules",
    "DescribeSecurityGroups",
    "DescribeVpcs",
    "GetManagedPrefixListEntries",
    "ModifyNetworkInterfaceAttribute",
    "ModifySecurityGroupRules",
    "RevokeSecurityGroupEgress",
    "RevokeSecurityGroupIngress",
]

# The official .NET package leaves these members out of the Authorize and Revoke requests (ec2.customizations.json of aws-sdk-net).
NOT_IN_DOTNET = {
    "CidrIp", "FromPort", "ToPort", "IpProtocol", "SourceSecurityGroupName", "SourceSecurityGroupOwnerId",
}

# Structures of one member, Value, that the official .NET package shows as that member's type.
ONLY_A_VALUE = {"AttributeValue": "String", "AttributeBooleanValue": "Boolean"}

HERE = pathlib.Path(__file__).parent
LOADER = Loader()


def trimmed_model():
    model = LOADER.load_service_model("ec2", "service-2")
    operations, shapes = {}, {}
    for name in OPERATIONS:
        operation = model["operations"][name]
        operations[name] = {"input": operation["input"]["shape"], "output": operation.get("output", {}).get("shape", f"{name}Result")}
        model["shapes"].setdefault(f"{name}Result", {"type": "structure", "members": {}})
        for shape in operations[name].values():
            keep_shape(model["shapes"], shape, shapes)
    return {"apiVersion": model["metadata"]["apiVersion"], "operations": operations, "shapes": dict(sorted(shapes.items()))}


def keep_shape(all_shapes, name, kept):
    if name in kept:
        return
    shape = all_shapes[name]
    short = kept[name] = {"type": shape["type"]}
    if "enum" in shape:
        short["enum"] = shape["enum"]
    if "member" in shape:
        short["member"] = keep_member(all_shapes, shape["member"], kept)
    if "members" in shape:
        request = name.startswith(("Authorize", "Revoke")) and name.endswith("Request")
        short["members"] = {
            key: keep_member(all_shapes, member, kept)
            for key, member in shape["members"].items()
            if not (request and key in NOT_IN_DOTNET)
        }


def keep_member(all_shapes, member, kept):
    if member["shape"] in ONLY_A_VALUE:
        name = member["locationName"]
        member = {"shape": ONLY_A_VALUE[member["shape"]], "queryName": f"{name[0].upper()}{name[1:]}.Value"}
    keep_shape(all_shapes, member["shape"], kept)
    return {key: member[key] for key in ("shape", "locationName", "queryName") if key in member}


with open(HERE / "ec2-model.json", "w", encoding="utf-8") as file:
    json.dump(trimmed_model(), file, indent=1)
    file.write("\n")
