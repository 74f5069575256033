#!/usr/bin/env python3
"""Derives the tables of forecast errors from public series, and writes them as Swift.

`make calibrate` runs it; `make calibrate CHECK=1` only says whether the file is what it would write. Three steps: the variances, the
quantiles, which are in units that the variances are part of, and how often what the quantiles give came true. The product is built anew
between them. docs/FORECAST.md tells what the tables are. Only series that are not held out are looked at. The forecasts are made by
`ShirubeBacktest`, that is by the product's own code; here windows are cut and errors sorted.
"""

import argparse
import collections
import pathlib
import subprocess
import sys

import numpy

import public_series as public

RULE_DATE = "2026-11-25"
LEVELS = (0.01, 0.025, *(step / 20 for step in range(1, 20)), 0.975, 0.99)
POINTS = range(2, 9)
HORIZONS = range(0, 7)
QUANTITIES = (public.FLOW, public.SUM)
CLOSED = (public.SHARE, public.LINEAR)
WINDOWS = 6  # of a series for each number of points and horizon
FLOW_FACTORS = 1 + numpy.array((-0.05, 0.0, 0.05, 0.10, 0.15, 0.20, 0.25, 0.30))
SUM_FACTORS = numpy.array((0.95, 1.0, 1.1, 1.25))
ENOUGH = 200  # errors that a cell needs of its own
TARGET = pathlib.Path(__file__).parent.parent / "Sources/ShirubeCore/Orient/Forecast/ErrorTables.swift"


def log_step_variance(steps: numpy.ndarray) -> float:
    return float(numpy.mean(numpy.log(numpy.mean(steps**2) + 1e-6)))


def prior_variances(series: list[public.Series]) -> dict[str, float]:
    """`exp(mean ln(mean d² + 1e-6))` of the yearly steps d on each scale; each series counts once."""
    logs = collections.defaultdict(list)
    for one in series:
        if len(one.years) < 7:
            continue
        logs["Logarithm"].append(log_step_variance(numpy.diff(numpy.log(one.years + 0.5))))
        size = numpy.mean(one.years[:-1])
        logs["Linear"].append(log_step_variance(numpy.diff(one.years / size)))
        share = half_year_share(one)
        if share is not None:
            logit = numpy.log((share + 0.005) / (1.005 - share))
            logs["Share"].append(log_step_variance(numpy.diff(logit)))
    return {scale: float(numpy.exp(numpy.mean(values))) for scale, values in logs.items()}


def half_year_share(one: public.Series) -> numpy.ndarray | None:
    """The part of each year that falls in its first half: a share that no trend of the whole moves."""
    if one.quarters is None:
        return None
    return one.quarters[:, :2].sum(axis=1) / one.years


def windows(series, length):
    for one in series:
        for start in public.starts(len(one.years), length, WINDOWS):
            yield one, start


def questions(series, kind, points, horizon):
    """What is asked for a number of points and a horizon: closed years, and years that run in three states."""
    if kind in CLOSED:
        yield from closed_questions(series, kind, points, horizon)
        return
    for one, start in windows(series, points + horizon):
        years = one.years[start : start + points + horizon]
        if horizon > 0 and kind == public.FLOW:
            yield public.question(public.ANNUAL, years[:points], horizon=horizon, actual=years[-1])
        if one.quarters is None:
            continue
        quarters = one.quarters[start : start + points + horizon]
        if horizon > 0 and kind == public.SUM:
            yield public.question(
                kind, quarters[:points], horizon=horizon, actual=years[points:].sum())
        actual = years[-1] if kind == public.FLOW else years[points - 1 :].sum()
        for reported in (1, 2, 3):
            for is_known in (True, False):
                yield public.question(
                    kind, quarters[: points - 1], quarters[points - 1, :reported],
                    horizon=horizon, actual=actual, is_season_known=is_known)


def closed_questions(series, kind, points, horizon):
    for one, start in windows(series, points + horizon):
        values = one.years if kind == public.LINEAR else half_year_share(one)
        if values is not None and horizon > 0:
            cut = values[start : start + points + horizon]
            yield public.question(kind, cut[:points], horizon=horizon, actual=cut[-1])


def errors_by_cell(binary, series):
    """Errors by (quantity, points, horizon, quarter, strength)."""
    cells = collections.defaultdict(list)
    for kind in QUANTITIES + CLOSED:
        for points in POINTS:
            for horizon in HORIZONS:
                asked = list(questions(series, kind, points, horizon))
                answers = public.ask(binary, asked)
                running = numpy.array([one[2] != 4 for one in asked])
                error, quarter = answers[:, public.ERROR], answers[:, public.QUARTER]
                # A year of which too little has passed is forecast from the closed ones, under their cell.
                usable = numpy.isfinite(error) & (running == (quarter != 4))
                for row in answers[usable]:
                    last = int(row[public.QUARTER])
                    strength = public.UNKNOWN if last == 4 else int(row[public.STRENGTH])
                    cells[kind, points, horizon, last, strength].append(row[public.ERROR])
    for is_known in (True, False):
        for row in surprise_answers(binary, series, is_known):
            errors = row[public.GOALS : public.GOALS + 20]
            key = (public.SURPRISES, POINTS[0], 0, 1, int(row[public.STRENGTH]))
            cells[key] += list(errors[numpy.isfinite(errors)])
    return {cell: numpy.array(errors) for cell, errors in cells.items()}


def surprise_answers(binary, series, is_known):
    """The surprises of the quarters of five years, two years before them known."""
    asked = [
        public.question(public.SURPRISES, one.quarters[start : start + 7], goals=[0] * 21,
                        is_season_known=is_known, is_raw=True)
        for one, start in windows(series, 7) if one.quarters is not None]
    return public.ask(binary, asked, 21)


def quantiles(cells, kind, points, horizon, quarter, strength):
    """The quantiles of a cell in thousandths; a cell with few errors borrows those of other strengths, then of fewer points."""
    key = (kind, points, horizon, quarter, strength)
    errors = cells.get(key, numpy.array([]))
    if len(errors) < ENOUGH and quarter != 4:
        parts = [cells.get((*key[:4], other), []) for other in range(3)]
        errors = numpy.concatenate(parts)
    if len(errors) < ENOUGH:
        if points == POINTS[0]:
            raise SystemExit(f"too few errors for {key}: {len(errors)}")
        return quantiles(cells, kind, points - 1, horizon, quarter, strength)
    return [round(1000 * float(value)) for value in numpy.quantile(errors, LEVELS)]


def rows(cells):
    for kind in QUANTITIES:
        for points in POINTS:
            for horizon in HORIZONS:
                for quarter in (1, 2, 3):
                    for strength in range(3):
                        yield quantiles(cells, kind, points, horizon, quarter, strength)
                # A closed year has nothing open at horizon 0.
                yield quantiles(cells, kind, points, max(horizon, 1), 4, public.UNKNOWN)
    for kind in CLOSED:
        for points in POINTS:
            for horizon in HORIZONS:
                yield quantiles(cells, kind, points, max(horizon, 1), 4, public.UNKNOWN)
    for strength in range(3):
        yield quantiles(cells, public.SURPRISES, POINTS[0], 0, 1, strength)


def recalibration(binary, series):
    """For each quantity and horizon, how often targets were met that the quantiles gave each level's probability.

    Targets are those of the back-test, on windows of all numbers of points: the baseline is the first year, a sum's target that many
    times it. Rising by pool-adjacent-violators (Ayer and others 1955) over fortieths of the forecasts, straight between their means.
    """
    for kind in QUANTITIES:
        for horizon in HORIZONS:
            said, met = [], []
            for points in POINTS:
                asked, outcomes = goal_questions(series, kind, points, horizon)
                answers = public.ask(binary, asked, len(outcomes[0]) if outcomes else 0)
                probability = answers[:, public.GOALS :]
                usable = numpy.isfinite(probability[:, 0])
                said.append(probability[usable].ravel())
                met.append(numpy.array(outcomes)[usable].ravel())
            yield knots(numpy.concatenate(said), numpy.concatenate(met))


def goal_questions(series, kind, points, horizon):
    asked, outcomes = [], []
    for one, start in windows(series, points + horizon):
        years = one.years[start : start + points + horizon]
        options = {"horizon": horizon, "is_raw": True}
        if kind == public.FLOW:
            goals, actual = years[0] * FLOW_FACTORS, years[-1]
            if horizon > 0:
                asked.append(public.question(public.ANNUAL, years[:points], goals=goals, **options))
                outcomes.append(actual >= goals)
        else:
            # The plan is taken to begin after the first two years, as far as there are more.
            first = min(2, points - 1)
            goals = years[0] * SUM_FACTORS * (points + horizon - first) - years[first : points - 1].sum()
            actual = years[points - 1 :].sum()
        if one.quarters is None:
            continue
        quarters = one.quarters[start : start + points]
        if kind == public.SUM and horizon > 0:
            rest = goals - years[points - 1]
            asked.append(public.question(kind, quarters, goals=rest, **options))
            outcomes.append(actual >= goals)
        for reported in (1, 2, 3):
            asked.append(public.question(
                kind, quarters[:-1], quarters[-1, :reported], goals=goals, **options))
            outcomes.append(actual >= goals)
    return asked, outcomes


def knots(said, met):
    """The observed frequency at each level, in thousandths."""
    order = numpy.argsort(said, kind="stable")
    # What is certain says nothing about the rest.
    order = order[(said[order] > 0) & (said[order] < 1)]
    blocks = []
    for part in numpy.array_split(order, 40):
        blocks.append([said[part].mean(), met[part].mean(), len(part)])
        while len(blocks) > 1 and blocks[-2][1] > blocks[-1][1]:
            (x, y, n), (u, v, m) = blocks[-2:]
            blocks[-2:] = [[(x * n + u * m) / (n + m), (y * n + v * m) / (n + m), n + m]]
    places = [0, *(block[0] for block in blocks), 1]
    values = [0, *(block[1] for block in blocks), 1]
    return [round(1000 * float(value)) for value in numpy.interp(LEVELS, places, values)]


def variance_lines(variances: dict[str, float]) -> list[str]:
    return [f"    static let priorVariance{scale} = {value:.6f}" for scale, value in variances.items()]


def with_variances(text: str, variances: dict[str, float]) -> str:
    """The file with other variances in the places of its own."""
    lines = iter(variance_lines(variances))
    is_variance = "    static let priorVariance"
    return "\n".join(next(lines) if line.startswith(is_variance) else line for line in text.split("\n"))


def array_lines(name: str, table) -> list[str]:
    rows = ["        " + ", ".join(map(str, row)) + "," for row in table]
    return ["", f"    static let {name}: [Int32] = [", *rows, "    ]"]


def with_array(text: str, name: str, table) -> str:
    """The file with another array in the place of its own."""
    before, rest = text.split(f"    static let {name}: [Int32] = [")
    after = rest.split("    ]\n", 1)[1]
    lines = array_lines(name, table)[1:]
    return before + "\n".join(lines) + "\n" + after


def with_head(text: str, provenance, series) -> str:
    """The file with a head that says where its numbers come from."""
    cut = sum(1 for points in POINTS for horizon in HORIZONS for _ in windows(series, points + horizon))
    head = [
        "// Generated by scripts/calibrate.py; do not edit.",
        f"// Data: {provenance['package']} (PyPI), SHA-256 of its three files in order",
        f"// {provenance['sha256']}.",
        f"// Rule of {RULE_DATE}; {len(series)} series that are not held out, {cut} windows of them.",
        "// swift-format-ignore-file",
    ]
    return "\n".join(head) + "\n\n" + text[text.index("/// What") :]


def words(text: str) -> list[str]:
    """What stands in a text, wherever its lines are broken."""
    return text.replace(",\n", ", ").split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", help="ShirubeBacktest, built for release with what the steps before wrote")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file differs")
    parser.add_argument("step", choices=("variances", "quantiles", "recalibration"))
    options = parser.parse_args()
    series, provenance = public.load()
    fit = [one for one in series if not one.is_held_out]
    old = TARGET.read_text()
    text = with_head(old, provenance, fit)
    if options.step == "variances":
        text = with_variances(text, prior_variances(fit))
    elif options.step == "quantiles":
        text = with_array(text, "thousandths", rows(errors_by_cell(options.binary, fit)))
    else:
        text = with_array(text, "recalibration", recalibration(options.binary, fit))
    is_same = words(text) == words(old)
    if options.check and not is_same:
        sys.exit(f"{TARGET.name}: its {options.step} are not what the series give; make calibrate derives them")
    if not is_same:
        TARGET.write_text(text)
        subprocess.run(["swift", "format", "-i", str(TARGET)], check=True)
    print(f"{options.step}: {'as they were' if is_same else 'derived anew'}")


if __name__ == "__main__":
    main()
