"""The small changes that a test has to notice: a boundary, a guard or a row of a function."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["boundary", "guard", "row"]

QUOTED = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)
COMPARISON = re.compile(r"(?<![-=<>@#:])(<=|>=|<|>)(?![-=<>@#])")
NUMBER = re.compile(r"(?:(?<![=:<>-])(?:[<>]=?|=)\s*|\bBETWEEN\s+|\bAND\s+)(\d+)\b(?!\.)")
INTERVAL = re.compile(r"interval '(\d+) ([a-z]+)'")
REFUSAL = r"PERFORM core\.(?:refuse|forbid|not_found|conflict)\b"
GUARD = re.compile(
    rf"\b(?:ELS)?IF\b(?P<condition>(?:(?!\bTHEN\b)[^;])+)\bTHEN\s+{REFUSAL}", re.DOTALL
)
LOCK = re.compile(r"\bFOR (?:NO KEY UPDATE|UPDATE|SHARE|KEY SHARE)\b(?: SKIP LOCKED)?")
CONDITION = re.compile(r"^[ \t]*AND ([^\n]+)$", re.MULTILINE)
STATEMENT = re.compile(
    r"(?:(?<=;)|\b(?:THEN|ELSE|LOOP|BEGIN)\b)\s*"
    r"(?P<statement>(?P<verb>PERFORM core\.\w+|INSERT INTO|UPDATE|DELETE FROM)\b[^;]*;)"
)
WRITES = re.compile(
    r"core\.(?:audit|write_\w+|record_\w+|move_stock|queue_\w+|finish|number_order)"
)
OTHER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}


@dataclass(frozen=True, slots=True)
class Change:
    """One place in the body of a function, and what stands there instead."""

    kind: Kind
    start: int
    end: int
    now: str
    """Takes the place of the text from `start` to `end`."""

    def apply(self, body: str) -> str:
        """Answer the body with this change in it."""
        return body[: self.start] + self.now + body[self.end :]

    def shown(self, body: str) -> str:
        """Tell the change in a line: the line it begins in, before and after."""
        first = body.rfind("\n", 0, self.start) + 1
        last = body.find("\n", self.end)
        last = len(body) if last < 0 else last
        before, after = (
            body[first:last],
            body[first : self.start] + self.now + body[self.end : last],
        )
        return f"{_line(before)}  ->  {_line(after)}"


def changes(body: str) -> list[Change]:
    """List the changes that can be made to the body of a function in SQL or PL/pgSQL."""
    code = QUOTED.sub(_blank, body)
    return [
        *_boundaries(body, code),
        *_guards(code),
        *_rows(code),
    ]


def _boundaries(body: str, code: str) -> list[Change]:
    swapped = [Change("boundary", *m.span(1), OTHER[m[1]]) for m in COMPARISON.finditer(code)]
    raised = [Change("boundary", *m.span(1), str(int(m[1]) + 1)) for m in NUMBER.finditer(code)]
    longer = [
        Change("boundary", *m.span(1), str(int(m[1]) + 1))
        for m in INTERVAL.finditer(body)
        if code.startswith("interval", m.start())
    ]
    return [*swapped, *raised, *longer]


def _guards(code: str) -> list[Change]:
    open_doors = [Change("guard", *m.span("condition"), " false ") for m in GUARD.finditer(code)]
    unlocked = [Change("guard", *m.span(), "") for m in LOCK.finditer(code)]
    dropped = [
        Change("guard", *m.span(), "")
        for m in CONDITION.finditer(code)
        if m[1].count("(") == m[1].count(")") and not re.search(r"\b(THEN|LOOP|BETWEEN)\b|;", m[1])
    ]
    skipped = [
        Change("guard", *m.span("statement"), "NULL;")
        for m in STATEMENT.finditer(code)
        if m["verb"].startswith("PERFORM")
        and not WRITES.search(m["verb"])
        and not re.match(REFUSAL, m["verb"])
    ]
    return [*open_doors, *unlocked, *dropped, *skipped]


def _rows(code: str) -> list[Change]:
    return [
        Change("row", *m.span("statement"), "NULL;")
        for m in STATEMENT.finditer(code)
        if (not m["verb"].startswith("PERFORM") or WRITES.search(m["verb"]))
        and not re.search(r"\bRETURNING\b", m["statement"])
    ]


def _blank(found: re.Match[str]) -> str:
    """Keep the length and the lines of a text or a comment, and nothing of its content."""
    return "".join("\n" if letter == "\n" else " " for letter in found[0])


def _line(text: str) -> str:
    return " ".join(text.split())[:200]
