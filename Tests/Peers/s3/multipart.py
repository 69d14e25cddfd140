"""Operations on uploads in parts."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from s3.call import Call
from s3.checksums import ALGORITHMS, PREFIX, checksum, composite, md5, stated, verify
from s3.errors import S3Error
from s3.markup import document, element, group, parse
from s3.objects import check_conditions, kept_headers
from s3.signature import iso
from s3.store import Store, StoredObject, Upload, check_key
from s3.wire import Answer

MOST_PARTS = 10_000


def create(store: Store, call: Call) -> Answer:
    bucket, headers = store.bucket(call.bucket), call.request.headers
    check_key(call.key)
    algorithm = headers.get("x-amz-checksum-algorithm")
    if algorithm not in (None, *ALGORITHMS):
        raise S3Error("InvalidRequest", f"Checksum algorithm {algorithm} is not supported.")
    standard = "FULL_OBJECT" if algorithm == "CRC64NVME" else "COMPOSITE"
    kind = headers.get("x-amz-checksum-type", standard)
    if kind == "FULL_OBJECT" and (algorithm or "").startswith("SHA"):
        raise S3Error("InvalidRequest", f"{kind} is not supported for {algorithm}.")
    identifier = store.new_upload_id()
    bucket.uploads[identifier] = Upload(
        call.key, store.now(), kept_headers(headers), algorithm, kind
    )
    answer = document(
        "InitiateMultipartUploadResult",
        element("Bucket", call.bucket),
        element("Key", call.key),
        element("UploadId", identifier),
    )
    if algorithm:
        answer.headers |= {"x-amz-checksum-algorithm": algorithm, "x-amz-checksum-type": kind}
    return answer


def upload_part(store: Store, call: Call) -> Answer:
    upload, request = upload_of(store, call), call.request
    number = request.parameter("partNumber") or ""
    if not number.isdecimal() or not 1 <= int(number) <= MOST_PARTS:
        raise S3Error(
            "InvalidArgument",
            "Part number must be an integer between 1 and 10000, inclusive",
            ArgumentName="partNumber",
            ArgumentValue=number,
        )
    sums = verify(request.headers, request.body)
    if upload.checksum and sums and upload.checksum not in sums:
        raise S3Error(
            "InvalidRequest",
            f"Checksum Type mismatch occurred, expected checksum Type: {upload.checksum.lower()}, "
            f"actual checksum Type: {next(iter(sums)).lower()}",
        )
    if upload.checksum and not sums:
        sums = {upload.checksum: checksum(upload.checksum, request.body)}
    part = StoredObject(request.body, store.now(), checksums=sums)
    upload.parts[int(number)] = part
    told = {PREFIX + name.lower(): value for name, value in sums.items()}
    return Answer(200, {"ETag": f'"{part.etag}"'} | told)


def complete(store: Store, call: Call) -> Answer:
    """Joins the parts that the client lists, if they are those that were uploaded."""
    bucket, upload = store.bucket(call.bucket), upload_of(store, call)
    root = parse(call.request.body)
    wanted = root.findall("Part")
    if root.tag != "CompleteMultipartUpload" or not wanted:
        raise S3Error("MalformedXML")
    numbers = [int(node.findtext("PartNumber") or 0) for node in wanted]
    if numbers != sorted(set(numbers)):
        raise S3Error("InvalidPartOrder", UploadId=call.request.parameter("uploadId") or "")
    parts = [matching_part(upload, number, node, call) for number, node in zip(numbers, wanted)]
    for number, part in list(zip(numbers, parts))[:-1]:
        if len(part.body) < store.smallest_part:
            raise S3Error(
                "EntityTooSmall",
                ProposedSize=len(part.body),
                MinSizeAllowed=store.smallest_part,
                PartNumber=number,
                ETag=part.etag,
            )
    check_conditions(bucket, call)
    stored = join(upload, parts, store.now())
    claimed = stated(call.request.headers).get(upload.checksum or "")
    if claimed and claimed != stored.checksums[upload.checksum or ""].partition("-")[0]:
        raise S3Error("BadDigest", f"The {upload.checksum} you specified did not match.")
    bucket.put(call.key, stored)
    del bucket.uploads[call.request.parameter("uploadId") or ""]
    sums = [element("Checksum" + name, value) for name, value in stored.checksums.items()]
    return document(
        "CompleteMultipartUploadResult",
        element("Location", f"/{call.bucket}/{call.key}"),
        element("Bucket", call.bucket),
        element("Key", call.key),
        element("ETag", f'"{stored.etag}"'),
        *sums,
        *([element("ChecksumType", stored.checksum_type)] if sums else []),
    )


def matching_part(upload: Upload, number: int, node: Element, call: Call) -> StoredObject:
    """The uploaded part that a client means; its ETag, and its checksum where one is stated or due,
    must be that of what was uploaded."""
    part = upload.parts.get(number)
    claimed = (node.findtext("ETag") or "").strip('"')
    if part is None or part.etag != claimed:
        raise S3Error(
            "InvalidPart",
            UploadId=call.request.parameter("uploadId") or "",
            PartNumber=number,
            ETag=claimed,
        )
    if upload.checksum:
        stated_sum = node.findtext("Checksum" + upload.checksum)
        if stated_sum is None and upload.checksum_type == "COMPOSITE":
            raise S3Error(
                "InvalidRequest",
                f"The upload was created using a {upload.checksum.lower()} checksum. The complete "
                "request must include the checksum for each part. It was missing for part "
                f"{number} in the request.",
            )
        if stated_sum not in (None, part.checksums[upload.checksum]):
            raise S3Error("InvalidPart", PartNumber=number)
    return part


def join(upload: Upload, parts: list[StoredObject], now: float) -> StoredObject:
    """The object that parts make; its ETag is the MD5 of their MD5s, with their number."""
    body = b"".join(part.body for part in parts)
    etag = f"{md5(b''.join(bytes.fromhex(part.etag) for part in parts))}-{len(parts)}"
    sums = {}
    if upload.checksum and upload.checksum_type == "COMPOSITE":
        of_parts = [part.checksums[upload.checksum] for part in parts]
        sums[upload.checksum] = composite(upload.checksum, of_parts)
    elif upload.checksum:
        sums[upload.checksum] = checksum(upload.checksum, body)
    return StoredObject(body, now, etag, upload.headers, sums, upload.checksum_type)


def abort(store: Store, call: Call) -> Answer:
    upload_of(store, call)
    del store.bucket(call.bucket).uploads[call.request.parameter("uploadId") or ""]
    return Answer(204)


def list_parts(store: Store, call: Call) -> Answer:
    upload, request = upload_of(store, call), call.request
    marker = int(request.parameter("part-number-marker") or 0)
    limit = min(int(request.parameter("max-parts") or 1000), 1000)
    numbers = sorted(number for number in upload.parts if number > marker)
    shown = numbers[:limit]
    parts = [
        group(
            "Part",
            element("PartNumber", number),
            element("LastModified", iso(upload.parts[number].modified)),
            element("ETag", f'"{upload.parts[number].etag}"'),
            element("Size", len(upload.parts[number].body)),
            *(
                element("Checksum" + name, value)
                for name, value in upload.parts[number].checksums.items()
            ),
        )
        for number in shown
    ]
    return document(
        "ListPartsResult",
        element("Bucket", call.bucket),
        element("Key", call.key),
        element("UploadId", request.parameter("uploadId")),
        element("PartNumberMarker", marker),
        element("NextPartNumberMarker", shown[-1] if shown else 0),
        element("MaxParts", limit),
        element("StorageClass", "STANDARD"),
        element("IsTruncated", "true" if len(shown) < len(numbers) else "false"),
        *parts,
    )


def list_uploads(store: Store, call: Call) -> Answer:
    bucket, request = store.bucket(call.bucket), call.request
    prefix = request.parameter("prefix") or ""
    after = (
        request.parameter("key-marker") or "",
        request.parameter("upload-id-marker") or "\U0010ffff",
    )
    limit = min(int(request.parameter("max-uploads") or 1000), 1000)
    waiting = sorted((upload.key, identifier) for identifier, upload in bucket.uploads.items())
    waiting = [entry for entry in waiting if entry[0].startswith(prefix) and entry > after]
    shown = waiting[:limit]
    more = len(shown) < len(waiting)
    return document(
        "ListMultipartUploadsResult",
        element("Bucket", call.bucket),
        element("Prefix", prefix),
        element("MaxUploads", limit),
        element("IsTruncated", "true" if more else "false"),
        *(
            [element("NextKeyMarker", shown[-1][0]), element("NextUploadIdMarker", shown[-1][1])]
            if more
            else []
        ),
        *(
            group(
                "Upload",
                element("Key", key),
                element("UploadId", identifier),
                element("StorageClass", "STANDARD"),
                element("Initiated", iso(bucket.uploads[identifier].started)),
            )
            for key, identifier in shown
        ),
    )


def upload_of(store: Store, call: Call) -> Upload:
    return store.bucket(call.bucket).upload(call.request.parameter("uploadId") or "", call.key)
