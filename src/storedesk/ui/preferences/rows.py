"""The rows of the preferences: a setting is one entry here, and one function that shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from storedesk.domain.card_terminals import TerminalKind
from storedesk.domain.fiscal_signers import SignerChoice
from storedesk.domain.print_purposes import Purpose
from storedesk.translations import languages, name_of
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.comfort import LOCK_MINUTES, TEXT_SIZES, VOLUMES
from storedesk.ui.kit.base.language import LANGUAGE, tr
from storedesk.ui.kit.base.sounds import SPEAKER
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.forms.switch import Switch
from storedesk.ui.kit.lists.habits import Density
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import boxed, row
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.preferences import customer_screen, printing

Control: TypeAlias = tuple[QWidget, Callable[[], None]]
"""What changes a setting, and a function that shows in it what is chosen."""


@dataclass(frozen=True, slots=True)
class Preference:
    """One setting: what it is called, what is said of it, and what changes it."""

    name: str
    """Its fixed name, by which the palette goes to it."""
    words: str
    remark: str
    icon: str
    make: Callable[[PageContext], Control]
    of_computer: bool = False
    """Whether it is the same for everyone who signs in here."""
    warning: Callable[[PageContext], str] = lambda _: ""
    """What is wrong at present and is said instead of the remark."""


def preferences(*, is_demo: bool = False) -> tuple[Preference, ...]:
    """Return all settings in the order of the page, their words translated.

    A demo store has the simulators of a card terminal and of a fiscal signer.
    """
    return (
        Preference(
            "colors", tr("Colors"), tr("Light, dark, or as the system has them."), "sun", _colors
        ),
        Preference(
            "rows", tr("Rows of lists"), tr("How much a list shows at once."), "rows-3", _rows
        ),
        Preference(
            "text", tr("Text size"), tr("Words, rows and fields, all together."), "type", _text
        ),
        Preference(
            "language", tr("Language"), tr("Receipts and e-mails stay in the store's."),
            "languages", _language,
        ),
        *_touch_and_sounds(),
        Preference(
            "customer_screen", tr("Customer display"),
            tr("A second screen shows customers the goods, what is to pay and the change."),
            "monitor", customer_screen.chosen_screen, of_computer=True,
            warning=customer_screen.warning,
        ),
        Preference(
            "customer_picture", tr("Picture for customers"),
            tr("On the customer display while nothing is sold, in place of the store's name."),
            "image", customer_screen.idle_picture, of_computer=True,
        ),
        *_printing(),
        *_terminal(is_demo=is_demo),
        *_signer(is_demo=is_demo),
    )  # fmt: skip


def _touch_and_sounds() -> tuple[Preference, ...]:
    return (
        Preference(
            "touch", tr("Touch mode"),
            tr("All is large enough for a finger; the till has quick keys and a number pad."),
            "pointer", _touch, of_computer=True,
        ),
        Preference(
            "sounds", tr("Sounds"),
            tr("Told by ear: a scan was taken, was not taken, or a manager is needed."),
            "volume-2", _sounds, of_computer=True, warning=_silence,
        ),
        Preference(
            "volume", tr("Volume"), tr("Beside the computer's own volume."), "volume-2", _volume,
            of_computer=True,
        ),
        Preference(
            "listen", tr("Play the sounds"), tr("They are heard even while sounds are off."),
            "play", _listen, of_computer=True,
        ),
        Preference(
            "lock", tr("Lock by itself"),
            tr("After so many minutes without a key, a click or a touch. Who has no PIN is signed"
               " out. What is not saved keeps it open."),
            "lock", _lock, of_computer=True,
        ),
    )  # fmt: skip


def _printing() -> tuple[Preference, ...]:
    return (
        Preference(
            "receipts", tr("Printer of receipts"), tr("Receipts, X and Z reports, on a roll."),
            "receipt-text", printing.receipt_printer, of_computer=True,
            warning=printing.missing_receipts,
        ),
        Preference(
            "credit", tr("Printer of credit slips"),
            tr("Gift cards and store credit, with the code that is worth money."),
            "gift", printing.credit_printer, of_computer=True,
            warning=lambda context: printing.missing(context.comfort.printer_for(Purpose.CREDIT)),
        ),
        Preference(
            "device", tr("Receipt printer"),
            tr("One that StoreDesk writes to itself cuts, opens the drawer and says when its paper"
               " is out. Its roll is chosen here too."),
            "printer", printing.receipt_device, of_computer=True,
        ),
        Preference(
            "at_once", tr("Print receipts"), tr("As soon as a sale is paid, or when asked for."),
            "printer", printing.receipts_at_once, of_computer=True,
        ),
        Preference(
            "pages", tr("Printer of pages"), tr("Reports, badges and lists."),
            "file-text", printing.page_printer, of_computer=True,
            warning=lambda context: printing.missing(context.comfort.page_printer),
        ),
        Preference(
            "slips", tr("Printer of slips"), tr("Packing slips and pick lists of orders."),
            "package", printing.slip_printer, of_computer=True,
            warning=lambda context: printing.missing(context.comfort.printer_for(Purpose.SLIPS)),
        ),
    )  # fmt: skip


def _terminal(*, is_demo: bool) -> tuple[Preference, ...]:
    if not is_demo:
        return ()
    return (
        Preference(
            "card_terminal", tr("Card terminal"),
            tr("The simulator charges nobody. By the cents of an amount: 01 is declined, 02 runs"
               " out of time, 03 answers late, 04 and 05 leave it unknown, 06 is switched off."),
            "credit-card", _card_terminal, of_computer=True,
        ),
    )  # fmt: skip


def _signer(*, is_demo: bool) -> tuple[Preference, ...]:
    if not is_demo:
        return ()
    return (
        Preference(
            "fiscal_signer", tr("Fiscal signer"),
            tr("The simulator signs fiscal records after the sale, and proves nothing. Where it is"
               " slow or does not answer, the receipt says so, and it signs later."),
            "shield-check", _fiscal_signer, of_computer=True,
        ),
    )  # fmt: skip


def _colors(context: PageContext) -> Control:
    choices = (
        (Scheme.SYSTEM, tr("System")), (Scheme.LIGHT, tr("Light")), (Scheme.DARK, tr("Dark")),
    )  # fmt: skip
    made = Segments(choices, name=tr("Colors"))
    made.chosen.connect(lambda scheme: context.comfort.choose(colors=scheme.value))
    return made, lambda: made.choose(THEME.chosen)


def _rows(context: PageContext) -> Control:
    choices = (
        (Density.COMFORTABLE, tr("Comfortable")), (Density.USUAL, tr("Usual")),
        (Density.DENSE, tr("Dense")),
    )  # fmt: skip
    made = Segments(choices, name=tr("Rows of lists"))
    made.chosen.connect(context.habits.choose_density)
    return made, lambda: made.choose(context.habits.density)


def _text(context: PageContext) -> Control:
    percent = context.format.percent
    sizes = [(one, percent(Decimal(one) / 100)) for one in TEXT_SIZES]
    made = Segments(sizes, name=tr("Text size"))
    made.chosen.connect(lambda size: context.comfort.choose(text=size))
    return made, lambda: made.choose(context.comfort.text)


def _language(context: PageContext) -> Control:
    made = Segments([(code, name_of(code)) for code in languages()], name=tr("Language"))
    made.chosen.connect(lambda code: context.comfort.choose(language=code))
    return made, lambda: made.choose(LANGUAGE.language)


def _touch(context: PageContext) -> Control:
    made = Switch(tr("Touch mode"))
    made.clicked.connect(lambda on: context.comfort.choose(touch=on))
    return made, lambda: made.setChecked(context.comfort.touch)


def _sounds(context: PageContext) -> Control:
    made = Switch(tr("Sounds"))
    made.clicked.connect(lambda on: context.comfort.choose(sounds=on))
    return made, lambda: made.setChecked(context.comfort.sounds)


def _volume(context: PageContext) -> Control:
    percent = context.format.percent
    made = Segments([(one, percent(Decimal(one) / 100)) for one in VOLUMES], name=tr("Volume"))

    def choose(volume: int) -> None:
        context.comfort.choose(volume=volume)
        SPEAKER.play(Tone.OK)

    made.chosen.connect(choose)
    return made, lambda: made.choose(context.comfort.volume)


def _lock(context: PageContext) -> Control:
    words = tr("{count} min")
    choices = [
        (one, words.format(count=context.format.count(one)) if one else tr("Never"))
        for one in LOCK_MINUTES
    ]
    made = Segments(choices, name=tr("Lock by itself"))
    made.chosen.connect(lambda minutes: context.comfort.choose(lock_minutes=minutes))
    return made, lambda: made.choose(context.comfort.lock_minutes)


def _card_terminal(context: PageContext) -> Control:
    choices = ((TerminalKind.NONE, tr("None")), (TerminalKind.SIMULATOR, tr("Simulator")))
    made = Segments(choices, name=tr("Card terminal"))
    made.chosen.connect(lambda kind: context.comfort.choose(card_terminal=kind.value))
    return made, lambda: made.choose(context.comfort.card_terminal)


def _fiscal_signer(context: PageContext) -> Control:
    choices = (
        (SignerChoice.NONE, tr("None", "no signer")), (SignerChoice.SIMULATOR, tr("Signs")),
        (SignerChoice.SLOW, tr("Slow")), (SignerChoice.DOWN, tr("No answer")),
    )  # fmt: skip
    made = Segments(choices, name=tr("Fiscal signer"))
    made.chosen.connect(lambda kind: context.comfort.choose(fiscal_signer=kind.value))
    return made, lambda: made.choose(context.comfort.fiscal_signer)


def _listen(_context: PageContext) -> Control:
    buttons = []
    for tone, words in (
        (Tone.OK, tr("Taken")), (Tone.BAD, tr("Not taken")), (Tone.WARN, tr("Manager")),
    ):  # fmt: skip
        button = secondary(words, icon="play")
        button.setAccessibleName(tr("Play the sound: {sound}").format(sound=words))
        button.clicked.connect(lambda _=False, tone=tone: SPEAKER.try_out(tone))
        buttons.append(button)
    return boxed(row(*buttons, gap=8)), lambda: None


def _silence(_context: PageContext) -> str:
    if not SPEAKER.is_silent:
        return ""
    return tr("Nothing plays sounds on this computer, so the frame that flashes is stronger.")
