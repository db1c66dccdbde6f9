"""Write fiscal records to a file, a batch at a time, as docs/fiscal-export.md has it."""

import json
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from storedesk import queries
from storedesk.domain.fiscal import FiscalChain, FiscalScope
from storedesk.persistence.engine.database import Database
from storedesk.whole_file import WholeFile

Lines: TypeAlias = Sequence[dict[str, Any]]
Report: TypeAlias = Callable[[int, int], object]
"""Called with how many records were looked through, and how many there are."""


class FiscalFile:
    """A file being written: it has its name when it is whole. Refused: file_not_written."""

    def __init__(self, path: Path) -> None:
        self._whole = WholeFile(path)
        self.records = 0

    def write(self, lines: Lines) -> None:
        """Write further records."""
        text = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines)
        try:
            self._whole.file.write(text.encode())
        except OSError as error:
            raise self._whole.refusal(error) from error
        self.records += len(lines)

    def keep(self) -> None:
        """Give the file its name."""
        self._whole.keep()

    def drop(self) -> None:
        """Leave nothing behind, unless it was kept."""
        self._whole.drop()


def steps(
    chains: Sequence[FiscalChain], scope: FiscalScope
) -> Generator[tuple[FiscalChain, int, int, int], Lines, None]:
    """Yield what is read next: chain, after which number, how many are done, and of how many.

    What was read is sent in.
    """
    meant = [one for one in chains if scope.chain in {None, one.id}]
    of, done = sum(one.records for one in meant), 0
    for chain in meant:
        after = 0
        while read := (yield chain, after, done + min(after, chain.records), of):
            after = int(read[-1]["number"])
            if len(read) < queries.fiscal.BATCH:
                break
        done += chain.records


def export(database: Database, path: Path, scope: FiscalScope, report: Report) -> int:
    """Export without a window; return how many records the file has. Refused: file_not_written."""
    with database.reading() as session:
        chains = queries.fiscal.chains(session)
    file, doing = FiscalFile(path), steps(chains, scope)
    try:
        read: Lines | None = None
        while True:
            try:
                chain, after, done, of = next(doing) if read is None else doing.send(read)
            except StopIteration:
                break
            report(done, of)
            with database.reading() as session:
                read = queries.fiscal.lines(session, chain=chain, after=after, scope=scope)
            file.write(read)
        file.keep()
    finally:
        file.drop()
    return file.records
