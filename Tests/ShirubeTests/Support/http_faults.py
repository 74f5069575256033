"""What no web server does on demand; fault_server.py has the connections.

The fault http-by-path lets the path of each post say which one is meant, /FAULT/WHATEVER, so that one server does for all.
What has come lies in posts.txt, a line for each head and each whole body: the connection's number, what it was, the path.

Before the post is read whole, or instead of an answer:
  die-on-accept            close at once
  half-open                never read, never answer
  die-after-request-line   close after the first line
  die-after-head           close before the body
  die-in-body              close in the middle of the body
  die-after-body           close without an answer
  stall                    take the whole post, never answer
Answers that are none, or not whole:
  die-in-status-line, die-in-head, die-in-answer-body, die-in-bad-answer-body (503)
  drip                     a byte each 50 ms, for ever
  garbage, no-head (as of HTTP/0.9), odd-status (999), odd-version, switching (101), nul-in-head, chunk-garbage,
  two-lengths, continue-flood (100 without end), processing-flood (102), endless-head, endless-line, endless-body,
  endless-chunks, bomb (gzip that nobody asked for), transfer-bomb, refuse-long
Before the body was read: early-200, early-413, early-500
Whole answers: status-CODE, or wait-CODE-VALUE with `Retry-After: VALUE`, where + stands for a blank
On a connection that was kept open, at the second post; whoever comes again on another connection is answered 200:
  second-idle, second-request-line, second-head, second-in-body, second-after-body, second-status-line; with -reset the
  connection is reset instead of closed
"""

import gzip
import time

OK = b"HTTP/1.1 200 OK\r\n"


class Post:
    """One post, read as far as is asked for."""

    def __init__(self, session):
        self.session = session
        self.path = ""
        self.length = 0

    def request_line(self):
        line = self.session.line()
        self.path = line.split()[1].decode()
        return self.path

    def head(self):
        while (line := self.session.line()) != b"\r\n":
            if line.lower().startswith(b"content-length:"):
                self.length = int(line.split(b":")[1])
        self.session.note("head", self.path)

    def body(self):
        left = self.length
        while left:
            piece = self.session.stream.read(min(left, 65536))
            if not piece:
                raise ConnectionError
            left -= len(piece)
        self.session.note("body", self.path)

    def whole(self):
        self.head()
        self.body()


def http(session, fault):
    """Serve one connection."""
    if fault == "half-open":
        return time.sleep(3600)
    if fault == "die-on-accept":
        return None
    count = 0
    while True:
        post = Post(session)
        path = post.request_line()
        count += 1
        what = path.split("/")[1] if fault == "by-path" else fault
        if what.startswith("second-"):
            if not second(session, post, what[len("second-"):], count):
                return None
        else:
            return once(session, post, what)


def second(session, post, step, count):
    """Answer, but for the second post on the first connection; whether the connection stays."""
    with session.lock:
        first = session.firsts.setdefault(post.path, session.number)
    if count == 1 or first != session.number:
        post.whole()
        answer(session, 200)
        return step != "idle"
    is_reset = step.endswith("-reset")
    step = step.removesuffix("-reset")
    if step != "request-line":
        post.head()
    if step == "in-body":
        session.stream.read(post.length // 2)
    if step in ("after-body", "status-line"):
        post.body()
    if step == "status-line":
        session.send(b"HTTP/1.1 20")
    if is_reset:
        session.reset()
    return False


def answer(session, status, headers="", body=b"ok"):
    session.send(f"HTTP/1.1 {status} Said\r\n{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body)


def once(session, post, what):
    """One post and its fault."""
    if what == "die-after-request-line":
        return None
    if what.startswith("early-"):
        post.head()
        answer(session, int(what[len("early-"):]))
        return post.body()
    post.head()
    if what == "die-after-head":
        return None
    if what == "die-in-body":
        session.stream.read(post.length // 2)
        return None
    post.body()
    if what == "stall":
        return session.stall()
    if what.startswith("status-"):
        return answer(session, int(what[len("status-"):]), "Location: /status-200/elsewhere\r\n")
    if what.startswith("wait-"):
        _, status, value = what.split("-", 2)
        return answer(session, int(status), f"Retry-After: {value.replace('+', ' ')}\r\n")
    if what == "drip":
        for byte in b"HTTP/1.1 200 OK" + b" " * 10000:
            session.send(bytes([byte]))
            time.sleep(0.05)
    if what == "refuse-long":
        return answer(session, 403, body=("no_service\r\n\x1b[31m" + "長い" * 4000).encode())
    if what.endswith("bomb"):
        return bomb(session, what)
    # die-after-body says nothing.
    first, again = ANSWERS.get(what, (b"", b""))
    session.send(first)
    while again:
        session.send(again)
    return None


def bomb(session, what):
    """30 MB in 30 KB, as a body that nobody asked to have packed, or by a transfer that packs it."""
    packed = gzip.compress(bytes(30_000_000), 9)
    if what == "bomb":
        return session.send(OK + b"Content-Encoding: gzip\r\n\r\n" + packed)
    head = OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n"
    return session.send(head + b"%x\r\n" % len(packed) + packed + b"\r\n0\r\n\r\n")


# What is sent first, and what without end after it.
ANSWERS = {
    "die-in-status-line": (b"HTTP/1.1 20", b""),
    "die-in-head": (OK + b"Content-Len", b""),
    "die-in-answer-body": (OK + b"Content-Length: 1000\r\n\r\nok", b""),
    "die-in-bad-answer-body": (b"HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Length: 99\r\n\r\nno", b""),
    "garbage": (bytes(range(256)) * 4, b""),
    "no-head": (b"<html>ok</html>\r\n", b""),
    "odd-status": (b"HTTP/1.1 999 Odd\r\nContent-Length: 2\r\n\r\nok", b""),
    "odd-version": (b"HTTP/7.5 200 OK\r\nContent-Length: 2\r\n\r\nok", b""),
    "switching": (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: smtp\r\nConnection: upgrade\r\n\r\n220 hello\r\n", b""),
    "nul-in-head": (OK + b"X-Odd: a\0b\r\nContent-Length: 2\r\n\r\nok", b""),
    "chunk-garbage": (OK + b"Transfer-Encoding: chunked\r\n\r\nzzzz\r\nok\r\n", b""),
    "two-lengths": (OK + b"Content-Length: 2\r\nContent-Length: 999999999999999999999\r\n\r\nok", b""),
    "continue-flood": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "processing-flood": (b"", b"HTTP/1.1 102 Processing\r\nX-Filler: " + b"x" * 900 + b"\r\n\r\n"),
    "endless-head": (OK, b"X-Filler: " + b"x" * 900 + b"\r\n"),
    "endless-line": (OK + b"X-Filler: ", b"x" * 65536),
    "endless-body": (OK + b"\r\n", b"x" * 900 + b"\r\n"),
    "endless-chunks": (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1;" + b"x" * 900 + b"\r\nx\r\n"),
}
