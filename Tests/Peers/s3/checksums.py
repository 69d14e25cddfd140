"""The digests that S3 verifies: Content-MD5 and the x-amz-checksum-* family."""

from __future__ import annotations

import binascii
import hashlib
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import cache

from s3.errors import S3Error

PREFIX = "x-amz-checksum-"
NOT_VALUES = {"algorithm", "type", "mode"}


def md5(body: bytes) -> str:
    return hashlib.md5(body, usedforsecurity=False).hexdigest()


@cache
def table(polynomial: int) -> list[int]:
    """The 256 remainders of a reflected CRC."""
    rows = []
    for row in range(256):
        for _ in range(8):
            row = row >> 1 ^ polynomial if row & 1 else row >> 1
        rows.append(row)
    return rows


def reflected_crc(body: bytes, polynomial: int, bits: int) -> bytes:
    """A CRC with all bits set at the start and inverted at the end, big-endian."""
    rows, ones = table(polynomial), (1 << bits) - 1
    remainder = ones
    for byte in body:
        remainder = rows[(remainder ^ byte) & 0xFF] ^ remainder >> 8
    return (remainder ^ ones).to_bytes(bits // 8, "big")


ALGORITHMS: dict[str, Callable[[bytes], bytes]] = {
    "CRC32": lambda body: zlib.crc32(body).to_bytes(4, "big"),
    "CRC32C": lambda body: reflected_crc(body, 0x82F63B78, 32),
    "CRC64NVME": lambda body: reflected_crc(body, 0x9A6C9329AC4BC9B5, 64),
    "SHA1": lambda body: hashlib.sha1(body, usedforsecurity=False).digest(),
    "SHA256": lambda body: hashlib.sha256(body).digest(),
}


def checksum(algorithm: str, body: bytes) -> str:
    """A checksum as its header has it."""
    return b64encode(ALGORITHMS[algorithm](body)).decode()


def composite(algorithm: str, parts: list[str]) -> str:
    """The checksum of a multipart object's part checksums, with their number."""
    return f"{checksum(algorithm, b''.join(b64decode(part) for part in parts))}-{len(parts)}"


def stated(headers: dict[str, str]) -> dict[str, str]:
    """The checksums by algorithm that a request states; one at most."""
    found = {
        name.removeprefix(PREFIX).upper(): value
        for name, value in headers.items()
        if name.startswith(PREFIX) and name.removeprefix(PREFIX) not in NOT_VALUES
    }
    if unknown := found.keys() - ALGORITHMS.keys():
        raise S3Error("InvalidRequest", f"Unknown checksum algorithm {unknown.pop()}.")
    if len(found) > 1:
        raise S3Error(
            "InvalidRequest",
            "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
        )
    if "x-amz-sdk-checksum-algorithm" in headers and not found:
        raise S3Error(
            "InvalidRequest",
            "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or "
            "x-amz-trailer headers were found.",
        )
    return found


def verify(headers: dict[str, str], body: bytes) -> dict[str, str]:
    """Holds a body to the digests stated for it, and returns the checksums by algorithm."""
    if (digest := headers.get("content-md5")) is not None:
        if decoded(digest, 16) is None:
            raise S3Error("InvalidDigest", Content_MD5=digest)
        if decoded(digest, 16) != bytes.fromhex(md5(body)):
            raise S3Error("BadDigest", CalculatedDigest=md5(body), ExpectedDigest=digest)
    sums = stated(headers)
    for algorithm, value in sums.items():
        true = checksum(algorithm, body)
        if decoded(value, len(b64decode(true))) is None:
            raise S3Error(
                "InvalidRequest", f"Value for {PREFIX}{algorithm.lower()} header is invalid."
            )
        if value != true:
            raise S3Error(
                "BadDigest", f"The {algorithm} you specified did not match the calculated checksum."
            )
    return sums


def decoded(text: str, size: int) -> bytes | None:
    """The bytes of a Base64 text, if it is one of that many bytes."""
    try:
        found = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return found if len(found) == size else None
