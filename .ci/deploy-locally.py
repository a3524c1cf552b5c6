"""Makes stacks of both templates in moto, in this process, as far as it implements their resources; says what it does not.

Each is made with its defaults and with everything switched on. The dashboard is left out: it names the alarms' ARNs, which moto lacks.
"""

import io
import json
import logging
import os
import subprocess
import sys
import warnings
import zipfile

import boto3
from moto import mock_aws

REGION = "eu-west-1"
HERE = "123456789012"  # moto's account
CENTRAL = [
    {"Dashboard": "off"},
    {"Dashboard": "off", "Chat": "on", "Email": "team@example.com", "SecurityHubInsights": "on", "OrganizationId": "o-exampleorgid", "ReservedConcurrency": "5"},
]
MEMBER = [
    {"CentralAccount": "111122223333", "CentralRegion": REGION, "OrganizationId": "o-exampleorgid", "ExternalId": "0123456789abcdef"},
    {"CentralAccount": HERE, "CentralRegion": REGION, "OrganizationId": "o-exampleorgid", "ExternalId": "0123456789abcdef"},
    {"CentralAccount": HERE, "CentralRegion": "us-east-1", "OrganizationId": "o-exampleorgid", "ExternalId": "0123456789abcdef"},
]


def package() -> None:
    """The place that .ci/sam-transform.py makes up for the functions' code."""
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("bootstrap", "")
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket="packaged", CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_object(Bucket="packaged", Key="function.zip", Body=code.getvalue())


def deploy(name: str, template: str, parameters: dict[str, str]) -> None:
    cloudformation = boto3.client("cloudformation")
    listed = [{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()]
    cloudformation.create_stack(StackName=name, TemplateBody=template, Parameters=listed, Capabilities=["CAPABILITY_NAMED_IAM"])
    status = cloudformation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
    if status != "CREATE_COMPLETE":
        sys.exit(f"{name} with {json.dumps(parameters)} ended as {status}: expected CREATE_COMPLETE")
    made = [r["ResourceType"] for r in cloudformation.list_stack_resources(StackName=name)["StackResourceSummaries"] if r["ResourceType"]]
    if not made:
        sys.exit(f"{name} with {json.dumps(parameters)} made nothing that moto knows: expected a role at least")
    print(f"{name}: {len(made)} resources of {len(set(made))} types were made")
    cloudformation.delete_stack(StackName=name)


def main() -> None:
    os.environ.update(AWS_ACCESS_KEY_ID="none", AWS_SECRET_ACCESS_KEY="none", AWS_DEFAULT_REGION=REGION)
    logging.getLogger("moto").setLevel(logging.ERROR)
    transformed = subprocess.run([sys.executable, ".ci/sam-transform.py", "template.yaml"], capture_output=True, text=True, check=True).stdout
    with open("functions/Member/template.yaml", encoding="utf-8") as file:
        member = file.read()
    with warnings.catch_warnings(record=True) as unknown, mock_aws():
        warnings.simplefilter("always")
        package()
        for parameters in CENTRAL:
            deploy("remediator", transformed, parameters)
        for parameters in MEMBER:
            deploy("remediator-member", member, parameters)
    lacking = sorted({word for warning in unknown for word in str(warning.message).split() if word.startswith("AWS::")})
    print(f"not made, since moto does not know them: {', '.join(lacking)}")


if __name__ == "__main__":
    main()
