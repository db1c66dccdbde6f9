"""The base of the sections of the settings: what each shows, and how a form of them is saved."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from storedesk import api, queries
from storedesk.domain.merging import Clash, merge
from storedesk.domain.refusals.errors import Conflict, Refused
from storedesk.domain.store_form import SettingChange, SettingsForm
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.conflict import Contested, settle
from storedesk.ui.kit.forms.form import Field, is_field_good
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.buttons import Button, secondary
from storedesk.ui.kit.looks.cards import Card, boxed, column, hairline, put, scrolling
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.settings.changes import BELOW, BESIDE, ChangeList, ShownChange
from storedesk.ui.settings.labels import value_text


class SettingsSection(QWidget):
    """One entry of the list of sections, and what is shown when it is chosen."""

    is_form: ClassVar[bool] = False
    """Whether all that is typed in it is saved at once; else each change is made by itself."""
    edited = Signal()
    """Something was typed, or what was typed was saved or discarded."""
    wanted = Signal(object)
    """A job that the page is to run: a function that is awaited."""
    said = Signal(str)
    """Something was done here, in words for the page to say."""

    def __init__(self, context: PageContext, key: str, title: str, icon: str) -> None:
        super().__init__()
        self.context, self.key, self.title, self.icon = context, key, title, icon
        self._begun: dict[str, Callable[[], object]] = {}
        self.preview: QWidget | None = None
        """What its settings look like where they are seen, beside the form."""
        self.changes = ChangeList(context.format)
        self.side = Card(gap=10)
        """Where the changes stand while there is room beside the form, and no preview is there."""
        self.side.column.addStretch(1)

    def words(self) -> Mapping[str, Callable[[], object]]:
        """Return what the palette finds here, and what goes there or does it."""
        return self._begun

    def button(
        self, words: str, icon: str, job: Callable[[], Any], *, begins: bool = False
    ) -> Button:
        """Make a button whose job the page runs; what `begins` something is found by its words."""
        made = secondary(words, icon=icon)
        made.clicked.connect(lambda: self.wanted.emit(job))
        if begins:
            self._begun[words] = partial(self.wanted.emit, job)
        return made

    def unsaved(self) -> list[str]:
        """Return the names of what was typed and not saved."""
        return []

    async def refresh(self) -> None:
        """Read what is shown here, and show it; what was typed stays."""
        raise NotImplementedError

    async def save(self) -> str:
        """Save what was typed, and return what is said of it; "" where it was not saved."""
        return tr("There is nothing to save.")

    def discard(self) -> None:
        """Forget what was typed."""

    def take_keyboard(self) -> None:
        """Give the keyboard to the first part of it."""

    def beside(self) -> QWidget:
        """Return what stands beside the form where there is room: a preview, or the changes."""
        return self.preview or self.side

    def spread(self, *, has_room: bool) -> None:
        """Show the changes beside the form if there is room and no preview, or else below it."""
        is_beside = has_room and self.preview is None
        if is_beside == (self.side.column.indexOf(self.changes) >= 0):
            return
        if is_beside:
            self.side.column.insertWidget(0, self.changes)
        else:
            self._body.insertWidget(self._body.indexOf(self._line) + 1, self.changes)
        self._line.setVisible(not is_beside)
        self.changes.make_room(BESIDE if is_beside else BELOW)

    def stack(self, *parts: QWidget | QLayout | None, below: Iterable[QWidget] = ()) -> None:
        """Lay out the parts, and under them who changed what."""
        self._line = hairline()
        body = self._body = column(*parts, self._line, self.changes, *below, None, gap=14)
        body.setContentsMargins(0, 0, 8, 0)
        made = QVBoxLayout(self)
        made.setContentsMargins(0, 0, 0, 0)
        inner = boxed(column())
        put(inner.layout(), (body,))  # type: ignore[arg-type]
        self.area = scrolling(inner)
        made.addWidget(self.area)


class FormSection(SettingsSection):
    """A section that is a form of some settings of the store."""

    is_form = True

    def __init__(  # noqa: PLR0913, PLR0917 - what a section is made from
        self,
        context: PageContext,
        key: str,
        title: str,
        icon: str,
        fields: Mapping[str, Field[Any]],
        remark: str = "",
    ) -> None:
        """`fields` are named by the settings that they show."""
        super().__init__(context, key, title, icon)
        self.fields = fields
        self.remark = muted(remark, wrap=True)
        self.base: SettingsForm | None = None
        """The settings as they were read, over which is saved."""
        self._shown: dict[str, Any] = {}
        """What the fields made of them: an address that was stored otherwise is no change."""
        for field in fields.values():
            field.edited.connect(self._show_edited)

    def words(self) -> Mapping[str, Callable[[], object]]:
        """Return the labels of the fields, and what its buttons begin."""
        fields = self.fields.values()
        found = {one.editor.accessibleName(): partial(go_to, one.editor) for one in fields}
        return {**found, **super().words()}

    def changed(self) -> list[str]:
        """Return the names of the settings whose field holds something else than was read."""
        if self.base is None:
            return []
        return [name for name, field in self.fields.items() if _typed(field) != self._shown[name]]

    def unsaved(self) -> list[str]:
        """Return the labels of the fields that hold something else than was read."""
        return [self.fields[name].editor.accessibleName() for name in self.changed()]

    async def refresh(self) -> None:
        """Show the settings, but over nothing that is being typed."""
        form, changes = await self.context.desk.read(queries.settings_page.form)
        if not self.changed():
            self.show_form(form)
        self.show_changes(changes)

    def show_form(self, form: SettingsForm) -> None:
        """Show these settings, and forget what was typed."""
        self.base = form
        for name, field in self.fields.items():
            if _typed(field) != form.fields[name]:
                field.show_value(form.fields[name])
            field.mark("")
            self._shown[name] = _typed(field)
        self._show_edited()

    def show_changes(self, changes: Iterable[SettingChange]) -> None:
        """Show who changed what, as far as it is about this form."""
        self.changes.show_changes(
            ShownChange(
                one.when, one.who, self.fields[one.setting].editor.accessibleName(),
                self._text(one.setting, one.old), self._text(one.setting, one.new),
            )
            for one in changes if one.setting in self.fields
        )  # fmt: skip

    def discard(self) -> None:
        """Show what was read again."""
        if self.base is not None:
            self.show_form(self.base)

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field."""
        go_to(next(iter(self.fields.values())).editor)

    async def save(self) -> str:
        """Save what was typed over what was read, asking where both changed the same."""
        wrong = [field for field in self.fields.values() if not is_field_good(field)]
        if wrong:
            go_to(wrong[0].editor)
            return ""
        if self.base is None or not self.changed():
            return tr("There is nothing to save.")
        base = self.base
        typed = {name: self.fields[name].value() for name in self.changed()}
        wanted = base.part(self.fields) | typed
        while (now := await self._send(base, wanted)) is not None:
            settled = await self._settled(base, wanted, now)
            if settled is None:
                return ""
            base, wanted = now, settled
        return tr("{section} is saved.").format(section=self.title)

    async def _send(self, base: SettingsForm, wanted: Mapping[str, Any]) -> SettingsForm | None:
        """Save over `base`; return what there is now where somebody else has saved meanwhile."""
        changes = {name: value for name, value in wanted.items() if value != base.fields[name]}
        desk = self.context.desk
        try:
            if changes:
                await desk.do(api.store.change_settings, seen=base.version, changes=changes)
        except Conflict as conflict:
            if conflict.code != "changed_meanwhile":
                raise
            return (await desk.read(queries.settings_page.form))[0]
        form, changed = await desk.read(queries.settings_page.form)
        self.show_form(form)
        self.show_changes(changed)
        return None

    async def _settled(
        self, base: SettingsForm, mine: Mapping[str, Any], now: SettingsForm
    ) -> dict[str, Any] | None:
        """Return what is to be saved over `now`; None where the person goes on editing."""
        merged = merge(base.part(self.fields), mine, now.part(self.fields))
        return await settle(self.window(), self.title, merged, self._contested)

    def _contested(self, clash: Clash[str]) -> Contested:
        label = self.fields[clash.field].editor.accessibleName()
        mine, theirs = (self._text(clash.field, one) for one in (clash.mine, clash.theirs))
        return Contested(label, mine, theirs)

    def _text(self, name: str, value: Any) -> str:
        return value_text(self.fields[name], value, self.context.format)

    def _show_edited(self) -> None:
        changed = self.changed()
        for name, field in self.fields.items():
            field.label.ink("accent" if name in changed else "muted")
        self.edited.emit()


def _typed(field: Field[Any]) -> Any:
    """Return what a field holds; None where it cannot be used."""
    try:
        return field.value()
    except Refused:
        return None
