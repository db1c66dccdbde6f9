"""Make what the pages work with, once a person has signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from storedesk.settings import StoreKind
from storedesk.translations import languages, locale_of
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.store_access import StoreAccess

if TYPE_CHECKING:  # the window is there before the database's libraries are
    from storedesk.domain.card_terminals import CardTerminal
    from storedesk.domain.fiscal_signers import FiscalSigner
    from storedesk.domain.store import StoreSettings
    from storedesk.domain.till import Register
    from storedesk.services.signed_in import SignedIn
    from storedesk.ui.approval import Approvers
    from storedesk.ui.context import Navigation, PageContext
    from storedesk.ui.customer_display.display import CustomerDisplay
    from storedesk.ui.fiscal_signing import FiscalSigning
    from storedesk.ui.kit.base.actions import Actions
    from storedesk.ui.kit.base.comfort import Comfort
    from storedesk.ui.kit.base.scanner import ScannerGuard


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What the window has for its pages, whoever signs in."""

    actions: "Actions"
    scanner: "ScannerGuard"
    seen: set[UUID]
    comfort: "Comfort"
    display: "CustomerDisplay"
    navigate: "Navigation"
    leave: Callable[[], object]
    """Signs out."""


def chosen_register(access: StoreAccess, entered: "SignedIn") -> "Register | None":
    """Return the register that stands here, and remember it where there is no choice."""
    known = {register.id: register for register in entered.registers}
    chosen = access.preferences.register
    if chosen in known:
        return known[chosen]
    is_obvious = len(known) == 1 or entered.store.is_demo
    if known and is_obvious and entered.me.may("scan"):
        first = entered.registers[0]
        access.profile.change(register=first.id)
        return first
    return None


def language_for(access: StoreAccess, entered: "SignedIn") -> str:
    """Return the language that a person wants: theirs, else this computer's, else the store's.

    "" is the system's: nobody has chosen one for the demo store.
    """
    from storedesk.ui.kit.lists.habits import Habits  # noqa: PLC0415 - as all here: not before

    habits = Habits(access.profile.geometry, entered.me.login)
    of_store = "" if entered.store.is_demo else entered.store.language
    return habits.language or access.preferences.language or of_store


def _approvers(access: StoreAccess) -> "Approvers":
    from storedesk.ui.approval import (  # noqa: PLC0415 - not before it is needed
        Approvers,
        known_managers,
        managers_here,
    )

    return Approvers(
        access.approve,
        known_managers(access.people()),
        lambda: managers_here(access.people_here.people()),
    )


def page_context(
    access: StoreAccess, entered: "SignedIn", register: "Register | None", parts: WindowParts
) -> "PageContext":
    """Make the context of the pages, in the language that is spoken now."""
    from storedesk.ui.context import OwnAccount, PageContext  # noqa: PLC0415 - not before
    from storedesk.ui.kit.base.format import Format  # noqa: PLC0415
    from storedesk.ui.kit.lists.habits import Habits  # noqa: PLC0415

    store = entered.store
    of_person, of_store = _locales(access, entered)
    return PageContext(
        desk=entered.desk,
        actions=parts.actions,
        scanner=parts.scanner,
        format=Format(of_person, store.time_zone),
        paper=Format(of_store, store.time_zone),
        store=store,
        me=entered.me,
        register=register,
        printer=parts.comfort.receipt_printer,
        device=parts.comfort.receipt_device,
        prints_receipts=parts.comfort.prints_receipts,
        page_printer=parts.comfort.page_printer,
        seen=parts.seen,
        mail_passwords=access.mail_passwords,
        approvers=_approvers(access),
        account=None if store.is_demo else OwnAccount(access.change_password, parts.leave),
        set_pin=access.set_pin,
        set_badge=access.people_here.set_badge,
        habits=Habits(access.profile.geometry, entered.me.login),
        comfort=parts.comfort,
        display=parts.display,
        workspace=access.workspace,
        keeps_backups=access.preferences.store is StoreKind.EMBEDDED,
        is_shared=access.preferences.store is StoreKind.SHARED,
        card_terminal=partial(_card_terminal, store, parts.comfort),
        signing=_signing(entered, register, parts.comfort),
        navigate=parts.navigate,
    )


def _locales(access: StoreAccess, entered: "SignedIn") -> tuple[str, str]:
    """Return the locale of whoever is at work, and that of the store's papers."""
    store = entered.store
    of_store = locale_of(store.language, store.country)
    if store.language in languages() or language_for(access, entered) != store.language:
        return locale_of(LANGUAGE.language, store.country), of_store
    return of_store, of_store


def _card_terminal(store: "StoreSettings", comfort: "Comfort") -> "CardTerminal | None":
    """Return the terminal that is chosen at this computer: a demo store has the simulator."""
    from storedesk.adapters.card_terminals import simulator  # noqa: PLC0415 - as above
    from storedesk.domain.card_terminals import TerminalKind  # noqa: PLC0415

    if not store.is_demo or comfort.card_terminal is not TerminalKind.SIMULATOR:
        return None
    return simulator.Simulator(simulator.simulator_file())


def _signing(
    entered: "SignedIn", register: "Register | None", comfort: "Comfort"
) -> "FiscalSigning | None":
    """Return what signs the fiscal records of a register: a demo store has the simulator."""
    from storedesk.domain.staff import Group  # noqa: PLC0415 - as above
    from storedesk.ui.fiscal_signing import FiscalSigning  # noqa: PLC0415

    if register is None or not entered.store.is_demo:
        return None
    return FiscalSigning(
        entered.desk,
        partial(_fiscal_signer, comfort),
        register.id,
        signs_office=Group.MANAGER in entered.me.groups,
    )


def _fiscal_signer(comfort: "Comfort") -> "FiscalSigner | None":
    """Return the signer that is chosen at this computer."""
    from storedesk.adapters.fiscal_signers import simulator  # noqa: PLC0415 - as above
    from storedesk.domain.fiscal_signers import SignerChoice  # noqa: PLC0415

    moods = {
        SignerChoice.SIMULATOR: simulator.SignerMood.SIGNS,
        SignerChoice.SLOW: simulator.SignerMood.SLOW,
        SignerChoice.DOWN: simulator.SignerMood.DOWN,
    }
    mood = moods.get(comfort.fiscal_signer)
    return simulator.SimulatedSigner(simulator.simulator_file(), mood) if mood else None
