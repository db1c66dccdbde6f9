"""Collect the English texts of the program, and keep the files of translations up to date."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from storedesk.cli.grammar import WORDS
from storedesk.documents import figure_tables, fiscal_words, low_stock
from storedesk.documents.email_texts import SUBJECTS
from storedesk.documents.receipts import METHODS
from storedesk.domain.inventory import TOGETHER
from storedesk.domain.refusals.bare_sentences import BARE
from storedesk.domain.refusals.errors import SENTENCES, UNKNOWN_REFUSAL
from storedesk.domain.refusals.filling import NOT_KNOWN, STATES, SYSTEM, THIS
from storedesk.persistence.schema.invariants import invariants
from storedesk.resources import resources_folder
from storedesk.translations import plural_forms

SOURCE = Path(low_stock.__file__).parents[1]
IN_TEMPLATES = re.compile(r"""\btr\(\s*("[^"]*"|'[^']*')""")
SAYING = {"say", "translate"}
"""What documents call the function that translates for them."""
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text to translate."""

    source: str
    comment: str = ""
    """Its meaning where one English word is two elsewhere; of a plural, the second English form."""
    is_plural: bool = False
    places: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def key(self) -> tuple[str, str, bool]:
        """By this it is found in a file."""
        return self.source, self.comment, self.is_plural


@cache
def messages() -> tuple[Message, ...]:
    """Return all texts, sorted, each with the files that say it."""
    found: dict[Message, set[str]] = {}
    for message, place in _all():
        found.setdefault(message, set()).add(place)
    return tuple(
        Message(*message.key, frozenset(places)) for message, places in sorted(found.items())
    )


def _all() -> Iterator[tuple[Message, str]]:
    for file in sorted(SOURCE.rglob("*.py")):
        place = str(file.relative_to(SOURCE))
        for message in in_module(ast.parse(file.read_text(encoding="utf-8"))):
            yield message, place
    for file in sorted((resources_folder() / "mails").rglob("*.*")):
        for text in IN_TEMPLATES.findall(file.read_text(encoding="utf-8")):
            yield Message(ast.literal_eval(text)), f"mails/{file.name}"
    tables = {
        "cli/grammar.py": WORDS,
        "domain/refusals/errors.py": [UNKNOWN_REFUSAL, *SENTENCES.values()],
        "domain/refusals/bare_sentences.py": [one for some in BARE.values() for one in some],
        "domain/refusals/filling.py": [*STATES, *SYSTEM, THIS, NOT_KNOWN],
        "documents/receipts.py": METHODS.values(),
        "documents/email_texts.py": SUBJECTS.values(),
        "documents/figure_tables.py": figure_tables.WORDS,
        "documents/fiscal_words.py": fiscal_words.WORDS,
        "documents/low_stock.py": low_stock.WORDS,
        "domain/inventory.py": [TOGETHER],
        "invariants.sql": [rule.title for rule in invariants()],
    }
    yield from ((Message(text), place) for place, texts in tables.items() for text in texts)


def in_module(tree: ast.Module) -> Iterator[Message]:
    """Yield the texts that a module gives to `tr`, `plural`, and to a document's `translate`."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        texts = [one.value for one in call.args[:2]
                 if isinstance(one, ast.Constant) and isinstance(one.value, str)]  # fmt: skip
        if name == "plural" and len(texts) == 2:
            yield Message(*texts, is_plural=True)
        elif texts and texts[0] and (name == "tr" or (name in SAYING and len(texts) == 1)):
            yield Message(*texts)


def updated(language: str, file: Path) -> str:
    """Return a file with the texts of today: new ones unfinished, without those that are gone."""
    known = {}
    if file.is_file():
        tree = ET.parse(file)  # noqa: S314 - our own
        known = {_key(one): one.find("translation") for one in tree.iter("message")}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en_US")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name")
    for message in messages():
        made = ET.SubElement(context, "message", {"numerus": "yes"} if message.is_plural else {})
        for place in sorted(message.places):
            ET.SubElement(made, "location", filename=place)
        ET.SubElement(made, "source").text = message.source
        if message.comment:
            ET.SubElement(made, "comment").text = message.comment
        before = known.get(message.key)
        made.append(_unfinished(language, message) if before is None else before)
    ET.indent(root)
    return HEAD + ET.tostring(root, encoding="unicode") + "\n"


def _unfinished(language: str, message: Message) -> ET.Element:
    made = ET.Element("translation", type="unfinished")
    if message.is_plural:
        for _ in range(plural_forms(language)):
            ET.SubElement(made, "numerusform")
    return made


def _key(message: ET.Element) -> tuple[str, str, bool]:
    return (
        message.findtext("source", ""), message.findtext("comment", ""),
        message.get("numerus") == "yes",
    )  # fmt: skip
