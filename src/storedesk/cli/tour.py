"""Run `storedesk tour`: drive the real window through a day's work, and take pictures."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from pathlib import Path

from storedesk.cli.language import tr
from storedesk.cli.window import has_display
from storedesk.resources import resources_folder


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `tour` to the grammar."""
    parser = commands.add_parser(
        "tour",
        help=tr("run the window through a day's work in a demo store, with a picture of each step"),
        description=tr(
            "With --profile the demo store is kept, else it goes when the tour is over."
        ),
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar=tr("DIR"), help=tr("where the pictures go")
    )
    parser.add_argument(
        "--fast", action="store_true", help=tr("no pause before pictures, no check of times")
    )
    parser.add_argument(
        "--language",
        default="",
        metavar=tr("LANGUAGE"),
        help=tr("a language of the program, such as de"),
    )
    parser.add_argument("--colors", choices=("light", "dark"), help=tr("the colors to begin with"))
    parser.add_argument(
        "--size", type=_size, metavar="WxH", help=tr("the size of the window, such as 1024x768")
    )
    parser.add_argument(
        "--looks",
        action="store_true",
        help=tr("check what each picture shows: findings.txt and sheets of nine pictures"),
    )
    parser.set_defaults(run=take)


def take(arguments: Namespace) -> int:
    """Take the tour; 1 if anything was not as it should be."""
    if not has_display():
        words = tr("There is no display here: the tour is taken on a virtual screen.")
        print(words, file=sys.stderr)
    if not has_display() or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        screen = resources_folder() / "virtual-screen.json"
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    from storedesk.tour.manner import asked  # noqa: PLC0415 other commands work without Qt
    from storedesk.tour.story import tour  # noqa: PLC0415

    manner = asked(
        arguments.language, arguments.colors, arguments.size, checks_looks=arguments.looks
    )
    out = arguments.out.absolute()
    return tour(out, _say, arguments.profile, manner=manner, is_fast=arguments.fast)


def _size(typed: str) -> tuple[int, int]:
    """Read a size of the window: "1024x768"."""
    width, _, height = typed.lower().partition("x")
    if not (typed.isascii() and width.isdecimal() and height.isdecimal()):
        raise ArgumentTypeError(tr("{typed} is no size").format(typed=repr(typed)))
    return int(width), int(height)


def _say(line: str) -> None:
    print(line, flush=True)
