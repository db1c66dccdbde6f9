"""Run `storedesk mailer`: send the e-mails of a store until it is stopped."""

import logging
import signal
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from typing import TYPE_CHECKING

from storedesk.cli.ending import ENDINGS
from storedesk.cli.language import number, plural, tr
from storedesk.cli.stores import ask_password_of
from storedesk.domain.refusals.errors import Refused

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.services.mailer import Mailer

MOST_WORKERS = 12
"""A login may have so many connections, and one of them listens."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `mailer` to the grammar."""
    parser = commands.add_parser(
        "mailer",
        help=tr("send the e-mails of a store until it is stopped"),
        description=tr(
            "Sends what the outbox holds, as a login of the group mailer. The mail server's"
            " password is taken from STOREDESK_SMTP_PASSWORD, the rest from the store's settings."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("--dsn", required=True, help=tr("a libpq connection string or URI"))
    parser.add_argument("--once", action="store_true", help=tr("send what is due now, then end"))
    parser.add_argument(
        "--workers", type=_workers, default=1, metavar="N", help=tr("e-mails to send at once")
    )
    parser.set_defaults(run=send)


def send(arguments: Namespace) -> int:
    """Send e-mails; return 1 with --once if the mail server takes none. Refused: mail_demo, ..."""
    from storedesk import forms  # noqa: PLC0415
    from storedesk.services import administration, named_store  # noqa: PLC0415 a second of start-up time
    from storedesk.services.mailer import Mailer  # noqa: PLC0415

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    dsn = named_store.signed_in(arguments.dsn, ask_password_of)
    settings = administration.asked(dsn, forms.mail_settings.settings)
    if settings.is_demo:
        raise Refused("mail_demo")
    if not settings.is_set_up and arguments.once:
        raise Refused("mail_not_set_up")
    mailer = Mailer(dsn, workers=arguments.workers)
    for ending in (*ENDINGS, signal.SIGINT):
        signal.signal(ending, lambda *_: mailer.stop())
    return _once(mailer) if arguments.once else _always(mailer, is_set_up=settings.is_set_up)


def _once(mailer: "Mailer") -> int:
    rounds = mailer.send_once()
    sent, delayed, failed = (
        sum(getattr(one, name) for one in rounds) for name in ("sent", "delayed", "failed")
    )
    words = plural(
        "Sent {n} e-mail; {delayed} delayed, {failed} failed.",
        "Sent {n} e-mails; {delayed} delayed, {failed} failed.",
        sent,
    )
    print(words.format(n=number(sent), delayed=number(delayed), failed=number(failed)))
    troubles = [one.trouble for one in rounds if one.trouble]
    if troubles:
        raise troubles[0]
    return 0


def _always(mailer: "Mailer", *, is_set_up: bool) -> int:
    log = logging.getLogger(__name__)
    log.info("the mailer watches the outbox")
    if not is_set_up:
        log.warning("%s The mailer waits until that is done.", Refused("mail_not_set_up"))
    mailer.run()
    log.info("the mailer has stopped")
    return 0


def _workers(typed: str) -> int:
    if not typed.isascii() or not typed.isdecimal() or not 0 < int(typed) < MOST_WORKERS:
        words = tr("{typed} is not a number from 1 to {most}")
        raise ArgumentTypeError(words.format(typed=repr(typed), most=MOST_WORKERS - 1))
    return int(typed)
