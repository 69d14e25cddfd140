"""The commands that a test gives: one JSON object each, answered by one.

A command names what to `do`; README.md lists what each takes. An answer has `error` where a command
is wrong, and else what was asked for.
"""

from __future__ import annotations

import base64
import json
import random
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from s3 import layout
from s3.errors import ERRORS, S3Error
from s3.faults import KINDS, Fault, Rule
from s3.signature import Credential
from s3.store import ListingQuirk, StoredObject

if TYPE_CHECKING:
    from s3.server import Server

Command = dict[str, Any]
Reply = dict[str, Any]
#: When what is put by a command was modified, unless the command says.
LONG_AGO = 1_700_000_000.0


class Wrong(Exception):
    """A command that cannot be carried out."""


def carry_out(server: Server, line: bytes) -> Reply:
    """Does what a command says."""
    try:
        command = json.loads(line)
        action = ACTIONS.get(command.pop("do", None))
        if action is None:
            raise Wrong(f"do is none of {', '.join(ACTIONS)}")
        return action(server, command) or {}
    except (S3Error, Wrong, ValueError, LookupError, TypeError, AttributeError) as problem:
        return {"error": f"{type(problem).__name__}: {problem}"}


# What the buckets hold


def create(server: Server, command: Command) -> Reply | None:
    server.store.create(command["bucket"], command.get("region", server.store.home))
    return None


def put(server: Server, command: Command) -> Reply:
    """Objects as they would be after uploads; ETag and date may be others than the true ones."""
    bucket = server.store.bucket(command["bucket"])
    for entry in command["objects"]:
        stored = StoredObject(
            content(entry),
            entry.get("modified", LONG_AGO),
            entry.get("etag", ""),
            {"content-type": "binary/octet-stream"} | entry.get("headers", {}),
            storage_class=entry.get("storage_class", "STANDARD"),
        )
        bucket.put(entry["key"], stored)
    return {"objects": len(bucket.objects)}


def content(entry: Command) -> bytes:
    """A body: `text`, or `base64`, or that many bytes of `garbage`, which are always the same."""
    if "text" in entry:
        return str(entry["text"]).encode()
    if "base64" in entry:
        return base64.b64decode(entry["base64"])
    return random.Random(entry.get("seed", 1)).randbytes(int(entry["garbage"]))


def seed(server: Server, command: Command) -> Reply:
    """A bucket as the original project leaves it."""
    bucket = server.store.bucket(command.pop("bucket"))
    prefix = command.pop("prefix", "")
    size = count = 0
    for key, text in layout.objects(**command):
        # Logs of killed runs lie outside the project's folder.
        key = key if key.startswith("/") else prefix + key
        bucket.put(key, StoredObject(text.encode(), LONG_AGO))
        size, count = size + len(text.encode()), count + 1
    return {"objects": count, "bytes": size}


def delete(server: Server, command: Command) -> Reply | None:
    bucket = server.store.bucket(command["bucket"])
    for key in command["keys"]:
        bucket.delete(key)
    return None


def get(server: Server, command: Command) -> Reply:
    stored = server.store.bucket(command["bucket"]).objects.get(command["key"])
    if stored is None:
        return {"found": False}
    return {
        "found": True,
        "base64": base64.b64encode(stored.body).decode(),
        "etag": stored.etag,
        "headers": stored.headers,
        "checksums": stored.checksums,
    }


def keys(server: Server, command: Command) -> Reply:
    bucket = server.store.bucket(command["bucket"])
    low, end = bucket.span(command.get("prefix", ""))
    return {"keys": bucket.keys[low:end], "uploads": sorted(bucket.uploads)}


def listing(server: Server, command: Command) -> Reply | None:
    """Makes a bucket's listing wrong, or right again."""
    kind, bucket = command.get("kind"), server.store.bucket(command["bucket"])
    if kind is not None and kind not in ListingQuirk.KINDS:
        raise Wrong(f"kind is none of {', '.join(ListingQuirk.KINDS)}")
    bucket.quirk = ListingQuirk(kind, content(command) if kind == "raw" else b"") if kind else None
    return None


# What goes wrong


def rule(command: Command) -> Rule:
    pattern = command.pop("key", None)
    operation = command.pop("operation", None)
    return Rule(operation, None if pattern is None else re.compile(pattern, re.DOTALL))


def fault(server: Server, command: Command) -> Reply | None:
    if command.get("kind") not in KINDS:
        raise Wrong(f"kind is none of {', '.join(KINDS)}")
    where = rule(command)
    server.faults.all.append(Fault(rule=where, **command))
    return None


def deny(server: Server, command: Command) -> Reply | None:
    code = command.get("code", "AccessDenied")
    if code not in ERRORS:
        raise Wrong(f"{code} is no code of S3")
    server.store.denials.all.append((rule(command), code))
    return None


def heal(server: Server, command: Command) -> Reply | None:
    """Ends all faults and denials."""
    server.faults.all.clear()
    server.store.denials.all.clear()
    return None


# Who may come, when and how


def credential(server: Server, command: Command) -> Reply | None:
    server.keyring.add(Credential(**command))
    return None


def expire(server: Server, command: Command) -> Reply | None:
    """Ends a key's token, or gives it back its life."""
    server.keyring.credentials[command["key"]].is_expired = command.get("expired", True)
    return None


def revoke(server: Server, command: Command) -> Reply | None:
    del server.keyring.credentials[command["key"]]
    return None


def settings(server: Server, command: Command) -> Reply | None:
    """Of the server: `anonymous clock_offset home smallest_part latency requests_a_connection`."""
    names = {"anonymous": "allows_anonymous"}
    for name, value in command.items():
        owner = server if name in ("latency", "requests_a_connection") else server.store
        if not hasattr(owner, names.get(name, name)) or name == "buckets":
            raise Wrong(f"no setting {name}")
        setattr(owner, names.get(name, name), value)
    return None


# What was seen


def counters(server: Server, command: Command) -> Reply:
    return server.counters.summary()


def requests(server: Server, command: Command) -> Reply:
    """How often each key was asked for with one operation."""
    return {"keys": server.counters.by_key.get(command["operation"], {})}


def forget(server: Server, command: Command) -> Reply | None:
    server.counters.forget()
    return None


ACTIONS: dict[str, Callable[[Server, Command], Reply | None]] = {
    action.__name__: action
    for action in (
        create,
        put,
        seed,
        delete,
        get,
        keys,
        listing,
        fault,
        deny,
        heal,
        credential,
        expire,
        revoke,
        settings,
        counters,
        requests,
        forget,
    )
}
