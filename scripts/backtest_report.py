"""Tables on the terminal, and bars that must be kept."""

import numpy


def brier(probability, outcome) -> float:
    return float(numpy.mean((numpy.asarray(probability, dtype=float) - outcome) ** 2))


def table(head, rows) -> None:
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for row in cells:
        print("  " + "  ".join(cell.rjust(width) for cell, width in zip(row, widths)))


class Report:
    """What was asked of the figures, and whether they kept it."""

    def __init__(self):
        self._missed, self._kept = [], 0

    def at_most(self, what: str, value: float, bar: float) -> None:
        self._take(what, value, value <= bar, f"at most {bar:.4g}")

    def at_least(self, what: str, value: float, bar: float) -> None:
        self._take(what, value, value >= bar, f"at least {bar:.4g}")

    def between(self, what: str, value: float, low: float, high: float) -> None:
        self._take(what, value, low <= value <= high, f"{low:g} to {high:g}")

    def _take(self, what, value, is_kept, bar) -> None:
        self._kept += is_kept
        if not is_kept:
            self._missed.append(f"missed: {what}: {value:.4g}, where {bar} was asked for")

    def close(self) -> int:
        """Says how it went; the exit code."""
        print()
        for line in self._missed:
            print(line)
        print(f"{self._kept} bars kept, {len(self._missed)} missed")
        return 1 if self._missed else 0
