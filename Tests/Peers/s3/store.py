"""What the server holds: buckets, their objects, uploads under way."""

from __future__ import annotations

import itertools
import re
import time
from bisect import bisect_left
from dataclasses import dataclass, field

from s3.checksums import md5
from s3.errors import S3Error
from s3.faults import Denials

BUCKET_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
KEY_BYTES = 1024
MEBIBYTE = 1 << 20


@dataclass(slots=True)
class StoredObject:
    """A body with what S3 says of it; `headers` are those that a GET gives back as they came."""

    body: bytes
    modified: float
    etag: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    checksums: dict[str, str] = field(default_factory=dict)
    checksum_type: str = "FULL_OBJECT"
    storage_class: str = "STANDARD"

    def __post_init__(self) -> None:
        self.etag = self.etag or md5(self.body)


@dataclass(slots=True)
class Upload:
    """A multipart upload that is neither complete nor aborted. `checksum` names its algorithm."""

    key: str
    started: float
    headers: dict[str, str]
    checksum: str | None
    checksum_type: str
    parts: dict[int, StoredObject] = field(default_factory=dict)


@dataclass(slots=True)
class ListingQuirk:
    """How a bucket's listing is wrong, for tests.

    `raw` is sent as it stands; `cut` ends in mid document; `unsorted` is in no order;
    `deaf` ignores start-after and continuation-token, and so never ends; `repeating` gives the
    token that it was given.
    """

    kind: str
    raw: bytes = b""

    KINDS = ("raw", "cut", "unsorted", "deaf", "repeating")


class Bucket:
    """Objects by key, listed in the order of their keys' bytes in UTF-8, which is that of Python's
    strings."""

    def __init__(self, region: str, created: float) -> None:
        self.region = region
        self.created = created
        self.objects: dict[str, StoredObject] = {}
        self.uploads: dict[str, Upload] = {}
        self.quirk: ListingQuirk | None = None
        self._order: list[str] | None = None

    def put(self, key: str, stored: StoredObject) -> None:
        if key not in self.objects:
            self._order = None
        self.objects[key] = stored

    def delete(self, key: str) -> None:
        if self.objects.pop(key, None) is not None:
            self._order = None

    def get(self, key: str) -> StoredObject:
        if key not in self.objects:
            raise S3Error("NoSuchKey", Key=key)
        return self.objects[key]

    def upload(self, identifier: str, key: str) -> Upload:
        upload = self.uploads.get(identifier)
        if upload is None or upload.key != key:
            raise S3Error("NoSuchUpload", UploadId=identifier)
        return upload

    @property
    def keys(self) -> list[str]:
        """All keys in order."""
        if self._order is None:
            self._order = sorted(self.objects)
        return self._order

    def span(self, prefix: str) -> tuple[int, int]:
        """Where in `keys` those with the prefix are, end excluded."""
        low = bisect_left(self.keys, prefix)
        return low, bisect_left(self.keys, beyond(prefix), low) if prefix else len(self.keys)


def beyond(prefix: str) -> str:
    """The first string after all that begin with the prefix."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


class Store:
    """The whole of a server's state that operations work on.

    `home` is the region of the endpoint; `clock_offset` is how many seconds the server's clock is
    ahead; `smallest_part` is what a part must have that is not the last.
    """

    def __init__(self) -> None:
        self.home = "us-east-1"
        self.buckets: dict[str, Bucket] = {}
        self.denials = Denials()
        self.allows_anonymous = False
        self.clock_offset = 0.0
        self.smallest_part = 5 * MEBIBYTE
        self._upload_ids = itertools.count(1)

    def now(self) -> float:
        return time.time() + self.clock_offset

    def create(self, name: str, region: str) -> Bucket:
        if not BUCKET_NAME.fullmatch(name):
            raise S3Error("InvalidBucketName", BucketName=name)
        if name in self.buckets and region != "us-east-1":
            raise S3Error("BucketAlreadyOwnedByYou", BucketName=name)
        return self.buckets.setdefault(name, Bucket(region, self.now()))

    def bucket(self, name: str) -> Bucket:
        if name not in self.buckets:
            raise S3Error("NoSuchBucket", BucketName=name)
        return self.buckets[name]

    def new_upload_id(self) -> str:
        return f"upload-{next(self._upload_ids)}"


def check_key(key: str) -> None:
    """Refuses a key that S3 has no room for."""
    if len(key.encode()) > KEY_BYTES:
        raise S3Error("KeyTooLongError", MaxSizeAllowed=KEY_BYTES, Size=len(key.encode()))
