"""Where the files lie that are not Python: inside the installed package, or beside the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def migrations_folder() -> Path:
    """Tell where the tables, commands and grants are."""
    return _folder("migrations")


def resources_folder() -> Path:
    """Tell where icons, fonts, styles, sounds and translations are."""
    return _folder("resources")


def _folder(name: str) -> Path:
    installed = PACKAGE / f"_{name}"
    return installed if installed.is_dir() else PACKAGE.parent.parent / name
