"""How long it takes from a file renamed into its drop folder to the post about it arriving at a channel."""

import random
import signal
import socket
import subprocess
import threading
import time


class Channel:
    """Answers posts on loopback, one connection after the other or beside it, and notes when each began to arrive."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.arrivals, self.arrived = [], threading.Event()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection = self.listener.accept()[0]
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with connection, connection.makefile("rb") as lines:
            while lines.readline():
                moment, length = time.monotonic(), 0
                while (line := lines.readline()).strip():
                    if line.lower().startswith(b"content-length:"):
                        length = int(line.split(b":")[1])
                lines.read(length)
                self.arrivals.append(moment)
                self.arrived.set()
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    def stop(self):
        self.listener.close()


CONFIGURATION = """\
strategies: [strategy.yaml]
state: state
drops: drops
mark: 架空
channels:
  - {name: chat, kind: json, urlFile: url, signingSecretFile: signing}
posts:
  bench: [{from: 2020-04-01, channels: [chat]}]
routes: {departments: {bench: [bench]}}
"""


def latencies(binary, city, strategy, count):
    """Seconds from the rename to the post's first line, of `count` files that are refused, one every third of a second.

    The daemon runs as it would, with a ledger that waits for the disk; the files come after it has settled.
    """
    channel = Channel()
    for name, text in (("strategy.yaml", strategy), ("shirube.yaml", CONFIGURATION), ("signing", "x" * 32),
                       ("url", f"http://127.0.0.1:{channel.port}/hook")):
        (city / name).write_text(text, "utf-8")
        (city / name).chmod(0o600)
    drops = city / "drops/bench"
    drops.mkdir(parents=True)
    log = open(city / "journal.txt", "wb")
    daemon = subprocess.Popen([str(binary), "serve", "--config", "shirube.yaml"], cwd=city, stdin=subprocess.DEVNULL,
                              stdout=log, stderr=log)
    chance, found = random.Random(1), []
    try:
        while b"notice: started" not in (city / "journal.txt").read_bytes():
            if daemon.poll() is not None:
                raise SystemExit("bench_latency: the daemon ended: " + (city / "journal.txt").read_text())
            time.sleep(0.05)
        time.sleep(2)
        for number in range(count):
            hidden = drops / f".{number}.tmp"
            hidden.write_text(f"指標ID,年度,期間,実績値,区分\nnone{number},2022年度,第1四半期,1,確報\n", "utf-8")
            channel.arrived.clear()
            begun = time.monotonic()
            hidden.rename(drops / f"file-{number}.csv")
            if not channel.arrived.wait(30):
                raise SystemExit(f"bench_latency: no post within 30 s: {(city / 'journal.txt').read_text()[-2000:]}")
            found.append(channel.arrivals[-1] - begun)
            time.sleep(0.3 + chance.random() * 0.1)
    finally:
        daemon.send_signal(signal.SIGTERM)
        daemon.wait(30)
        channel.stop()
    return found
