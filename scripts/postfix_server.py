#!/usr/bin/python3
"""A Postfix of one's own on loopback, for tests and benchmarks: its own configuration, queue and ports.

    scripts/postfix_server.py --tools FOLDER --out FOLDER [--certificate FILE] [--size BYTES] [--discard]

Postfix is unpacked by scripts/unpack_tools.sh, not installed, and has to be started by root. Mails to city.example come to
lie in --out as Maildir files (mail/NAME/new/…), all others are thrown away. It answers

    gone@city.example     550 5.1.1, for ever
    grey@city.example     450 4.2.0, until it has been tried twice (a policy service, as greylisting has)

and takes the login `user`, with the password `correct horse`, by PLAIN and LOGIN, and the token `good-token` by XOAUTH2; the
login service speaks Dovecot's protocol. ports.json, {"smtp": n, "smtps": n}, appears in --out once both listen; it ends with
the process that has started it, or on SIGTERM.
"""

import argparse
import base64
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

USER, PASSWORD, TOKEN = "user", "correct horse", "good-token"

MAIN = """\
compatibility_level = 3.6
myhostname = mail.city.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
command_directory = {tools}/usr/sbin
daemon_directory = {tools}/usr/lib/postfix/sbin
shlib_directory = no
queue_directory = {out}/queue
data_directory = {out}/data
mail_owner = daemon
setgid_group = games
default_privs = nobody
maillog_file = {out}/log/postfix.log
maillog_file_prefixes = {out}
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = city.example
virtual_mailbox_base = {out}/mail
virtual_mailbox_maps = {mailboxes}
virtual_uid_maps = static:1
virtual_gid_maps = static:1
virtual_minimum_uid = 1
virtual_transport = {virtual}
default_transport = discard:
relay_transport = discard:
message_size_limit = {size}
mailbox_size_limit = 0
virtual_mailbox_limit = 0
smtpd_banner = $myhostname ESMTP
smtpd_peername_lookup = no
smtpd_client_connection_count_limit = 0
smtputf8_enable = yes
smtpd_relay_restrictions =
smtpd_recipient_restrictions = {restrictions}
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{login}
smtpd_sasl_auth_enable = yes
smtpd_sasl_security_options = noanonymous
smtpd_delay_reject = yes
import_environment = MAIL_CONFIG MAIL_DEBUG MAIL_LOGTAG TZ LANG=C LD_LIBRARY_PATH
export_environment = TZ MAIL_CONFIG LANG LD_LIBRARY_PATH
"""

TLS = """\
smtpd_tls_security_level = may
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {certificate}
smtpd_tls_CAfile = {certificate}
smtpd_tls_ask_ccert = {asks}
smtpd_tls_received_header = yes
smtpd_tls_auth_only = yes
smtpd_tls_session_cache_database =
"""

SERVICES = """\
127.0.0.1:{smtp} inet n - n - - smtpd
{smtps}127.0.0.1:{smtps_port} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
flush unix n - n 1000? 0 flush
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
"""


def served(answer):
    """Listens on loopback, and has each connection answered by a thread of its own; gives the port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            connection = listener.accept()[0]
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def answer_policy():
    """Greylisting, by the protocol of SMTPD_POLICY_README: who has been here twice is let in."""
    tries, lock = {}, threading.Lock()

    def answer(connection):
        with connection, connection.makefile("rwb") as lines:
            while True:
                asked = {}
                while (line := lines.readline()) not in (b"", b"\n"):
                    name, _, value = line.decode().rstrip("\n").partition("=")
                    asked[name] = value
                if not asked:
                    return
                recipient = asked.get("recipient", "")
                with lock:
                    tries[recipient] = tries.get(recipient, 0) + 1
                    is_grey = recipient.startswith("grey") and tries[recipient] <= 2
                lines.write(b"action=450 4.2.0 greylisted, try again later\n\n" if is_grey else b"action=DUNNO\n\n")
                lines.flush()

    return answer


def is_good(mechanism, responses):
    if mechanism == "PLAIN":
        return responses[0].split(b"\0")[1:] == [USER.encode(), PASSWORD.encode()]
    if mechanism == "LOGIN":
        return responses == [USER.encode(), PASSWORD.encode()]
    return responses[0] == f"user={USER}\x01auth=Bearer {TOKEN}\x01\x01".encode()


def answer_login(connection):
    """Dovecot's authentication protocol 1.1: https://doc.dovecot.org/developer_manual/design/auth_protocol/"""
    with connection, connection.makefile("rwb") as lines:
        def say(*words):
            lines.write(("\t".join(map(str, words)) + "\n").encode())
            lines.flush()

        say("VERSION", 1, 1)
        for mechanism in ("PLAIN", "LOGIN", "XOAUTH2"):
            say("MECH", mechanism, "plaintext")
        say("SPID", os.getpid())
        say("CUID", 1)
        say("COOKIE", "0" * 32)
        say("DONE")
        open_logins = {}
        for line in lines:
            words = line.decode().rstrip("\n").split("\t")
            if words[0] == "AUTH":
                number, mechanism = words[1], words[2]
                first = [word[5:] for word in words if word.startswith("resp=")]
                open_logins[number] = (mechanism, [base64.b64decode(word) for word in first])
            elif words[0] == "CONT":
                number = words[1]
                open_logins[number][1].append(base64.b64decode(words[2]))
            else:
                continue
            mechanism, responses = open_logins[number]
            wanted = 2 if mechanism == "LOGIN" else 1
            if len(responses) < wanted:
                prompt = "" if mechanism != "LOGIN" else ("Username:", "Password:")[len(responses)]
                say("CONT", number, base64.b64encode(prompt.encode()).decode())
            elif is_good(mechanism, responses):
                say("OK", number, f"user={USER}")
            else:
                say("FAIL", number, f"user={USER}", "reason=wrong")


def free_ports(count):
    """Ports that nobody uses: all are held until the last one has been found, so that no two are the same."""
    with contextlib.ExitStack() as held:
        found = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in found:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in found]


class Postfix:
    """A Postfix that runs in a folder."""

    def __init__(self, tools, out, certificate=None, size=10_000_000, discard=False, asks=False):
        self.tools, self.out = pathlib.Path(tools).resolve(), pathlib.Path(out).resolve()
        self.certificate, self.size, self.discard, self.asks = certificate, size, discard, asks
        self.smtp, self.smtps = free_ports(2)
        libraries = [self.tools / "usr/lib/postfix", self.tools / "usr/lib/x86_64-linux-gnu"]
        self.environment = dict(os.environ, LD_LIBRARY_PATH=":".join(map(str, libraries)))
        self.master = None

    def start(self):
        config = self.out / "config"
        for name in ("config", "queue", "data", "mail", "log", "queue/pid"):
            (self.out / name).mkdir(parents=True, exist_ok=True)
        queues = ("active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "private", "saved", "trace",
                  "maildrop", "public")
        for name in queues:
            (self.out / "queue" / name).mkdir(mode=0o700, exist_ok=True)
            shutil.chown(self.out / "queue" / name, "daemon")
        for name in ("data", "mail"):
            shutil.chown(self.out / name, "daemon")
        # Its processes give up root, and have to get at all of it.
        for folder in (self.out, *self.out.parents):
            folder.chmod(folder.stat().st_mode | 0o011)
        (config / "access").write_text("gone@city.example 550 5.1.1 no such mailbox here\n")
        (config / "mailboxes").write_text("@city.example every/\n")
        restrictions = [f"check_recipient_access texthash:{config}/access",
                        f"check_policy_service inet:127.0.0.1:{served(answer_policy())}", "permit_mynetworks", "reject"]
        text = MAIN.format(
            tools=self.tools, out=self.out, size=self.size, login=served(answer_login),
            virtual="discard:" if self.discard else "virtual", mailboxes=f"texthash:{config}/mailboxes",
            restrictions="" if self.discard else ", ".join(restrictions))
        if self.discard:
            text = text.replace("smtpd_recipient_restrictions = \n", "smtpd_recipient_restrictions = permit_mynetworks, reject\n")
        if self.certificate:
            text += TLS.format(certificate=self.certificate, asks="yes" if self.asks else "no")
        (config / "main.cf").write_text(text)
        (config / "master.cf").write_text(SERVICES.format(
            smtp=self.smtp, smtps="" if self.certificate else "#", smtps_port=self.smtps))
        errors = open(self.out / "log/master.log", "ab")
        self.master = subprocess.Popen(
            [self.tools / "usr/lib/postfix/sbin/master", "-s", "-c", config], env=self.environment,
            stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, start_new_session=True)
        for port in (self.smtp, *([self.smtps] if self.certificate else [])):
            self.await_port(port)

    def await_port(self, port):
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            if self.master.poll() is not None:
                break
            time.sleep(0.05)
        logs = "".join(file.read_text() for file in (self.out / "log").iterdir())
        sys.exit(f"postfix_server: nothing listens on port {port}: {logs}")

    def stop(self):
        if self.master.poll() is None:
            self.master.terminate()
            self.master.wait(20)


def end_with_parent(parent):
    while os.getppid() == parent:
        time.sleep(0.25)
    os.kill(os.getpid(), signal.SIGTERM)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--certificate", help="a file of certificate and key: offer STARTTLS, and implicit TLS on smtps")
    parser.add_argument("--ask-certificate", action="store_true", help="ask clients for a certificate")
    parser.add_argument("--size", type=int, default=10_000_000)
    parser.add_argument("--discard", action="store_true", help="throw everything away, and refuse nobody")
    parser.add_argument("--parent", type=int, default=os.getppid())
    options = parser.parse_args()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})
    postfix = Postfix(options.tools, options.out, options.certificate, options.size, options.discard, options.ask_certificate)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    postfix.start()
    try:
        ports = pathlib.Path(options.out) / "ports.json"
        ports.with_suffix(".tmp").write_text(json.dumps({"smtp": postfix.smtp, "smtps": postfix.smtps}))
        ports.with_suffix(".tmp").rename(ports)
        threading.Thread(target=end_with_parent, args=(options.parent,), daemon=True).start()
        ended.wait()
    finally:
        postfix.stop()


if __name__ == "__main__":
    main()
