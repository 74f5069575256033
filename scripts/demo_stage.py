"""Where the demonstration plays: its folder, its settings, its processes, how it speaks."""

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STRATEGY = ROOT / "config/strategies/tomakomai-2020.yaml"
SUMMARY_TO = ("mayor-office@city.example", "seisaku-suishin@city.example")
WINTER_QUESTION = re.compile(r"questions:\n +- 実施する月はいつですか（冬だけの事業ですか）。[^\n]*\n")
MARKER = ".made-by-make-demo"


class Failure(Exception):
    """Why the demonstration cannot go on, in one sentence."""


def say(japanese, english):
    print(f"{japanese}  ({english})", flush=True)


def heading(japanese, english):
    print(f"\n━━━ {japanese} ({english}) ━━━\n", flush=True)


def shown(path):
    """A path as a person types it at the root of the repository."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def tail(path, lines=25):
    text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    return "\n".join("  | " + line for line in text.splitlines()[-lines:]) or "  | (nothing)"


class Child:
    """A process that this script has started and will stop."""

    def __init__(self, name, command, log):
        self.name = name
        self.log = log
        with log.open("wb") as sink:
            # A session of its own: Ctrl-C reaches only this script, which stops the child.
            self.process = subprocess.Popen(
                [str(word) for word in command],
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def check(self):
        code = self.process.poll()
        if code is not None:
            raise Failure(f"{self.name} ended by itself with {code}:\n{tail(self.log)}")

    def stop(self):
        """End it by SIGTERM, by force after 30 seconds; says how it ended, None if by force."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                return None
        return self.process.returncode


class Stage:
    """The folder in which the demonstration plays."""

    def __init__(self, folder):
        self.folder = folder
        self.config = folder / "shirube.yaml"
        self.drops = folder / "drops"
        self.captured = folder / "captured"
        self.output = folder / "output"
        self.daemon_log = folder / "shirube.log"

    def clear(self):
        """Make the folder anew; only one that is empty or that this script has made is cleared."""
        if self.folder.exists() and any(self.folder.iterdir()):
            if not (self.folder / MARKER).exists():
                raise Failure(f"{self.folder} holds something else; name another --out.")
            shutil.rmtree(self.folder)
        for folder in (self.folder, self.drops, self.folder / "state", self.captured, self.output):
            folder.mkdir(parents=True, exist_ok=True)
        (self.folder / MARKER).touch()

    def write_strategy(self):
        """The city's strategy, as if スポーツ都市推進課 had told the months of its winter programs, and the planners
        had marked the two years of the epidemic (共通要因)."""
        text = STRATEGY.read_text(encoding="utf-8")
        text, count = WINTER_QUESTION.subn("activeMonths: [12, 1, 2, 3]\n", text)
        if count == 0:
            raise Failure(f"{shown(STRATEGY)} does not ask for the winter months any more.")
        text = text.replace("\ngoals:\n", "\ncommonCauseYears: [FY2020, FY2021]\n\ngoals:\n", 1)
        (self.folder / STRATEGY.name).write_text(text, encoding="utf-8")

    def write_configuration(self, ports, departments):
        url = self.folder / "slack-url"
        url.touch(mode=0o600)
        url.write_text(f"http://127.0.0.1:{ports['http']}/services/demo\n", encoding="utf-8")
        routes = "\n".join(f"    {name}: [{name}@city.example]" for name in departments)
        self.config.write_text(
            f"""## Written by scripts/demo.py: invented figures (架空); nothing leaves this machine.
strategies:
  - {STRATEGY.name}
state: state
drops: drops
mark: 架空
intake: {{pollSeconds: 1}}
mail:
  host: 127.0.0.1
  port: {ports['smtp']}
  security: none
  from: 標（架空） <shirube@city.example>
  replyTo: seisaku-suishin@city.example
channels:
  - name: planning
    kind: slack
    urlFile: slack-url
routes:
  departments:
{routes}
  summary:
    mail: [{', '.join(SUMMARY_TO)}]
    channels: [planning]
schedule:
  - job: quarterlySummary
    workingDaysAfterEnd: 10
    at: "09:00"
""",
            encoding="utf-8",
        )
