"""XML as S3 writes and reads it."""

from __future__ import annotations

import re
from urllib.parse import quote_plus
from xml.etree import ElementTree

from s3.errors import S3Error
from s3.wire import Answer

NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/"
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
NEEDS_ESCAPE = re.compile(r'[&<>"\x00-\x08\x0b-\x1f\x7f\n]')


def escape(text: object) -> str:
    """Text for between two tags.

    As S3 does, a control character is written as a reference even where XML 1.0 has no such
    character: a client must ask for `encoding-type=url` to be safe from that.
    """
    return NEEDS_ESCAPE.sub(lambda match: ESCAPES.get(match[0]) or f"&#{ord(match[0])};", str(text))


def element(name: str, content: object) -> str:
    """`<name>content</name>`, with the content escaped."""
    return f"<{name}>{escape(content)}</{name}>"


def group(name: str, *children: str) -> str:
    """An element of elements."""
    return f"<{name}>{''.join(children)}</{name}>"


def document(root: str, *children: str, status: int = 200, namespace: str = NAMESPACE) -> Answer:
    """An answer that is an XML document."""
    declaration = f' xmlns="{namespace}"' if namespace else ""
    text = f"{root}{declaration}>{''.join(children)}</{root}>"
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<{text}'.encode()
    return Answer(status, {"Content-Type": "application/xml"}, body, chunked=True)


def url_encoded(text: str) -> str:
    """A key as `encoding-type=url` has it: a form's encoding that leaves slashes alone."""
    return quote_plus(text, safe="/*")


def parse(body: bytes) -> ElementTree.Element:
    """The root of what a client sent, its names stripped of their namespace."""
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError:
        raise S3Error("MalformedXML") from None
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
    return root


def error(failure: S3Error, resource: str, serial: int) -> Answer:
    """The answer that tells a client of an error."""
    answer = document(
        "Error",
        element("Code", failure.code),
        element("Message", failure.message),
        *(element(name.replace("_", "-"), value) for name, value in failure.details.items()),
        element("Resource", resource),
        element("RequestId", f"{serial:016X}"),
        element("HostId", f"peer/{serial}"),
        status=failure.status,
        namespace="",
    )
    answer.headers |= failure.headers
    return answer
