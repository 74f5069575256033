#!/usr/bin/python3
"""Speak SMTP or HTTP on loopback up to one point, and there do what no real server does on demand.

  smtp-FAULT             smtp_faults.py shows them
  http-FAULT             http_faults.py lists them

The port appears in --out as ports.json; each line that a client sends is appended to dialogue.txt there.
"""

import argparse
import itertools
import json
import os
import signal
import socket
import struct
import threading
import sys
import time
from pathlib import Path

# Nothing is left beside the sources.
sys.dont_write_bytecode = True
import http_faults  # noqa: E402
import smtp_faults  # noqa: E402


class Session:
    """One client's connection."""

    lock = threading.Lock()
    # The connection that the first post to each path came by.
    firsts = {}

    def __init__(self, connection, folder, number):
        self.number = number
        self.connection = connection
        self.stream = connection.makefile("rb")
        self.folder = folder

    def say(self, text):
        self.connection.sendall(text.encode() + b"\r\n")

    def line(self):
        line = self.stream.readline()
        if not line:
            raise ConnectionError
        with open(self.folder / "dialogue.txt", "ab") as dialogue:
            dialogue.write(line)
        return line

    def send(self, content):
        self.connection.sendall(content)

    def note(self, what, path):
        """Keep it in mind that a part of a post has come, in one write, for several connections do."""
        with open(self.folder / "posts.txt", "ab", buffering=0) as posts:
            posts.write(f"{self.number} {what} {path}\n".encode())

    def reset(self):
        """End the connection by RST, so that what is still under way is lost."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.stream.close()
        self.connection.close()

    def stall(self):
        while self.connection.recv(65536):
            pass

    def smtp(self, fault):
        smtp_faults.smtp(self, fault)

    def http(self, fault):
        http_faults.http(self, fault)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--fault", required=True)
    parser.add_argument("--parent", type=int, required=True)
    options = parser.parse_args()
    # A parent of many threads may have started us with this blocked.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    protocol, _, fault = options.fault.partition("-")
    server = socket.create_server(("127.0.0.1", 0))
    hidden = folder / ".ports.json"
    hidden.write_text(json.dumps({protocol: server.getsockname()[1]}))
    hidden.rename(folder / "ports.json")

    def serve(connection, number):
        try:
            getattr(Session(connection, folder, number), protocol)(fault)
            # Closing alone would not end it: the stream made of it keeps the connection open.
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # The client was the first to go.

    def accept():
        for number in itertools.count(1):
            connection = server.accept()[0]
            threading.Thread(target=serve, args=(connection, number), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    # End with the process that started us, so that no server is left behind.
    while os.getppid() == options.parent:
        time.sleep(0.25)


if __name__ == "__main__":
    main()
