"""Run `storedesk print-jobs`: the process that prints the documents of the window."""

from argparse import ArgumentParser, Namespace, _SubParsersAction


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `print-jobs` to the grammar, but not to the help: only the window uses it."""
    parser = commands.add_parser("print-jobs", allow_abbrev=False)
    parser.set_defaults(run=_print)


def _print(_arguments: Namespace) -> int:
    from storedesk.ui.kit.paper.print_process import run  # noqa: PLC0415 other commands work without Qt

    return run()
