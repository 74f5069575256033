#!/usr/bin/python3
"""Measure how fast messages leave, beside what else could send them, and fail where a bound is missed.

    scripts/bench_delivery.py --binary FILE --tools FOLDER [--messages 2000] [--rounds 5] [--drops 200]
        [--quick]

Every round runs each contender once, one after the other, so that a slow minute of the machine meets all of them; the
median of the rounds counts. All servers listen on loopback: Postfix's smtp-sink for mails of 30 KB, and, for root, a whole
Postfix that queues them and throws them away; nginx for webhooks.

    shirube        what lies in the outbox is sent, with every outcome in the ledger (SQLite, synchronous = FULL)
    smtplib        Python's, all messages over one connection, nothing recorded
    smtp-source    Postfix's own load generator over one connection (-d -s 1), the ceiling
    msmtp, curl    a process a message, of which fewer are sent and the time scaled
    requests       a session of Python's requests, all posts over one connection

The time of a contender is that of sending alone, without starting Python or opening the ledger.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import bench_latency
from bench_bounds import Bounds
from postfix_server import Postfix, free_ports

SIZE = 30_000
# Japanese text takes 3 bytes a character, and a third more as base64.
CHARACTERS = 7_300
FEW = 200

STRATEGY = """\
strategy: bench-2020
name: 計測用総合戦略
city: 計測市
term: {from: FY2020, to: FY2024}
departments:
  - {id: bench, name: 計測課}
planningDepartment: bench
goals:
  - id: g1
    number: 1
    name: 計測する
    measures:
      - id: m01
        number: 1
        name: 計測
        programs:
          - id: m01-1
            name: 計測事業
            departments: [bench]
            sdgs: []
            indicators:
              - id: k1
                name: 参加者数
                unit: 人
                baseline: {value: 100, period: FY2018}
                target: {value: 200, period: FY2024}
                kind: K4
"""

SMTPLIB = """
import smtplib, sys, time
port, count, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
message = open(path, "rb").read()
start = time.perf_counter()
with smtplib.SMTP("127.0.0.1", port) as server:
    for number in range(count):
        server.sendmail("shirube@city.example", [f"post-{number}@city.example"], message)
print(time.perf_counter() - start)
"""

REQUESTS = """
import requests, sys, time
url, count, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
document = open(path, "rb").read()
with requests.Session() as session:
    session.trust_env = False
    start = time.perf_counter()
    for number in range(count):
        answer = session.post(url, data=document, headers={"Content-Type": "application/json"})
        assert answer.status_code == 200
    print(time.perf_counter() - start)
"""


def wait_for(port):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"bench_delivery: nothing listens on port {port}")


class Place:
    """A folder, the servers that run for it, and how they are called."""

    def __init__(self, options):
        self.options = options
        self.tools = options.tools.resolve()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-delivery-"))
        self.smtp, self.http = free_ports(2)
        self.servers, self.postfix = [], None
        libraries = [self.tools / "usr/lib/postfix", self.tools / "usr/lib/x86_64-linux-gnu"]
        self.environment = dict(os.environ, LD_LIBRARY_PATH=":".join(map(str, libraries)))
        self.message, self.document = self.folder / "message.eml", self.folder / "document.json"
        self.message.write_bytes(self.sample_mail())
        self.document.write_bytes(json.dumps({"text": "計測" * 500}).encode())

    @staticmethod
    def sample_mail():
        head = (b"From: shirube@city.example\r\nTo: post@city.example\r\nSubject: bench\r\n"
                b"Content-Transfer-Encoding: base64\r\n\r\n")
        line = b"6KiI5ris44Gu44Gf44KB44Gu5paH56ug44Gn44GZ44CC6KiI5ris44Gu44Gf44KB44Gu5paH\r\n"
        return head + line * ((SIZE - len(head)) // len(line))

    def start(self):
        nginx = self.folder / "nginx"
        nginx.mkdir()
        (nginx / "nginx.conf").write_text(
            f"daemon off; pid {nginx}/pid; error_log {nginx}/error.log; worker_processes 1;\n"
            "events {} http { access_log off; keepalive_requests 1000000;\n"
            + "".join(f"{kind}_temp_path {nginx}/{kind};\n"
                      for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
            + f"server {{ listen 127.0.0.1:{self.http}; location / {{ return 200 'ok'; }} }} }}\n")
        self.servers = [
            self.begin([self.tools / "usr/sbin/smtp-sink", "-u", "nobody", f"127.0.0.1:{self.smtp}", "1024"]
                       if os.geteuid() == 0 else
                       [self.tools / "usr/sbin/smtp-sink", f"127.0.0.1:{self.smtp}", "1024"]),
            self.begin([self.tools / "usr/sbin/nginx", "-e", nginx / "error.log", "-p", nginx, "-c", nginx / "nginx.conf"]),
        ]
        wait_for(self.smtp)
        wait_for(self.http)
        if os.geteuid() == 0:
            (self.folder / "postfix").mkdir()
            self.postfix = Postfix(self.tools, self.folder / "postfix", size=1_000_000, discard=True)
            self.postfix.start()

    def begin(self, command):
        log = open(self.folder / "servers.log", "ab")
        return subprocess.Popen([str(word) for word in command], env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def end(self):
        if self.postfix:
            self.postfix.stop()
        for server in self.servers:
            server.send_signal(signal.SIGTERM)
        for server in self.servers:
            server.wait(20)
        shutil.rmtree(self.folder)

    def city(self):
        """A fresh state folder and its configuration."""
        city = self.folder / "city"
        shutil.rmtree(city, ignore_errors=True)
        city.mkdir()
        secret = city / "url"
        secret.write_text(f"http://127.0.0.1:{self.http}/hook")
        secret.chmod(0o600)
        (city / "strategy.yaml").write_text(STRATEGY, "utf-8")
        (city / "shirube.yaml").write_text(
            "strategies: [strategy.yaml]\nstate: state\ndrops: drops\nmark: 架空\n"
            f"mail: {{host: 127.0.0.1, port: {self.smtp}, from: shirube@city.example}}\n"
            "channels:\n  - {name: chat, kind: slack, urlFile: url, gapMilliseconds: 0, connections: 8}\n"
            "routes: {departments: {bench: [bench@city.example]}}\n", "utf-8")
        (city / "state").mkdir(mode=0o700)
        return city

    def run(self, command, **more):
        done = subprocess.run([str(word) for word in command], env=self.environment, text=True,
                              capture_output=True, **more)
        if done.returncode != 0:
            sys.exit(f"bench_delivery: {command[0]} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def shirube(self, count, *more):
        """Seconds of sending, milliseconds of permitting a batch, and mebibytes at the most."""
        city = self.city()
        os.sync()
        command = [str(self.options.binary.resolve()), "bench-delivery", "--config", "shirube.yaml",
                   "--messages", str(count), *map(str, more)]
        with open(city / "output", "w+") as output:
            process = subprocess.Popen(command, cwd=city, env=self.environment, stdout=output, stderr=output)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            text = output.read()
        if process.returncode != 0:
            sys.exit(f"bench_delivery: shirube ended with {process.returncode}: {text[-2000:]}")
        return float(text.split()[0]), float(text.split()[3]), usage.ru_maxrss / 1_024

    def smtp_source(self, count):
        begun = time.perf_counter()
        self.run([self.tools / "usr/sbin/smtp-source", "-d", "-s", "1", "-m", count, "-l", SIZE,
                  "-f", "shirube@city.example", "-t", "post@city.example", f"127.0.0.1:{self.smtp}"])
        return time.perf_counter() - begun

    def each(self, count, command):
        begun = time.perf_counter()
        for _ in range(FEW):
            with open(self.message, "rb") as message:
                self.run(command, stdin=message)
        return (time.perf_counter() - begun) / FEW * count


def contenders(place, count):
    """The ways of sending, each a function that gives seconds: of mails and of webhooks."""
    python = place.options.python or sys.executable
    mails = {
        "shirube": lambda: place.shirube(count, "--characters", CHARACTERS)[0],
        "smtplib": lambda: float(place.run(
            [sys.executable, "-c", SMTPLIB, place.smtp, count, place.message])),
        "smtp-source": lambda: place.smtp_source(count),
    }
    if not place.options.quick:
        mails["curl"] = lambda: place.each(count, [
            "curl", "-sS", "--mail-from", "shirube@city.example", "--mail-rcpt", "post@city.example",
            "-T", "-", f"smtp://127.0.0.1:{place.smtp}"])
        mails["msmtp"] = lambda: place.each(count, [
            place.tools / "usr/bin/msmtp", "--host=127.0.0.1", f"--port={place.smtp}",
            "--from=shirube@city.example", "post@city.example"])
    posts = {
        "shirube": lambda: place.shirube(count, "--characters", 1_000, "--channel", "chat")[0],
        "requests": lambda: float(place.run(
            [python, "-c", REQUESTS, f"http://127.0.0.1:{place.http}/hook", count, place.document])),
    }
    return mails, posts


def measure(group, rounds):
    times = {name: [] for name in group}
    for _ in range(rounds):
        for name, run in group.items():
            times[name].append(run())
    return {name: statistics.median(found) for name, found in times.items()}


def report(title, medians, count):
    print(f"\n{title}: {count:,} messages")
    for name, seconds in sorted(medians.items(), key=lambda item: item[1]):
        print(f"  {name:<14}{seconds:8.3f} s {count / seconds:9,.0f} a second")


def hold_latency(place, options, bounds):
    city = place.folder / "latency"
    city.mkdir()
    found = sorted(1_000 * seconds for seconds in bench_latency.latencies(
        options.binary.resolve(), city, STRATEGY, options.drops))
    median, high = statistics.median(found), found[int(len(found) * 0.99)]
    print(f"\nFrom a drop renamed into its folder to the post's arrival, {len(found)} drops: "
          f"median {median:.1f} ms, 99th percentile {high:.1f} ms, longest {found[-1]:.1f} ms")
    bounds.hold("drop to post, median", median, 20, least=False, unit="ms")
    bounds.hold("drop to post, 99th percentile", high, 100, least=False, unit="ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=pathlib.Path, required=True)
    parser.add_argument("--tools", type=pathlib.Path, required=True, help="unpacked Debian packages")
    parser.add_argument("--python", help="a Python that has requests")
    parser.add_argument("--messages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--drops", type=int, default=200, help="how many drops to wait for the post of")
    parser.add_argument("--quick", action="store_true", help="without those that take a process a message")
    options = parser.parse_args()
    place, bounds = Place(options), Bounds()
    try:
        place.start()
        mails, posts = contenders(place, options.messages)
        found = measure(mails, options.rounds)
        report("Mails of 30 KB to smtp-sink", found, options.messages)
        bounds.hold("mails, rate over smtplib's on one connection", found["smtplib"] / found["shirube"], 1.1, least=True)
        bounds.hold("mails, rate over smtp-source's", found["smtp-source"] / found["shirube"], 0.6, least=True)
        if place.postfix:
            place.smtp = place.postfix.smtp
            found = measure({name: mails[name] for name in ("shirube", "smtplib", "smtp-source")}, options.rounds)
            report("Mails of 30 KB to a whole Postfix", found, options.messages)
        found = measure(posts, options.rounds)
        report("Webhooks to nginx", found, options.messages)
        bounds.hold("webhooks, rate over a requests session's", found["requests"] / found["shirube"], 3, least=True)
        few, many = (place.shirube(100, "--characters", 300, "--waiting", waiting) for waiting in (1_000, 100_000))
        print(f"\nPermitting 50 of what is due: {few[1]:.2f} ms with 1,000 waiting, {many[1]:.2f} ms with 100,000")
        print(f"Memory: {few[2]:.1f} MiB with 1,000 waiting, {many[2]:.1f} MiB with 100,000")
        bounds.hold("permitting, time with 100,000 waiting over 1,000", many[1] / few[1], 2, least=False)
        bounds.hold("memory, that with 100,000 waiting over 1,000", many[2] / few[2], 1.1, least=False)
        hold_latency(place, options, bounds)
    finally:
        place.end()
    bounds.end("bench_delivery")


if __name__ == "__main__":
    main()
