"""Starts a server that gives out credentials of roles as AWS's servers do, for tests.

    roles_server.py

It prints one line, {"port": N}, and ends when its input does. A line on its input, whatever it says, is
answered with the requests so far, {"requests": ["GET /path", ...]}.

It is in one what tells a machine its role (/latest/..., with a token first), what tells a container its
role (/container; /guarded wants `Authorization: open sesame`), the Security Token Service (POST /), IAM
Identity Center (/federation/credentials, which wants the token `sso-token` or `newer-token`) and its
tokens (POST /token). The access keys say whom they are of: KEY-OF-MACHINE, KEY-OF-CONTAINER,
KEY-OF-WEB-IDENTITY, KEY-OF-SSO and, for a role called lab, KEY-OF-lab.
"""

from __future__ import annotations

import http.server
import json
import sys
import threading
import time
import urllib.parse

METADATA = "/latest/meta-data/iam/security-credentials/"


def moment(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))


def keys(owner: str) -> dict[str, str]:
    return {
        "AccessKeyId": f"KEY-OF-{owner}",
        "SecretAccessKey": "a secret",
        "Token": "a token",
        "Expiration": moment(3600),
    }


def session(action: str, owner: str) -> str:
    return (
        f'<{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result>'
        f"<Credentials><AccessKeyId>KEY-OF-{owner}</AccessKeyId>"
        "<SecretAccessKey>a secret</SecretAccessKey><SessionToken>a token</SessionToken>"
        f"<Expiration>{moment(3600)}</Expiration></Credentials></{action}Result></{action}Response>"
    )


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        self.requests: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.note()
        path = self.path.partition("?")[0]
        if path.startswith("/latest/"):
            self.metadata(path)
        elif path == "/container":
            self.reply_json(keys("CONTAINER"))
        elif path == "/guarded":
            is_let_in = self.headers.get("Authorization") == "open sesame"
            self.reply_json(keys("CONTAINER")) if is_let_in else self.reply("who are you?", 403)
        elif path == "/federation/credentials":
            self.federation()
        else:
            self.reply("no such page", 404)

    def do_PUT(self) -> None:
        self.note()
        lasts = self.headers.get("x-aws-ec2-metadata-token-ttl-seconds")
        is_right = self.path == "/latest/api/token" and lasts
        self.reply("metadata-token") if is_right else self.reply("no", 400)

    def do_POST(self) -> None:
        self.note()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if self.path == "/token":
            question = json.loads(body)
            if question.get("refreshToken") != "refresh-token":
                return self.reply_json({"error": "invalid_grant"}, 400)
            return self.reply_json({"accessToken": "newer-token", "expiresIn": 28800})
        form = dict(urllib.parse.parse_qsl(body))
        role = form["RoleArn"].rpartition("/")[2]
        owner = role if form["Action"] == "AssumeRole" else "WEB-IDENTITY"
        self.reply(session(form["Action"], owner))

    def metadata(self, path: str) -> None:
        if self.headers.get("x-aws-ec2-metadata-token") != "metadata-token":
            self.reply("no token", 401)
        elif path == METADATA:
            self.reply("bench")
        elif path == METADATA + "bench":
            self.reply_json({"Code": "Success", **keys("MACHINE")})
        else:
            self.reply("no such page", 404)

    def federation(self) -> None:
        if self.headers.get("x-amz-sso_bearer_token") not in ("sso-token", "newer-token"):
            return self.reply_json({"message": "Session token not found or invalid"}, 401)
        self.reply_json(
            {
                "roleCredentials": {
                    "accessKeyId": "KEY-OF-SSO",
                    "secretAccessKey": "a secret",
                    "sessionToken": "a token",
                    "expiration": int(time.time() + 3600) * 1000,
                }
            }
        )

    def note(self) -> None:
        self.server.requests.append(f"{self.command} {self.path}")

    def log_message(self, *_) -> None:
        """Says nothing."""

    def reply_json(self, value: dict, status: int = 200) -> None:
        self.reply(json.dumps(value), status)

    def reply(self, text: str, status: int = 200) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"port": server.server_port}), flush=True)
    for _ in sys.stdin:
        print(json.dumps({"requests": server.requests}), flush=True)


if __name__ == "__main__":
    main()
