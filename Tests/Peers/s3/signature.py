"""Signature Version 4, checked as Amazon's documentation describes it.

Written from "Authenticating Requests: Using the Authorization Header" and "Using Query Parameters"
of the Amazon S3 API Reference, and from nobody's code.
"""

from __future__ import annotations

import calendar
import hashlib
import hmac
import re
import time
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from urllib.parse import quote

from s3.errors import S3Error
from s3.wire import Request

ALGORITHM = "AWS4-HMAC-SHA256"
UNSIGNED = "UNSIGNED-PAYLOAD"
MAX_SKEW = 900
WEEK = 7 * 24 * 3600
HEX_DIGEST = re.compile(r"[0-9a-f]{64}")
SPACES = re.compile(" +")


@dataclass(slots=True)
class Credential:
    """A key pair; temporary ones have a token and may be over."""

    key: str
    secret: str
    token: str | None = None
    arn: str = "arn:aws:iam::123456789012:user/bench"
    is_expired: bool = False


@dataclass(slots=True, frozen=True)
class Claim:
    """What a request says of its own signature."""

    key: str
    date: str
    region: str
    service: str
    signed_headers: str
    signature: str
    stamp: str
    token: str | None
    payload: str
    #: Seconds that a presigned URL is good for; None for the header form.
    expires: int | None

    @property
    def scope(self) -> str:
        return f"{self.date}/{self.region}/{self.service}/aws4_request"


def claim(request: Request) -> Claim | None:
    """The signature of a request, in whichever of its two forms; None for an anonymous one."""
    in_header = "authorization" in request.headers
    in_query = request.parameter("X-Amz-Algorithm") is not None
    if in_header and in_query:
        raise S3Error("InvalidArgument", "Only one auth mechanism allowed")
    if in_header:
        return header_claim(request)
    return query_claim(request) if in_query else None


def header_claim(request: Request) -> Claim:
    algorithm, _, rest = request.headers["authorization"].partition(" ")
    if algorithm != ALGORITHM:
        raise S3Error(
            "InvalidRequest", f"The authorization mechanism {algorithm} is not supported."
        )
    fields = dict(part.strip().partition("=")[::2] for part in rest.split(","))
    if fields.keys() != {"Credential", "SignedHeaders", "Signature"}:
        raise S3Error("AuthorizationHeaderMalformed")
    named = scope(fields["Credential"], "AuthorizationHeaderMalformed")
    stamp = request.headers.get("x-amz-date")
    if stamp is None:
        raise S3Error(
            "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header"
        )
    payload = request.headers.get("x-amz-content-sha256")
    if payload is None and named[3] == "s3":
        raise S3Error(
            "InvalidRequest", "Missing required header for this request: x-amz-content-sha256"
        )
    return Claim(
        *named,
        signed_headers=fields["SignedHeaders"],
        signature=fields["Signature"],
        stamp=stamp,
        token=request.headers.get("x-amz-security-token"),
        payload=payload or hashlib.sha256(request.body).hexdigest(),
        expires=None,
    )


def query_claim(request: Request) -> Claim:
    code = "AuthorizationQueryParametersError"
    given = {key: value for key, value in request.query if key.startswith("X-Amz-")}
    needed = {"Algorithm", "Credential", "Signature", "Date", "SignedHeaders", "Expires"}
    if not {f"X-Amz-{name}" for name in needed} <= given.keys():
        raise S3Error(code)
    if given["X-Amz-Algorithm"] != ALGORITHM:
        raise S3Error(code, 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
    if not given["X-Amz-Expires"].isdecimal() or int(given["X-Amz-Expires"]) > WEEK:
        raise S3Error(code, "X-Amz-Expires must be less than a week (in seconds)")
    return Claim(
        *scope(given["X-Amz-Credential"], code),
        signed_headers=given["X-Amz-SignedHeaders"],
        signature=given["X-Amz-Signature"],
        stamp=given["X-Amz-Date"],
        token=given.get("X-Amz-Security-Token"),
        payload=request.headers.get("x-amz-content-sha256", UNSIGNED),
        expires=int(given["X-Amz-Expires"]),
    )


def scope(credential: str, code: str) -> tuple[str, str, str, str]:
    """Key, date, region and service of a `Credential=`; a key may hold slashes."""
    parts = credential.rsplit("/", 4)
    if len(parts) != 5 or parts[4] != "aws4_request" or parts[3] not in ("s3", "sts"):
        raise S3Error(
            code,
            'The Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/'
            'SERVICE/aws4_request".',
        )
    return parts[0], parts[1], parts[2], parts[3]


class Keyring:
    """The credentials that this server knows."""

    def __init__(self, *credentials: Credential) -> None:
        self.credentials = {credential.key: credential for credential in credentials}

    def add(self, credential: Credential) -> None:
        self.credentials[credential.key] = credential

    def check(self, request: Request, claim: Claim, now: float) -> Credential:
        """Whose request it is; an error as S3 words it where the signature does not prove that."""
        credential = self.credentials.get(claim.key)
        if credential is None or credential.token and not claim.token:
            raise S3Error("InvalidAccessKeyId", AWSAccessKeyId=claim.key)
        if credential.token != claim.token:
            raise S3Error("InvalidToken", Token_0=claim.token or "")
        check_form(claim)
        check_time(claim, now)
        check_signature(request, claim, credential)
        check_payload(request, claim)
        if credential.is_expired:
            raise S3Error("ExpiredToken", Token_0=claim.token or "")
        return credential


def check_form(claim: Claim) -> None:
    """Refuses what cannot be the digest of a payload."""
    if claim.payload.startswith("STREAMING-"):
        raise S3Error("NotImplemented", Header="x-amz-content-sha256")
    if claim.payload != UNSIGNED and not HEX_DIGEST.fullmatch(claim.payload):
        raise S3Error(
            "InvalidArgument",
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, or "
            "a valid sha256 value.",
        )


def check_time(claim: Claim, now: float) -> None:
    """Holds the time of a signature to the server's clock, and to what a presigned URL says."""
    signed_at = seconds(claim.stamp)
    if not claim.stamp.startswith(claim.date):
        raise S3Error(
            "AuthorizationHeaderMalformed"
            if claim.expires is None
            else "AuthorizationQueryParametersError",
            f'Invalid credential date "{claim.date}". This date is not the same as X-Amz-Date: '
            f'"{claim.stamp[:8]}".',
        )
    if claim.expires is None and abs(now - signed_at) > MAX_SKEW:
        raise S3Error(
            "RequestTimeTooSkewed",
            RequestTime=claim.stamp,
            ServerTime=iso(now),
            MaxAllowedSkewMilliseconds=MAX_SKEW * 1000,
        )
    if claim.expires is not None and signed_at - now > MAX_SKEW:
        raise S3Error("AccessDenied", "Request is not valid yet", ServerTime=iso(now))
    if claim.expires is not None and now > signed_at + claim.expires:
        raise S3Error(
            "AccessDenied",
            "Request has expired",
            Expires=iso(signed_at + claim.expires),
            ServerTime=iso(now),
            X_Amz_Expires=claim.expires,
        )


def check_signature(request: Request, claim: Claim, credential: Credential) -> None:
    """Holds a signature to that of the credential, and has all of S3's headers signed."""
    names = claim.signed_headers.split(";")
    unsigned = [name for name in request.headers if name.startswith("x-amz-") and name not in names]
    if "host" not in names or unsigned:
        raise S3Error(
            "AccessDenied",
            "There were headers present in the request which were not signed",
            HeadersNotSigned=", ".join(unsigned or ["host"]),
        )
    canonical = canonical_request(request, claim)
    text = "\n".join([ALGORITHM, claim.stamp, claim.scope, hashlib.sha256(canonical).hexdigest()])
    key = signing_key(credential.secret, claim.date, claim.region, claim.service)
    true = hmac.digest(key, text.encode(), "sha256").hex()
    if not hmac.compare_digest(true, claim.signature.encode("ascii", "replace").decode()):
        raise S3Error(
            "SignatureDoesNotMatch",
            AWSAccessKeyId=claim.key,
            StringToSign=text,
            SignatureProvided=claim.signature,
            StringToSignBytes=text.encode().hex(" "),
            CanonicalRequest=canonical.decode("utf-8", "replace"),
            CanonicalRequestBytes=canonical.hex(" "),
        )


def canonical_request(request: Request, claim: Claim) -> bytes:
    """The six parts that are signed. S3 encodes a path once and lets `..` and `//` stand."""
    pairs = sorted(
        (encode(name), encode(value))
        for name, value in request.query
        if name != "X-Amz-Signature" or claim.expires is None
    )
    names = sorted(claim.signed_headers.split(";"))
    return "\n".join(
        [
            request.method,
            quote(request.decoded_path(), safe="/-_.~"),
            "&".join(f"{name}={value}" for name, value in pairs),
            *(f"{name}:{SPACES.sub(' ', request.headers.get(name, ''))}" for name in names),
            "",
            ";".join(names),
            claim.payload,
        ]
    ).encode("latin-1")


def encode(text: str) -> str:
    """Percent-encoding of everything but the unreserved characters of RFC 3986."""
    return text if text.isalnum() and text.isascii() else quote(text, safe="-_.~")


@lru_cache(maxsize=256)
def signing_key(secret: str, date: str, region: str, service: str) -> bytes:
    key = f"AWS4{secret}".encode()
    for part in (date, region, service, "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    return key


def check_payload(request: Request, claim: Claim) -> None:
    """Holds the body to the digest that was signed for it."""
    if claim.payload == UNSIGNED:
        return
    true = hashlib.sha256(request.body).hexdigest()
    if true != claim.payload:
        raise S3Error(
            "XAmzContentSHA256Mismatch",
            ClientComputedContentSHA256=claim.payload,
            S3ComputedContentSHA256=true,
        )


@lru_cache(maxsize=256)
def seconds(stamp: str) -> int:
    """The time of an X-Amz-Date."""
    try:
        return calendar.timegm(time.strptime(stamp, "%Y%m%dT%H%M%SZ"))
    except ValueError:
        raise S3Error(
            "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header"
        ) from None


def iso(moment: float) -> str:
    """A time as S3's XML has it."""
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(moment))


def http_date(moment: float) -> str:
    """A time as HTTP's headers have it."""
    return formatdate(moment, usegmt=True)
