"""Fetches all results of the bucket `bench`, as scripts around boto3 do.

    boto3_results.py ENDPOINT THREADS
"""

import sys
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

endpoint, threads = sys.argv[1], int(sys.argv[2])
client = boto3.client(
    "s3", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="x",
    aws_secret_access_key="y",
    config=Config(max_pool_connections=threads, s3={"addressing_style": "path"}))


def body(key):
    return client.get_object(Bucket="bench", Key=key)["Body"].read().decode()


pages = client.get_paginator("list_objects_v2").paginate(Bucket="bench", Prefix="out/")
keys = [item["Key"] for page in pages for item in page["Contents"]]
if threads == 1:
    lines = [body(key) for key in keys]
else:
    with ThreadPoolExecutor(threads) as pool:
        lines = list(pool.map(body, keys))
with open("compiled_results.csv", "w") as file:
    file.writelines(lines)
