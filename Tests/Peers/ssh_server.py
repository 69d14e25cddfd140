"""Starts hosts that are reached over SSH, for tests: real servers of OpenSSH on loopback.

    ssh_server.py [COUNT]

It prints one line, {"port": N}, the port of the first host, and ends when its input does. Then the hosts
are gone, and whatever was started on them.

Each host has a port, a key and a home of its own; all are this machine, as this user. The key pair that
they let in and the keys that they show are made anew each time. Commands are words, each answered by a
line:

    folder       where all this is: id, known_hosts, ssh_config, and the homes 0, 1, ...
    ports        the ports, with spaces between
    stop N       ends host N, and its connections; what was started there goes on
    start N      has it listen again
    rekey N      gives it another key, which known_hosts does not have
    log          what the servers said, as a string of JSON
    end          as the end of its input does, and answers when all is gone
"""

from __future__ import annotations

import contextlib
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SERVER = "/usr/sbin/sshd"


def keypair(path: pathlib.Path) -> None:
    path.unlink(missing_ok=True)
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", path], check=True
    )


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Host:
    def __init__(self, folder: pathlib.Path, number: int) -> None:
        self.folder = folder
        self.home = folder / str(number)
        self.home.mkdir()
        self.key = folder / f"host_key_{number}"
        keypair(self.key)
        self.process: subprocess.Popen[bytes] | None = None
        self.port = 0
        self.start()

    def configure(self) -> pathlib.Path:
        path = self.folder / f"sshd_config_{self.home.name}"
        path.write_text(
            f"""Port {self.port}
ListenAddress 127.0.0.1
HostKey {self.key}
PidFile none
AuthorizedKeysFile {self.folder}/id.pub
StrictModes no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
AllowTcpForwarding no
X11Forwarding no
PrintMotd no
MaxStartups 100:30:200
MaxSessions 100
SetEnv HOME={self.home} PATH=/usr/local/bin:/usr/bin:/bin
"""
        )
        return path

    def start(self) -> None:
        """Listens on its port, or another one if it had none or somebody took the first."""
        for _ in range(20):
            self.port = self.port or free_port()
            self.process = subprocess.Popen(
                [SERVER, "-D", "-e", "-f", self.configure()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=open(self.folder / "log", "ab"),
            )
            if self.listens():
                return
            self.port = 0
        sys.exit("no sshd listens; the log: " + (self.folder / "log").read_text())

    def listens(self) -> bool:
        while self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self.process.poll() is None
            except OSError:
                time.sleep(0.01)
        return False

    def stop(self) -> None:
        """Ends the server and its sessions, which are its children."""
        listed = pathlib.Path("/proc").glob("[0-9]*/stat")
        parents = {}
        for stat in listed:
            try:
                words = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(stat.parent.name)] = int(words[1])
        doomed = [self.process.pid]
        for pid in doomed:
            doomed += [
                child
                for child, parent in parents.items()
                if parent == pid and command(child).startswith("sshd")
            ]
        for pid in doomed:
            end(pid)
        self.process.wait()


def command(pid: int) -> str:
    try:
        return pathlib.Path(f"/proc/{pid}/comm").read_text()
    except OSError:
        return ""


def end(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def end_all_below(folder: pathlib.Path) -> None:
    """Ends what was started on the hosts: the folder of a host is its HOME."""
    mark = f"HOME={folder}/".encode()
    for variables in pathlib.Path("/proc").glob("[0-9]*/environ"):
        try:
            if variables.read_bytes().startswith(mark) or b"\0" + mark in variables.read_bytes():
                end(int(variables.parent.name))
        except OSError:
            continue


def write_keys(folder: pathlib.Path, hosts: list[Host]) -> None:
    lines = []
    for host in hosts:
        words = host.key.with_suffix(".pub").read_text().split()
        lines.append(f"[127.0.0.1]:{host.port} {words[0]} {words[1]}\n")
    (folder / "known_hosts").write_text("".join(lines))
    (folder / "ssh_config").write_text(
        f"IdentityFile {folder}/id\nIdentitiesOnly yes\nUserKnownHostsFile {folder}/known_hosts\n"
        f"User {pwd.getpwuid(os.getuid()).pw_name}\n"
    )


def obey(words: list[str], folder: pathlib.Path, hosts: list[Host]) -> str:
    match words:
        case ["folder"]:
            return str(folder)
        case ["ports"]:
            return " ".join(str(host.port) for host in hosts)
        case ["stop", number]:
            hosts[int(number)].stop()
        case ["start", number]:
            hosts[int(number)].start()
        case ["rekey", number]:
            host = hosts[int(number)]
            host.stop()
            keypair(host.key)
            host.start()
        case ["log"]:
            return json.dumps((folder / "log").read_text())
    return "done"


def main() -> None:
    folder = pathlib.Path(tempfile.mkdtemp(prefix="benchdb-ssh-"))
    if os.getuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)  # where sshd gives up its privileges
    hosts: list[Host] = []
    try:
        keypair(folder / "id")
        count = int(sys.argv[1]) if len(sys.argv) > 1 else 1
        hosts += [Host(folder, number) for number in range(count)]
        write_keys(folder, hosts)
        print(json.dumps({"port": hosts[0].port}), flush=True)
        for line in sys.stdin:
            if line.split() == ["end"]:
                break
            print(obey(line.split(), folder, hosts), flush=True)
    finally:
        for host in hosts:
            host.stop()
        end_all_below(folder)
        shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(BrokenPipeError):
        print("done", flush=True)


main()
