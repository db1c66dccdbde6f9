"""The ways the store says no: a code and its parameters, made a sentence only for its reader."""

from collections.abc import Callable
from typing import TypeAlias

Translate: TypeAlias = Callable[[str], str]

SENTENCES = {
    # said by the database: the MESSAGE of an error in class SD, and the keys of its DETAIL
    "append_only": "What is written in the books is never changed.",
    "not_enough_stock": "Only {available} can be taken: {reserved} are reserved.",
    "not_staff": "{login} is nobody who works here.",
    "nothing_to_move": "Say how many to add or take.",
    "product_not_found": "This product is no longer kept in stock.",
    "reason_missing": "Say why.",
    "request_reused": "This was asked before, as something else. Please start again.",
    # said on this side of the wire
    "busy": "Someone else is busy with this at the moment. Try again.",
    "changed_meanwhile": "Someone else has just changed this. Look again.",
    "disk_full": "The disk of the store's database is full. Make room before you go on.",
    "money_not_exact": "{amount} has more than two decimals.",
    "money_too_big": "Amounts go up to {largest}.",
    "not_allowed": "You are not allowed to do this.",
    "nothing_chosen": "Choose a row first.",
    "not_unique": "This is already in use by something else: {what}.",
    "not_valid": "The store cannot keep this as it is: {what}.",
    "perhaps_done": "The database went silent. Look whether this was done before you try again.",
    "two_currencies": "{one} and {other} cannot be added up.",
    "unavailable": "The store's database does not answer.",
    "server_starting": "The store's database is just starting. Try again in a moment.",
    "server_full": "Too many programs are using the store's database. Try again in a moment.",
    "wrong_password": "This name and password do not fit together.",
    "no_such_database": "There is no store of this name on that server.",
    # said at the till, before anything is asked of the database
    "amount_is_code": "{code} looks like a barcode, not like money. Scan it to add it to the sale.",
    "amount_not_understood": "Type the amount in digits, such as 20 or 20.50.",
    "card_digits": "The last four digits of a card are four digits.",
    "paypal_needs_proof": "Type PayPal's reference or the payer's e-mail address.",
    "quantity_is_code": "{code} looks like a barcode, not like a quantity. Scan it to add it.",
    "scan_keyboard": "The scanner types for another keyboard. Set it to this computer's layout.",
    "scan_misread": "{code} was misread: its check digit is wrong. Scan it again.",
    "scan_no_code": "This is not a code of a product.",
    "scan_unreadable": "The scanner sent nothing that can be read. Scan it again.",
    "tender_too_small": "{tendered} is less than {total}.",
    "tender_too_large": "Only cash gives change: {total} is to pay.",
    # said in a form, under the field
    "amount_ambiguous": "Does {typed} mean thousands? Type it without separators, or with cents.",
    "amount_decimals": "{amount} has more than two decimals.",
    "amount_large": "Amounts go up to {largest}.",
    "amount_small": "The least is {smallest}.",
    "amount_unreadable": "Type an amount in digits, with nothing else.",
    "card_number": "Never type card numbers here: take it out again.",
    "date_unreadable": "There is no such day: write it as {example}.",
    "field_missing": "This is needed.",
    "quantity_bounds": "Type a whole number from {smallest} to {largest}.",
    "quantity_unreadable": "Type a whole number in digits.",
    "text_bidi": "This holds invisible marks that turn text around. Type it anew.",
    "text_broken": "This holds half a letter, as a bad copy leaves it. Type it anew.",
    "text_control": "This holds control characters. Type it anew.",
    "text_marks": "This holds too many accents on one letter.",
    "text_too_long": "This is too long: at most {longest} characters.",
}
"""English sentences with {holes}; translated while the holes are still empty."""


class _Holes(dict[str, object]):
    """Leaves a hole that nobody fills as it stands, rather than failing in front of a customer."""

    def __missing__(self, hole: str) -> str:
        return f"{{{hole}}}"


class StoreError(Exception):
    """An expected failure, which staff may be told of."""

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def sentence(self, translate: Translate = str) -> str:
        """Say it; `translate` is given the English sentence while its {holes} are still empty."""
        words = SENTENCES.get(self.code, "The store refuses this.")
        return translate(words).format_map(_Holes(self.parameters))

    def __str__(self) -> str:
        return self.sentence()


class Refused(StoreError):
    """A rule of the store forbids it."""


class NotFound(StoreError):
    """It does not exist, or no longer does."""


class Conflict(StoreError):
    """Someone else changed it first."""


class NotAllowed(StoreError):
    """It is not for this person to do."""


class Unavailable(StoreError):
    """The database or the network cannot be reached, or someone holds what is wanted."""
