"""Starts an HTTP server that behaves as badly as the path asks for, for tests.

    http_server.py [--tls FOLDER]

It prints one line, {"port": N}, and ends when its input does. A line on its input, whatever it says, is
answered with {"connections": N, "requests": N}. With --tls it speaks TLS, with a certificate for
127.0.0.1 that it signs itself and leaves in FOLDER/certificate.pem.

Paths: /echo tells the request; /bytes/N sends N bytes; /status/N is an answer of that status; /busy/KEY/N
is 503 for the first N requests with that key; /gzip, /chunked, /trailers, /interim, /redirect, /circle
are what they say; /truncated, /unfinished, /reset, /stalled, /silent, /rude break off.
Anything that is asked of it as of a proxy is answered with the address that was asked for.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import http.server
import json
import socket
import ssl
import struct
import subprocess
import sys
import threading


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        self.connections = 0
        self.requests = 0
        self.asked: collections.Counter[str] = collections.Counter()
        super().__init__(("127.0.0.1", 0), Handler)

    def process_request(self, request, client_address) -> None:
        self.connections += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request) -> None:
        """Only closes: a farewell would come before the reset that a path asks for."""
        self.close_request(request)

    def handle_error(self, request, client_address) -> None:
        """A client that went away is no news."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self) -> None:
        self.server.requests += 1
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.startswith("http:"):
            return self.reply(self.path.encode())
        name, *rest = self.path.lstrip("/").split("/")
        getattr(self, "answer_" + name, self.answer_echo)(*rest)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = answer

    def log_message(self, *_) -> None:
        """Says nothing."""

    def reply(self, body: bytes, status: int = 200, length: int | None = None, **fields: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def hang_up(self) -> None:
        self.close_connection = True

    def wait_for_client(self) -> None:
        """Until it hangs up."""
        self.rfile.read(1)
        self.hang_up()

    # Good answers.

    def answer_echo(self, *_: str) -> None:
        told = {
            "method": self.command,
            "path": self.path,
            "headers": [f"{name}: {value}" for name, value in self.headers.items()],
            "body": self.body.decode(),
        }
        self.reply(json.dumps(told).encode())

    def answer_bytes(self, count: str) -> None:
        self.reply(b"x" * int(count))

    def answer_status(self, status: str) -> None:
        self.reply(b"so it is", int(status))

    def answer_busy(self, key: str, count: str) -> None:
        self.server.asked[key] += 1
        self.reply(b"", 503 if self.server.asked[key] <= int(count) else 200)

    def answer_gzip(self) -> None:
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            self.reply(gzip.compress(b"small"), Content_Encoding="gzip")
        else:
            self.reply(b"plain")

    def answer_interim(self) -> None:
        self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n")
        self.reply(b"final")

    def answer_redirect(self) -> None:
        self.reply(b"elsewhere", 302, Location="/bytes/3", X_First="yes")

    def answer_circle(self) -> None:
        self.reply(b"", 302, Location="/circle")

    def start_chunks(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"3\r\none\r\n3\r\ntwo\r\n")

    def answer_chunked(self) -> None:
        self.start_chunks()
        self.wfile.write(b"0\r\n\r\n")

    def answer_trailers(self) -> None:
        self.start_chunks()
        self.wfile.write(b"0\r\nX-Trailer: yes\r\n\r\n")

    # Bad ones.

    def answer_truncated(self) -> None:
        self.reply(b"short", length=100)
        self.hang_up()

    def answer_unfinished(self) -> None:
        self.start_chunks()
        self.hang_up()

    def answer_reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.hang_up()

    def answer_stalled(self) -> None:
        self.reply(b"short", length=100)
        self.wait_for_client()

    def answer_silent(self) -> None:
        self.wait_for_client()

    def answer_rude(self) -> None:
        self.wfile.write(b"go away\r\n")
        self.hang_up()


def speak_tls(server: Server, folder: str) -> None:
    """Signs a certificate and speaks by it from now on."""
    certificate, key = f"{folder}/certificate.pem", f"{folder}/key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-days", "2", "-subj", "/CN=benchdb test", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", key, "-out", certificate],
        check=True, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    # The handshake is each thread's own affair, lest a slow client hold up the others.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tls", metavar="FOLDER")
    folder = parser.parse_args().tls
    server = Server()
    if folder:
        speak_tls(server, folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"port": server.server_port}), flush=True)
    for _ in sys.stdin:
        print(json.dumps({"connections": server.connections, "requests": server.requests}), flush=True)


if __name__ == "__main__":
    main()
