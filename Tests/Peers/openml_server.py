"""An OpenML for tests: its genuine answers, as scikit-learn's own tests have recorded them.

    openml_server.py

It prints one line, {"port": N}, and ends when its input does. Descriptions, columns, counts and files of 14
datasets come from the folder sklearn/datasets/tests/data/openml of Debian's python3-sklearn; studies, tasks
and splits, which nobody recorded, are put here in the shape that OpenML documents.

A line on its input is a command in JSON; the answer is one too.

    {"do": "put", "path": P, "text": T}       P is answered by T from now on; "status" if not by 200
    {"do": "fault", "path": R, "kind": K, "first": N}
                                              the first N requests whose path matches R go wrong: by a
                                              number, the status; or cut, reset, flip, html, stall, deaf
                                              (to Range); "retry_after" if the answer is to say so
    {"do": "requests"}                        answers {"requests": [[path, range, key], ...]} since the last time
"""

from __future__ import annotations

import gzip
import http.server
import json
import re
import socket
import struct
import sys
import threading
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

RECORDED = Path("/usr/lib/python3/dist-packages/sklearn/datasets/tests/data/openml")
KINDS = {"data": "jd", "data/features": "jdf", "data/qualities": "jdq"}


def recorded(path: str) -> bytes | None:
    """The recorded answer to a path; None where there is none."""
    api = re.fullmatch(r"/api/v1/json/(data|data/features|data/qualities)/(\d+)", path)
    if api:
        files = RECORDED.glob(f"id_*/api-v1-{KINDS[api[1]]}-{api[2]}.json.gz")
    elif download := re.fullmatch(r"/data/v1/download/(\d+)/[^/]*", path):
        files = RECORDED.glob(f"id_*/data-v1-dl-{download[1]}.arff.gz")
    else:
        return None
    return next((gzip.decompress(file.read_bytes()) for file in files), None)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.put: dict[str, tuple[int, bytes]] = {}
        self.faults: list[dict] = []
        self.requests: list[list[str]] = []
        super().__init__(("127.0.0.1", 0), Handler)

    def shutdown_request(self, request) -> None:
        """Only closes: a farewell would come before the reset that a fault asks for."""
        self.close_request(request)

    def handle_error(self, request, client_address) -> None:
        """A client that went away is no news."""

    def fault(self, path: str) -> dict | None:
        with self.lock:
            for fault in self.faults:
                if fault["first"] > 0 and re.search(fault["path"], path):
                    fault["first"] -= 1
                    return fault
        return None

    def command(self, command: dict) -> dict:
        with self.lock:
            match command["do"]:
                case "put":
                    answer = command.get("status", 200), command["text"].encode("utf-8", "surrogateescape")
                    self.put[command["path"]] = answer
                case "fault":
                    self.faults.append(command)
                case "requests":
                    asked, self.requests = self.requests, []
                    return {"requests": asked}
                case other:
                    return {"error": f"no command {other}"}
        return {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        key = parse_qs(url.query).get("api_key", [""])[0]
        with self.server.lock:
            self.server.requests.append([url.path, self.headers.get("Range", ""), key])
            status, body = self.server.put.get(url.path, (200, None))
        if body is None:
            body = recorded(url.path)
        if body is None:
            status, body = 412, b'{"error":{"code":"111","message":"Unknown dataset"}}'
        fault = self.server.fault(url.path)
        self.answer(status, body, fault["kind"] if fault else "", fault or {})

    def answer(self, status: int, body: bytes, kind: str, fault: dict) -> None:
        if kind == "html":
            body = b"<!DOCTYPE html><html><body>OpenML is being looked after</body></html>"
        elif kind == "flip":
            body = body[:-1] + bytes([body[-1] ^ 1])
        elif kind.isdigit():
            fields = {"Retry-After": fault["retry_after"]} if "retry_after" in fault else {}
            return self.reply(int(kind), b"busy", fields)
        elif kind == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            return None
        fields = {}
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if asked and status == 200 and kind != "deaf":
            start = int(asked[1])
            if start >= len(body):
                return self.reply(416, b"", {"Content-Range": f"bytes */{len(body)}"})
            status, fields = 206, {"Content-Range": f"bytes {start}-{len(body) - 1}/{len(body)}"}
            body = body[start:]
        part = body[: len(body) // 2] if kind in ("cut", "stall") else body
        self.reply(status, part, fields, len(body))
        if kind == "stall":
            self.rfile.read(1)
        if kind in ("cut", "stall"):
            self.close_connection = True

    def reply(self, status: int, body: bytes, fields: dict, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in fields.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"port": server.server_port}), flush=True)
    for line in sys.stdin:
        print(json.dumps(server.command(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
