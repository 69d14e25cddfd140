"""Starts a strict S3 server in memory, for tests.

    s3_server.py [--port N]

It prints one line, {"port": N}, then reads commands from its input, a JSON object on each line, and
answers each with a line. It ends when its input does. See README.md.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import signal
import sys

from s3 import control
from s3.server import Server


async def main(port: int) -> None:
    """Serves until the input ends."""
    server = Server()
    say({"port": await server.start(port)})
    while line := await asyncio.to_thread(sys.stdin.buffer.readline):
        say(control.carry_out(server, line))


def say(reply: control.Reply) -> None:
    print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--port", type=int, default=0, help="any free one, unless given")
    # A Ctrl-C ends it at once, though a thread waits for a command.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # Objects live as long as the server; looking for garbage among them only takes time.
    gc.disable()
    asyncio.run(main(parser.parse_args().port))
