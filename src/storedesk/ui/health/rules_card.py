"""The card of the rules: what holds, when that was checked, and how far a check is."""

from collections.abc import Sequence

from storedesk.domain.health import BrokenRule, Health
from storedesk.ui.health.fact_card import FactCard
from storedesk.ui.health.rule_lines import area_lines, checked_label
from storedesk.ui.health.running import RunningPart
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.looks.cards import hairline
from storedesk.ui.kit.looks.labels import Label, muted


class RulesCard(FactCard):
    """The rules by area; while they are checked a bar, and a button that stops it."""

    def __init__(self, form: Format) -> None:
        super().__init__(tr("Rules of the store"))
        self._form = form
        self._found: tuple[BrokenRule, ...] | None = None
        self.when = muted(wrap=True)
        self.advice = Label(
            tr("Do not correct these by hand. Save a report for support, and send it to whoever"
               " looks after StoreDesk."),
            wrap=True,
        )  # fmt: skip
        self.running = RunningPart(cap="Esc")
        self.cancel = self.running.cancel
        self.add(self.advice, self.running, hairline(), self.when)
        self.advice.hide()

    def show_health(self, health: Health) -> None:
        """Show what is known: what was found here, else what was found by the last check."""
        checked = health.figures.checked
        if self._found is not None:
            names: Sequence[str] | None = [one.rule.name for one in self._found]
        else:
            names = checked.broken if checked else None
        self.show_lines(area_lines(health, names, self._found or (), self._form))
        self.advice.setHidden(not names)
        if names is None:
            self.status.hide()
        self.when.setText(checked_label(checked, health, self._form))

    def show_found(self, found: Sequence[BrokenRule]) -> None:
        """Take over what a check has found; it is shown with the next figures."""
        self._found = tuple(found)

    @property
    def found(self) -> tuple[BrokenRule, ...] | None:
        """What the last check from here has found; None before the first."""
        return self._found

    def show_far(self, done: int, of: int) -> None:
        """Show that rules are being checked, and how many are done."""
        words = tr("{done} of {all} rules are checked")
        said = words.format(done=self._form.count(done), all=self._form.count(of))
        self.running.show_far(said, done, max(1, of))

    def end(self) -> None:
        """Show that nothing is being checked."""
        self.running.hide()
