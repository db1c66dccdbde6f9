"""Save one file for whoever helps from outside: figures, settings and the log, without secrets."""

from collections.abc import Collection, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from storedesk import queries
from storedesk.documents.support_log import cleaned, without, words_in
from storedesk.persistence.engine.database import Database, unhurried
from storedesk.settings import Profile
from storedesk.whole_file import WholeFile

MOST = 2_000_000
"""Letters of the log that are kept, the newest."""
LONGEST = 120
"""Seconds for looking up names among all customers."""


def save_report(
    path: Path, parts: Mapping[str, str], profile: Profile, dsn: str, *, hidden: Collection[str]
) -> None:
    """Write `parts`, texts by the names of their files, and the program's own log.

    Of the log goes whatever names a customer, whoever works here, or one of `hidden`, such as the
    store's own name. Refused: file_not_written.
    """
    log = cleaned(kept_log(profile.log))
    words = words_in(log)
    names = words & {word for text in hidden for word in words_in(text)}
    database = Database(unhurried(dsn, LONGEST), pool_size=1)
    try:
        with database.reading() as session:
            names |= queries.health.names_among(session, words=sorted(words))
    finally:
        database.close()
    whole = WholeFile(path)
    try:
        with ZipFile(whole.file, "w", ZIP_DEFLATED) as archive:
            for name, text in {**parts, "log.txt": without(log, names)}.items():
                archive.writestr(name, text)
        whole.keep()
    except OSError as error:
        raise whole.refusal(error) from error
    finally:
        whole.drop()


def kept_log(file: Path) -> str:
    """Return the newest part of a log and of the older files beside it; "" where there is none."""
    older = sorted(file.parent.glob(f"{file.name}.*"), reverse=True)
    texts = []
    for one in (*older, file):
        try:
            texts.append(one.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
    return "".join(texts)[-MOST:]
