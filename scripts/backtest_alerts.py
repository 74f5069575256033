"""Whether 遅れ is said of the sums that fail, and not of those that succeed."""

import numpy

import public_series as public
from backtest_report import table

FACTORS = (0.95, 1.0, 1.1, 1.25)  # targets as parts of five times the baseline
LOOKS = 20
END_OF_YEAR_2 = 8


def first_look(is_low: numpy.ndarray) -> numpy.ndarray:
    """The first look, 1 to 20, at which it is true, 0 where it never is; looks are the last axis."""
    return numpy.where(is_low.any(axis=-1), is_low.argmax(axis=-1) + 1, 0)


def rivals(quarters, goals):
    """Sums so far that fall short of what a rule expects, by rule; looks are the last axis."""
    plan = quarters[:, 2:].reshape(len(quarters), LOOKS)
    counted = plan.cumsum(axis=1)[:, None, :-1]
    elapsed = numpy.arange(1, LOOKS) / LOOKS
    profile = quarters[:, :2].sum(axis=1)
    profile = (profile / profile.sum(axis=1, keepdims=True)).cumsum(axis=1)
    passed = numpy.concatenate([year + profile for year in range(5)], axis=1)[:, None, :-1] / 5
    goal = goals[:, :, None]
    return {
        "C < E, straight line": counted < goal * elapsed,
        "C < 0.8 E, straight line": counted < 0.8 * goal * elapsed,
        "C < E by season": counted < goal * passed,
        "C < 0.95 E by season": counted < 0.95 * goal * passed,
    }


def alert_table(binary, windows, report) -> None:
    cut = [quarters for _, quarters in windows if quarters is not None]
    quarters = numpy.array(cut)
    goals = 5 * quarters[:, 0].sum(axis=1)[:, None] * numpy.array(FACTORS)
    attained = quarters[:, 2:].sum(axis=(1, 2))[:, None] >= goals
    answers = public.ask(
        binary, [public.question(public.PLAN, one, goals=goal) for one, goal in zip(cut, goals)], len(FACTORS))
    coded = answers[:, public.GOALS :].astype(int)
    looks = {"Shirube": coded % 100} | {name: first_look(low) for name, low in rivals(quarters, goals).items()}
    rows = []
    for name, look in looks.items():
        by_then = (look > 0) & (look <= END_OF_YEAR_2)
        false = 100 * (look[attained] > 0).mean()
        found = 100 * by_then[~attained].mean()
        precision = 100 * (~attained[by_then]).mean()
        rows.append((name, f"{false:.1f}", f"{found:.1f}", f"{precision:.0f}", f"{100 * (look[~attained] > 0).mean():.0f}"))
        if name == "Shirube":
            report.at_most("attained sums ever falsely alerted, %", false, 14)
            report.at_least("missed sums alerted by the end of year 2, %", found, 65)
            begun = (coded // 100)[attained].mean()
    print(f"\n遅れ over {LOOKS} looks: {len(cut)} windows, {len(FACTORS)} targets each, "
          f"{100 * attained.mean():.0f} % attained; {begun:.2f} alerts begun for each attained one")
    table(("rule", "attained: ever", "missed: by year 2", "right by year 2", "missed: ever"), rows)


def surprise_table(binary, windows) -> None:
    """How often 急変 would be said of these series, which are not free of changes."""
    cut = [quarters for _, quarters in windows if quarters is not None]
    answers = public.ask(
        binary, [public.question(public.SURPRISES, one, goals=[0] * 21) for one in cut], 21)
    scores = answers[:, public.GOALS : public.GOALS + LOOKS]
    flags = answers[:, public.GOALS + LOOKS]
    rows = []
    for name, mask in (("weak", answers[:, public.STRENGTH] == public.WEAK),
                       ("strong", answers[:, public.STRENGTH] == public.STRONG)):
        part = scores[mask]
        following = numpy.corrcoef(part[:, :-1].ravel(), part[:, 1:].ravel())[0, 1]
        rows.append((name, mask.sum(), f"{part.std():.2f}", f"{following:.2f}",
                     f"{88 * numpy.isin(flags[mask], (1, 3)).mean():.0f}",
                     f"{88 * numpy.isin(flags[mask], (2, 3)).mean():.0f}"))
    print(f"\nSurprises of quarters, and CUSUM over {LOOKS} of them, of 88")
    table(("season", "windows", "deviation", "correlation of neighbours", "ran low", "ran high"), rows)
