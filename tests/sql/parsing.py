"""Reads the bodies of functions: what is code, what a call is given, what is locked and written."""

import re
from collections.abc import Iterator

HIDDEN = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", re.DOTALL)
NAME = re.compile(r"\b(?:api|core|public|storedesk|webshop)\.\w+\b")
CALL = re.compile(r"\b((?:api|core|storedesk|webshop)\.\w+)\s*\(")
NAMED = re.compile(r"(\w+)\s*(?:=>|:=)\s*(.*)", re.DOTALL)
QUERY = re.compile(r"\b(?:SELECT|PERFORM)\b")
ROW_LOCK = re.compile(r"\bFOR ((?:NO KEY )?UPDATE|(?:KEY )?SHARE)\b(?:\s+OF (\w+))?")
FROM = re.compile(r"\b(?:FROM|JOIN)\s+((?:public|storedesk|core)\.\w+)(?:\s+AS\s+(\w+))?")
TABLE_LOCK = re.compile(r"\bLOCK TABLE ([^;]+?) IN ([A-Z ]+) MODE")
ADVISORY = re.compile(r"\bpg_(?:try_)?advisory_(?:xact_)?lock(?:_shared)?\s*\(")
INSERT = re.compile(r"\bINSERT INTO ((?:public|storedesk|core)\.\w+)")
DELETE = re.compile(r"\bDELETE FROM ((?:public|storedesk|core)\.\w+)")
UPDATE = re.compile(r"\bUPDATE ((?:public|storedesk|core)\.\w+)(?:\s+AS\s+\w+)?\s+SET\b")
SET = re.compile(r"(?:^|,)\s*(\w+)\s*=")
UPSERT = re.compile(r"\bDO UPDATE\s+SET\b")
END_OF_SET = re.compile(r"[;)]|\b(?:FROM|WHERE|RETURNING|LOOP)\b")
OWN_TABLE = re.compile(r"\b(INSERT INTO|UPDATE|DELETE FROM) \w+\.%(?:1\$)?I")

Write = tuple[str, str, frozenset[str] | None]
"""A table, INSERT, UPDATE or DELETE, and which columns; None for all or for unknown ones."""


def without(body: str, *, texts: bool) -> str:
    """Blank comments, and what stands in quotes if `texts`; lengths and lines stay."""

    def blank(found: re.Match[str]) -> str:
        if found[0][0] == "'" and not texts:
            return found[0]
        kept = "''" if found[0][0] == "'" else ""
        return kept[:1] + re.sub(r"[^\n]", " ", found[0][len(kept) :]) + kept[1:]

    return HIDDEN.sub(blank, body)


def calls(body: str) -> Iterator[tuple[str, list[str]]]:
    """List what is called by its schema and name, each with its arguments as they are written.

    A body that runs text it puts together is taken to call what that text names, too.
    """
    code = without(body, texts="EXECUTE" not in without(body, texts=True))
    shown = without(body, texts=False)
    for found in CALL.finditer(code):
        yield found[1], arguments(shown, found.end())


def arguments(code: str, start: int) -> list[str]:
    """Split what stands between the bracket that opens before `start` and its end."""
    bare = without(code, texts=True)
    depth, begin, found = 0, start, []
    for at in range(start, len(bare)):
        letter = bare[at]
        if letter in ",)" and depth == 0:
            found.append(code[begin:at].strip())
            begin = at + 1
            if letter == ")":
                break
        depth += (letter in "([") - (letter in ")]")
    return [one for one in found if one]


def given(wanted: str, names: tuple[str, ...], arguments: list[str]) -> str:
    """Answer what a call gives for a parameter, by its place or its name; empty for its default."""
    for place, argument in enumerate(arguments):
        named = NAMED.fullmatch(argument)
        if named and named[1] in names:
            if named[1] == wanted:
                return named[2]
        elif names[place : place + 1] == (wanted,):
            return argument
    return ""


def locks(body: str) -> set[str]:
    """List the rows, tables and advisory locks that a body asks for."""
    code = without(body, texts=True)
    found = {f"{table} (FOR {lock[1]})" for lock in ROW_LOCK.finditer(code)
             for table in _locked(code, lock)}  # fmt: skip
    for lock in TABLE_LOCK.finditer(code):
        found |= {f"{table} (TABLE, {lock[2]})" for table in NAME.findall(lock[1])}
    shown = without(body, texts=False)
    for lock in ADVISORY.finditer(code):
        key = ", ".join(" ".join(one.split()) for one in arguments(shown, lock.end()))
        shared = " shared" if "shared" in lock[0] else ""
        found.add(f"advisory{shared} ({key})")
    return found


def _locked(code: str, lock: re.Match[str]) -> list[str]:
    """Answer the tables whose rows a locking clause holds: those of its own query."""
    tables = {alias or table: table for table, alias in FROM.findall(_query(code[: lock.start()]))}
    found = [tables[lock[2]]] if lock[2] else list(tables.values())
    if not found:
        raise ValueError(f"whose rows does this lock? {code[: lock.end()][-200:]}")
    return found


def _query(before: str) -> str:
    """Answer the query that ends here, without those in brackets in it."""
    depth, kept = 0, []
    for letter in reversed(before):
        depth += (letter == ")") - (letter == "(")
        if depth < 0:
            break
        kept.append(letter if depth == 0 else " ")
    text = "".join(reversed(kept))
    last = max((found.end() for found in QUERY.finditer(text)), default=0)
    return text[last:]


def writes(body: str, own: frozenset[str]) -> Iterator[Write]:
    """List what a body writes; `own` are the tables of a trigger that names its table by itself."""
    code = without(body, texts=True)
    for found in INSERT.finditer(code):
        yield found[1], "INSERT", None
        statement = code[found.end() :].partition(";")[0]
        if upsert := UPSERT.search(statement):
            yield found[1], "UPDATE", _columns(statement[upsert.end() :])
    for found in DELETE.finditer(code):
        yield found[1], "DELETE", None
    for found in UPDATE.finditer(code):
        yield found[1], "UPDATE", _columns(code[found.end() :])
    for found in OWN_TABLE.finditer(without(body, texts=False)):
        for table in own:
            yield table, found[1].split()[0], None


def _columns(rest: str) -> frozenset[str] | None:
    """Read the columns that a SET names; None where it names them in brackets."""
    text, depth = "", 0
    for letter in rest:
        depth += letter == "("
        text += " " if depth else letter
        depth -= letter == ")"
        if depth < 0:
            break
    if rest.lstrip().startswith("("):
        return None
    return frozenset(SET.findall(END_OF_SET.split(text)[0]))
