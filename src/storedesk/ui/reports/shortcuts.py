"""What can be done with a report by keys."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.base.language import tr
from storedesk.ui.reports.question import GroupingChooser, QuestionBar


class ReportPage(Protocol):
    """What the keys are about."""

    question: QuestionBar
    by: GroupingChooser

    def turn(self, way: int = 1) -> None:
        """Show the next report."""

    def start(self, job: Callable[[], Awaitable[None]]) -> None:
        """Run a job."""

    async def export(self) -> None:
        """Export the report."""

    async def print_report(self) -> None:
        """Print the report."""

    def open_chosen(self) -> None:
        """Open the chosen row."""

    def has_chosen(self) -> bool:
        """Tell whether there is one."""

    def close_row(self) -> None:
        """Show the report again."""

    def has_row(self) -> bool:
        """Tell whether the orders of a row are in sight."""


def report_actions(page: ReportPage, title: str) -> dict[str, Action]:
    """Return the actions of the page by what they are called behind the dot."""

    def action(name: str, text: str, run: Callable[[], object], key: str, **more: Any) -> Action:
        return Action(name=f"reports.{name}", text=text, run=run, group=title, keys=(key,), **more)

    actions = [
        action("export", tr("Export the report as a file"), lambda: page.start(page.export),
               "Ctrl+Shift+E", icon="download"),
        action("print", tr("Print the report, or save it as a PDF"),
               lambda: page.start(page.print_report), "Ctrl+P", icon="printer"),
        action("about", tr("Show the next report"), page.turn, "Ctrl+R"),
        action("by", tr("Group the rows by something else"), page.by.setFocus, "Ctrl+G"),
        action("earlier", tr("Show the period before"), lambda: page.question.go(-1),
               "Ctrl+PgUp", icon="chevron-left"),
        action("later", tr("Show the period after"), lambda: page.question.go(1),
               "Ctrl+PgDown", icon="chevron-right"),
        action("enter", tr("List the orders of the row"), page.open_chosen, "Return",
               is_typed=True, enabled=page.has_chosen),
        action("leave", tr("Back to the report"), page.close_row, "Esc", enabled=page.has_row),
    ]  # fmt: skip
    return {one.name.partition(".")[2]: one for one in actions}
