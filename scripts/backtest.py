#!/usr/bin/env python3
"""Tests the forecasts on series that nothing was fitted on, and fails below the bars.

`make backtest` runs it. Every forecast is made by `ShirubeBacktest`, the product's own code; here windows are cut, rivals computed and
outcomes counted. docs/FORECAST.md says what a window is, docs/BENCHMARKS.md what was measured.
"""

import argparse
import sys

import numpy

import backtest_alerts
import backtest_small_counts
import public_series as public
from backtest_report import Report, brier, table

GROWTH = (-0.05, 0.0, 0.05, 0.10, 0.15, 0.20, 0.25, 0.30)
PLAN_YEARS = 5
LENGTH = 2 + PLAN_YEARS  # the baseline's year, the year between, and the plan
WINDOWS = 8  # of a series
ENOUGH = 200
BRIER_BARS = (0.150, 0.122, 0.095, 0.066)
YEAR_END_BARS = (13.0, 8.0, 5.0)
STRONG = 0.1  # a season as SeasonProfile counts it strong


def windows(series):
    """The windows of annual values and of quarters (None for yearly series)."""
    for one in series:
        for start in public.starts(len(one.years), LENGTH, WINDOWS):
            cut = slice(start, start + LENGTH)
            yield one.years[cut], None if one.quarters is None else one.quarters[cut]


def targets(years):
    return years[0] * (1 + numpy.array(GROWTH))


def line_attains(years, year, goals):
    """Whether the straight line from the baseline through the newest value reaches each goal."""
    return years[0] + (years[year] - years[0]) * (LENGTH - 1) / year >= goals


def annual_table(binary, series, report):
    """P at each plan year's end, on all series, with the rivals."""
    cut = [years for years, _ in windows(series)]
    goals = numpy.array([targets(years) for years in cut])
    outcome = numpy.array([years[-1] for years in cut])[:, None] >= goals
    rows, forecasts = [], {}
    for plan_year in range(1, PLAN_YEARS):
        last = plan_year + 1
        answers = public.ask(
            binary,
            [public.question(public.ANNUAL, years[: last + 1], goals=targets(years),
                             horizon=LENGTH - 1 - last, actual=years[-1]) for years in cut],
            len(GROWTH))
        probability = answers[:, public.GOALS :]
        forecasts[plan_year] = (probability, outcome)
        newest = numpy.array([years[last] for years in cut])
        actual = numpy.array([years[-1] for years in cut])
        line = numpy.array([line_attains(years, last, targets(years)) for years in cut])
        straight = numpy.array(
            [years[0] + (years[last] - years[0]) * (LENGTH - 1) / last for years in cut])
        inside = (actual >= answers[:, public.LOW]) & (actual <= answers[:, public.HIGH])
        error = lambda value: 100 * numpy.mean(
            numpy.abs(numpy.log((numpy.maximum(value, 0) + 0.5) / (actual + 0.5))))
        score, climate = brier(probability, outcome), brier(outcome.mean(), outcome)
        rows.append((
            plan_year, f"{score:.4f}", f"{climate:.4f}", f"{brier(line, outcome):.4f}",
            f"{brier(newest[:, None] >= goals, outcome):.4f}", f"{100 * inside.mean():.1f}",
            f"{error(answers[:, public.MEDIAN]):.1f}", f"{error(newest):.1f}", f"{error(straight):.1f}"))
        report.at_most(f"Brier, plan year {plan_year}", score, BRIER_BARS[plan_year - 1])
        report.at_most(f"Brier beside climatology, plan year {plan_year}", score, climate)
        report.between(f"80 % interval, plan year {plan_year}", 100 * inside.mean(), 77, 83)
    print(f"\nP(target met) at the end of each plan year: {len(cut)} windows of {len(series)} series, "
          f"{len(GROWTH)} targets each, {100 * outcome.mean():.0f} % met")
    table(("plan year", "Shirube", "climatology", "straight line", "naive", "80 % holds",
           "error", "naive", "line"), rows)
    return forecasts


def quarter_questions(cut, kind, year, quarter, goals, actual):
    for (years, quarters), goal, value in zip(cut, goals, actual):
        closed = year + 1 if quarter == 4 else year
        yield public.question(
            kind, quarters[:closed], quarters[year, :quarter] if quarter < 4 else (), goals=goal,
            horizon=LENGTH - 1 - year, actual=value)


def seasonal_table(binary, series, report, kind, title):
    """P at each quarter's end by strength of season, beside the outcome's own frequency in the same cell."""
    cut = [(years, quarters) for years, quarters in windows(series) if quarters is not None]
    is_sum = kind == public.SUM
    factors = numpy.array(backtest_alerts.FACTORS) if is_sum else 1 + numpy.array(GROWTH)
    base = numpy.array([years[0] for years, _ in cut])[:, None]
    total = numpy.array([years[2:].sum() if is_sum else years[-1] for years, _ in cut])
    targets_all = base * factors * (PLAN_YEARS if is_sum else 1)
    outcome = total[:, None] >= targets_all
    rows, forecasts = [], {}
    for plan_year in range(1, PLAN_YEARS + 1):
        year, held = plan_year + 1, []
        before = numpy.array([years[2:year].sum() for years, _ in cut]) if is_sum else 0 * total
        for quarter in range(1, 5):
            if plan_year == PLAN_YEARS and quarter == 4:
                continue
            done = before + numpy.array([years[year] for years, _ in cut]) * (is_sum and quarter == 4)
            answers = public.ask(
                binary, list(quarter_questions(cut, kind, year, quarter, targets_all - done[:, None],
                                               total - done)), len(factors))
            probability = answers[:, public.GOALS :]
            forecasts.setdefault(plan_year, []).append((probability, outcome))
            actual = total - done
            inside = (actual >= answers[:, public.LOW]) & (actual <= answers[:, public.HIGH])
            held.append(inside)
            strength = answers[:, public.STRENGTH]
            cells = []
            for name, mask in (("weak", strength == public.WEAK), ("strong", strength == public.STRONG)):
                score = brier(probability[mask], outcome[mask])
                climate = brier(outcome[mask].mean(), outcome[mask])
                cells += [mask.sum(), f"{score:.4f}", f"{climate:.4f}"]
                if mask.sum() >= ENOUGH:
                    report.at_most(f"{title}: Brier beside climatology, plan year {plan_year} Q{quarter} {name}",
                                   score, climate)
            rows.append((f"{plan_year} Q{quarter}", *cells, f"{100 * inside.mean():.1f}"))
        report.between(f"{title}: 80 % interval, plan year {plan_year}", 100 * numpy.mean(held), 77, 83)
    print(f"\n{title}: {len(cut)} windows, {len(factors)} targets each, {100 * outcome.mean():.0f} % met")
    table(("at the end of", "weak: n", "Shirube", "climatology", "strong: n", "Shirube", "climatology",
           "80 % holds"), rows)
    return {year: (numpy.concatenate([p for p, _ in parts]), numpy.concatenate([o for _, o in parts]))
            for year, parts in forecasts.items()}


def reliability(title, forecasts, report):
    """How often what was given a probability came true, in five bins."""
    rows = []
    pooled = tuple(numpy.concatenate([pair[index].ravel() for pair in forecasts.values()]) for index in (0, 1))
    parts = [("all", pooled, 5)] + [(year, (p.ravel(), o.ravel()), 10) for year, (p, o) in forecasts.items()]
    for name, (probability, outcome), limit in parts:
        cells = []
        bins = numpy.minimum((probability * 5).astype(int), 4)
        for index in range(5):
            mask = bins == index
            if mask.sum() < ENOUGH:
                cells.append(f"({mask.sum()})")
                continue
            said, came = 100 * probability[mask].mean(), 100 * outcome[mask].mean()
            cells.append(f"{said:.0f} → {came:.0f}")
            report.at_most(f"{title}: reliability, plan year {name}, bin {index + 1}", abs(said - came), limit)
        rows.append((name, *cells))
    print(f"\n{title}: said → came true, in percent")
    table(("plan year", "0–0.2", "0.2–0.4", "0.4–0.6", "0.6–0.8", "0.8–1"), rows)


def season_of(one):
    """How strong the season is: by its size as SeasonProfile does, and whether it comes back from year to year.

    It does where the quarters' means explain at least 64 % of the variance of the quarters' shares, as the strength of seasonality
    of Wang, Smith and Hyndman (2006) is read.
    """
    shares = one.quarters / one.years[:, None]
    mean = shares.mean(axis=0)
    if numpy.abs(mean - 0.25).sum() / 2 < STRONG:
        return "weak"
    left = ((shares - mean) ** 2).sum() / ((shares - 0.25) ** 2).sum()
    return "strong" if 1 - left >= 0.64 else "changing"


def year_end_table(binary, series, report):
    """The year's total from its first quarters, with one earlier year, for series of a strong season."""
    pairs = {"strong": [], "changing": [], "weak": []}
    for one in series:
        if one.quarters is None:
            continue
        for start in public.starts(len(one.years), 2, WINDOWS):
            pairs[season_of(one)].append(one.quarters[start : start + 2])
    for group, cut in pairs.items():
        rows = []
        total = numpy.array([quarters[1].sum() for quarters in cut])
        earlier = numpy.array([quarters[0] for quarters in cut])
        error = lambda value: 100 * float(numpy.mean(numpy.abs(value - total) / total))
        for quarter in (1, 2, 3):
            answers = public.ask(binary, [
                public.question(public.FLOW, quarters[:1], quarters[1, :quarter], actual=quarters[1].sum())
                for quarters in cut])
            counted = numpy.array([quarters[1, :quarter].sum() for quarters in cut])
            share = earlier[:, :quarter].sum(axis=1) / earlier.sum(axis=1)
            values = (error(answers[:, public.ESTIMATE]), error(counted * 4 / quarter),
                      error(earlier.sum(axis=1)), error(counted / numpy.maximum(share, 0.02)))
            rows.append((f"Q{quarter}", *(f"{value:.1f}" for value in values)))
            if group == "strong":
                report.at_most(f"year-end error, Q{quarter}", values[0], YEAR_END_BARS[quarter - 1])
        print(f"\nThe year's total with one earlier year, {group} season, mean error in percent: {len(cut)} windows")
        table(("known", "Shirube", "times 4/q", "last year's", "C/S_q"), rows)


def scale_table(binary, series):
    """Coverage on the other two scales."""
    rows = []
    cut = [(years, quarters) for years, quarters in windows(series) if quarters is not None]
    for plan_year in range(1, PLAN_YEARS):
        last, cells = plan_year + 1, []
        for kind in (public.SHARE, public.LINEAR):
            values = [quarters[:, :2].sum(axis=1) / years if kind == public.SHARE else years
                      for years, quarters in cut]
            answers = public.ask(binary, [
                public.question(kind, one[: last + 1], horizon=LENGTH - 1 - last, actual=one[-1])
                for one in values])
            actual = numpy.array([one[-1] for one in values])
            inside = (actual >= answers[:, public.LOW]) & (actual <= answers[:, public.HIGH])
            cells.append(f"{100 * inside.mean():.1f}")
        rows.append((plan_year, *cells))
    print(f"\n80 % intervals on the other scales, in percent: {len(cut)} windows")
    table(("plan year", "shares (first half of the year)", "linear"), rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True, help="ShirubeBacktest, built for release")
    parser.add_argument("--fit", action="store_true", help="look at the fit part instead, as one may while tuning")
    options = parser.parse_args()
    series, provenance = public.load()
    series = [one for one in series if one.is_held_out != options.fit]
    print(f"{provenance['package']}, {len(series)} series" + (" of the fit part" if options.fit else " held out"))
    report = Report()
    reliability("Annual values", annual_table(options.binary, series, report), report)
    title = "Annual flows by quarter"
    reliability(title, seasonal_table(options.binary, series, report, public.FLOW, title), report)
    title = "Sums over the plan by quarter"
    reliability(title, seasonal_table(options.binary, series, report, public.SUM, title), report)
    year_end_table(options.binary, series, report)
    backtest_alerts.alert_table(options.binary, windows(series), report)
    backtest_alerts.surprise_table(options.binary, windows(series))
    backtest_small_counts.coverage_table(options.binary, report)
    scale_table(options.binary, series)
    sys.exit(report.close())


if __name__ == "__main__":
    main()
