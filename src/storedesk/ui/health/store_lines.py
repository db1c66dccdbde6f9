"""The lines about backups, e-mails, the clock and versions."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from storedesk import __version__
from storedesk.domain.health import (
    CLOCKS_APART,
    LONG_WAIT,
    OLD_BACKUP,
    HealthFigures,
    MailFigures,
)
from storedesk.services.own_store import OwnFigures
from storedesk.settings import ServerAddress, StoreKind
from storedesk.ui.health.lines import Line, Way, ago_label, span_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.tokens import Tone


def mail_lines(mails: MailFigures, now: datetime, form: Format, *, sends: bool) -> list[Line]:
    """Return the lines about the outbox; a demo store sends nothing."""
    lines = [Line(tr("Waiting"), form.count(mails.waiting))]
    if mails.oldest is not None and sends:
        lines.append(_oldest(now - mails.oldest, form))
    if not mails.failed:
        return [*lines, Line(tr("Failed"), form.count(0))]
    advice = tr("Each says why. Correct the address, or try again.")
    way = Way(tr("Open the outbox"), "outbox", tab="failed")
    return [*lines, Line(tr("Failed"), form.count(mails.failed), Tone.WARN, advice, way=way)]


def _oldest(age: timedelta, form: Format) -> Line:
    name, words = tr("The oldest waits for"), span_label(age.total_seconds(), form)
    if age <= LONG_WAIT:
        return Line(name, words)
    advice = tr("The mail server takes none, or no mailer runs. The outbox has what it says.")
    way = Way(tr("Open the outbox"), "outbox", tab="pending")
    return Line(name, words, Tone.WARN, advice, way=way)


def clock_line(figures: HealthFigures, here: datetime, form: Format) -> Line:
    """Return how far the clock of this computer differs; `here` is UTC without zone."""
    name, apart = tr("Clock of this computer"), here - figures.now
    if abs(apart) <= CLOCKS_APART:
        return Line(name, tr("agrees with the database"))
    words = tr("{span} ahead") if apart > timedelta() else tr("{span} behind")
    advice = tr("Times on paper and in lists may be wrong. Have both computers set their clocks by"
                " the network.")  # fmt: skip
    said = words.format(span=span_label(abs(apart).total_seconds(), form))
    return Line(name, said, Tone.WARN, advice)


def version_lines(figures: HealthFigures, here: datetime, form: Format) -> list[Line]:
    """Return the versions, and how far the clocks differ."""
    return [
        Line(tr("StoreDesk"), __version__),
        Line(tr("Tables of the store"), figures.revision),
        clock_line(figures, here, form),
    ]


def backup_lines(
    figures: HealthFigures, own: OwnFigures | None, now: datetime, form: Format
) -> list[Line]:
    """Return the lines about backups: on this computer its own, else those that were noted."""
    if own is not None and own.kind is StoreKind.DEMO:
        return [Line(tr("Newest backup"), tr("none: this is the demo store"))]
    known = [one.at.astimezone(UTC).replace(tzinfo=None) for one in own.backups] if own else []
    noted = [figures.saved.at] if figures.saved else []
    shared = [_on_the_server(own.address)] if own is not None and own.address else []
    if own is not None and own.missing is not None:
        shared = [_without_its_folder(own.missing)]
    past = [at for at in (*known, *noted) if at <= now + CLOCKS_APART]
    if past:
        return [_newest(max(past), now, form), *shared]
    if own is None or own.kind is StoreKind.SHARED:
        advice = tr("Backups of a shared store are made on its server, each night, by the command"
                    " storedesk backup. Ask whoever looks after the server.")  # fmt: skip
        return [Line(tr("Newest backup"), tr("not known here"), Tone.INFO, advice), *shared]
    advice = tr("If the disk fails now, all is lost. Make a backup.")
    return [Line(tr("Newest backup"), tr("none"), Tone.BAD, advice), *shared]


def _without_its_folder(folder: Path) -> Line:
    advice = tr("Backups are made in the folder of the profile meanwhile. Plug the disk in, or"
                " choose another folder in Settings, Backups.")  # fmt: skip
    return Line(tr("Folder of backups"), tr("not there"), Tone.WARN, advice, str(folder))


def _on_the_server(address: ServerAddress) -> Line:
    """Return what has to be run to save or restore a shared store, and as whom."""
    dsn = f"host={address.host} port={address.port} dbname={address.database} user=postgres"
    folder, file = tr("FOLDER"), tr("FILE")
    commands = (
        f'storedesk backup --dsn "{dsn}" --to {folder} --encrypt',
        f'storedesk restore --dsn "{dsn}" {file}',
    )
    advice = tr("This window has no right to save this store. Whoever has a superuser"
                " of that server runs, there or where it can be reached:")  # fmt: skip
    return Line(
        tr("Back up and restore"), tr("on the server"), Tone.INFO, advice, "\n".join(commands)
    )


def _newest(at: datetime, now: datetime, form: Format) -> Line:
    age = now - at
    words = ago_label(age.total_seconds(), form)
    if age <= OLD_BACKUP:
        return Line(tr("Newest backup"), words)
    advice = tr("What was entered since then would be lost with the disk. Make a backup.")
    return Line(tr("Newest backup"), words, Tone.WARN, advice)
