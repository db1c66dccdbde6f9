"""Run StoreDesk: `storedesk`, or `python -m storedesk`."""

import sys

from storedesk.cli import run


def main() -> int:
    """Run the command that was typed, and return its exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
