#!/usr/bin/python3
"""Speak SMTP or HTTP on loopback up to one point, and there do what no real server does on demand.

  smtp-die-after-body    take the whole mail, close without a reply
  smtp-die-in-body       answer 354, close
  smtp-stall             accept the connection, never greet
  smtp-stall-after-body  take the whole mail, never reply
  smtp-endless-reply     greet without end
  smtp-die-idle          take a mail, then close with 421 while the connection is idle
  http-die-after-body    take the whole post, close without an answer
  http-stall             take the whole post, never answer
  http-endless-body      answer 200 with a body without end
  http-endless-head      answer 200 with header fields without end
  http-refuse-long       answer 403 with a long body of several lines

The port appears in --out as ports.json; each line that a client sends is appended to dialogue.txt there.
"""

import argparse
import json
import os
import signal
import socket
import threading
import time
from pathlib import Path


class Session:
    """One client's connection."""

    def __init__(self, connection, folder):
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

    def stall(self):
        while self.connection.recv(65536):
            pass

    def smtp(self, fault):
        if fault == "stall":
            return self.stall()
        if fault == "endless-reply":
            while True:
                self.say("220-" + "x" * 900)
        self.say("220 fault.invalid ESMTP")
        while True:
            word = self.line()[:4].upper()
            if word == b"QUIT":
                return self.say("221 bye")
            if word != b"DATA":
                self.say("250 OK")
                continue
            self.say("354 go on")
            if fault == "die-in-body":
                return None
            while self.line() != b".\r\n":
                pass
            if fault == "die-after-body":
                return None
            if fault == "stall-after-body":
                return self.stall()
            self.say("250 OK")
            time.sleep(0.2)
            return self.say("421 idle for too long")

    def http(self, fault):
        length = 0
        while (line := self.line()) != b"\r\n":
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        self.stream.read(length)
        if fault == "stall":
            return self.stall()
        if fault == "endless-body":
            self.say("HTTP/1.1 200 OK\r\n")
            while True:
                self.say("x" * 900)
        if fault == "endless-head":
            self.say("HTTP/1.1 200 OK")
            while True:
                self.say("X-Filler: " + "x" * 900)
        if fault == "refuse-long":
            body = "no_service\r\n\x1b[31m" + "長い" * 4000
            self.say(f"HTTP/1.1 403 Forbidden\r\nContent-Length: {len(body.encode())}\r\n")
            self.connection.sendall(body.encode())
        return None


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

    def serve(connection):
        try:
            getattr(Session(connection, folder), protocol)(fault)
            # Closing alone would not end it: the stream made of it keeps the connection open.
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # The client was the first to go.

    def accept():
        while True:
            threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    # End with the process that started us, so that no server is left behind.
    while os.getppid() == options.parent:
        time.sleep(0.25)


if __name__ == "__main__":
    main()
