"""ListObjectsV2."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from s3.errors import S3Error
from s3.markup import document, element, escape, group, url_encoded
from s3.signature import iso
from s3.store import Bucket, beyond
from s3.wire import Answer, Request

PAGE = 1000


@dataclass(slots=True)
class Page:
    """A part of a listing: keys and common prefixes in one order, and the key that the next part
    begins with."""

    entries: list[str]
    prefixes: set[str]
    next: str | None


def page(bucket: Bucket, prefix: str, delimiter: str, start: int, limit: int) -> Page:
    """What a listing with that prefix has from place `start` of `bucket.keys` on.

    - Complexity: O(limit log n); a common prefix is skipped in one step, however many keys it has.
    """
    keys = bucket.keys
    low, end = bucket.span(prefix)
    place, found = max(low, start), Page([], set(), None)
    if not delimiter:
        found.entries = keys[place : min(end, place + limit)]
        place += len(found.entries)
    while delimiter and place < end and len(found.entries) < limit:
        key = keys[place]
        cut = key.find(delimiter, len(prefix))
        if cut < 0:
            found.entries.append(key)
            place += 1
        else:
            common = key[: cut + len(delimiter)]
            found.entries.append(common)
            found.prefixes.add(common)
            place = bisect_left(keys, beyond(common), place)
    found.next = keys[place] if place < end and limit else None
    return found


def start_place(bucket: Bucket, request: Request) -> int:
    """Where the listing goes on: a token is the key to begin with, start-after the one to begin
    after."""
    if bucket.quirk and bucket.quirk.kind == "deaf":
        return 0
    token = request.parameter("continuation-token")
    if token is not None:
        return bisect_left(bucket.keys, key_of(token))
    after = request.parameter("start-after")
    return bisect_right(bucket.keys, after) if after else 0


def token_of(key: str) -> str:
    return key.encode().hex()


def key_of(token: str) -> str:
    try:
        return bytes.fromhex(token).decode()
    except ValueError:
        raise S3Error(
            "InvalidArgument",
            "The continuation token provided is incorrect",
            ArgumentName="continuation-token",
        ) from None


def page_size(request: Request) -> int:
    given = request.parameter("max-keys", str(PAGE)) or str(PAGE)
    if not given.isdecimal() or int(given) > 0x7FFFFFFF:
        raise S3Error(
            "InvalidArgument",
            "Provided max-keys not an integer or within integer range",
            ArgumentName="max-keys",
            ArgumentValue=given,
        )
    return min(int(given), PAGE)


def list_objects(bucket: Bucket, name: str, request: Request) -> Answer:
    """The answer to ListObjectsV2."""
    quirk = bucket.quirk
    if quirk and quirk.kind == "raw":
        return Answer(200, {"Content-Type": "application/xml"}, quirk.raw, chunked=True)
    encoding = request.parameter("encoding-type")
    if encoding not in (None, "url"):
        raise S3Error("InvalidArgument", "Invalid Encoding Method specified in Request")
    prefix = request.parameter("prefix") or ""
    delimiter = request.parameter("delimiter") or ""
    limit = page_size(request)
    found = page(bucket, prefix, delimiter, start_place(bucket, request), limit)
    if quirk and quirk.kind == "unsorted":
        random.Random(1).shuffle(found.entries)

    written = url_encoded if encoding else escape
    head = [element("Name", name), group("Prefix", written(prefix))]
    for parameter, tag in (
        ("continuation-token", "ContinuationToken"),
        ("start-after", "StartAfter"),
    ):
        if value := request.parameter(parameter):
            head.append(group(tag, written(value) if tag == "StartAfter" else escape(value)))
    if found.next is not None:
        following = token_of(found.next)
        if quirk and quirk.kind == "repeating":
            following = request.parameter("continuation-token") or following
        head.append(element("NextContinuationToken", following))
    head += [element("KeyCount", len(found.entries)), element("MaxKeys", limit)]
    if delimiter:
        head.append(group("Delimiter", written(delimiter)))
    if encoding:
        head.append(element("EncodingType", encoding))
    head.append(element("IsTruncated", "false" if found.next is None else "true"))

    contents = [
        contents_of(bucket, key, written(key)) for key in found.entries if key not in found.prefixes
    ]
    common = [
        group("CommonPrefixes", group("Prefix", written(entry)))
        for entry in found.entries
        if entry in found.prefixes
    ]
    answer = document("ListBucketResult", *head, *contents, *common)
    if quirk and quirk.kind == "cut":
        answer.body = answer.body[: len(answer.body) // 2]
    return answer


def contents_of(bucket: Bucket, key: str, written: str) -> str:
    stored = bucket.objects[key]
    return (
        f"<Contents><Key>{written}</Key><LastModified>{iso(stored.modified)}</LastModified>"
        f"<ETag>&quot;{stored.etag}&quot;</ETag><Size>{len(stored.body)}</Size>"
        f"<StorageClass>{stored.storage_class}</StorageClass></Contents>"
    )
