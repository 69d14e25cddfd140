"""What goes wrong on purpose: faults of the network and the service, and refusals."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

from s3.errors import S3Error

#: Faults that are answers in their own right, by what they are called in commands.
REFUSALS = {"500": "InternalError", "503": "SlowDown", "429": "TooManyRequests"}
#: Those and the faults of the connection: reset before the answer or in mid body, closed in mid
#: body, a bit flipped, silence before the answer or in mid body until the client hangs up. And
#: `late`, as S3 may end a CompleteMultipartUpload: status 200, and an error in the body.
KINDS = (*REFUSALS, "reset", "reset-body", "truncate", "flip", "stall", "stall-body", "late")


@dataclass(slots=True)
class Rule:
    """What something applies to: operations by name, keys by a regular expression that is found in
    them (in the prefix, for a listing). None is all of them."""

    operation: str | None = None
    key: re.Pattern[str] | None = None

    def covers(self, operation: str, key: str) -> bool:
        if self.operation not in (None, operation):
            return False
        return self.key is None or self.key.search(key) is not None


@dataclass(slots=True)
class Fault:
    """A fault, and which requests it hits: those that `rule` covers, of these a share of
    `probability`, and of these the first `first` and of each key the first `first_per_key`.

    Chance depends on the seed, the operation, the key and how often that key was asked for before,
    and on nothing else: the same faults strike in whatever order requests come.
    """

    kind: str
    rule: Rule
    first: int | None = None
    first_per_key: int | None = None
    probability: float = 1.0
    seed: int = 1
    retry_after: int | None = None
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    struck: Counter[tuple[str, str]] = field(default_factory=Counter)

    def strikes(self, operation: str, key: str) -> bool:
        if not self.rule.covers(operation, key):
            return False
        place = (operation, key)
        self.seen[place] += 1
        if self.first is not None and self.struck.total() >= self.first:
            return False
        if self.first_per_key is not None and self.struck[place] >= self.first_per_key:
            return False
        if self.chance(f"{operation}|{key}|{self.seen[place]}") >= self.probability:
            return False
        self.struck[place] += 1
        return True

    def chance(self, place: str) -> float:
        """A number from 0 up to 1 that is always the same for that place."""
        digest = hashlib.sha256(f"{self.seed}|{self.kind}|{place}".encode()).digest()
        return int.from_bytes(digest[:6], "big") / (1 << 48)

    @property
    def error(self) -> S3Error | None:
        """The answer that this fault is, if it is one."""
        if self.kind not in REFUSALS:
            return None
        wait = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
        return S3Error(REFUSALS[self.kind], headers=wait)

    def spoil(self, body: bytes) -> bytes:
        """The body as this fault leaves it, where it is one that changes it."""
        if self.kind != "flip" or not body:
            return body
        spot = int(self.chance(f"spot {len(body)}") * len(body))
        return body[:spot] + bytes([body[spot] ^ 0x10]) + body[spot + 1 :]


class Faults:
    """The faults that are in force; the first that strikes is the one."""

    def __init__(self) -> None:
        self.all: list[Fault] = []

    def draw(self, operation: str, key: str) -> Fault | None:
        return next((fault for fault in self.all if fault.strikes(operation, key)), None)


class Denials:
    """What nobody may do: rules with the code of the refusal, mostly AccessDenied."""

    def __init__(self) -> None:
        self.all: list[tuple[Rule, str]] = []

    def refusal(self, operation: str, key: str) -> S3Error | None:
        for rule, code in self.all:
            if rule.covers(operation, key):
                return S3Error(code)
        return None
