"""Writes endpoints.csv beside this file: service, region, FIPS, dual-stack and the URL that AWS's endpoint rules answer.

    python3 tests/Aws.Tests/Amazon/Shared/make_endpoints.py

Needs botocore (it comes with moto).
"""

import csv
import itertools
import pathlib

from botocore.endpoint_provider import EndpointProvider
from botocore.loaders import Loader

SERVICES = ["ec2", "lambda", "securityhub", "sns", "sqs"]
REGIONS = [
    "us-east-1", "eu-west-1", "ap-southeast-7", "cn-north-1", "cn-northwest-1", "us-gov-west-1", "us-gov-east-1",
    "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1", "eusc-de-east-1", "eu-west-99",
]


def rows():
    loader = Loader()
    for service in SERVICES:
        provider = EndpointProvider(loader.load_service_model(service, "endpoint-rule-set-1"), loader.load_data("partitions"))
        for region, fips, dual in itertools.product(REGIONS, (False, True), (False, True)):
            url = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual).url
            yield [service, region, str(fips).lower(), str(dual).lower(), url]


with open(pathlib.Path(__file__).parent / "endpoints.csv", "w", encoding="utf-8", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(rows())
