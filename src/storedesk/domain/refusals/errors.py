"""Define refusals: a code and its parameters, put into a sentence only for the reader.

StoreError
|-- Refused       a rule of the store forbids it
|-- NotFound      it does not exist, or no longer does
|-- Conflict      someone else changed it first
|-- NotAllowed    this person may not do it
`-- Unavailable   the database or the network does not answer, or someone holds what is needed
"""

from collections.abc import Callable
from functools import partial
from typing import Self, TypeAlias

from storedesk.domain.refusals.bare_sentences import BARE
from storedesk.domain.refusals.credit_sentences import OF_CREDIT
from storedesk.domain.refusals.customer_sentences import OF_CUSTOMERS
from storedesk.domain.refusals.file_sentences import OF_FILES
from storedesk.domain.refusals.filling import (
    WriteMoney,
    WriteNumber,
    fill,
    plain_money,
    plain_number,
)
from storedesk.domain.refusals.fiscal_sentences import OF_SIGNATURES
from storedesk.domain.refusals.form_sentences import OF_FORMS
from storedesk.domain.refusals.open_return_sentences import OF_OPEN_RETURNS
from storedesk.domain.refusals.printer_sentences import OF_PRINTERS
from storedesk.domain.refusals.promotion_sentences import OF_PROMOTIONS
from storedesk.domain.refusals.receipt_sentences import OF_RECEIPTS
from storedesk.domain.refusals.sentences import (
    OF_BACKUPS,
    OF_MAIL,
    OF_ORDERS,
    OF_PROFILES,
    OF_SERVERS,
    OF_STOCK,
    OF_TILL,
)
from storedesk.domain.refusals.setting_sentences import OF_SETTINGS
from storedesk.domain.refusals.staff_sentences import OF_SIGN_INS
from storedesk.domain.refusals.terminal_sentences import OF_TERMINALS
from storedesk.domain.refusals.till_sentences import OF_THE_TILL
from storedesk.domain.refusals.value_sentences import OF_VALUES

Translate: TypeAlias = Callable[[str], str]

SENTENCES = {
    **OF_BACKUPS,
    **OF_FILES,
    **OF_FORMS,
    **OF_MAIL,
    **OF_ORDERS,
    **OF_PRINTERS,
    **OF_RECEIPTS,
    **OF_OPEN_RETURNS,
    **OF_PROMOTIONS,
    **OF_PROFILES,
    **OF_SERVERS,
    **OF_SETTINGS,
    **OF_SIGN_INS,
    **OF_SIGNATURES,
    **OF_STOCK,
    **OF_TERMINALS,
    **OF_THE_TILL,
    **OF_CREDIT,
    **OF_CUSTOMERS,
    **OF_VALUES,
    # said by the database: the MESSAGE of an error in class SD, and the keys of its DETAIL
    "append_only": "This record cannot be changed or deleted. Add a correction instead.",
    "not_staff": "{login} is not a staff member of this store. Sign in with another login.",
    "product_not_found": "This product no longer exists. Choose another one.",
    "reason_missing": "A reason is missing. Give one.",
    "request_reused": "This request was already used for something else. Start again.",
    # of accounts, the catalog, stock and customers
    "backup_login": "The backup login of this store is {login}. Use that name.",
    "bad_groups": "Choose at least one group.",
    "bad_instant": "This date cannot be used. Choose one from 1900 to 2199.",
    "bad_login": "This login cannot be used. Use 3 to 63 of a-z, 0-9 and _; begin with a"
    " letter, not with pg_, and do not end in the name of a group.",
    "bad_quantity": "Give a number from {least} to {most}.",
    "bad_step": "{name} is {was:state} and cannot become {wanted:state}.",
    "bad_verifier": "The password was not hashed as required. Update StoreDesk, then try again.",
    "category_circle": "{name} cannot be moved below itself. Choose another category.",
    "category_not_found": "This category no longer exists. Choose another one.",
    "category_not_shown": "{name} cannot be sold: its category is hidden. Show the category first.",
    "category_too_deep": "{name} would be too deep in the tree: categories have at most {most}"
    " levels.",
    "code_of_deleted": "The code {code} belongs to {name}, which was deleted. Restore that one, or"
    " use another code.",
    "code_taken": "The code {code} is in use already, by {name}.",
    "groups_kept": "The administrator of the server put {login} into a group by hand. Ask them to"
    " take {login} out of it.",
    "last_admin": "This is the last active admin. Make somebody else an admin first.",
    "login_taken": "The login {login} exists on this server already. Choose another one.",
    "name_missing": "Give a name.",
    "not_yours": "This belongs to somebody else, so you cannot change it.",
    "not_yourself": "You cannot disable your own login. Ask another admin to do it.",
    "old_picture": "Somebody changed this after you opened it. Look at it again, then repeat"
    " what you did.",
    "other_currency": "Prices in this store are in {currency}.",
    "part_moved": "This belongs to another record and cannot be moved. Make a new one instead.",
    "own_admin": "You cannot leave the group of admins yourself. Ask another admin to do it.",
    "password_short": "The password is too short. Use at least {least} characters.",
    "product_deleted": "{name} was deleted. Restore it first.",
    "staff_not_found": "No staff member has the login {login}.",
    "too_many": "These are too many. Choose at most {most} at once.",
    "too_much": "This is too large: the store takes up to {most} kB at once. Shorten it, or do"
    " it in parts.",
    "variant_free": "A variant of {name} would have a price of zero or less. Choose another price.",
    "category_name_taken": "A category has this name already. Choose another name.",
    "code_just_taken": "One of these codes is in use already. Look again.",
    "variant_sold": "{sku} was sold before, so it cannot be deleted.",
    "variant_twice": "Two variants would have the same size and color. Change one of them.",
    "variants_many": "A product can have at most {most} variants.",
    "variant_wanted": "{sku} is in a basket, a purchase or a count, so it cannot be deleted"
    " now. Try again later.",
    "variant_not_found": "This variant no longer exists. Choose another one.",
    "walk_in_fixed": "The walk-in customer cannot be changed.",
    # raised by this program
    "busy": "Someone else is working on this right now. Try again.",
    "too_long": "This took too long and was stopped. Ask for less, such as a shorter period, or try"
    " again.",
    "kept_waiting": "Someone else is changing this and has not finished. Try again in a moment.",
    "login_rests": "This login has too many connections, or is paused because it kept others"
    " waiting. Close other windows, or try again in ten minutes; an administrator who enables"
    " your login again ends the pause.",
    "changed_meanwhile": "Someone else has just changed this. Look at it again.",
    "database_name": "Name the store's database with up to 40 of a-z, 0-9 and _, not {name}.",
    "disk_full": "The disk of the store's database is full. Make room before you go on.",
    "file_not_written": "{file} cannot be written: {why}.",
    "list_too_long": "A workbook holds {most} rows, and this list is longer. Export it as CSV.",
    "money_not_exact": "{amount} has more decimals than its currency.",
    "money_too_big": "Amounts go up to {largest:money}.",
    "not_allowed": "You are not allowed to do this.",
    "no_item_to_set": "There is no item to set. Scan it, then type * and how many there are.",
    "nothing_chosen": "Choose a row first.",
    "price_changed": "Somebody changed this price to {now:money} meanwhile. Press Enter again"
    " to make it {wanted:money}.",
    "price_is_code": "{code} looks like a barcode, not like a price.",
    "perhaps_done": "The database stopped answering. Check whether this was done before you try"
    " again.",
    "needs_superuser": "Only a superuser of the server can make or upgrade a store.",
    "store_exists": "There is a store in {name} already.",
    "store_missing": "There is no store in this database yet.",
    "store_newer": "This store was upgraded by a newer StoreDesk. Update this one.",
    "two_currencies": "{one} and {other} cannot be added.",
    "unavailable": "The store's database does not answer.",
    "server_starting": "The store's database is just starting. Try again in a moment.",
    "server_full": "Too many programs are using the store's database. Try again in a moment.",
    "wrong_password": "The login or the password is wrong. Type both again.",
    "no_such_database": "There is no store of this name on that server.",
    # before anybody is signed in: first run, sign-in and the command line
    "ca_file_missing": "A server elsewhere proves who it is by its CA file. Choose that file here.",
    "ca_file_unreadable": "There is no file {file}.",
    "certificate_wrong": "The CA file does not confirm the server's certificate. Check the host"
    " and the CA file.",
    "dsn_unreadable": "PostgreSQL does not understand this connection string: {what}.",
    "no_display": "There is no display here, so no window can be opened.",
    "library_missing": "No window can be opened: {library} is missing or damaged. Have the package"
    " that contains it installed, then start again.",
    "no_store_here": "No store is chosen on this computer yet. Open StoreDesk, or give --dsn.",
    "nobody_there": "No server answers at {host}, port {port}. Check that it is running.",
    "not_let_in": "This login may not enter the store. Ask an administrator.",
    "password_needed": "A password is needed. Give it in {variables}.",
    "passwords_differ": "The two passwords differ. Type both again.",
    "percent_unreadable": "Type a percentage from 0 to under 100, such as 8.25.",
    "port_unreadable": "A port is a number from 1 to 65535.",
    "server_without_tls": "The server does not encrypt the connection, so nothing was sent to it.",
    "server_wants_password": "The server asks for the password itself, not for a proof of it,"
    " so nothing was sent to it. It may not be your server.",
    "store_elsewhere": "The store of this computer is kept at {host}. Give --dsn.",
    "store_here_already": "There is a store on this computer already. Go back and open it.",
    "store_not_empty": "This store is already in use: it has products, customers, sales or"
    " settings of its own. Put the demo data into an empty store.",
    "demo_needs_cents": "The demo's prices have cents, and {currency} has none. Make another store"
    " for it.",
    "demo_not_made": "The demo store could not be made, and nothing of it was kept. This is a"
    " fault of StoreDesk; a new store of your own still works.",
    "store_older": "This store has to be upgraded to this version of StoreDesk. Ask an"
    " administrator.",
    # said by the till, its shifts and orders
    "already_paid": "This sale is already paid: it is order {number}.",
    "already_recalled": "Somebody went on with this sale already, at {register}.",
    "approval_needed": "A manager must approve this.",
    "exception_not_found": "This is no longer there. The list shows what is.",
    "signed_already": "{name} has signed this off already.",
    "not_a_manager": "Only a manager can allow this. Use a manager's login.",
    "not_of_shift": "Only somebody who works in this shift, or a manager, lets others in.",
    "approval_not_valid": "This approval was already used, is too old, or is for something"
    " else. Ask for a new one.",
    "bad_amount": "This amount cannot be used. Type another one.",
    "bad_cash_kind": "Choose whether cash is put into the drawer or taken out.",
    "bad_tender": "This payment is not complete: it needs a way of paying and an amount.",
    "bad_tracking": "A tracking number has 4 to 100 letters, digits, dots and dashes.",
    "cash_needs_shift": "Cash can be taken and given back only at a till with an open shift.",
    "change_only_from_cash": "Only cash gives change.",
    "choose_variant": "{name} comes in several variants. Choose one.",
    "customer_not_found": "This customer no longer exists. Choose another one.",
    "difference_needs_reason": "The drawer differs by {difference:money}. Give a reason.",
    "line_count": "A sale has 1 to {most} lines.",
    "line_not_found": "This line is no longer in the sale.",
    "order_arrives": "An order cannot begin with the status {status:state}.",
    "order_differs": "Order {number} does not add up: {differs} is {found}, not {wanted}.",
    "method_differs": "These details do not belong to the payment type {payment_type}.",
    "column_fixed": "The column {column} of {table} cannot be changed.",
    "order_frozen": "The amounts and the number of order {number} cannot be changed.",
    "order_not_found": "This order does not exist.",
    "order_numbers": "Orders are numbered one by one, without a gap.",
    "order_step": "Order {number} is {was:state} and cannot become {becomes:state}.",
    "product_not_sold": "{name} is not sold ({status:state}). Ask a manager.",
    "draft_not_sold": "{name} is not on sale yet. Ask a manager.",
    "inactive_not_sold": "{name} is not sold any more. Ask a manager.",
    "hidden_not_sold": "{name} is not sold: its category is hidden. Ask a manager.",
    "deleted_not_sold": "{name} was deleted. Ask a manager.",
    "draft_to_sell": "{name} is a draft. Put it on sale on the Products page, or scan it at a"
    " till.",
    "draft_offered": "{name} is a draft. Press Enter again to put it on sale.",
    "offered_again": "{name} is not sold any more. Press Enter again to put it on sale.",
    "inactive_to_sell": "{name} is not sold any more. Put it on sale on the Products page, or scan"
    " it at a till.",
    "hidden_to_sell": "{name} is not sold: its category is hidden. Show the category on the"
    " Products page.",
    "deleted_to_sell": "{name} was deleted. Restore it on the Products page.",
    "quote_expired": "The prices were held for 15 minutes, and something has changed since."
    " Check the total again.",
    "reason_too_early": "Only a canceled order has a reason for its cancellation.",
    "register_busy": "{register} is busy with another sale. Park that one first.",
    "register_not_found": "This till is no longer in use.",
    "sale_elsewhere": "This sale is at {register} or parked. Recall it first.",
    "sale_empty": "There is nothing in this sale yet.",
    "sale_not_found": "This sale no longer exists.",
    "drawer_moved": "Cash was put in or taken out since the drawer was counted. Count it again.",
    "drawer_shared": "Other registers use the drawer of {register}, so it has to keep its own.",
    "no_drawer_there": "Choose a register that is in use and has a drawer of its own.",
    "register_has_shift": "A shift is open at {register}. Close it first.",
    "shift_already_open": "{by} has a shift open at this till already.",
    "shift_of_others": "You are not in this shift. {people}, or a manager, can let you in.",
    "shift_closed": "This shift is closed.",
    "shift_not_found": "This shift does not exist.",
    "shift_not_open": "Open a shift at this till first.",
    "tenders_differ": "{total:money} is due, but the payments add up to {tendered:money}.",
    "tracking_missing": "A shipment needs a tracking number. Scan or type it.",
    "tracking_too_early": "Only a shipped order has a tracking number.",
    "unknown_code": "Nothing has the code {code}. Look for it by its name, or ask a manager.",
    "unpaid": "{paid:money} of {total:money} is paid. Take the rest, then confirm the order.",
    **OF_TILL,
}
"""English sentences with {holes}; translated while the holes are still empty: see `filling`."""
UNKNOWN_REFUSAL = "The store refuses this."
"""What is said where a code has no sentence."""


class StoreError(Exception):
    """An expected failure, with a sentence for staff."""

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def sentence(self, translate: Translate = str) -> str:
        """Return the sentence; `translate` gets the English one while its {holes} are still empty.

        A translator that can write money (`translate.money`) or whole numbers (`translate.number`)
        is asked to write those.
        """
        words = SENTENCES.get(self.code, UNKNOWN_REFUSAL)
        write_money: WriteMoney = getattr(translate, "money", plain_money)
        write_number: WriteNumber = getattr(translate, "number", plain_number)
        said = (words, *BARE.get(self.code, ()))
        return fill(said, self.parameters, translate, write_money, write_number)

    def __str__(self) -> str:
        return self.sentence()

    def __reduce__(self) -> tuple[Callable[[], Self], tuple[()]]:
        """Pickle with the parameters, which Exception's own way would lose."""
        return partial(type(self), self.code, **self.parameters), ()


class Refused(StoreError):
    """A rule of the store forbids it."""


class NotFound(StoreError):
    """It does not exist, or no longer does."""


class Conflict(StoreError):
    """Someone else changed it first."""


class NotAllowed(StoreError):
    """This person may not do it."""


class Unavailable(StoreError):
    """The database or the network does not answer, or someone holds what is needed."""
