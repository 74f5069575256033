#!/usr/bin/python3
"""Take mail and webhooks on loopback and keep what arrives.

For the demonstration and the tests; it delivers nothing. Needs Debian's python3-aiosmtpd.

What arrives is numbered in one sequence and lies in the folder given by --out:
  001.eml + 001.envelope.json    a mail's exact bytes; sender, recipients, HELO name, TLS, login
  002.json + 002.headers.json    a post's exact bytes; method, path, headers
ports.json, {"smtp": n, "http": n}, appears there once both servers listen.
"""

import argparse
import asyncio
import http.server
import json
import os
import signal
import ssl
import sys
import threading
import time
from email.utils import formatdate
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

LOOPBACK = "127.0.0.1"


class Folder:
    """The folder of what has arrived; a file appears there whole or not at all."""

    def __init__(self, path):
        self.path = Path(path)
        self.path.mkdir(parents=True, exist_ok=True)
        self.lock = threading.Lock()
        numbers = [int(file.name[:3]) for file in self.path.glob("[0-9][0-9][0-9].*")]
        self.count = max(numbers, default=0)

    def write(self, name, content):
        hidden = self.path / ("." + name)
        hidden.write_bytes(content)
        hidden.rename(self.path / name)

    def keep(self, content, suffix, about, about_suffix):
        """Keep one arrival; the description comes first, so that the content is never without it."""
        with self.lock:
            self.count += 1
            stem = f"{self.count:03d}"
            text = json.dumps(about, ensure_ascii=False, indent=2) + "\n"
            self.write(stem + about_suffix, text.encode())
            self.write(stem + suffix, content)
        return stem


class MailHandler:
    """Answers one mail server's questions."""

    def __init__(self, folder, options):
        self.folder = folder
        self.rejected = dict(pair.rsplit("=", 1) for pair in options.reject)
        count, _, code = options.fail_first.partition("=")
        self.failures, self.failure_code = int(count), code or "450"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in self.rejected:
            return f"{self.rejected[address]} <{address}>: refused as asked"
        if self.failures > 0:
            self.failures -= 1
            return f"{self.failure_code} <{address}>: try again later, as asked"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        about = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "helo": session.host_name,
            "client": session.peer[1],
            "tls": server.transport.get_extra_info("ssl_object") is not None,
            "login": (session.auth_data.login.decode() if session.auth_data else None),
        }
        stem = self.folder.keep(envelope.original_content, ".eml", about, ".envelope.json")
        return f"250 2.0.0 OK: kept as {stem}"


def authenticator(path):
    """Accept only the login of the file's one line, `user:password`."""
    user, _, password = Path(path).read_text().strip().partition(":")

    def check(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (
            user.encode(),
            password.encode(),
        )
        # handled=False leaves the answer, 235 or 535, to aiosmtpd.
        return AuthResult(success=good, handled=False, auth_data=data)

    return check


def post_handler(folder, options):
    """Make the class that answers posts as Slack does, or with the failure asked for."""
    lock = threading.Lock()
    remaining = [options.http_times if options.http_times >= 0 else sys.maxsize]

    class PostHandler(http.server.BaseHTTPRequestHandler):
        server_version = "capture"
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            with lock:
                fails = options.http_status != 200 and remaining[0] > 0
                remaining[0] -= fails
            status = options.http_status if fails else 200
            about = {
                "method": self.command,
                "path": self.path,
                "status": status,
                "headers": dict(self.headers.items()),
            }
            folder.keep(body, ".json", about, ".headers.json")
            # A failure repeats the path, which is the webhook's secret, as real servers may.
            answer = f"status {status} for {self.path}" if fails else "ok"
            self.answer(status, answer.encode())

        def answer(self, status, body):
            self.send_response(status)
            if status != 200 and options.retry_after:
                seconds = options.retry_after.removeprefix("date:")
                is_date = seconds != options.retry_after
                value = formatdate(time.time() + int(seconds), usegmt=True) if is_date else seconds
                self.send_header("Retry-After", value)
            if 300 <= status < 400:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format, *arguments):
            pass

    return PostHandler


def end_with_parent(parent):
    """End this process when it is no longer the child of `parent`, so that no server is left behind.

    PR_SET_PDEATHSIG would fire as soon as the parent's *thread* that started us ends, which a thread pool
    does at any time; looking for a new parent does not. The parent may be gone before this runs, hence a
    caller that can be killed names itself by --parent.
    """

    def watch():
        while os.getppid() == parent:
            time.sleep(0.25)
        # Not a signal to ourselves: the main thread may have it blocked still, or have no handler yet.
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", required=True, help="the folder for what arrives")
    parser.add_argument("--smtp-port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--http-port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--reject", action="append", default=[], metavar="ADDRESS=CODE")
    parser.add_argument("--fail-first", default="0", metavar="N=CODE", help="the first N recipients")
    parser.add_argument("--http-status", type=int, default=200, help="what posts are answered")
    parser.add_argument("--http-times", type=int, default=-1, help="only the first N posts")
    parser.add_argument("--retry-after", metavar="SECONDS|date:SECONDS")
    parser.add_argument("--certificate", metavar="PEM", help="offer STARTTLS, and post by https")
    parser.add_argument("--tls-version", metavar="1.1|1.2|1.3", help="speak this one alone")
    parser.add_argument("--implicit-tls", action="store_true", help="TLS from the first byte")
    parser.add_argument("--login-file", metavar="FILE", help="require the login `user:password`")
    parser.add_argument("--parent", type=int, default=os.getppid(), metavar="PID",
                        help="end with this process, which has started the server")
    return parser.parse_args()


async def serve(options):
    folder = Folder(options.out)
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    endings = (signal.SIGTERM, signal.SIGINT)
    for number in endings:
        loop.add_signal_handler(number, stopped.set)
    # A parent of many threads may have started us with these blocked.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, endings)
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate)
        if options.tls_version:
            # Debian's openssl.cnf asks for more than an old server would.
            context.set_ciphers("ALL:@SECLEVEL=0")
            version = ssl.TLSVersion[f"TLSv{options.tls_version.replace('.', '_')}"]
            context.minimum_version = context.maximum_version = version
    handler = MailHandler(folder, options)
    starttls = None if options.implicit_tls else context
    settings = {"hostname": "capture.invalid", "ident": "capture", "tls_context": starttls}
    if options.login_file:
        settings["authenticator"] = authenticator(options.login_file)
        settings["auth_required"] = True
        settings["auth_require_tls"] = starttls is not None
    mail = await loop.create_server(
        lambda: SMTP(handler, **settings),
        LOOPBACK,
        options.smtp_port,
        ssl=context if options.implicit_tls else None,
    )
    web = http.server.ThreadingHTTPServer(
        (LOOPBACK, options.http_port), post_handler(folder, options)
    )
    if context:
        web.socket = context.wrap_socket(web.socket, server_side=True)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    ports = {"smtp": mail.sockets[0].getsockname()[1], "http": web.server_address[1]}
    folder.write("ports.json", (json.dumps(ports) + "\n").encode())
    print(f"Taking mail on {LOOPBACK}:{ports['smtp']} and posts on {LOOPBACK}:{ports['http']};"
          f" what arrives lies in {folder.path}.", flush=True)
    await stopped.wait()
    mail.close()
    web.shutdown()


if __name__ == "__main__":
    given = arguments()
    end_with_parent(given.parent)
    asyncio.run(serve(given))
