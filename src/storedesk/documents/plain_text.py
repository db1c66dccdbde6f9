"""Turning a description written in HTML into plain text."""

import re
from html.parser import HTMLParser
from typing import Any

_PARAGRAPHS = {"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
_LINES = {"br", "tr", "dt", "dd", "hr"}
_UNSEEN = {"script", "style", "template", "title", "head"}


class _Reader(HTMLParser):
    """Collects what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002 - HTMLParser's shape
        self._hidden += tag in _UNSEEN
        self._break(tag)
        if tag == "li":
            self.words.append("\n- ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _UNSEEN))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.words.append("\n\n")
        elif tag in _LINES:
            self.words.append("\n")


def from_html(markup: str) -> str:
    """Return the words of `markup`: paragraphs as lines, list entries with a dash, no tags."""
    if "<" not in markup and "&" not in markup:
        return markup
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = (line.strip() for line in "".join(reader.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
