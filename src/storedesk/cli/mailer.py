"""Run `storedesk mailer`: send the e-mails of a store until it is stopped."""

import logging
import signal
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from typing import TYPE_CHECKING

from storedesk.cli.ending import ENDINGS
from storedesk.cli.stores import ask_password_of
from storedesk.cli.terminal import counted
from storedesk.domain.refusals.errors import Refused

if TYPE_CHECKING:  # a second of start-up time
    from storedesk.services.mailer import Mailer

MOST_WORKERS = 12
"""A login may have so many connections, and one of them listens."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `mailer` to the grammar."""
    parser = commands.add_parser(
        "mailer",
        help="send the e-mails of a store until it is stopped",
        description="Sends what the outbox holds, as a login of the group mailer. The mail server's"
        " password is taken from STOREDESK_SMTP_PASSWORD, the rest from the store's settings.",
        allow_abbrev=False,
    )
    parser.add_argument("--dsn", required=True, help="a libpq connection string or URI")
    parser.add_argument("--once", action="store_true", help="send what is due now, then end")
    parser.add_argument(
        "--workers", type=_workers, default=1, metavar="N", help="e-mails to send at once"
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
    for number in (*ENDINGS, signal.SIGINT):
        signal.signal(number, lambda *_: mailer.stop())
    return _once(mailer) if arguments.once else _always(mailer, is_set_up=settings.is_set_up)


def _once(mailer: "Mailer") -> int:
    rounds = mailer.send_once()
    sent, delayed, failed = (
        sum(getattr(one, name) for one in rounds) for name in ("sent", "delayed", "failed")
    )
    print(f"Sent {counted(sent, 'e-mail', 'e-mails')}; {delayed:,} delayed, {failed:,} failed.")
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
        raise ArgumentTypeError(f"{typed!r} is not a number from 1 to {MOST_WORKERS - 1}")
    return int(typed)
