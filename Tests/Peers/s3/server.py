"""The server: connections, and the way of a request through signature, refusals and operation."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import traceback
from asyncio import IncompleteReadError, StreamReader, StreamWriter
from collections.abc import Callable

from s3 import buckets, control, markup, multipart, objects, sts
from s3.call import Call, understand
from s3.counters import Counters
from s3.errors import S3Error
from s3.faults import Fault, Faults
from s3.signature import Claim, Credential, Keyring, claim
from s3.store import Store
from s3.wire import (
    HEAD_LIMIT,
    Answer,
    Malformed,
    Request,
    encode_body,
    encode_head,
    read_request,
)

#: The pair that AWS's own documentation uses in its examples.
EXAMPLE = Credential("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
CONTROL = "/-/"

OPERATIONS: dict[str, Callable[[Store, Call], Answer]] = {
    "ListBuckets": buckets.list_buckets,
    "CreateBucket": buckets.create_bucket,
    "HeadBucket": buckets.head_bucket,
    "GetBucketLocation": buckets.get_bucket_location,
    "ListObjectsV2": buckets.list_objects_v2,
    "DeleteObjects": buckets.delete_objects,
    "GetObject": objects.get_object,
    "HeadObject": objects.get_object,
    "PutObject": objects.put_object,
    "DeleteObject": objects.delete_object,
    "CreateMultipartUpload": multipart.create,
    "UploadPart": multipart.upload_part,
    "CompleteMultipartUpload": multipart.complete,
    "AbortMultipartUpload": multipart.abort,
    "ListParts": multipart.list_parts,
    "ListMultipartUploads": multipart.list_uploads,
}


class Server:
    """One S3 with all it holds. It runs in one thread; so nothing here needs a lock."""

    def __init__(self) -> None:
        self.store = Store()
        self.keyring = Keyring(EXAMPLE)
        self.faults = Faults()
        self.counters = Counters()
        self.latency = 0.0
        self.requests_a_connection: int | None = None
        self._serial = 0

    async def start(self, port: int) -> int:
        """Listens on the loopback address; returns the port."""
        listener = await asyncio.start_server(
            self.converse, "127.0.0.1", port, limit=HEAD_LIMIT, backlog=1024
        )
        return int(listener.sockets[0].getsockname()[1])

    async def converse(self, reader: StreamReader, writer: StreamWriter) -> None:
        """All requests of one connection."""
        self.counters.connected()
        served = 0
        try:
            while request := await read_request(reader, writer):
                served += 1
                closes = not request.keeps_open or served == self.requests_a_connection
                if not await self.serve(request, reader, writer, closes) or closes:
                    break
        except Malformed as problem:
            answer = markup.error(S3Error("BadRequest", str(problem)), "", 0)
            writer.write(encode_head(answer, 0, self.store.now(), True) + encode_body(answer))
        except (ConnectionError, IncompleteReadError):
            pass
        finally:
            self.counters.disconnected()
            writer.close()

    async def serve(
        self, request: Request, reader: StreamReader, writer: StreamWriter, closes: bool
    ) -> bool:
        """Answers one request; False where the connection cannot go on."""
        self._serial += 1
        answer, fault = self.answer(request)
        self.counters.statuses[answer.status] += 1
        if self.latency:
            await asyncio.sleep(self.latency)
        head = encode_head(answer, self._serial, self.store.now(), closes)
        body = b"" if request.method == "HEAD" else encode_body(answer)
        if fault:
            head, body = await interrupt(fault.kind, head, body, reader, writer)
        writer.write(head + body)
        await writer.drain()
        return not writer.is_closing()

    def answer(self, request: Request) -> tuple[Answer, Fault | None]:
        """The answer to a request, and what is to become of it on its way."""
        if request.path == CONTROL:
            return self.obey(request.body), None
        fault, is_sts = None, False
        try:
            call = understand(request)
            is_sts = call.name == "STS"
            self.counters.by_key[call.name][call.subject] += 1
            fault = self.faults.draw(call.name, call.subject)
            if fault:
                self.counters.faults[fault.kind] += 1
            answer = self.fulfil(call, fault)
        except S3Error as failure:
            answer = (
                sts.error(failure) if is_sts else markup.error(failure, request.path, self._serial)
            )
        except Exception:
            traceback.print_exc()
            answer = markup.error(S3Error("InternalError"), request.path, self._serial)
        if fault:
            answer.body = fault.spoil(answer.body)
        return answer, fault

    def fulfil(self, call: Call, fault: Fault | None) -> Answer:
        """Does what a call asks for, if nothing forbids it."""
        if fault and fault.error:
            raise fault.error
        caller = self.caller(call)
        if call.name == "STS":
            return sts.answer(call.request.body, caller, self.keyring, self.store.now())
        if refusal := self.store.denials.refusal(call.name, call.subject):
            raise refusal
        if fault and fault.kind == "late":
            late = markup.error(S3Error("InternalError"), call.request.path, self._serial)
            late.status = 200
            return late
        return OPERATIONS[call.name](self.store, call)

    def caller(self, call: Call) -> Credential | None:
        """Who signed the request; None where nobody did and nobody needs to."""
        made = claim(call.request)
        if made is None:
            if not self.store.allows_anonymous and call.name != "STS":
                raise S3Error("AccessDenied")
            return None
        self.check_scope(call, made)
        return self.keyring.check(call.request, made, self.store.now())

    def check_scope(self, call: Call, made: Claim) -> None:
        """Holds a signature to the service and, for S3, to the bucket's region.

        Who signed for the endpoint's region is told where the bucket is; who signed for any other,
        that the signature is wrong.
        """
        code = "AuthorizationHeaderMalformed"
        if made.expires is not None:
            code = "AuthorizationQueryParametersError"
        service = "sts" if call.name == "STS" else "s3"
        if made.service != service:
            raise S3Error(code, f'incorrect service "{made.service}". This belongs to "{service}".')
        if service == "sts":
            return
        bucket = self.store.buckets.get(call.bucket)
        region = bucket.region if bucket else self.store.home
        if made.region == region:
            return
        told = {"x-amz-bucket-region": region} if bucket else {}
        if bucket and made.region == self.store.home:
            endpoint = f"s3.{region}.amazonaws.com"
            raise S3Error("PermanentRedirect", headers=told, Endpoint=endpoint, Bucket=call.bucket)
        message = f"the region '{made.region}' is wrong; expecting '{region}'"
        prefix = "The authorization header is malformed; " * (made.expires is None)
        raise S3Error(code, prefix + message, told, Region=region)

    def obey(self, body: bytes) -> Answer:
        """Carries out a command of the tests that came by HTTP."""
        reply = control.carry_out(self, body)
        return Answer(200, {"Content-Type": "application/json"}, json.dumps(reply).encode())


async def interrupt(
    kind: str, head: bytes, body: bytes, reader: StreamReader, writer: StreamWriter
) -> tuple[bytes, bytes]:
    """Does to an answer on its way what a fault of the connection does; returns what is still to be
    sent."""
    half = body[: len(body) // 2]
    if kind in ("reset-body", "truncate", "stall-body"):
        writer.write(head + half)
        await writer.drain()
    if kind in ("stall", "stall-body"):
        await reader.read()
    if kind in ("reset", "reset-body"):
        linger = struct.pack("ii", 1, 0)
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        writer.transport.abort()
    if kind in ("truncate", "stall", "stall-body"):
        writer.close()
    return (b"", b"") if writer.is_closing() else (head, body)
