"""The section of what the store writes in its e-mails, beside one with it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.domain import mail_texts
from storedesk.domain.mail_texts import PLACEHOLDERS, MailKind, MailText
from storedesk.domain.store_form import SettingsForm
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import ChoiceField, Field, TextField, is_field_good
from storedesk.ui.kit.input.keyboard import go_to
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import boxed, column, row
from storedesk.ui.kit.looks.labels import muted
from storedesk.ui.mail_labels import mail_names, mail_setting_names
from storedesk.ui.settings.mail_preview import MailPreview
from storedesk.ui.settings.placeholders import PlaceholderButtons, StoreTextField
from storedesk.ui.settings.section import FormSection


class MailSubjectField(TextField):
    """The subject of the e-mails of a kind, with placeholders."""

    def __init__(self, kind: MailKind) -> None:
        longest = mail_texts.LONGEST_SUBJECT
        super().__init__(tr("Subject"), longest=longest, optional=True)
        self._kind = kind
        self.editor.setAccessibleName(mail_setting_names()[kind.subject_column])

    def value(self) -> str:
        """Return the subject. Refused: placeholder_unknown, and as of any line."""
        return mail_texts.checked_subject(super().value(), self._kind)

    @property
    def cursor_moved(self) -> SignalInstance:
        """Emitted when the cursor is moved in it."""
        return self.input.cursorPositionChanged

    def write(self, words: str) -> None:
        """Write where the cursor stands, as if it were typed."""
        self.input.insert(words)
        self._touched()
        go_to(self.input)


class MailTextField(StoreTextField):
    """The words of the e-mails of a kind, with placeholders."""

    def __init__(self, kind: MailKind) -> None:
        super().__init__(tr("Words, with the greeting"), longest=mail_texts.LONGEST, rows=6)
        self._kind = kind
        self.editor.setAccessibleName(mail_setting_names()[kind.text_column])

    def value(self) -> str:
        """Return the words. Refused: placeholder_unknown, too_many_lines, and as of any note."""
        return mail_texts.checked_words(super().value(), self._kind)


class MailForm(QWidget):
    """Subject and words of the e-mails of one kind, and what can be filled in."""

    def __init__(self, kind: MailKind) -> None:
        super().__init__()
        self.subject, self.words = MailSubjectField(kind), MailTextField(kind)
        self.back = secondary(tr("Back to StoreDesk's text"), icon="rotate-ccw")
        self.back.clicked.connect(self._take_ours)
        self.placeholders = PlaceholderButtons(
            PLACEHOLDERS[kind],
            tr("Placeholders, filled in each e-mail; a line is left out where there is nothing to"
               " fill in:"),
            (self.subject, self.words),
        )  # fmt: skip
        made = column(
            self.subject, self.words, row(self.back, None), self.placeholders, None, gap=14
        )
        made.setContentsMargins(0, 0, 0, 0)
        self.setLayout(made)

    def typed(self) -> MailText:
        """Return what is typed, whether it can be saved or not."""
        return MailText(self.subject.text().strip(), self.words.input.toPlainText().strip())

    def _take_ours(self) -> None:
        self.subject.input.clear()
        self.words.empty()
        self.subject.edited.emit()


class MailSection(FormSection):
    """What stands in e-mails to customers, seen in one of them as it is typed."""

    def __init__(self, context: PageContext) -> None:
        self.forms = {kind: MailForm(kind) for kind in MailKind}
        fields: dict[str, Field[str]] = {}
        for kind, form in self.forms.items():
            fields[kind.subject_column], fields[kind.text_column] = form.subject, form.words
        super().__init__(context, "mails", tr("E-mails"), "mail", fields)
        names = mail_names()
        self.kinds = ChoiceField(
            tr("E-mail"), [(kind.value, names[kind]) for kind in MailKind]
        )  # fmt: skip
        self.preview: MailPreview = MailPreview(context)
        self._stack = QStackedWidget()
        for form in self.forms.values():
            self._stack.addWidget(form)
        self.kinds.edited.connect(self._show_kind)
        self.stack(
            muted(
                tr("The heading, what was ordered and your address stay as they are. An e-mail is"
                   " written when it is sent, in the words of that moment."), wrap=True
            ),
            self.kinds, boxed(column(self._stack)),
        )  # fmt: skip
        self.edited.connect(self.show_preview)

    def words(self) -> Mapping[str, Callable[[], object]]:
        """Return the labels of the fields; who goes to one sees its e-mail first."""
        return {
            field.editor.accessibleName(): partial(self._go_to, field)
            for field in self.fields.values()
        }

    def take_keyboard(self) -> None:
        """Give the keyboard to the choice of the e-mail."""
        go_to(self.kinds.editor)

    async def save(self) -> str:
        """Save, and show the e-mail in which something cannot be saved."""
        wrong = [field for field in self.fields.values() if not is_field_good(field)]
        if wrong:
            self._go_to(wrong[0])
            return ""
        return await super().save()

    def show_form(self, form: SettingsForm) -> None:
        """Show these settings, and an e-mail with them."""
        super().show_form(form)
        self.show_preview()

    def show_kind(self, kind: MailKind) -> None:
        """Show the e-mails of a kind."""
        self.kinds.show_value(kind.value)
        self._show_kind()

    def show_preview(self) -> None:
        """Show an e-mail with what is typed."""
        kind = MailKind(self.kinds.value())
        form = self.forms[kind]
        typed = form.typed()
        form.back.setEnabled(typed != MailText())
        self.preview.show_mail(kind, typed)

    def _show_kind(self) -> None:
        self._stack.setCurrentWidget(self.forms[MailKind(self.kinds.value())])
        self.show_preview()

    def _go_to(self, field: Field[str]) -> None:
        kind = next(one for one, form in self.forms.items() if form.isAncestorOf(field))
        self.show_kind(kind)
        go_to(field.editor)
