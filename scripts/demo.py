#!/usr/bin/python3
"""Play the end of a quarter: 26 departments drop invented figures, the mayor gets a summary.

    scripts/demo.py --binary FILE --out FOLDER

Everything happens in FOLDER and on loopback: a capture server takes the mail and the webhook, and
`shirube serve` runs with its clock set to 2022-10-17 08:59, a minute before the summary is due.
Nothing is left running. Ends with 0 only if every sample was taken as it should be and the summary
arrived.
"""

import argparse
import email
import email.policy
import json
import os
import math
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
from demo_stage import ROOT, STRATEGY, SUMMARY_TO, Child, Failure, Stage  # noqa: E402
from demo_stage import heading, say, shown, tail  # noqa: E402

SAMPLES = ROOT / "config/samples/drops"

START = datetime(2022, 10, 17, 8, 59)
DUE = datetime(2022, 10, 17, 9, 0)
REJECTED = {"kyodo-danjo", "zero-gomi"}
PATIENCE_SECONDS = 150


class Demonstration:
    """The run from the first file to the last message."""

    def __init__(self, binary, stage):
        self.binary = binary
        self.stage = stage
        self.children = []
        # The strategy's order is also the one in which departments stand in its file.
        listed = re.findall(r"^  - \{id: (\S+), name: (\S+)\}", STRATEGY.read_text("utf-8"), re.M)
        self.departments = dict(listed)
        self.samples = [
            file
            for department in self.departments
            for file in sorted((SAMPLES / department).iterdir())
        ]

    def run(self):
        capture = self.start_capture()
        ports = json.loads((self.stage.captured / "ports.json").read_text())
        self.stage.write_strategy()
        self.stage.write_configuration(ports, self.departments)
        say("設定を確かめています", "checking the configuration")
        print(self.shirube("check").rstrip(), flush=True)
        daemon = self.start_daemon()
        self.drop_files()
        self.await_intake(daemon)
        mails = self.await_summary(daemon)
        for child in (daemon, capture):
            code = child.stop()
            if code != 0:
                raise Failure(
                    f"{child.name} did not end with 0 on SIGTERM but with {code}; "
                    f"its log ends:\n{tail(child.log)}"
                )
        say("デーモンとサーバーは正常に終わりました", "the daemon and the server ended in order")
        return mails

    def start(self, name, command, log):
        child = Child(name, command, log)
        self.children.append(child)
        return child

    def stop_all(self):
        for child in reversed(self.children):
            child.stop()

    def shirube(self, *words):
        """What a command prints; a failure shows what it said."""
        command = [str(self.binary), *words, "--config", str(self.stage.config)]
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            raise Failure(f"`shirube {words[0]}` did not end within 120 seconds.") from None
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise Failure(f"`shirube {words[0]}` ended with {done.returncode}:\n{said}")
        return done.stdout.decode("utf-8")

    def start_capture(self):
        say("メールとWebhookの受け口を用意しています", "starting a capture server on loopback")
        script = ROOT / "scripts/capture_server.py"
        command = [
            sys.executable, "-B", script, "--smtp-port", 0, "--http-port", 0,
            "--parent", os.getpid(),
        ]
        log = self.stage.folder / "capture.log"
        child = self.start(
            "The capture server", [*command, "--out", self.stage.captured], log)
        self.wait(child, 20, lambda: (self.stage.captured / "ports.json").exists(),
                  "the capture server did not say its ports")
        return child

    def start_daemon(self):
        say(f"shirube serve を始めます。時計は {START:%Y-%m-%d %H:%M} です",
            "starting the daemon, its clock set")
        command = [self.binary, "serve", "--config", self.stage.config]
        child = self.start(
            "shirube serve", [*command, "--clock", START.isoformat("T", "minutes")],
            self.stage.daemon_log)
        self.started = time.monotonic()
        # Each department's folders are made by a thread of its own, in no order.
        folders = [self.stage.drops / name / "rejected" for name in self.departments]
        self.wait(
            child, 30, lambda: all(folder.is_dir() for folder in folders),
            "the daemon did not make its drop folders")
        return child

    def wait(self, child, seconds, is_done, complaint):
        end = time.monotonic() + seconds
        while not is_done():
            child.check()
            if time.monotonic() > end:
                raise Failure(f"After {seconds} seconds {complaint}; the log of {child.name} ends:"
                              f"\n{tail(child.log)}")
            time.sleep(0.05)

    def clock(self):
        """About what the daemon's clock shows."""
        return START + timedelta(seconds=time.monotonic() - self.started)

    def drop_files(self):
        say(f"{len(self.departments)}部署の{len(self.samples)}ファイルを置いています",
            "saving the departments' files")
        for file in self.samples:
            target = self.stage.drops / file.parent.name / file.name
            target.write_bytes(file.read_bytes())
            # People are slower; this keeps the order in which they save their files.
            time.sleep(0.02)

    def settled(self, outcome):
        """The drops of a folder accepted or rejected, without the reports beside them."""
        files = self.stage.drops.glob(f"*/{outcome}/*")
        return [f for f in files if not f.name.endswith((".report.txt", ".report.csv"))]

    def await_intake(self, daemon):
        end = time.monotonic() + 60
        before = None
        while True:
            daemon.check()
            accepted, rejected = self.settled("accepted"), self.settled("rejected")
            count = len(accepted) + len(rejected)
            if count != before:
                before = count
                done = {f.parent.parent for f in accepted + rejected}
                say(f"{self.clock():%H:%M:%S} 読み込み {count}/{len(self.samples)} ファイル、"
                    f"{len(done)}/{len(self.departments)} 部署", "taken in")
            if count == len(self.samples):
                break
            if time.monotonic() > end:
                raise Failure(f"Only {count} of {len(self.samples)} files were taken in within 60 "
                              f"seconds; the daemon's log ends:\n{tail(daemon.log)}")
            time.sleep(0.5)
        say(f"受理 {len(accepted)}、差し戻し {len(rejected)}", "accepted, rejected")
        wrong = {f.parent.parent.name for f in rejected} ^ REJECTED
        if wrong or len(rejected) != len(REJECTED):
            names = "".join(f"\n  {shown(f)}" for f in rejected) or " none"
            raise Failure("Files of " + " and ".join(sorted(REJECTED)) + " should have been "
                          f"rejected, one each; these were:{names}")

    def mails(self):
        """What has arrived by mail: pairs of file and message, oldest first."""
        return [
            (file, email.message_from_bytes(file.read_bytes(), policy=email.policy.default))
            for file in sorted(self.stage.captured.glob("[0-9][0-9][0-9].eml"))
        ]

    def posts(self):
        return sorted(self.stage.captured.glob("[0-9][0-9][0-9].json"))

    def await_summary(self, daemon):
        end = self.started + PATIENCE_SECONDS
        told = ""
        released = False
        while True:
            daemon.check()
            mails = self.mails()
            kinds = {m["X-Shirube-Kind"] for _, m in mails}
            if "preview" in kinds and not released:
                released = True
                say(f"{self.clock():%H:%M:%S} 下見が政策推進課に届きました。内容を確かめ、発送します",
                    "the planning division has seen the preview, and releases the summary")
                print(self.shirube(
                    "summary", "release", "2022Q2", "--by", "政策推進課長", "--now",
                    self.clock().isoformat("T", "seconds")).rstrip(), flush=True)
            reached = {str(m["To"]) for _, m in mails if m["X-Shirube-Kind"] == "summary"}
            if reached >= set(SUMMARY_TO) and self.posts():
                say(f"{self.clock():%H:%M:%S} まとめがメールとSlackに届きました",
                    "the summary arrived by mail and webhook")
                break
            left = (DUE - self.clock()).total_seconds()
            step = f"あと{math.ceil(left / 10) * 10}秒" if left > 0 else "09:00になりました"
            if step != told:
                told = step
                alerts = sum(m["X-Shirube-Kind"] == "lagging" for _, m in mails)
                say(f"{self.clock():%H:%M:%S} 9:00のまとめまで{step}。担当課へのお知らせ {alerts}通"
                    if left > 0 else f"{self.clock():%H:%M:%S} {step}。まとめを待っています",
                    "waiting for the summary")
            if time.monotonic() > end:
                raise Failure(f"The summary did not arrive within {PATIENCE_SECONDS} seconds (got "
                              f"{sorted(reached)} and {len(self.posts())} posts); the daemon's log "
                              f"ends:\n{tail(daemon.log)}")
            time.sleep(0.5)
        self.await_outbox()
        return self.mails()

    def await_outbox(self):
        """Wait until nothing is left to send, then say if something could not be."""
        end = time.monotonic() + 30
        while True:
            outbox = json.loads(self.shirube("status", "--format", "json"))["outbox"]
            if outbox["due"] == 0 and outbox["dead"] == 0:
                return
            if outbox["dead"] or time.monotonic() > end:
                raise Failure(f"Not everything was sent: {outbox}; the daemon's log ends:\n"
                              f"{tail(self.stage.daemon_log)}")
            time.sleep(0.2)


class Result:
    """What has come of it, kept in files and shown."""

    def __init__(self, demonstration, mails):
        self.demonstration = demonstration
        self.stage = demonstration.stage
        self.mails = mails
        self.file, self.summary = next(
            (f, m) for f, m in mails if m["X-Shirube-Kind"] == "summary"
        )

    def part(self, kind):
        """A part of the summary's mail, decoded; the line ends are the mail's, not the text's."""
        return self.summary.get_body((kind,)).get_content().replace("\r\n", "\n")

    def keep(self):
        """Write the parts of the mail and what the commands say; the text part is the result."""
        output = self.stage.output
        text = self.part("plain")
        html = self.part("html")
        (output / "summary.txt").write_text(text, encoding="utf-8")
        (output / "summary.html").write_text(html, encoding="utf-8")
        shutil.copyfile(self.file, output / "summary.eml")
        posts = self.demonstration.posts()
        for number, post in enumerate(posts, 1):
            name = "slack.json" if number == 1 else f"slack-{number}.json"
            content = json.loads(post.read_bytes())
            pretty = json.dumps(content, ensure_ascii=False, indent=2)
            (output / name).write_text(pretty + "\n", encoding="utf-8")
        moment = ("--as-of", "2022-10-17T09:01")
        report = self.demonstration.shirube(
            "report", "--quarter", "2022Q2", *moment, "--format", "html")
        (output / "report.html").write_text(report, encoding="utf-8")
        table = self.demonstration.shirube("status", *moment)
        (output / "status.txt").write_text(table, encoding="utf-8")
        self.check_mark()

    def check_mark(self):
        """Every title says that the figures are invented."""
        bare = [f for f, m in self.mails if "架空" not in str(m["Subject"])]
        output = self.stage.output
        titled = re.compile(r"<title>[^<]*架空")
        for name in ("summary.html", "report.html"):
            if not titled.search((output / name).read_text(encoding="utf-8")):
                bare.append(output / name)
        if bare:
            names = ", ".join(shown(file) for file in bare)
            raise Failure(f"The title does not say 架空 in: {names}")

    def show(self):
        output = self.stage.output
        heading("届いたまとめ", "the summary as it arrived by mail")
        for name in ("From", "To", "Date", "Subject"):
            print(f"{name}: {self.summary[name]}")
        print()
        print((output / "summary.txt").read_text(encoding="utf-8").rstrip())
        heading("差し戻されたファイルと、担当課が読む説明", "the rejections, as the departments read them")
        for report in sorted(self.stage.drops.glob("*/rejected/*.report.txt")):
            print(report.read_text(encoding="utf-8").rstrip() + "\n")
        heading("担当課に送られた遅れのお知らせ", "the alerts that departments got")
        for _, mail in self.mails:
            if mail["X-Shirube-Kind"] == "lagging":
                print(f"  {mail['Subject']}\n    → {mail['To']}")
        heading("状況の表のはじめ", "the first lines of `shirube status`")
        lines = (output / "status.txt").read_text(encoding="utf-8").splitlines()
        print("\n".join(lines[:12]) + "\n…")
        self.show_places()

    def show_places(self):
        heading("ファイル", "where things lie")
        folder, output = self.stage.folder, self.stage.output
        places = (
            (output / "summary.txt", "届いたまとめの文面", "the mail's text"),
            (output / "summary.html", "届いたまとめのHTML", "the mail's HTML"),
            (output / "summary.eml", "届いたメールそのもの", "the mail itself"),
            (output / "slack.json", "Slackに届いたJSON", "what the webhook got"),
            (output / "report.html", "shirube report のHTML", "by `shirube report`"),
            (output / "status.txt", "shirube status の表", "by `shirube status`"),
            (self.stage.captured, f"届いたメール{len(self.mails)}通とJSON", "all that arrived"),
            (self.stage.drops, "部署のフォルダー", "the departments' folders"),
            (self.stage.config, "この実演の設定", "the configuration"),
            (self.stage.daemon_log, "デーモンの記録", "the daemon's log"),
        )
        missing = [shown(path) for path, _, _ in places if not path.exists()]
        if missing:
            raise Failure(f"These should be there: {', '.join(missing)}")
        width = max(len(shown(path)) for path, _, _ in places)
        for path, japanese, english in places:
            print(f"  {shown(path):<{width}}  {japanese} ({english})")
        print(f"\nすべて架空の数値です。 (All figures are invented.) 作業フォルダー: {shown(folder)}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--binary", required=True, type=Path, help="the built program `shirube`")
    parser.add_argument("--out", required=True, type=Path, help="the folder to play in")
    options = parser.parse_args()
    options.binary = options.binary.resolve()
    options.out = options.out.resolve()
    return options


def main():
    options = arguments()
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stderr.reconfigure(encoding="utf-8")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: sys.exit(128 + number))
    demonstration = None
    try:
        if not options.binary.is_file():
            raise Failure(f"There is no program at {options.binary}; `swift build` makes it.")
        stage = Stage(options.out)
        stage.clear()
        demonstration = Demonstration(options.binary, stage)
        result = Result(demonstration, demonstration.run())
        result.keep()
        result.show()
    except Failure as failure:
        print(f"\nmake demo: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nmake demo: interrupted", file=sys.stderr)
        return 130
    finally:
        # A second Ctrl-C must not leave a process behind.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        if demonstration:
            demonstration.stop_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
