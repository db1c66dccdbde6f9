"""The ways the store says no: a code and its parameters, made a sentence only for its reader."""

from collections.abc import Callable
from functools import partial
from typing import Self, TypeAlias

from storedesk.domain.refusals.bare_sentences import BARE
from storedesk.domain.refusals.file_sentences import OF_FILES
from storedesk.domain.refusals.filling import WriteMoney, fill, plain_money
from storedesk.domain.refusals.form_sentences import OF_FORMS
from storedesk.domain.refusals.sentences import (
    OF_BACKUPS,
    OF_MAIL,
    OF_ORDERS,
    OF_PROFILES,
    OF_SERVERS,
    OF_STOCK,
)
from storedesk.domain.refusals.value_sentences import OF_VALUES

Translate: TypeAlias = Callable[[str], str]

SENTENCES = {
    **OF_BACKUPS,
    **OF_FILES,
    **OF_FORMS,
    **OF_MAIL,
    **OF_ORDERS,
    **OF_PROFILES,
    **OF_SERVERS,
    **OF_STOCK,
    **OF_VALUES,
    # said by the database: the MESSAGE of an error in class SD, and the keys of its DETAIL
    "append_only": "What is written in the books is never changed.",
    "not_staff": "{login} is nobody who works here.",
    "product_not_found": "This product is no longer kept in stock.",
    "reason_missing": "Say why.",
    "request_reused": "This was asked before, as something else. Please start again.",
    # of accounts, the catalogue, stock and customers
    "backup_login": "The login for backups of this store is {login}.",
    "bad_groups": "Choose at least one group.",
    "bad_instant": "This is no date that can be used here: the years 1900 to 2199 can.",
    "bad_login": "A login is 3 to 63 of a-z, 0-9 and _; it begins with a letter, not with pg_, and"
    " does not end in the name of a group.",
    "bad_quantity": "Give a number from {least} to {most}.",
    "bad_step": "{name} is {was}; it cannot become {wanted}.",
    "bad_verifier": "This password was not hashed as it has to be.",
    "category_circle": "{name} cannot be moved below itself.",
    "category_not_found": "This category does not exist any more.",
    "category_not_shown": "{name} cannot be sold: its category is not shown.",
    "category_too_deep": "{name} would lie too deep: categories go {most} levels down.",
    "code_of_deleted": "The code {code} belongs to {name}, which was deleted. Restore that one, or"
    " use another code.",
    "code_taken": "The code {code} is in use already, by {name}.",
    "fixed_by_orders": "Currency, time zone and taxes stay as they are once something is sold.",
    "last_admin": "This is the last person who can let others in.",
    "limit_not_found": "There is no such limit.",
    "login_taken": "The login {login} exists on this server already. Choose another one.",
    "name_missing": "Give a name.",
    "not_yours": "This is kept by somebody else.",
    "not_yourself": "Ask someone else to shut you out.",
    "old_picture": "This was decided on an old picture of the store. Begin again.",
    "other_currency": "Prices in this store are in {currency}.",
    "part_moved": "This belongs to something else. Make a new one instead.",
    "password_short": "A password has at least {least} letters.",
    "product_deleted": "{name} was deleted. Restore it first.",
    "staff_not_found": "Nobody here signs in as {login}.",
    "too_many": "No more than {most} at once.",
    "too_much": "This is more than the store takes at once: up to {most} kB. Shorten it, or do it"
    " in parts.",
    "unknown_currency": "There is no currency {currency}: write three capitals, such as USD.",
    "unknown_time_zone": "There is no time zone {time_zone}.",
    "variant_free": "A variant of {name} would cost nothing, or less.",
    "category_name_taken": "There is a category of this name already.",
    "code_just_taken": "One of these codes is in use already. Look again.",
    "variant_sold": "{sku} was sold before, so it stays in the books and in the list.",
    "variant_twice": "Two variants would have the same size and colour.",
    "variants_many": "A product has {most} variants at most.",
    "variant_wanted": "{sku} is in somebody's basket, a purchase or a count. Try again later.",
    "variant_not_found": "This variant does not exist any more.",
    "walk_in_fixed": "The walk-in customer stays as it is.",
    # of customers and their accounts
    "address_not_found": "This address is no longer there.",
    "already_confirmed": "{name} has confirmed this e-mail address already.",
    "email_needs_manager": "Only a manager changes an e-mail address: passwords are reset by it.",
    "email_taken": "Another customer has this e-mail address already.",
    "email_unreadable": "This is no e-mail address: write it as name@example.com.",
    "key_not_valid": "This link was used already, or is too old. Ask for a new one.",
    "letter_too_soon": "An e-mail was queued a moment ago. Try again in {seconds} seconds.",
    "method_not_found": "This way of paying is no longer there.",
    "no_address": "{name} has left no e-mail address.",
    "web_address_unreadable": "Write the web shop's address as https://shop.example.com.",
    "phone_unreadable": "Type a telephone number: 3 to 15 digits, blanks and + ( ) - / .",
    "no_web_address": "The web shop's address is not known, so no link can be sent."
    " An administrator sets it on the customers' page.",
    # said on this side of the wire
    "busy": "Someone else is busy with this at the moment. Try again.",
    "kept_waiting": "Someone else has begun to change this and has not finished. Try again in a"
    " moment.",
    "login_rests": "This login has as many connections as it may, or is paused because it kept"
    " others waiting. Close other windows, or try again in ten minutes; an administrator who lets"
    " you in again ends the pause.",
    "changed_meanwhile": "Someone else has just changed this. Look again.",
    "database_name": "A store's database is named by up to 40 of a-z, 0-9 and _, not {name}.",
    "disk_full": "The disk of the store's database is full. Make room before you go on.",
    "file_not_written": "{file} cannot be written: {why}.",
    "list_too_long": "A workbook holds {most} rows, and this list is longer. Export it as CSV.",
    "money_not_exact": "{amount} has more decimals than its currency.",
    "money_too_big": "Amounts go up to {largest:money}.",
    "not_allowed": "You are not allowed to do this.",
    "nothing_chosen": "Choose a row first.",
    "price_changed": "Somebody made this {now:money} meanwhile. Press Enter again to make it"
    " {wanted:money}.",
    "price_is_code": "{code} looks like a barcode, not like a price.",
    "perhaps_done": "The database went silent. Look whether this was done before you try again.",
    "needs_superuser": "Only a superuser of the server can make or upgrade a store.",
    "store_exists": "There is a store in {name} already.",
    "store_missing": "There is no store in this database yet.",
    "store_newer": "This store is kept by a newer StoreDesk. Please update this one.",
    "two_currencies": "{one} and {other} cannot be added up.",
    "unavailable": "The store's database does not answer.",
    "server_starting": "The store's database is just starting. Try again in a moment.",
    "server_full": "Too many programs are using the store's database. Try again in a moment.",
    "wrong_password": "This name and password do not fit together.",
    "no_such_database": "There is no store of this name on that server.",
    # said at the door: first run, sign-in and the command line
    "ca_file_missing": "A server elsewhere proves itself by its CA file: name it here.",
    "ca_file_unreadable": "There is no file {file}.",
    "certificate_wrong": "The server's certificate is not the one that the CA file vouches for.",
    "dsn_unreadable": "This is no connection string that PostgreSQL understands: {what}.",
    "no_display": "There is no display here, so no window can be opened.",
    "library_missing": "No window can be opened: {library} is missing or damaged. Have the package"
    " that contains it installed, then start again.",
    "no_store_here": "No store is chosen on this computer yet. Open StoreDesk, or give --dsn.",
    "nobody_there": "Nobody answers at {host}, port {port}. Is the server running?",
    "not_let_in": "This login is not let into the store. Ask whoever looks after its accounts.",
    "password_needed": "A password is needed: give it in {variables}.",
    "passwords_differ": "The two passwords differ.",
    "percent_unreadable": "Type a percentage from 0 to under 100, such as 8.25.",
    "port_unreadable": "A port is a number from 1 to 65535.",
    "server_without_tls": "The server does not encrypt its line, so nothing was said to it.",
    "server_wants_password": "The server takes no proof of a password, so nothing was said to it."
    " It may not be yours.",
    "store_elsewhere": "The store of this computer is kept at {host}. Give --dsn.",
    "store_here_already": "There is a store on this computer already. Go back and open it.",
    "store_not_empty": "This store is in use already: it has goods, customers, sales or settings of"
    " its own. Demo data goes into an empty one.",
    "demo_needs_cents": "The demo's prices have cents, and {currency} has none. Make another store"
    " for it.",
    "demo_not_made": "The demo store could not be made, and nothing of it was kept. The fault is"
    " StoreDesk's own; a new store of yours works all the same.",
    "store_older": "This store waits to be upgraded to this StoreDesk. Ask whoever looks after it.",
    # said by the till, its shifts and orders
    "already_paid": "This sale is booked already: it is order {number}.",
    "already_recalled": "Somebody went on with this sale already, at {register}.",
    "approval_needed": "A manager has to allow this.",
    "not_a_manager": "This takes a manager: whoever this is may not allow it.",
    "not_of_shift": "Only somebody who works in this shift, or a manager, lets others in.",
    "approval_not_valid": "This approval is used up, too old, or for something else. Ask again.",
    "bad_amount": "This is no amount that can be used here.",
    "bad_cash_kind": "Cash is put into the drawer or taken out: say which.",
    "bad_tender": "This payment is not complete: it needs a way of paying and an amount.",
    "bad_tracking": "A tracking number has 4 to 100 letters, digits, dots and dashes.",
    "cash_needs_shift": "Cash is taken and given back at an open till only.",
    "change_only_from_cash": "Only cash gives change.",
    "choose_variant": "{name} comes in several variants. Choose one.",
    "customer_not_found": "This customer is no longer there.",
    "difference_needs_reason": "The drawer differs by {difference:money}. Say why.",
    "line_count": "A sale has 1 to {most} lines.",
    "line_not_found": "This line is no longer in the sale.",
    "order_arrives": "An order cannot begin as {status}.",
    "order_differs": "Order {number} does not add up: {differs} is {found}, not {wanted}.",
    "method_differs": "This is no {payment_type}: what is stored of it belongs to another type.",
    "column_fixed": "{column} of {table} is never changed.",
    "order_frozen": "The money and the number of order {number} are never changed.",
    "order_not_found": "There is no such order.",
    "order_numbers": "Orders are numbered one by one, without a gap.",
    "order_step": "Order {number} is {was}: it cannot become {becomes}.",
    "product_not_sold": "{name} is not sold ({status}). Ask a manager.",
    "draft_not_sold": "{name} is not on sale yet. Ask a manager.",
    "inactive_not_sold": "{name} is not sold any more. Ask a manager.",
    "hidden_not_sold": "{name} is not sold: its category is not shown. Ask a manager.",
    "deleted_not_sold": "{name} was deleted. Ask a manager.",
    "draft_to_sell": "{name} is a draft. Put it on sale on the Products page, or scan it at a"
    " till.",
    "draft_offered": "{name} is a draft. Press Enter again to put it on sale.",
    "offered_again": "{name} is not sold any more. Press Enter again to put it on sale.",
    "inactive_to_sell": "{name} is not sold any more. Put it on sale on the Products page, or scan"
    " it at a till.",
    "hidden_to_sell": "{name} is not sold: its category is not shown. Show the category on the"
    " Products page.",
    "deleted_to_sell": "{name} was deleted. Restore it on the Products page.",
    "quote_expired": "The prices were held for 15 minutes, and something has changed since. Look at"
    " the total again.",
    "reason_too_early": "Only a cancelled order has a reason for it.",
    "register_busy": "{register} is busy with another sale. Park that one first.",
    "register_not_found": "This till is no longer in use.",
    "sale_elsewhere": "This sale is at {register} or parked. Recall it first.",
    "sale_empty": "There is nothing in this sale yet.",
    "sale_not_found": "This sale is no longer there.",
    "drawer_moved": "Money has moved since the drawer was counted. Count it again.",
    "drawer_shared": "Other registers use the drawer of {register}, so it keeps its own.",
    "no_drawer_there": "Choose a register that is in use and has a drawer of its own.",
    "register_has_shift": "A shift is open at {register}. Close it first.",
    "shift_already_open": "{by} has a shift open at this till already.",
    "shift_of_others": "You are not in this shift. {people}, or a manager, can let you in.",
    "shift_closed": "This shift is closed.",
    "shift_not_found": "There is no such shift.",
    "shift_not_open": "Open a shift at this till first.",
    "tenders_differ": "{total:money} is to pay, but the payments add up to {tendered:money}.",
    "tracking_missing": "A parcel needs its tracking number.",
    "tracking_too_early": "Only a shipped order has a tracking number.",
    "unknown_code": "Nothing has the code {code}. Look for it by its name, or ask a manager.",
    "unpaid": "{paid:money} of {total:money} is paid. An order is confirmed when all is.",
    # said at the till, before anything is asked of the database
    "amount_is_code": "{code} looks like a barcode, not like money. Scan it to add it to the sale.",
    "amount_not_understood": "Type the amount in digits, such as 20 or 20.50.",
    "card_digits": "Type the last four digits of the card, or nothing.",
    "no_sale_yet": "Nothing was sold at this till yet.",
    "not_booked": "The sale was not booked and nothing was paid. Take the payment again.",
    "paypal_needs_proof": "Type PayPal's reference, or the e-mail address of the payer.",
    "quantity_is_code": "{code} looks like a barcode, not like a quantity. Scan it to add it.",
    "scan_keyboard": "The scanner types for another keyboard. Set it to this computer's layout.",
    "scan_misread": "Nothing has the code {code}, and its check digit is wrong: it was misread."
    " Scan it again.",
    "scan_no_code": "This is not a code of a product.",
    "scan_unreadable": "The scanner sent nothing that can be read. Scan it again.",
    "tender_too_small": "{tendered:money} is less than the {total:money} to pay.",
    "tender_too_large": "Only cash gives change: {total:money} is to pay.",
}
"""English sentences with {holes}; translated while the holes are still empty: see `filling`."""


class StoreError(Exception):
    """An expected failure, which staff may be told of."""

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def sentence(self, translate: Translate = str) -> str:
        """Say it; `translate` is given the English sentence while its {holes} are still empty.

        A translator that can write money (`translate.money`) is asked to write the amounts.
        """
        words = SENTENCES.get(self.code, "The store refuses this.")
        write_money: WriteMoney = getattr(translate, "money", plain_money)
        return fill((words, *BARE.get(self.code, ())), self.parameters, translate, write_money)

    def __str__(self) -> str:
        return self.sentence()

    def __reduce__(self) -> tuple[Callable[[], Self], tuple[()]]:
        """Travel between processes: Exception's own way would lose the parameters."""
        return partial(type(self), self.code, **self.parameters), ()


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
