"""Operations on single objects."""

from __future__ import annotations

import re
from email.utils import mktime_tz, parsedate_tz

from s3.call import Call
from s3.checksums import PREFIX, verify
from s3.errors import S3Error
from s3.signature import http_date
from s3.store import Bucket, Store, StoredObject, check_key
from s3.wire import Answer

RANGE = re.compile(r"bytes=(\d*)-(\d*)")
KEPT = (
    "content-type",
    "content-encoding",
    "content-disposition",
    "content-language",
    "cache-control",
    "expires",
    "x-amz-server-side-encryption",
)


def kept_headers(headers: dict[str, str]) -> dict[str, str]:
    """The headers of an upload that each GET gives back."""
    kept = {
        name: value
        for name, value in headers.items()
        if name in KEPT or name.startswith("x-amz-meta-")
    }
    return {"content-type": "binary/octet-stream"} | kept


def put_object(store: Store, call: Call) -> Answer:
    bucket, request = store.bucket(call.bucket), call.request
    check_key(call.key)
    if "x-amz-copy-source" in request.headers:
        raise S3Error("NotImplemented", Header="x-amz-copy-source")
    if "content-length" not in request.headers:
        raise S3Error("MissingContentLength")
    sums = verify(request.headers, request.body)
    check_conditions(bucket, call)
    stored = StoredObject(
        request.body, store.now(), headers=kept_headers(request.headers), checksums=sums
    )
    bucket.put(call.key, stored)
    return Answer(200, {"ETag": f'"{stored.etag}"'} | checksum_headers(stored))


def check_conditions(bucket: Bucket, call: Call) -> None:
    """Holds an upload to what it says of the object that it replaces."""
    headers, present = call.request.headers, bucket.objects.get(call.key)
    if headers.get("if-none-match") == "*" and present:
        raise S3Error("PreconditionFailed", Condition="If-None-Match")
    wanted = headers.get("if-match")
    if wanted is not None and wanted.strip('"') != bucket.get(call.key).etag:
        raise S3Error("PreconditionFailed", Condition="If-Match")


def checksum_headers(stored: StoredObject) -> dict[str, str]:
    if not stored.checksums:
        return {}
    sums = {PREFIX + name.lower(): value for name, value in stored.checksums.items()}
    return sums | {"x-amz-checksum-type": stored.checksum_type}


def get_object(store: Store, call: Call) -> Answer:
    """A body or a range of it; the answer to a HEAD has the same head."""
    stored, headers = store.bucket(call.bucket).get(call.key), call.request.headers
    told = {"ETag": f'"{stored.etag}"', "Last-Modified": http_date(stored.modified)}
    if unchanged(stored, headers):
        return Answer(304, told)
    if (wanted := headers.get("if-match")) is not None and wanted.strip('"') != stored.etag:
        raise S3Error("PreconditionFailed", Condition="If-Match")
    if stored.storage_class in ("GLACIER", "DEEP_ARCHIVE") and call.name == "GetObject":
        raise S3Error("InvalidObjectState", StorageClass=stored.storage_class)
    told |= {"Accept-Ranges": "bytes"} | stored.headers
    if headers.get("x-amz-checksum-mode", "").upper() == "ENABLED":
        told |= checksum_headers(stored)
    if stored.storage_class != "STANDARD":
        told["x-amz-storage-class"] = stored.storage_class
    return ranged(stored.body, headers.get("range"), told)


def unchanged(stored: StoredObject, headers: dict[str, str]) -> bool:
    """Whether a client has the object already; If-None-Match wins over If-Modified-Since."""
    if (known := headers.get("if-none-match")) is not None:
        tags = [tag.strip().removeprefix("W/").strip('"') for tag in known.split(",")]
        return stored.etag in tags or "*" in tags
    date = parsedate_tz(headers.get("if-modified-since"))
    return date is not None and int(stored.modified) <= mktime_tz(date)


def ranged(body: bytes, wanted: str | None, told: dict[str, str]) -> Answer:
    """The part of a body that a Range header asks for; all of it where that makes no sense."""
    match = RANGE.fullmatch(wanted or "")
    if (
        match is None
        or match[1] == match[2] == ""
        or match[1]
        and match[2]
        and int(match[1]) > int(match[2])
    ):
        return Answer(200, told, body)
    size = len(body)
    first = int(match[1]) if match[1] else max(0, size - int(match[2]))
    last = min(int(match[2]), size - 1) if match[1] and match[2] else size - 1
    if first >= size or match[1] == "" and int(match[2]) == 0:
        raise S3Error(
            "InvalidRange",
            headers={"Content-Range": f"bytes */{size}"},
            RangeRequested=wanted or "",
            ActualObjectSize=size,
        )
    told["Content-Range"] = f"bytes {first}-{last}/{size}"
    # A checksum is that of the whole body, and S3 does not send it with a part.
    told = {name: value for name, value in told.items() if not name.startswith(PREFIX)}
    return Answer(206, told, body[first : last + 1])


def delete_object(store: Store, call: Call) -> Answer:
    store.bucket(call.bucket).delete(call.key)
    return Answer(204)
