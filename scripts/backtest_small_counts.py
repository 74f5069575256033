"""Whether the intervals of small counts hold: a simulation with a fixed seed."""

import numpy

import public_series as public
from backtest_report import brier, table

SEED = 20_261_125
RUNS = 4_000
NOISE = 0.2  # standard deviation of the yearly step of the rate's logarithm
RATES = (4, 6, 9, 15, 30)


def coverage_table(binary, report) -> None:
    """Five plan years at a rate that drifts from year to year, judged at the end of the first, for two dispersions."""
    random = numpy.random.Generator(numpy.random.PCG64(SEED))
    rows = []
    for rate in RATES:
        rates = rate * numpy.exp(NOISE * random.standard_normal((RUNS, 6)).cumsum(axis=1))
        counts = random.poisson(rates)
        baseline, first, total = counts[:, 0], counts[:, 1], counts[:, 1:].sum(axis=1)
        goals = numpy.round(numpy.outer(5 * rate, (0.95, 1, 1.1, 1.25))).repeat(RUNS, axis=0)
        outcome = total[:, None] >= goals
        cells = []
        for dispersion in (1, 2):
            answers = public.ask(binary, [
                public.question(public.COUNTS, (base, 1, count, 1, 4, dispersion), goals=goal)
                for base, count, goal in zip(baseline, first, goals)], 4)
            usable = numpy.isfinite(answers[:, public.LOW])
            inside = (total >= answers[:, public.LOW]) & (total <= answers[:, public.HIGH])
            held = 100 * inside[usable].mean()
            cells += [f"{held:.1f}", f"{brier(answers[usable, public.GOALS:], outcome[usable]):.4f}"]
            if dispersion == 2 and rate <= 9:
                report.between(f"80 % interval of small counts, {rate} a year", held, 72, 90)
        pace = brier(first[:, None] >= goals / 5, outcome)
        rows.append((rate, *cells, f"{pace:.4f}"))
    print(f"\nSmall counts after one of five years, simulated: {RUNS} runs")
    table(("a year", "φ=1: 80 % holds", "Brier", "φ=2: 80 % holds", "Brier", "C ≥ E: Brier"), rows)
