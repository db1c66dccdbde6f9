"""Make a field of a form that is on or off."""

from storedesk.ui.kit.forms.form import Field
from storedesk.ui.kit.forms.switch import Switch


class SwitchField(Field[bool]):
    """A switch under its label; unlike a bare one it is saved with its form."""

    def __init__(self, label: str) -> None:
        self.input = Switch(label)
        super().__init__(label, self.input)
        self.input.clicked.connect(self._touched)

    def value(self) -> bool:
        """Return whether it is on."""
        return self.input.isChecked()

    def show_value(self, value: bool) -> None:  # noqa: FBT001 - as every field is shown its value
        """Show whether it is on."""
        self.input.setChecked(value)
