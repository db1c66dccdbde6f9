"""Read the handbook: a page of Markdown for each page of the window, in each language.

A key stands in code marks and in parentheses behind what it does, "**Print** (`Ctrl+P`)", as Qt
names it in English: so it is written as the keyboard of a language has it, or left out where no
keys are shown. Words in bold are words of the window; a link leads to a page by its key.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from storedesk.domain.values.folding import finds, folded
from storedesk.resources import resources_folder
from storedesk.translations import ENGLISH

FIRST = "first_steps"
"""The page for whoever has not signed in yet."""
ORDER = (
    FIRST, "start", "till", "orders", "products", "inventory", "counts", "customers", "low_stock",
    "exceptions", "shifts", "reports", "people", "outbox", "settings", "journal", "health",
    "preferences",
)  # fmt: skip
ENDING = ".md"
KEYS = re.compile(r" \(((?:`[^`]+`(?:, )?)+)\)")
"""The keys behind what they do."""
KEY = re.compile(r"`([^`]+)`")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_SIGNS = re.compile(r"^[#\s]+|^\s*(?:\d+\.|-)\s+|\*\*|`")


@dataclass(frozen=True, slots=True)
class HandbookPage:
    """A page of the handbook in one language."""

    key: str
    """That of the window's page, or FIRST."""
    title: str
    text: str
    """Its Markdown, keys as Qt names them in English."""

    def written(self, write: Callable[[str], str] | None) -> str:
        """Return its Markdown with keys as `write` has them, or None: without any keys."""
        if write is None:
            return KEYS.sub("", self.text)
        return KEY.sub(lambda key: f"`{write(key[1])}`", self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A page that has what was searched for, and the first line that has some of it."""

    page: HandbookPage
    line: str = ""
    """Without Markdown's signs; "" where nothing was searched for."""


@cache
def handbook(language: str) -> tuple[HandbookPage, ...]:
    """Return all pages in a language, in English where it has none."""
    return tuple(_read(key, _file(language, key)) for key in ORDER)


def page_named(language: str, key: str) -> HandbookPage:
    """Return the page of a key; the first one where there is no such page."""
    pages = handbook(language)
    return next((page for page in pages if page.key == key), pages[0])


def find(language: str, words: str) -> list[Passage]:
    """Return the pages that have every one of some words, those first that have them in the title.

    Without words these are all pages.
    """
    wanted = [word for word in folded(words).split() if word]
    if not wanted:
        return [Passage(page) for page in handbook(language)]
    found = [page for page in handbook(language) if _has(page.text, wanted)]
    found.sort(key=lambda page: not _has(page.title, wanted))
    return [Passage(page, _line(page, wanted)) for page in found]


def plain(markdown: str) -> str:
    """Return a line without Markdown's signs, links as their words."""
    return _SIGNS.sub("", LINK.sub(r"\1", KEYS.sub("", markdown))).strip()


def _has(text: str, wanted: list[str]) -> bool:
    return all(finds(word, text) for word in wanted)


def _line(page: HandbookPage, wanted: list[str]) -> str:
    lines = [plain(line) for line in page.text.splitlines()[1:] if line.strip()]
    best = max(lines, key=lambda line: sum(finds(word, line) for word in wanted), default="")
    return best if any(finds(word, best) for word in wanted) else ""


def _read(key: str, file: Path) -> HandbookPage:
    text = file.read_text(encoding="utf-8")
    return HandbookPage(key, plain(text.partition("\n")[0]), text)


def _file(language: str, key: str) -> Path:
    folder = resources_folder() / "handbook"
    file = folder / language / f"{key}{ENDING}"
    return file if file.is_file() else folder / ENGLISH / f"{key}{ENDING}"
