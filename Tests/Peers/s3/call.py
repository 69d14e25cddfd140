"""A request understood: which operation of S3 it is, on which bucket and key."""

from __future__ import annotations

from dataclasses import dataclass

from s3.errors import S3Error
from s3.wire import Request

#: Operations by method, by what they are about, and by the parameter that tells them apart.
NAMES: dict[tuple[str, str, str], str] = {
    ("GET", "service", ""): "ListBuckets",
    ("POST", "service", ""): "STS",
    ("HEAD", "bucket", ""): "HeadBucket",
    ("PUT", "bucket", ""): "CreateBucket",
    ("GET", "bucket", "location"): "GetBucketLocation",
    ("GET", "bucket", "list-type"): "ListObjectsV2",
    ("GET", "bucket", "uploads"): "ListMultipartUploads",
    ("POST", "bucket", "delete"): "DeleteObjects",
    ("GET", "object", ""): "GetObject",
    ("HEAD", "object", ""): "HeadObject",
    ("PUT", "object", ""): "PutObject",
    ("DELETE", "object", ""): "DeleteObject",
    ("POST", "object", "uploads"): "CreateMultipartUpload",
    ("PUT", "object", "uploadId"): "UploadPart",
    ("POST", "object", "uploadId"): "CompleteMultipartUpload",
    ("DELETE", "object", "uploadId"): "AbortMultipartUpload",
    ("GET", "object", "uploadId"): "ListParts",
}
SELECTORS = {selector for _, _, selector in NAMES if selector}
#: Parameters of S3 that select operations which are not here.
FOREIGN = {
    "acl",
    "attributes",
    "cors",
    "encryption",
    "legal-hold",
    "lifecycle",
    "logging",
    "object-lock",
    "policy",
    "replication",
    "restore",
    "retention",
    "select",
    "tagging",
    "torrent",
    "versioning",
    "versions",
    "website",
    "partNumber",
    "versionId",
}
#: Below this name, and below S3's own, the first label of a host is a bucket.
DOMAIN = ".localhost"


@dataclass(slots=True)
class Call:
    """`name` is the operation as S3's documentation calls it; bucket and key are empty where it has
    none. `subject` is what faults, refusals and counts go by: the key, or a listing's prefix."""

    name: str
    bucket: str
    key: str
    request: Request

    @property
    def subject(self) -> str:
        return self.key or self.request.parameter("prefix") or ""


def understand(request: Request) -> Call:
    """The call that a request is; an error for what S3 has and this server has not."""
    bucket, key = place(request)
    about = "object" if key else "bucket" if bucket else "service"
    given = {name for name, _ in request.query}
    selector = next(iter(given & SELECTORS), "")
    name = NAMES.get((request.method, about, selector))
    if name is None or given & FOREIGN - ({"partNumber"} if name == "UploadPart" else set()):
        raise S3Error(
            "NotImplemented" if request.method in ("GET", "PUT", "POST") else "MethodNotAllowed"
        )
    return Call(name, bucket, key, request)


def place(request: Request) -> tuple[str, str]:
    """Bucket and key, from the host where it names a bucket and else from the path. A key may begin
    with slashes and hold any number of them."""
    path = request.decoded_path()
    if not path.startswith("/"):
        raise S3Error("InvalidURI", URI=path)
    if bucket := virtual_bucket(request.headers.get("host", "")):
        return bucket, path[1:]
    bucket, _, key = path[1:].partition("/")
    return bucket, key


def virtual_bucket(host: str) -> str:
    """`lab` of `lab.localhost:9000` and of `lab.s3.eu-west-1.amazonaws.com`; else empty."""
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    if name.endswith(DOMAIN):
        return name.removesuffix(DOMAIN)
    if name.endswith(".amazonaws.com"):
        return name.partition(".s3.")[0] if ".s3." in name else ""
    return ""
