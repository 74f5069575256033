"""The bounds of a benchmark, each printed beside what was measured."""

import sys


class Bounds:
    """Which bounds were kept and which were missed."""

    def __init__(self):
        self.lines, self.missed = [], 0

    def hold(self, what, value, bound, least, unit="×"):
        """Notes a value that should be at least, or else at most, a bound."""
        kept = value >= bound if least else value <= bound
        self.missed += not kept
        sign = "≥" if least else "≤"
        self.lines.append(
            f"  {'kept  ' if kept else 'MISSED'}  {what:<48} {value:7.2f} {unit} (bound {sign} {bound} {unit})")

    def end(self, name):
        """Prints all of them, and ends the program with 1 where one was missed."""
        print("\nBounds:")
        print("\n".join(self.lines))
        if self.missed:
            sys.exit(f"{name}: {self.missed} of {len(self.lines)} bounds missed")
        print(f"{name}: every bound is kept")
