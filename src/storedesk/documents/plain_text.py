"""Turn HTML into plain text, and recognize files that are HTML."""

import re
from html import escape, unescape
from html.parser import HTMLParser
from typing import Any

_PARAGRAPHS = {"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
_LINES = {"br", "tr", "dt", "dd", "hr"}
_UNSEEN = {"script", "style", "template", "title", "head"}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|big|br|div|em|font|h[1-6]|i|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*|/)?>",
    re.IGNORECASE,
)


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


def has_tags(words: str) -> bool:
    """Tell whether a text holds tags of HTML, and not only a "<"."""
    return _TAG.search(words) is not None


def without_entities(words: str) -> str:
    """Return a text in which &amp; is & and &eacute; is é; an & that is none stays."""
    return _ENTITY.sub(lambda found: unescape(found[0]), words) if "&" in words else words


def without_markup(words: str) -> str:
    """Return a name of one line without the tags of HTML that a program has left in it."""
    bare = _TAG.sub(" ", words) if "<" in words else words
    return without_entities(" ".join(bare.split()) if bare != words else words)


def as_markup(words: str) -> str:
    """Write a name so that `without_markup` returns it: as it is, wherever that is so already."""
    return words if without_markup(words) == words else escape(words, quote=False)


def without_doubt(words: str) -> str:
    """Write a text so that `without_entities` returns it: as it is, wherever that is so already."""
    return words if without_entities(words) == words else escape(words, quote=False)
