"""Times the sync of a bucket beside what else fetches one, each a process of its own.

    sync.py BENCHDB [RUNS]

10,000 results, 200 logs and 44 files of datasets lie on nginx on loopback. benchdb stores and commits
all it fetches; its peers write files, or a list in memory. Peers that take half a minute run once.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import installed, measure, show
from bucket import Bucket

RESULTS = 10_000


def main():
    benchdb = Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    python = installed()
    with tempfile.TemporaryDirectory(prefix="benchdb-") as name:
        folder = Path(name)
        bucket = Bucket(folder, RESULTS)
        try:
            bench(benchdb, python, bucket, folder, runs)
        finally:
            bucket.close()


def bench(benchdb, python, bucket, folder, runs):
    os.environ.update(
        AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="y", AWS_REGION="us-east-1",
        AWS_DEFAULT_REGION="us-east-1", AWS_ENDPOINT_URL_S3=bucket.endpoint,
        AWS_EC2_METADATA_DISABLED="true")
    # Debian's rclone ends where this is set.
    os.environ.pop("AWS_CA_BUNDLE", None)
    urls = folder / "urls"
    urls.write_text("".join(
        f'url = "{bucket.endpoint}/bench/{key}"\noutput = "/dev/null"\n'
        for key, _, _ in bucket.objects))
    subprocess.run([benchdb, "init", "--quiet", "--db", "empty.db"], cwd=folder, check=True)
    fresh = ["sh", "-c", f'cp empty.db bench.db && exec "$0" sync s3://bench --quiet', benchdb]
    rclone = [
        "rclone", "sync", "--quiet", "--config", os.devnull, "--transfers", "64", "--checkers", "64",
        "--s3-provider", "Other", "--s3-env-auth", "--s3-endpoint", bucket.endpoint,
        "--s3-force-path-style", "--s3-list-version", "2", "--fast-list",
        "--size-only", ":s3:bench"]
    aws = python.parent / "aws"

    cold = measure([
        ("benchdb sync", fresh, None, "bench.db"),
        ("curl -Z, 64 at once, nothing kept",
         ["curl", "--silent", "--no-progress-meter", "--parallel", "--parallel-max", "64", "--config", urls], None, None),
    ], folder, runs)
    cold |= measure([
        ("rclone sync, 64 at once", rclone + ["rclone"], None, "rclone"),
        ("boto3, 32 threads, results alone",
         [python, Path(__file__).parent / "peers/boto3_results.py", bucket.endpoint, "32"], None,
         None),
        ("boto3, one by one, results alone",
         [python, Path(__file__).parent / "peers/boto3_results.py", bucket.endpoint, "1"], None,
         None),
        ("aws s3 sync", [aws, "s3", "sync", "--quiet", "s3://bench", "aws"], None, "aws"),
    ], folder, 1)
    show(f"Sync, {len(bucket.objects):,} objects, cold", cold)

    # What is there is there: nothing is removed before these.
    show("Sync, unchanged", measure([
        ("benchdb sync", [benchdb, "sync", "s3://bench", "--quiet"], None, None),
        ("rclone sync --size-only", rclone + ["rclone"], None, None),
        ("aws s3 sync --size-only",
         [aws, "s3", "sync", "--size-only", "--quiet", "s3://bench", "aws"], None, None),
    ], folder, max(runs // 2, 1)))


if __name__ == "__main__":
    main()
