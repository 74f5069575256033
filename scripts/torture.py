#!/usr/bin/python3
"""Send through servers that fail, kill the daemon in between, and see that no message is lost or sent for nothing.

    scripts/torture.py --binary FILE [--seeds 1000] [--first 1] [--jobs 4] [--keep FOLDER]

Each seed is a run of its own: a small city, the real daemon on a clock that the run moves, a mail server and a web server
that fail as the seed says (scripts/torture_servers.py), files that are refused so that people have to be told, and now
and then SIGKILL, SIGTERM, SIGHUP, `outbox drop` and `outbox pause`. In the end must hold, by what the servers had, what
the ledger says and what the journal said:

  lost       every file's letters are in the outbox, and each is delivered, given up with a cause, or dropped by hand;
             what counts as delivered a server has had
  twice      a server had a message once more only after an attempt of which the ledger says that it is not known how it
             ended, and then with the same bytes; there are no more of these than servers and kills were the cause of
  order      of one thread nobody got a later message before an earlier one
  dropped    nothing that `outbox drop` took out began to arrive after that
  journal    says of every message what has become of it, and of every restart what it found
"""

import argparse
import asyncio
import collections
import datetime
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
import time

from torture_servers import Servers

ZONE = datetime.timezone(datetime.timedelta(hours=9))
DEPARTMENTS = ("shoko", "kanko", "kikaku")

STRATEGY = """\
strategy: mihon-2020
name: 見本市総合戦略
city: 見本市
term: {from: FY2020, to: FY2024}
departments:
  - {id: kikaku, name: 企画課}
  - {id: shoko, name: 商工課}
  - {id: kanko, name: 観光課}
planningDepartment: kikaku
goals:
  - id: g1
    number: 1
    name: 働く人を増やす
    indicators:
      - {id: a1, name: 相談件数, unit: 件, departments: [shoko], baseline: {value: 100, period: FY2019}, target: {value: 150, period: FY2024}, kind: K4, cadence: quarter}
      - {id: b1, name: 宿泊者数, unit: 人, departments: [kanko], baseline: {value: 4000, period: FY2019}, target: {value: 4400, period: FY2024}, kind: K4, cadence: quarter}
      - {id: c1, name: 登録団体, unit: 団体, departments: [kikaku], baseline: {value: 10, period: FY2019}, target: {value: 12, period: FY2024}, kind: K5, cadence: quarter}
      - {id: b2, name: 体験事業の参加者, unit: 人, departments: [kanko], baseline: {value: 400, period: FY2019}, target: {value: 440, period: FY2024}, kind: K4, cadence: quarter}
    directions: []
"""

HEAD = "指標ID,年度,期間,実績値,区分\n"
# The years before, and what makes their indicators alert: several letters of one thread at a time.
PAST = {"shoko": {"a1": (28, 27, 28, 29, 30, 29, 31, 30)}, "kikaku": {"c1": (11, 11, 12, 12, 12, 12, 13, 13)},
        "kanko": {"b1": (1050, 1060, 1060, 1070, 1100, 1110, 1120, 1130), "b2": (100, 101, 99, 103, 104, 103, 105, 104)}}
NEWS = {"shoko": [("a1", 1, 6), ("a1", 2, 5)], "kikaku": [("c1", 1, 8), ("c1", 2, 6)],
        "kanko": [("b1", 1, 500), ("b2", 1, 40), ("b1", 2, 400), ("b2", 2, 30)]}

CONFIGURATION = """\
strategies: [mihon.yaml]
state: state
drops: drops
mark: 架空
intake: {{settleSeconds: 0, pollSeconds: 1}}
mail: {{host: 127.0.0.1, port: {mail}, security: none, from: shirube@city.example, timeoutSeconds: 1, connections: {connections}}}
channels:
  - {{name: chat, kind: slack, urlFile: chat-url, timeoutSeconds: 1, gapMilliseconds: {gap}}}
  - {{name: system, kind: json, urlFile: system-url, signingSecretFile: signing, timeoutSeconds: 1, connections: 3}}
posts:
  shoko: [{{from: 2020-04-01, mail: [shoko@city.example, shoko2@city.example], channels: [chat, system]}}]
  kanko: [{{from: 2020-04-01, mail: [kanko@city.example, grey@city.example], channels: [system]}}]
  kikaku: [{{from: 2020-04-01, mail: [kikaku@city.example, gone@city.example], channels: [chat]}}]
routes:
  departments: {{shoko: [shoko], kanko: [kanko], kikaku: [kikaku]}}
"""


class Broken(Exception):
    """Something does not hold."""


class Run:
    def __init__(self, seed, options):
        self.seed, self.options = seed, options
        self.random = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"torture-{seed}-"))
        # A grey address is refused for a while in every run, and until it is given up in some.
        self.is_patient = self.random.random() < 0.1
        self.servers = Servers(random.Random(seed + 1_000_000), {"gone@city.example"}, {"grey@city.example"})
        self.moment = datetime.datetime(2022, 10, 18, 9, 0, tzinfo=ZONE)
        self.servers.now = lambda: self.moment.timestamp()
        self.daemon, self.lives, self.stillborn, self.kills, self.good, self.bad = None, 0, 0, 0, 0, 0
        self.dropped = {}
        self.paused = False

    # What is done

    async def play(self):
        await self.build()
        try:
            await self.start()
            for _ in range(self.random.randint(12, 20)):
                await self.step()
            await self.settle()
            await self.stop()
            self.check()
        finally:
            if self.daemon and self.daemon.returncode is None:
                self.daemon.kill()
                await self.daemon.wait()
            self.servers.stop()
        if not self.options.keep:
            shutil.rmtree(self.folder)
        return self.summary()

    async def build(self):
        mail, web = await self.servers.start()
        (self.folder / "mihon.yaml").write_text(STRATEGY, "utf-8")
        (self.folder / "shirube.yaml").write_text(CONFIGURATION.format(
            mail=mail, connections=self.random.randint(1, 4), gap=self.random.choice((0, 50))), "utf-8")
        for name, text in (("chat-url", f"http://127.0.0.1:{web}/chat"), ("system-url", f"http://127.0.0.1:{web}/system"),
                           ("signing", "0123456789abcdef0123456789abcdef")):
            (self.folder / name).write_text(text)
            (self.folder / name).chmod(0o600)
        self.news = {department: list(news) for department, news in NEWS.items()}
        for department in DEPARTMENTS:
            (self.folder / "drops" / department).mkdir(parents=True)
            path = self.folder / f"past-{department}.csv"
            path.write_text(HEAD + "".join(
                f"{indicator},{2020 + number // 4}年度,第{number % 4 + 1}四半期,{value},確報\n"
                for indicator, values in PAST[department].items() for number, value in enumerate(values)), "utf-8")
            await self.command("drop", "apply", path, "--department", department, "--backfill")

    def tick(self, minutes):
        self.moment += datetime.timedelta(minutes=minutes)
        self.set_clock()

    def set_clock(self):
        (self.folder / "time.new").write_text(f"{self.moment:%Y-%m-%dT%H:%M}\n")
        (self.folder / "time.new").rename(self.folder / "time")

    async def start(self):
        self.set_clock()
        self.lives += 1
        with open(self.folder / "journal.txt", "ab") as journal:
            self.daemon = await asyncio.create_subprocess_exec(
                self.options.binary, "serve", "--config", self.folder / "shirube.yaml", "--clock",
                f"@{self.folder / 'time'}", stdin=asyncio.subprocess.DEVNULL, stdout=journal, stderr=journal)

    async def await_started(self):
        """Until then a signal ends the process as it ends any."""
        for _ in range(3000):
            text = (self.folder / "journal.txt").read_text("utf-8", "replace")
            if text.count("notice: started") >= self.lives - self.stillborn:
                return
            if self.daemon.returncode is not None:
                raise Broken(f"the daemon ended with {self.daemon.returncode}")
            await asyncio.sleep(0.02)
        raise Broken("the daemon did not start within a minute")

    async def die(self):
        self.daemon.kill()
        await self.daemon.wait()
        self.kills += 1
        # Killed before it could say that it had started.
        self.stillborn = self.lives - (self.folder / "journal.txt").read_text("utf-8", "replace").count("notice: started")
        await self.start()

    async def stop(self):
        await self.await_started()
        self.daemon.send_signal(signal.SIGTERM)
        try:
            code = await asyncio.wait_for(self.daemon.wait(), 60)
        except asyncio.TimeoutError:
            raise Broken("did not stop within a minute") from None
        if code != 0:
            raise Broken(f"ended with {code}")

    async def command(self, *words, refused=()):
        now = f"{self.moment:%Y-%m-%dT%H:%M}"
        process = await asyncio.create_subprocess_exec(
            self.options.binary, *words, "--config", self.folder / "shirube.yaml", "--now", now,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
        output = (await process.communicate())[0].decode()
        if process.returncode not in (0, *refused):
            raise Broken(f"{' '.join(map(str, words))} ended with {process.returncode}: {output}")
        return process.returncode

    def put(self):
        """A file of which people have to be told: one that is refused, or one with figures to be alarmed at."""
        department = self.random.choice(DEPARTMENTS)
        folder, news = self.folder / "drops" / department, self.news[department]
        if news and self.random.random() < 0.3:
            indicator, quarter, value = news.pop(0)
            self.good += 1
            name, line = f"news-{self.good}", f"{indicator},2022年度,第{quarter}四半期,{value},確報\n"
        else:
            self.bad += 1
            # With many faults a letter is several posts, which have to come one after the other.
            faults = self.random.choice((1, 1, 40))
            name = f"file-{self.bad}"
            line = "".join(f"none{self.bad}-{'x' * 150}{number},2022年度,第1四半期,{number},確報\n" for number in range(faults))
        hidden = folder / f".{name}.tmp"
        hidden.write_text(HEAD + line, "utf-8")
        hidden.rename(folder / f"{name}.csv")

    async def step(self):
        for _ in range(self.random.choice((0, 1, 1, 2, 3))):
            self.put()
        await asyncio.sleep(self.random.random() * 0.12)
        luck = self.random.random()
        if luck < 0.30:
            await self.die()
        elif luck < 0.36:
            await self.stop()
            await self.start()
        elif luck < 0.44:
            await self.await_started()
            self.daemon.send_signal(signal.SIGHUP)
        elif luck < 0.56:
            await self.drop_one()
        elif luck < 0.62:
            self.paused = not self.paused
            if self.paused:
                await self.command("outbox", "pause", "--route", "mail", "--by", "kikaku", "--reason", "試験")
            else:
                await self.command("outbox", "resume", "--route", "mail", "--by", "kikaku", "--reason", "試験")
        self.tick(self.random.choice((1, 2, 5, 15)))

    def rows(self, sql, *arguments):
        path = self.folder / "state/ledger.sqlite"
        if not path.exists():
            return []
        ledger = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
        try:
            return ledger.execute(sql, arguments).fetchall()
        except sqlite3.OperationalError as error:
            # The daemon has not made its tables yet.
            if "no such table" in str(error):
                return []
            raise
        finally:
            ledger.close()

    async def drop_one(self):
        due = self.rows("SELECT id FROM delivery WHERE state = 'due'")
        if not due:
            return
        number = self.random.choice(due)[0]
        # 65: it was delivered or begun meanwhile, and nothing is changed.
        if await self.command("outbox", "drop", str(number), "--by", "kikaku", "--reason", "試験", refused=(65,)) == 0:
            self.dropped[number] = time.monotonic()

    async def settle(self):
        """Let the servers be well, and time pass, until nothing is open."""
        if self.paused:
            await self.command("outbox", "resume", "--route", "mail", "--by", "kikaku", "--reason", "試験")
        self.servers.is_calm = True
        for turn in range(600):
            if turn == 3 and not self.is_patient:
                self.servers.greylisted = set()
            await asyncio.sleep(0.06)
            known = self.rows("SELECT COUNT(*) FROM drop_file WHERE name NOT LIKE 'past-%'")
            if known == [(self.good + self.bad,)] and not self.rows(
                    "SELECT 1 FROM delivery WHERE state IN ('due', 'sending') LIMIT 1"):
                return
            self.tick(20 if turn < 12 else 61)
        raise Broken("is not settled after 25 days: "
                     f"{self.rows('SELECT id, state, attempts FROM delivery WHERE state IN (?, ?)', 'due', 'sending')}")

    # What must hold

    def check(self):
        self.journal = (self.folder / "journal.txt").read_text("utf-8", "replace")
        self.deliveries = self.rows(
            """SELECT d.id, d.route, d.recipient, d.state, d.thread, d.head, d.is_dropped,
                    (SELECT COUNT(*) FROM attempt WHERE delivery_id = d.id AND outcome = 'ambiguous'),
                    (SELECT COUNT(*) FROM attempt WHERE delivery_id = d.id AND outcome = 'ambiguous'
                        AND detail = 'the program ended in mid-attempt'),
                    (SELECT detail FROM attempt WHERE delivery_id = d.id ORDER BY id DESC LIMIT 1), n.key, n.kind
                FROM delivery d JOIN notice n ON n.id = d.notice_id ORDER BY d.id""")
        self.match_receipts()
        self.check_lost()
        self.check_twice()
        self.check_order()
        self.check_dropped()
        self.check_journal()

    def match_receipts(self):
        """What the servers had, by delivery."""
        self.had = collections.defaultdict(list)
        by_key = {}
        for row in self.deliveries:
            number, route, recipient, head = row[0], row[1], row[2], bytes(row[5])
            if route == "mail":
                key = re.search(rb"^Message-ID: *\s*(<.*>)", head, re.MULTILINE | re.IGNORECASE)[1].decode()
                if (key, recipient) in by_key:
                    raise Broken(f"two deliveries have the Message-ID {key}")
                by_key[key, recipient] = number
        for number, digest in self.payload_digests():
            by_key[digest] = number
        for receipt in self.servers.receipts:
            key = (receipt.key, receipt.recipient) if receipt.way == "mail" else receipt.key
            if key not in by_key:
                raise Broken(f"a server had what is not in the outbox: {receipt.way} to {receipt.recipient}")
            self.had[by_key[key]].append(receipt)

    def payload_digests(self):
        """The SHA-256 of each post's bytes, as `outbox show --raw` gives them."""
        import hashlib
        import subprocess
        for row in self.deliveries:
            if row[1] == "webhook":
                raw = subprocess.run(
                    [self.options.binary, "outbox", "show", str(row[0]), "--raw", "--config", self.folder / "shirube.yaml"],
                    capture_output=True, check=True).stdout
                yield row[0], hashlib.sha256(raw).hexdigest()

    def check_lost(self):
        files = dict(self.rows("SELECT outcome, COUNT(*) FROM drop_file WHERE name NOT LIKE 'past-%' GROUP BY outcome"))
        if (files.get("rejected", 0), files.get("accepted", 0)) != (self.bad, self.good):
            raise Broken(f"{self.bad} bad and {self.good} good files were put down, known are {files}")
        told = len({row[10] for row in self.deliveries if row[11] == "rejection"})
        if told != self.bad:
            raise Broken(f"{self.bad} files were refused, letters were written about {told}")
        for number, _, _, state, _, _, _, doubts, _, detail, _, _ in self.deliveries:
            if state == "delivered" and not self.had[number]:
                raise Broken(f"{number} counts as delivered, and no server had it")
            if state == "dead" and not detail:
                raise Broken(f"{number} was given up without a cause")
            if state not in ("delivered", "dead", "dropped"):
                raise Broken(f"{number} is {state} in the end")
            answered = [receipt for receipt in self.had[number] if receipt.answered]
            # After an attempt that was cut off once the server had answered, the next one may be refused for good.
            if answered and state == "dead" and not doubts:
                raise Broken(f"{number} was given up, and a server had said that it has it")

    def check_twice(self):
        for number, route, _, _, _, _, _, ambiguous, killed, _, _, _ in self.deliveries:
            had = self.had[number]
            if len(had) > 1 + ambiguous:
                raise Broken(f"{number} arrived {len(had)} times, with {ambiguous} attempts in doubt")
            if route == "webhook" and len(had) > 1:
                raise Broken(f"post {number} arrived {len(had)} times, and nobody had it sent again")
            if len({receipt.digest for receipt in had}) > 1:
                raise Broken(f"{number} arrived with different bytes")
        doubts = sum(row[8] for row in self.deliveries)
        # At most one attempt is under way on each of 4 + 1 + 3 connections.
        if doubts > 8 * (self.kills + 1):
            raise Broken(f"{doubts} attempts ended with the program, which was killed {self.kills} times")

    def check_order(self):
        threads = collections.defaultdict(list)
        for row in self.deliveries:
            if row[4] and self.had[row[0]]:
                threads[row[1], row[2], row[4]].append((row[0], min(receipt.at for receipt in self.had[row[0]])))
        for thread, arrivals in threads.items():
            if [number for number, _ in arrivals] != [number for number, _ in sorted(arrivals, key=lambda one: one[1])]:
                raise Broken(f"out of order in {thread}: {arrivals}")

    def check_dropped(self):
        for number, moment in self.dropped.items():
            late = [receipt for receipt in self.had[number] if receipt.begun > moment]
            if late:
                raise Broken(f"{number} was dropped, and arrived {late[0].begun - moment:.3f} s later")

    def check_journal(self):
        for number, _, _, state, _, _, _, _, killed, _, _, _ in self.deliveries:
            own = [line for line in self.journal.splitlines() if re.search(rf"\bdelivery={number}\b", line)]
            word = {"delivered": "delivered:", "dead": "given up"}.get(state, "")
            if word and not any(word in line for line in own):
                raise Broken(f"the journal does not say that {number} was {state}")
            if sum("the program ended in mid-attempt" in line for line in own) < killed:
                raise Broken(f"the journal does not say that {number} was interrupted {killed} times")
            if state == "dropped" and not any(f"{number}" in line and "drop" in line for line in self.journal.splitlines()):
                raise Broken(f"the journal does not say that {number} was dropped")
        for secret in ("0123456789abcdef", "/chat", "/system"):
            if secret in self.journal:
                raise Broken(f"the journal holds a secret: {secret}")

    def summary(self):
        states = collections.Counter(row[3] for row in self.deliveries)
        return {"messages": len(self.deliveries), "kills": self.kills, "twice": sum(len(had) > 1 for had in self.had.values()),
                "doubts": sum(row[7] for row in self.deliveries), "faults": sum(self.servers.faults.values()),
                "threads": sum(count > 1 for count in collections.Counter(
                    row[1:5:3] + row[2:3] for row in self.deliveries if row[4]).values()), **states}


async def play_all(options):
    seeds, broken, totals = iter(range(options.first, options.first + options.seeds)), [], collections.Counter()
    begun = time.monotonic()

    async def worker():
        for seed in seeds:
            run = Run(seed, options)
            try:
                totals.update(await run.play())
            except Exception as error:
                broken.append(seed)
                print(f"seed {seed}: {error or type(error).__name__} (see {run.folder})", flush=True)
                if not isinstance(error, Broken):
                    import traceback
                    traceback.print_exc()
            totals["runs"] += 1
            if sys.stderr.isatty():
                print(f"\r{totals['runs']} of {options.seeds} runs ", end="", file=sys.stderr, flush=True)

    await asyncio.gather(*(worker() for _ in range(options.jobs)))
    words = ("messages", "threads", "delivered", "dead", "dropped", "twice", "doubts", "faults", "kills")
    print(f"{totals['runs']} runs in {time.monotonic() - begun:.0f} s: "
          + ", ".join(f"{totals[word]:,} {word}" for word in words))
    if broken:
        sys.exit(f"torture: {len(broken)} runs in which something does not hold: seeds {broken[:20]}")
    for word in ("delivered", "dead", "dropped", "doubts", "faults", "kills"):
        # A few runs may miss one of them; where all do, nothing was put to the test.
        if options.seeds >= 5 and totals[word] == 0:
            sys.exit(f"torture: nothing was {word} in all of these runs, so that they show nothing")
    print("torture: all of it holds")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=lambda path: str(pathlib.Path(path).resolve()), required=True)
    parser.add_argument("--seeds", type=int, default=1_000)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--jobs", type=int, default=4, help="how many runs at a time")
    parser.add_argument("--keep", action="store_true", help="keep the folders of all runs, not only of those that fail")
    asyncio.run(play_all(parser.parse_args()))


if __name__ == "__main__":
    main()
