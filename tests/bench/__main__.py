"""`make bench`: measures what the budgets are about and prints one table.

`make bench ARGS="words window"` runs only those parts.
"""

import importlib
import sys
import time

PARTS = ("words", "translation", "library", "window")


def main(wanted: list[str]) -> int:
    """Run the parts and print their figures beside the budgets."""
    unknown = [part for part in wanted if part not in PARTS]
    if unknown:
        print(f"There is no part called {unknown[0]}; the parts are {', '.join(PARTS)}.", file=sys.stderr)
        return 1
    print(f"{'what':<72} {'figure':>12} {'unit':<10} {'budget':>10}")
    for part in wanted or PARTS:
        started = time.perf_counter()
        module = importlib.import_module(f"bench_{part}")
        for what, figure, unit, budget in module.rows():
            mark = ""
            if budget is not None:
                # a goal in ratio units is a floor, every other budget a ceiling
                kept = figure >= budget if unit == "ratio" else figure <= budget
                mark = "" if kept else "  over budget"
            said = "" if budget is None else f"{budget:g}"
            print(f"{what:<72} {figure:>12.4g} {unit:<10} {said:>10}{mark}", flush=True)
        print(f"{'— ' + part:<72} {time.perf_counter() - started:>12.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
