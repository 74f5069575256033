#!/usr/bin/python3
"""Runs a program at a terminal of its own, and plays the person who sits before it.

Takes one argument, JSON: {"arguments": [...], "environment": {...}, "columns": n, "rows": n, "cells": [sign, block] or null,
"steps": [...]}. The terminal answers questions for the cursor's place as if it drew a sign and a block that wide, or not at
all. Steps: {"expect": text} waits until the program has written it after what was expected before; {"send": text} types;
{"resize": [columns, rows]}; {"signal": name}; {"run": [program, ...]} runs something else; {"quiet": seconds} expects that
nothing is written for so long. Prints JSON: {"output", "code", "restored"}.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time

PATIENCE = 60


class Typist:
    def __init__(self, play):
        self.cells = play["cells"]
        self.output = b""
        self.place = 0
        self.asked = 0
        self.code = None
        size = struct.pack("HHHH", play["rows"], play["columns"], 0, 0)
        # Both ends stay open here, so that the terminal can be looked at when the program has ended.
        self.terminal, self.far_end = pty.openpty()
        fcntl.ioctl(self.far_end, termios.TIOCSWINSZ, size)
        self.before = termios.tcgetattr(self.far_end)[:4]
        self.process = os.fork()
        if self.process == 0:
            os.setsid()
            fcntl.ioctl(self.far_end, termios.TIOCSCTTY, 0)
            for descriptor in range(3):
                os.dup2(self.far_end, descriptor)
            os.closerange(3, 256)
            os.execve(play["arguments"][0], play["arguments"], play["environment"])

    def pump(self, seconds):
        """Takes what is written within some seconds; false where nothing is."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return False
        self.output += os.read(self.terminal, 65536)
        questions = self.output.count(b"\x1b[6n")
        while self.cells and self.asked < questions:
            width = self.cells[self.asked % 2]
            os.write(self.terminal, b"\x1b[1;%dR" % (1 + width))
            self.asked += 1
        return True

    def has_ended(self):
        if self.code is None:
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                self.code = os.waitstatus_to_exitcode(status)
        return self.code is not None

    def expect(self, text):
        deadline = time.monotonic() + PATIENCE
        while True:
            found = self.output.find(text.encode(), self.place)
            if found >= 0:
                self.place = found + len(text.encode())
                return
            ended = self.has_ended()
            if not self.pump(0.1) and (ended or time.monotonic() > deadline):
                shown = self.output.decode(errors="replace")
                sys.exit(f"never written: {text!r}, but:\n{shown}")

    def act(self, step):
        (name, value), = step.items()
        if name == "expect":
            self.expect(value)
        elif name == "send":
            os.write(self.terminal, value.encode())
        elif name == "resize":
            size = struct.pack("HHHH", value[1], value[0], 0, 0)
            fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, size)
        elif name == "signal":
            os.kill(self.process, getattr(signal, value))
        elif name == "run":
            subprocess.run(value, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        elif name == "quiet":
            deadline = time.monotonic() + value
            while (left := deadline - time.monotonic()) > 0:
                if self.pump(left):
                    sys.exit(f"written in vain: {self.output[self.place:]!r}")
        else:
            sys.exit(f"no such step: {name}")

    def finish(self):
        deadline = time.monotonic() + PATIENCE
        while not self.has_ended():
            self.pump(0.05)
            if time.monotonic() > deadline:
                os.kill(self.process, signal.SIGKILL)
                sys.exit("it does not end")
        while self.pump(0.05):
            pass
        restored = termios.tcgetattr(self.far_end)[:4] == self.before
        output = self.output.decode(errors="replace")
        print(json.dumps({"output": output, "code": self.code, "restored": restored}))


def main():
    play = json.loads(sys.argv[1])
    typist = Typist(play)
    for step in play["steps"]:
        typist.act(step)
    typist.finish()


main()
