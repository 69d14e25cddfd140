"""HTTP/1.1 as S3 speaks it: a request read from a socket, an answer in bytes.

Everything is kept as it was sent (path, query, header values), because a signature covers what was
sent and not what a library makes of it.
"""

from __future__ import annotations

import re
from asyncio import IncompleteReadError, LimitOverrunError, StreamReader, StreamWriter
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from urllib.parse import unquote_plus, unquote_to_bytes

from s3.errors import S3Error

HEAD_LIMIT = 64 << 10
BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(slots=True)
class Request:
    """What a client asked.

    `path` is percent-encoded as it came; `query` is decoded and in the order it came; the names of
    `headers` are in lower case, and the values of a repeated one joined by commas.
    """

    method: str
    path: str
    query: list[tuple[str, str]]
    headers: dict[str, str]
    body: bytes = b""
    keeps_open: bool = True

    def parameter(self, name: str, default: str | None = None) -> str | None:
        """The value of the first query parameter of that name."""
        for key, value in self.query:
            if key == name:
                return value
        return default

    def decoded_path(self) -> str:
        """The path as text; a `+` stays one."""
        if "%" not in self.path and self.path.isascii():
            return self.path
        if BROKEN_ESCAPE.search(self.path):
            raise S3Error("InvalidURI", URI=self.path)
        try:
            return unquote_to_bytes(self.path.encode("latin-1")).decode("utf-8")
        except UnicodeDecodeError:
            raise S3Error("InvalidURI", URI=self.path) from None


@dataclass(slots=True)
class Answer:
    """What the client gets. S3 sends the XML that it makes on the fly in chunks; so `chunked`."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    chunked: bool = False


class Malformed(Exception):
    """Bytes that are no HTTP request."""


async def read_request(reader: StreamReader, writer: StreamWriter) -> Request | None:
    """The next request of a connection with its body; None once the client has hung up."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except IncompleteReadError:
        return None
    except LimitOverrunError:
        raise Malformed("the head is too large") from None
    request = parse_head(head[:-4].decode("latin-1"))
    if "transfer-encoding" in request.headers:
        raise Malformed("chunked uploads are not supported, as S3 does not")
    if length := request.headers.get("content-length"):
        if not length.isdecimal():
            raise Malformed("content-length is not a number")
        if request.headers.get("expect", "").lower() == "100-continue":
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        request.body = await reader.readexactly(int(length))
    return request


def parse_head(head: str) -> Request:
    """A request without its body, from the lines above it."""
    first, *lines = head.split("\r\n")
    try:
        method, target, version = first.split(" ")
    except ValueError:
        raise Malformed(f"not a request line: {first!r}") from None
    if target.startswith("http://"):
        target = "/" + target.removeprefix("http://").partition("/")[2]
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or name != name.strip():
            raise Malformed(f"not a header: {line!r}")
        name, value = name.lower(), value.strip()
        headers[name] = f"{headers[name]},{value}" if name in headers else value
    path, _, query = target.partition("?")
    closes = version == "HTTP/1.0" or "close" in headers.get("connection", "").lower()
    return Request(method, path, parse_query(query), headers, keeps_open=not closes)


def parse_query(query: str) -> list[tuple[str, str]]:
    """`a=1&b` as `[("a", "1"), ("b", "")]`, decoded; a `+` is a space here."""
    pairs = []
    for part in query.split("&") if query else []:
        name, _, value = part.partition("=")
        pairs.append((unquote_plus(name), unquote_plus(value)) if part else ("", ""))
    return [pair for pair in pairs if pair[0]]


def encode_head(answer: Answer, serial: int, now: float, closes: bool) -> bytes:
    """The lines above an answer's body, with those that every answer of S3 has."""
    lines = [f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in answer.headers.items()]
    lines += [
        f"x-amz-request-id: {serial:016X}",
        f"x-amz-id-2: peer/{serial}",
        f"Date: {formatdate(now, usegmt=True)}",
        "Server: AmazonS3",
    ]
    if answer.chunked:
        lines.append("Transfer-Encoding: chunked")
    elif "Content-Length" not in answer.headers and answer.status not in (204, 304):
        lines.append(f"Content-Length: {len(answer.body)}")
    if closes:
        lines.append("Connection: close")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def encode_body(answer: Answer) -> bytes:
    """The body as it goes over the wire."""
    if not answer.chunked:
        return answer.body
    chunk = b"%x\r\n%b\r\n" % (len(answer.body), answer.body) if answer.body else b""
    return chunk + b"0\r\n\r\n"
