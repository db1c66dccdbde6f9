"""A week of a shop by four tills at once, and every report of it against sums of its own.

    python tests/week [--seed N] [--orders 500] [--days 7] [--mode exclusive|inclusive|both]

Exit 1 if a figure differs from the rows, a rule does not hold, or too little happened.
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.week.proof import Proof
from tests.week.shop import hurry

MODES = ("exclusive", "inclusive")


def main() -> int:
    """Play with what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--orders", type=int, default=500)
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--mode", choices=[*MODES, "both"], default="both")
    options = parser.parse_args()
    hurry()
    wrongs = []
    for mode in MODES if options.mode == "both" else (options.mode,):
        print(f"{options.orders} orders in {options.days} days, tax {mode}, --seed {options.seed}")
        with tempfile.TemporaryDirectory(prefix="storedesk-week-") as folder:
            Path(folder).chmod(0o755)  # root's server runs as someone else, who has to get in
            proof = Proof(Path(folder), mode, options.seed, options.days, options.orders)
            wrongs += [f"{mode}: {one}" for one in proof.run()]
    print("\n".join(wrongs) or f"every figure is that of the rows, --seed {options.seed}")
    return 1 if wrongs else 0


if __name__ == "__main__":
    sys.exit(main())
