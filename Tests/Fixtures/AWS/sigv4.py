"""Writes sigv4.jsonl: each case of AWS's signing suite as a row.

    python3 sigv4.py FOLDER > sigv4.jsonl

FOLDER is tests/aws-signing-test-suite/v4 of https://github.com/awslabs/aws-c-auth (Apache 2.0).
"""

import json
import pathlib
import sys

NAMES = ("canonical-request", "string-to-sign", "signature")

for folder in sorted(path for path in pathlib.Path(sys.argv[1]).iterdir() if path.is_dir()):
    context = json.loads((folder / "context.json").read_text())
    row = {
        "name": folder.name,
        "request": (folder / "request.txt").read_bytes().decode(),
        "token": context["credentials"].get("token"),
        "normalize": context["normalize"],
        "sign_body": context["sign_body"],
        "omit_session_token": context.get("omit_session_token", False),
        "expires": context["expiration_in_seconds"],
    }
    for form in ("header", "query"):
        for name in NAMES:
            text = (folder / f"{form}-{name}.txt").read_bytes().decode()
            row[f"{form}_{name}".replace("-", "_")] = text
    print(json.dumps(row, ensure_ascii=False))
