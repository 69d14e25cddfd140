"""Operations on buckets."""

from __future__ import annotations

from s3.call import Call
from s3.checksums import verify
from s3.errors import S3Error
from s3.listing import list_objects
from s3.markup import document, element, escape, group, parse
from s3.signature import iso
from s3.store import Store
from s3.wire import Answer

DELETED_AT_ONCE = 1000


def list_buckets(store: Store, call: Call) -> Answer:
    return document(
        "ListAllMyBucketsResult",
        group("Owner", element("ID", "bench")),
        group(
            "Buckets",
            *(
                group("Bucket", element("Name", name), element("CreationDate", iso(bucket.created)))
                for name, bucket in sorted(store.buckets.items())
            ),
        ),
    )


def create_bucket(store: Store, call: Call) -> Answer:
    region = "us-east-1"
    if call.request.body:
        region = parse(call.request.body).findtext("LocationConstraint") or region
    store.create(call.bucket, region)
    return Answer(200, {"Location": f"/{call.bucket}"})


def head_bucket(store: Store, call: Call) -> Answer:
    region = store.bucket(call.bucket).region
    return Answer(200, {"x-amz-bucket-region": region, "Content-Type": "application/xml"})


def get_bucket_location(store: Store, call: Call) -> Answer:
    """The region; empty for us-east-1, which had no name when this operation was made."""
    region = store.bucket(call.bucket).region
    return document("LocationConstraint", escape("" if region == "us-east-1" else region))


def list_objects_v2(store: Store, call: Call) -> Answer:
    if call.request.parameter("list-type") != "2":
        raise S3Error("InvalidArgument", "Invalid List Type specified in Request")
    return list_objects(store.bucket(call.bucket), call.bucket, call.request)


def delete_objects(store: Store, call: Call) -> Answer:
    """Deletes up to 1,000 keys; each has an outcome of its own, and a key that is not there is
    deleted."""
    bucket, request = store.bucket(call.bucket), call.request
    if not verify(request.headers, request.body) and "content-md5" not in request.headers:
        raise S3Error("InvalidRequest", "Missing required header for this request: Content-MD5")
    root = parse(request.body)
    keys = [node.findtext("Key", "") for node in root.findall("Object")]
    if root.tag != "Delete" or not all(keys) or not 1 <= len(keys) <= DELETED_AT_ONCE:
        raise S3Error("MalformedXML")
    quiet = root.findtext("Quiet") == "true"
    outcomes = []
    for key in keys:
        if refusal := store.denials.refusal("DeleteObject", key):
            outcomes.append(
                group(
                    "Error",
                    element("Key", key),
                    element("Code", refusal.code),
                    element("Message", refusal.message),
                )
            )
            continue
        bucket.delete(key)
        if not quiet:
            outcomes.append(group("Deleted", element("Key", key)))
    return document("DeleteResult", *outcomes)
