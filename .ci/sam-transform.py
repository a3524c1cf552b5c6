"""Prints, as JSON, the CloudFormation template that the SAM transform makes of the template named on the command line.

Uses aws-sam-translator, which cfn-lint brings along. Local code folders become made-up S3 places, as packaging would have it.
"""

import json
import sys

import boto3
import cfnlint.decode
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

BASIC_EXECUTION = "AWSLambdaBasicExecutionRole"
MANAGED_POLICIES = {BASIC_EXECUTION: "arn:aws:iam::aws:policy/service-role/" + BASIC_EXECUTION}


def plain(node):
    """The decoded template without the positions that cfn-lint keeps on every node."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return str(node) if isinstance(node, str) else node


def main(path: str) -> None:
    template, problems = cfnlint.decode.decode(path)
    if problems:
        sys.exit("\n".join(str(problem) for problem in problems))
    template = plain(template)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = {"Bucket": "packaged", "Key": "function.zip"}
    translator = Translator(MANAGED_POLICIES, Parser(), boto_session=boto3.Session(region_name="eu-west-1"))
    json.dump(translator.translate(template, {}), sys.stdout, indent=2)


if __name__ == "__main__":
    main(sys.argv[1])
