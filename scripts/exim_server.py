#!/usr/bin/python3
"""An Exim of one's own on loopback, for tests: a second opinion on what Postfix is asked.

    scripts/exim_server.py --tools FOLDER --out FOLDER [--size BYTES]

Exim is unpacked by scripts/unpack_tools.sh, not installed: Debian's cannot be installed beside Postfix. It insists on a user
of its own, which nss_wrapper shows it. What it takes stays in its queue (spool/input); it answers

    gone@city.example     550, for ever
    grey@city.example     451, for ever

ports.json, {"smtp": n}, appears in --out once it listens; it ends with the process that has started it, or on SIGTERM.
"""

import argparse
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
import time

CONFIGURATION = """\
primary_hostname = mail.city.example
spool_directory = {out}/spool
log_file_path = {out}/log/%slog
daemon_smtp_ports = {port}
local_interfaces = 127.0.0.1
message_size_limit = {size}
acl_smtp_rcpt = check_recipient
acl_smtp_data = accept
queue_only = true
exim_path = {tools}/usr/sbin/exim4
begin acl
check_recipient:
  deny   recipients = gone@city.example
         message    = no such mailbox here
  defer  recipients = grey@city.example
         message    = greylisted, try again later
  accept
begin routers
begin transports
"""

USERS = """\
root:x:0:0::/root:/bin/sh
daemon:x:1:1::/:/usr/sbin/nologin
mail:x:8:8::/:/usr/sbin/nologin
nobody:x:65534:65534::/:/usr/sbin/nologin
Debian-exim:x:9911:9911::/:/usr/sbin/nologin
"""
GROUPS = "root:x:0:\ndaemon:x:1:\nmail:x:8:\nnogroup:x:65534:\nDebian-exim:x:9911:\n"


def start(options, port):
    out, tools = pathlib.Path(options.out).resolve(), pathlib.Path(options.tools).resolve()
    for name in ("spool", "log"):
        (out / name).mkdir(parents=True, exist_ok=True)
        os.chown(out / name, 9911, 9911)
    # It gives up root, and has to get at all of it.
    for folder in (out, *out.parents):
        folder.chmod(folder.stat().st_mode | 0o011)
    (out / "passwd").write_text(USERS)
    (out / "group").write_text(GROUPS)
    (out / "exim.conf").write_text(CONFIGURATION.format(out=out, tools=tools, port=port, size=options.size))
    libraries = tools / "usr/lib/x86_64-linux-gnu"
    environment = dict(os.environ, LD_LIBRARY_PATH=str(libraries), LD_PRELOAD=str(libraries / "libnss_wrapper.so"),
                       NSS_WRAPPER_PASSWD=str(out / "passwd"), NSS_WRAPPER_GROUP=str(out / "group"))
    log = open(out / "exim.log", "ab")
    return subprocess.Popen([tools / "usr/sbin/exim4", "-C", out / "exim.conf", "-bdf", "-oP", out / "pid"],
                            env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--size", type=int, default=10_000_000)
    parser.add_argument("--parent", type=int, default=os.getppid())
    options = parser.parse_args()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    exim = start(options, port)
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if exim.poll() is not None:
                sys.exit(f"exim_server: {(pathlib.Path(options.out) / 'exim.log').read_text()}")
            time.sleep(0.05)
        ports = pathlib.Path(options.out) / "ports.json"
        ports.with_suffix(".tmp").write_text(json.dumps({"smtp": port}))
        ports.with_suffix(".tmp").rename(ports)
        while os.getppid() == options.parent and not ended.wait(0.25):
            pass
    finally:
        exim.terminate()
        exim.wait(20)


if __name__ == "__main__":
    main()
