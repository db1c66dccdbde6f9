"""Take out of the program's log what a stranger must not read: data, addresses, names, secrets.

Whoever helps from outside needs times, places in the program and kinds of errors. What an error
says in words may quote what somebody typed, so of errors only the kind is kept, and of messages of
other programs' parts nothing. In messages of StoreDesk itself quotations, e-mail addresses, long
numbers, files and server addresses are replaced by what they were.
"""

import re
from collections.abc import Collection, Iterable, Iterator

HEAD = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ \S+ )(\S+): (.*)")
"""A line of the log: when, how bad and which thread; which part of the program; what."""
OWN = re.compile(r"storedesk(?:\.[\w.]+)?")
PLACE = re.compile(r'\s+File "(?:.*[/\\])?((?:[^/\\"]+[/\\])?[^/\\"]+)", line (\d+), in (\S+)')
ERROR = re.compile(
    r"(?:[\w.]+\.)?([A-Z]\w*(?:Error|Exception|Refused|Conflict|NotFound|NotAllowed|Unavailable"
    r"|Violation|Warning|Interrupt|Exit))(?::|\s*$)"
)
TRACE = ("Traceback (most recent call last):", "The above exception", "During handling of")
ENDS = re.compile(
    r"\b(?:DETAIL|CONTEXT|QUERY|STATEMENT|HINT|PARAMETERS?|Failing row)\b.*", re.IGNORECASE
)
"""From here on a database quotes rows and statements."""
SECRET = re.compile(
    r"\b(pass\w*|\w*secret\w*|\w*token\w*|\w*key\w*|user|dsn|sk_\w+)\s*[=:]\s*\S+", re.IGNORECASE
)
MASKS = (
    (re.compile(r"\b\S+=\S+"), "<value>"),
    (re.compile(r"\b(?:sk|pk|rk)_\S+"), "<secret>"),
    (re.compile(r"[^\s<>()\"'„“”]+@[^\s<>()\"'„“”]+"), "<e-mail>"),
    (re.compile(r"\b[a-z][a-z0-9+.-]*://\S+"), "<address>"),
    (re.compile(r"(?:(?<=\s)|^)(?:~|[A-Za-z]:)?[/\\][^\s:]+"), "<file>"),
    (re.compile(r"\"[^\"]*\"|„[^“]*“|“[^”]*”|(?<!\w)'[^']*'(?!\w)"), "<text>"),
    (re.compile(r"\b(?!storedesk\.)[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)+\b"), "<name>"),
    (re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b"), "<address>"),
    (re.compile(r"(?<![\w-])\+?\d[\d ()/.-]{4,}\d(?![\w-])"), "<number>"),
)
WORD = re.compile(r"[^\W\d_]{2,}")


def cleaned(log: str) -> str:
    """Return the lines of a log that may be shown, without what must not be."""
    return "\n".join(_lines(log.splitlines()))


def words_in(log: str) -> set[str]:
    """Return the words of a text in small letters: those of a log that name somebody are to go."""
    return {word.lower() for word in WORD.findall(log)}


def without(log: str, names: Collection[str]) -> str:
    """Replace these words, in small letters, wherever they stand."""
    gone = set(names)
    return WORD.sub(lambda word: "<name>" if word[0].lower() in gone else word[0], log)


def _lines(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if head := HEAD.fullmatch(line):
            begin, part, said = head.groups()
            yield f"{begin}{part}: {masked(said)}" if OWN.fullmatch(part) else f"{begin}{part}"
        elif place := PLACE.match(line):
            yield f"  {place[1]}, line {place[2]}, in {place[3]}"
        elif line.startswith(TRACE):
            yield line.partition(":")[0]
        elif error := ERROR.match(line):
            yield error[1]


def masked(said: str) -> str:
    """Return a message with what it quotes replaced by what it was."""
    said = SECRET.sub("<secret>", ENDS.sub("<data>", said))
    for pattern, mask in MASKS:
        said = pattern.sub(mask, said)
    return said
