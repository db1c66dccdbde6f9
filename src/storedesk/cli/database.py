"""Run `storedesk db`: make, upgrade, fill, check and maintain the database of a DSN."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    _ActionsContainer,
    _SubParsersAction,
)
from dataclasses import fields
from decimal import Decimal, InvalidOperation

from storedesk.cli.grammar import one_of
from storedesk.cli.language import number, plural, spoken, tr
from storedesk.cli.progress import TerminalProgress
from storedesk.cli.terminal import ask_new_password, harmless
from storedesk.domain.clock import oddities
from storedesk.domain.limits import UNASKED, usual_refunds
from storedesk.domain.store import StoreSettings
from storedesk.domain.values.tax import TaxMode
from storedesk.domain.workspace import NewStore

NAMES = {"address": "street"}
"""Options whose field has another name."""
ALIASES = {"maintain": ["tidy"]}
"""Second names of commands, for scripts that were written before."""


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `db` and its commands to the grammar."""
    group = commands.add_parser("db", help=tr("make, upgrade, fill or check a store's database"))
    names = "init, person, program, upgrade, demo, maintain, check"
    group.set_defaults(run=lambda _: group.error(tr("say which: {names}").format(names=names)))
    made = group.add_subparsers(title=tr("commands"), metavar=tr("COMMAND"))
    _add_init(made.add_parser("init", help=tr("make an empty store with its first person")))
    _add_person(made.add_parser("person", help=tr("add a staff member")))
    help_on_programs = tr("add a program's login, or change its password")
    _add_program(made.add_parser("program", help=help_on_programs))
    daily = tr("cancel orders not paid in time, delete what has expired; daily")
    for name, run, words in (
        ("upgrade", upgrade, tr("upgrade tables, commands and rights to this program")),
        ("demo", demo, tr("fill an empty store with demo data")),
        ("maintain", maintain, daily),
        ("check", check, tr("check every invariant")),
    ):
        one = made.add_parser(name, aliases=ALIASES.get(name, ()), help=words, allow_abbrev=False)
        _add_dsn(one)
        one.set_defaults(run=run)


def init(arguments: Namespace) -> int:
    """Make a store on the server of the DSN, whose login is a superuser there."""
    from storedesk.services import administration  # noqa: PLC0415 a second of start-up time

    password = ask_new_password(arguments.owner)
    new = NewStore(
        settings=read_settings(arguments),
        login=arguments.owner,
        display_name=arguments.owner,
        password=password,
    )
    with TerminalProgress(tr("Making the store")):
        administration.found(arguments.dsn, new)
    words = tr("The store is ready; {login} is its manager and admin.")
    print(words.format(login=arguments.owner))
    say_limits(new.settings)
    return 0


def person(arguments: Namespace) -> int:
    """Add a staff member to one or more groups."""
    from storedesk.services import administration  # noqa: PLC0415

    login, groups = arguments.login, arguments.group
    password = ask_new_password(login)
    administration.take_on(arguments.dsn, login, arguments.name or login, groups, password)
    print(tr("{login} can sign in as {groups}.").format(login=login, groups=", ".join(groups)))
    return 0


def program(arguments: Namespace) -> int:
    """Make the login of a web shop or a mailer, or change its password."""
    from storedesk.services import administration  # noqa: PLC0415

    login, group = arguments.login, arguments.group
    password = ask_new_password(login)
    is_new = administration.let_program_in(arguments.dsn, login, group, password)
    words = tr("{login} can sign in as {groups}.") if is_new else tr("{login} has a new password.")
    print(words.format(login=login, groups=group))
    return 0


def upgrade(arguments: Namespace) -> int:
    """Bring a store up to this program."""
    from storedesk.services import administration  # noqa: PLC0415

    with TerminalProgress(tr("Upgrading the store")):
        administration.upgrade(arguments.dsn)
    print(tr("The store is up to date."))
    return 0


def demo(arguments: Namespace) -> int:
    """Fill an empty store with demo data, and print the logins once."""
    from storedesk.services import administration  # noqa: PLC0415

    with TerminalProgress(tr("Playing three months of trade")) as progress:
        people = administration.fill_with_demo(arguments.dsn, progress.tell)
    width = max(len(person.login) for person in people)
    for person in people:
        print(f"{person.login:{width}}  {person.password}  {person.role:8}  {person.name}")
    return 0


def maintain(arguments: Namespace) -> int:
    """Run the daily maintenance as the store's system login; an embedded store does it itself."""
    from storedesk.services import administration  # noqa: PLC0415

    with TerminalProgress(tr("Maintaining the store")):
        done = administration.maintain(arguments.dsn)
    words = plural(
        "{n} order was canceled: not paid in time.",
        "{n} orders were canceled: not paid in time.",
        done["expired"],
    )
    print(words.format(n=number(done["expired"])))
    return 0


def check(arguments: Namespace) -> int:
    """Print each invariant that is broken, with its first rows, and what is odd about the clock."""
    from storedesk.services import administration  # noqa: PLC0415

    with TerminalProgress(tr("Checking every rule")) as progress:
        found = administration.check(arguments.dsn, progress.tell)
    for rule in found:
        print(f"{rule.name} {spoken(rule.title)}")
        for row in rule.rows:
            print("    " + "  ".join(harmless(str(value)) for value in row))
    for oddity in oddities(administration.clock_state(arguments.dsn), spoken.moment):
        print(oddity.sentence(spoken))
    if found:
        words = plural("{n} rule does not hold.", "{n} rules do not hold.", len(found))
        print(words.format(n=number(len(found))))
        return 1
    print(tr("Every rule holds."))
    return 0


def _add_init(parser: ArgumentParser) -> None:
    _add_dsn(parser)
    parser.add_argument(
        "--owner",
        metavar=tr("LOGIN"),
        required=True,
        help=tr("the first person, manager and admin; STOREDESK_PASSWORD, or asked for"),
    )
    add_settings(parser)
    parser.set_defaults(run=init)


def _add_person(parser: ArgumentParser) -> None:
    _add_dsn(parser)
    parser.add_argument(
        "login", metavar=tr("LOGIN"), help=tr("their login; STOREDESK_PASSWORD, or asked for")
    )
    parser.add_argument(
        "--name", metavar=tr("NAME"), help=tr("name on receipts; default: the login")
    )
    parser.add_argument(
        "--group",
        required=True,
        action="append",
        choices=["cashier", "clerk", "manager", "admin", "auditor"],
        help=tr("may be given more than once"),
    )
    parser.set_defaults(run=person)


def _add_program(parser: ArgumentParser) -> None:
    _add_dsn(parser)
    parser.add_argument(
        "login", metavar=tr("LOGIN"), help=tr("its login; STOREDESK_PASSWORD, or asked for")
    )
    parser.add_argument("--group", required=True, choices=["webshop", "mailer", "backup"])
    parser.set_defaults(run=program)


def add_settings(parser: _ActionsContainer) -> None:
    """Add the options that describe a new store."""
    for name, word in (
        ("name", tr("NAME")),
        ("address", tr("STREET")),
        ("city", tr("CITY")),
        ("postal-code", tr("POSTAL_CODE")),
        ("country", tr("COUNTRY")),
        ("currency", tr("CURRENCY")),
        ("time-zone", tr("TIME_ZONE")),
    ):
        dest = NAMES.get(name, name.replace("-", "_"))
        parser.add_argument(f"--{name}", dest=dest, metavar=word)
    parser.add_argument("--tax-mode", type=one_of(TaxMode), choices=[*map(str, TaxMode)])
    at_once = tr("what a cashier may refund at once without a manager; default 50.00")
    for option, words in (
        ("--refund-limit", at_once),
        ("--refund-day-limit", tr("and in a business day; default 200.00")),
    ):
        parser.add_argument(option, type=_amount, metavar=tr("AMOUNT"), help=words)


def say_limits(settings: StoreSettings) -> None:
    """Print what a cashier may refund, where the currency has no usual limits."""
    is_said = settings.refund_limit is not None and settings.refund_day_limit is not None
    if settings.currency in UNASKED or is_said:
        return
    once, day = usual_refunds(settings.currency)
    once = once if settings.refund_limit is None else settings.refund_limit
    day = day if settings.refund_day_limit is None else settings.refund_day_limit
    words = tr(
        "Without a manager, a cashier may refund up to {once} {currency} at once and {day} in a"
        " day: --refund-limit and --refund-day-limit change that when a store is made."
    )
    print(words.format(once=number(once), currency=settings.currency, day=number(day)))


def _amount(typed: str) -> Decimal:
    try:
        return Decimal(typed)
    except InvalidOperation as error:
        raise ArgumentTypeError(tr("not an amount: {typed}").format(typed=typed)) from error


def read_settings(arguments: Namespace) -> StoreSettings:
    """Return the settings of a new store from its options; what is not given has its default."""
    known = {field.name for field in fields(StoreSettings)}
    given = {name: value for name, value in vars(arguments).items() if name in known}
    return StoreSettings(**{name: value for name, value in given.items() if value is not None})


def _add_dsn(parser: ArgumentParser) -> None:
    parser.add_argument("--dsn", required=True, help=tr("a libpq connection string or URI"))
