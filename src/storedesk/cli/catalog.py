"""Run `storedesk export catalog`: write the products to a file, as a staff member."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from storedesk.cli import importing
from storedesk.cli.language import number, plural, tr
from storedesk.cli.progress import TerminalProgress
from storedesk.cli.stores import add_store, opened_store
from storedesk.cli.terminal import output_file, words_beside


def add_to(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `import catalog` and `export catalog` to the grammar."""
    importing.add_to(commands)
    group = commands.add_parser("export", help=tr("export the catalog to a file"))
    group.set_defaults(run=lambda _: group.error(tr("say what: {names}").format(names="catalog")))
    made = group.add_subparsers(title=tr("what"), metavar=tr("WHAT"))
    parser = made.add_parser(
        "catalog", aliases=["catalogue"], help=tr("products, as Shopify's CSV")
    )
    parser.add_argument(
        "file",
        type=output_file,
        metavar=tr("FILE"),
        help=tr("the file to write; - is standard output"),
    )
    add_store(parser)
    parser.add_argument(
        "--format", choices=["shopify"], default="shopify", help=tr("the format of the file")
    )
    parser.add_argument(
        "--with-stock",
        action="store_true",
        help=tr("add the pieces on hand, on each first variant"),
    )
    parser.set_defaults(run=take_out)


def take_out(arguments: Namespace) -> int:
    """Write the catalog to a file, whole or not at all."""
    from storedesk.services import exporting  # noqa: PLC0415 a second of start-up time

    with (
        opened_store(arguments) as store,
        store.reading_as_one() as session,
        TerminalProgress(tr("Writing the products")) as progress,
    ):
        count = exporting.run(
            session,
            arguments.file,
            with_stock=arguments.with_stock,
            report=lambda done, of: progress.tell(done / max(1, of)),
        )
    with words_beside(arguments.file):
        words = plural("{n} product is in {file}.", "{n} products are in {file}.", count)
        print(words.format(n=number(count), file=arguments.file.name))
    return 0
