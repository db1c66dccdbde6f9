"""Label stock counts in the language of the window."""

from storedesk.domain.counts import CountLine, CountPart, CountStatus, StockCount, Trouble
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.looks.tokens import Tone


def status_cell(count: StockCount) -> Cell:
    """Return the status of a count as a chip."""
    if count.status is CountStatus.POSTED:
        return Cell(tr("Posted"), tone=Tone.OK, is_usual=True)
    if count.status is CountStatus.CANCELLED:
        return Cell(tr("Canceled"), tone=Tone.MUTE)
    return Cell(tr("Counting"), tone=Tone.INFO)


def progress_label(count: StockCount, form: Format) -> str:
    """Return the progress of a count: "12 of 40", or the products counted where none are listed."""
    if not count.listed:
        return form.products(count.counted)
    words = tr("{done} of {listed}")
    return words.format(done=form.count(count.listed - count.left), listed=form.count(count.listed))


def total_label(pieces: int, products: int, left: int, form: Format) -> str:
    """Return the totals of a count: pieces, products, and products left to count."""
    parts = [
        plural("{count} piece", "{count} pieces", pieces).format(count=form.count(pieces)),
        form.products(products),
        tr("{n} to count").format(n=form.count(left)) if left else "",
    ]  # fmt: skip
    return " · ".join(part for part in parts if part)


def signed_label(number: int, form: Format) -> str:
    """Return a difference with its sign."""
    return form.signed(number)


def state_cell(line: CountLine, part: CountPart, form: Format) -> Cell:
    """Return the status of a line as a chip; only the review shows problems."""
    if line.counted is None:
        return Cell(tr("To count"), tone=Tone.MUTE)
    if part is not CountPart.DIFFERENCES:
        return Cell(tr("Counted"), tone=Tone.OK)
    if line.trouble is Trouble.PROMISED:
        words = tr("{n} reserved").format(n=form.count(line.reserved))
        return Cell(words, tone=Tone.BAD)
    if line.trouble is Trouble.OVERTAKEN:
        return Cell(tr("Count again"), tone=Tone.WARN)
    if line.trouble is Trouble.DELETED:
        return Cell(tr("Deleted"), tone=Tone.BAD)
    return Cell("")
