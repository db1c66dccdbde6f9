"""Run `storedesk print-jobs` and `receipt-jobs`: the processes that print for the window."""

from argparse import ArgumentParser, Namespace, _SubParsersAction


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add both to the grammar, but not to the help: only the window uses them."""
    parser = commands.add_parser("print-jobs", allow_abbrev=False)
    parser.set_defaults(run=_print)
    parser = commands.add_parser("receipt-jobs", allow_abbrev=False)
    parser.set_defaults(run=_write_receipts)


def _print(_arguments: Namespace) -> int:
    from storedesk.ui.kit.paper.print_process import run  # noqa: PLC0415 other commands work without Qt

    return run()


def _write_receipts(_arguments: Namespace) -> int:
    from storedesk.services.receipt_jobs import run  # noqa: PLC0415 other commands need no printer

    return run()
