"""The Security Token Service, as far as signing in needs it."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from s3.errors import S3Error
from s3.markup import document, element, group
from s3.signature import Credential, Keyring, iso
from s3.wire import Answer, parse_query

NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/"
ACCOUNT = "123456789012"
serials = itertools.count(1)


def answer(body: bytes, caller: Credential | None, keyring: Keyring, now: float) -> Answer:
    """The answer to an action in a form's encoding; `caller` is who signed, if anyone did."""
    form = dict(parse_query(body.decode("utf-8", "replace")))
    action = form.get("Action", "")
    if action not in ACTIONS:
        raise S3Error("InvalidArgument", f"Could not find operation {action}")
    if caller is None and action != "AssumeRoleWithWebIdentity":
        raise S3Error("AccessDenied", "Request is missing Authentication Token")
    result = group(f"{action}Result", *ACTIONS[action](form, caller, keyring, now))
    metadata = group("ResponseMetadata", element("RequestId", "peer"))
    return document(f"{action}Response", result, metadata, namespace=NAMESPACE)


def caller_identity(
    form: dict[str, str], caller: Credential | None, keyring: Keyring, now: float
) -> list[str]:
    arn = caller.arn if caller else ""
    return [element("Arn", arn), element("UserId", "AIDAPEER"), element("Account", ACCOUNT)]


def assume_role(
    form: dict[str, str], caller: Credential | None, keyring: Keyring, now: float
) -> list[str]:
    """New credentials, good at this server from now on."""
    role, session = form.get("RoleArn", ""), form.get("RoleSessionName", "")
    if not role.startswith("arn:") or not session:
        raise S3Error("InvalidArgument", "RoleArn and RoleSessionName are needed")
    number = next(serials)
    arn = f"arn:aws:sts::{ACCOUNT}:assumed-role/{role.rpartition('/')[2]}/{session}"
    made = Credential(
        f"ASIAPEER{number:012d}", f"secret-of-session-{number}", f"token/{number}+=", arn
    )
    keyring.add(made)
    return [
        group(
            "Credentials",
            element("AccessKeyId", made.key),
            element("SecretAccessKey", made.secret),
            element("SessionToken", made.token),
            element("Expiration", iso(now + int(form.get("DurationSeconds", "3600")))),
        ),
        group(
            "AssumedRoleUser", element("AssumedRoleId", f"AROAPEER:{session}"), element("Arn", arn)
        ),
    ]


Action = Callable[[dict[str, str], Credential | None, Keyring, float], list[str]]
ACTIONS: dict[str, Action] = {
    "GetCallerIdentity": caller_identity,
    "AssumeRole": assume_role,
    "AssumeRoleWithWebIdentity": assume_role,
}


def error(failure: S3Error) -> Answer:
    """An error in the words of STS, which differ from those of S3."""
    code = {"InvalidAccessKeyId": "InvalidClientTokenId"}.get(failure.code, failure.code)
    return document(
        "ErrorResponse",
        group(
            "Error",
            element("Type", "Sender"),
            element("Code", code),
            element("Message", failure.message),
        ),
        element("RequestId", "peer"),
        status=failure.status,
        namespace=NAMESPACE,
    )
