"""List the SQL files of the commands in the order in which an upgrade runs them."""

from pathlib import Path

LOAD_ORDER = "load_order.txt"


def command_files(folder: Path) -> list[Path]:
    """List the files that `load_order.txt` in a folder of commands names, in its order.

    The list is a file a line, relative to the folder; empty lines and those with # are comments.
    """
    lines = (folder / LOAD_ORDER).read_text(encoding="utf-8").splitlines()
    return [folder / line.strip() for line in lines if line.strip() and line[0] != "#"]
