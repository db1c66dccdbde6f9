"""The words of the outbox, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from storedesk.domain.outbox import MailLine, MailStatus, MailType
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.lists.empty import Emptiness
from storedesk.ui.kit.looks.tokens import Tone

TONES = {
    MailStatus.PENDING: Tone.INFO,
    MailStatus.PROCESSING: Tone.INFO,
    MailStatus.SENT: Tone.OK,
    MailStatus.FAILED: Tone.BAD,
    MailStatus.OVERTAKEN: Tone.MUTE,
}


def type_word(kind: MailType) -> str:
    """Return what a mail is called."""
    return {
        MailType.CONFIRMATION: QCoreApplication.translate("Outbox", "Order confirmation"),
        MailType.SHIPPED: QCoreApplication.translate("Outbox", "Order shipped"),
        MailType.CANCELLED: QCoreApplication.translate("Outbox", "Order cancelled"),
        MailType.VERIFICATION: QCoreApplication.translate("Outbox", "Confirm address"),
        MailType.PASSWORD_RESET: QCoreApplication.translate("Outbox", "New password"),
    }[kind]


def status_word(status: MailStatus) -> str:
    """Return how far a mail has come."""
    return {
        MailStatus.PENDING: QCoreApplication.translate("Outbox", "Waiting"),
        MailStatus.PROCESSING: QCoreApplication.translate("Outbox", "Sending"),
        MailStatus.SENT: QCoreApplication.translate("Outbox", "Sent"),
        MailStatus.FAILED: QCoreApplication.translate("Outbox", "Failed"),
        MailStatus.OVERTAKEN: QCoreApplication.translate("Outbox", "Not needed"),
    }[status]


def emptiness() -> Emptiness:
    """Return what the outbox says while nothing is in it."""
    say = QCoreApplication.translate
    return Emptiness(
        (
            say("Outbox", "There are no e-mails yet"),
            say("Outbox", "They come with orders, as they are paid, shipped or cancelled."),
        ),
        {
            MailStatus.PENDING.value: (
                say("Outbox", "Nothing waits to be sent"),
                say("Outbox", "What orders and customers cause stands here until it is sent."),
            ),
            MailStatus.SENT.value: (
                say("Outbox", "Nothing was sent yet"),
                say("Outbox", "What waits stands under Waiting, with the reason."),
            ),
            MailStatus.FAILED.value: (
                say("Outbox", "Nothing has failed"),
                say("Outbox", "What no server took would stand here, and why."),
            ),
        },
    )


def status_cell(status: MailStatus) -> Cell:
    """Return a status as a chip."""
    return Cell(status_word(status), tone=TONES[status])


def why(error: str) -> str:
    """Say why a mail was not sent: the store's own reasons in words, a server's as it said them."""
    known = {
        "superseded": QCoreApplication.translate(
            "Outbox", "Overtaken: its order was cancelled, or a newer link was made."
        ),
        "held": QCoreApplication.translate("Outbox", "Held until its parcel is shipped again."),
        "recalled": QCoreApplication.translate("Outbox", "Its parcel did not leave."),
        "expired": QCoreApplication.translate("Outbox", "Its link is no longer good."),
        "lost": QCoreApplication.translate(
            "Outbox", "Whoever was sending it stopped halfway. It may have arrived."
        ),
        "given_up": QCoreApplication.translate(
            "Outbox", "Given up: it had waited too long when e-mail was set up."
        ),
        "unknown": QCoreApplication.translate("Outbox", "The mail server did not say why."),
    }
    return known.get(error, error)


def mails(count: int, form: Format) -> str:
    """Say how many mails a list has."""
    if count == 1:
        return QCoreApplication.translate("Outbox", "1 mail")
    words = QCoreApplication.translate("Outbox", "{count} mails")
    return words.format(count=form.count(count))


def about(line: MailLine) -> str:
    """Name what a mail is about: the order and the customer."""
    return " · ".join(part for part in (line.number, line.customer) if part)
