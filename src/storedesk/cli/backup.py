"""Run `storedesk backup` and `storedesk restore`: save a store, and restore it."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from pathlib import Path

from storedesk.cli.language import number, plural, tr
from storedesk.cli.progress import TerminalProgress
from storedesk.cli.stores import profile_of
from storedesk.cli.terminal import ask_password, new_password
from storedesk.domain.backup_schedule import MOST_KEPT
from storedesk.domain.passphrases import checked_passphrase

PASSPHRASE = "STOREDESK_PASSPHRASE"  # noqa: S105 - the variable's name


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `backup` and `restore` to the grammar."""
    _add_backup(commands)
    parser = commands.add_parser(
        "restore",
        help=tr("restore a store from a backup"),
        description=tr(
            "Without --dsn on this computer, where there must be no store yet. What is there is"
            " never written over."
        ),
        allow_abbrev=False,
    )
    parser.add_argument(
        "file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("one of the three files of a backup, or its encrypted one"),
    )
    parser.add_argument(
        "--dsn", help=tr("the server, and its superuser; without it, this computer")
    )
    parser.add_argument(
        "--logins",
        choices=["keep", "replace"],
        help=tr(
            "of logins that the server has already with other passwords: keep these passwords, or"
            " replace them by those of the backup; else refused"
        ),
    )
    parser.set_defaults(run=bring_back)


def _add_backup(commands: "_SubParsersAction[ArgumentParser]") -> None:
    parser = commands.add_parser(
        "backup",
        help=tr("save a store, and prove that it can be restored"),
        description=tr(
            "A backup is restored into a database of its own, and every table is compared, before"
            " it counts. It is three files: keep them together, and as safe as the store."
        ),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--dsn",
        help=tr(
            "the store's database, and the superuser of its server; without it, the store of this"
            " computer"
        ),
    )
    folder = tr(
        "where to save it; default: the folder of the store's settings, or backups/ of the"
        " profile folder"
    )
    parser.add_argument("--to", type=Path, metavar=tr("DIR"), help=folder)
    parser.add_argument(
        "--keep", type=_kept, metavar="N",
        help=tr("how many to keep there, the newest; default: what the store's settings say"),
    )  # fmt: skip

    parser.add_argument(
        "--encrypt",
        action="store_true",
        help=tr("into one file that only a passphrase opens; STOREDESK_PASSPHRASE, or asked for"),
    )

    def run(arguments: Namespace) -> int:
        if arguments.dsn and arguments.to is None:
            parser.error(tr("say with --to where to save the store of another server"))
        return save(arguments)

    parser.set_defaults(run=run)


def save(arguments: Namespace) -> int:
    """Save a store. Unavailable: backup_failed, backup_differs."""
    from storedesk.services import backups  # noqa: PLC0415

    keep = arguments.keep
    secret = new_password(tr("Passphrase"), PASSPHRASE) if arguments.encrypt else ""
    if arguments.encrypt:
        checked_passphrase(secret)
    with TerminalProgress(tr("Saving the store, and restoring it to compare")):
        if arguments.dsn:
            made = backups.save_named(arguments.dsn, arguments.to, keep=keep, passphrase=secret)
        else:
            profile = profile_of(arguments)
            made = backups.save(profile, arguments.to, keep=keep, passphrase=secret)
    print(tr("Saved as {file}, restored and compared.").format(file=made))
    return 0


def bring_back(arguments: Namespace) -> int:
    """Restore a store. Refused and unavailable: what `restoring.restore` says."""
    from storedesk.adapters.transfer.restoring import KnownLogins  # noqa: PLC0415 a second of start-up time
    from storedesk.adapters.transfer.sealed_files import is_sealed  # noqa: PLC0415
    from storedesk.services import backups  # noqa: PLC0415

    secret = None
    if is_sealed(arguments.file):
        secret = ask_password(tr("Passphrase"), PASSPHRASE)
    with TerminalProgress(tr("Restoring the store")) as progress:
        if arguments.dsn:
            known = KnownLogins(arguments.logins or KnownLogins.REFUSE)
            done = backups.restore_named(
                arguments.dsn, arguments.file, known=known, report=progress.tell, passphrase=secret
            )
        else:
            profile = profile_of(arguments)
            done = backups.restore(
                profile, arguments.file, lambda _, share: progress.tell(share), passphrase=secret
            )
    words = plural(
        "The store {store} is restored: {n} person signs in as before.",
        "The store {store} is restored: {n} people sign in as before.",
        done.people,
    )
    print(words.format(store=done.database, n=number(done.people)))
    return 0


def _kept(typed: str) -> int:
    if not typed.isascii() or not typed.isdecimal() or not 0 < int(typed) <= MOST_KEPT:
        words = tr("{typed} is not a number from 1 to {most}")
        raise ArgumentTypeError(words.format(typed=repr(typed), most=MOST_KEPT))
    return int(typed)
