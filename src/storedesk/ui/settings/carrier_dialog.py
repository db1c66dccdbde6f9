"""Ask for a carrier of the store's own: its name, its tracking page, what its numbers look like."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from storedesk.domain import store_carriers
from storedesk.domain.carriers import Carrier
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.dialogs.saving import SaveDialog
from storedesk.ui.kit.forms.form import TextField


class CarrierNameField(TextField):
    """The name of a carrier, which no other has."""

    def __init__(self, others: Sequence[str]) -> None:
        super().__init__(tr("Name"), longest=store_carriers.LONGEST_NAME)
        self._others = others

    def value(self) -> str:
        """Return the name. Refused: carrier_twice, and as of any line."""
        return store_carriers.checked_name(super().value(), others=self._others)


class CarrierLinkField(TextField):
    """The tracking page of a carrier."""

    def __init__(self) -> None:
        super().__init__(
            tr("Tracking page"), longest=store_carriers.LONGEST_LINK,
            hint="https://carrier.example/track/{number}",
        )  # fmt: skip

    def value(self) -> str:
        """Return the address. Refused: carrier_link_bad, and as of any line."""
        return store_carriers.checked_link(super().value())


class CarrierShapeField(TextField):
    """What the numbers of a carrier look like; nothing for any."""

    def __init__(self) -> None:
        super().__init__(
            tr("What its numbers look like"), longest=store_carriers.LONGEST_SHAPE,
            hint="AB########", optional=True,
        )  # fmt: skip

    def value(self) -> str:
        """Return the shapes as they are kept. Refused: carrier_shape_bad, and as of any line."""
        return ", ".join(store_carriers.checked_shapes(super().value()))


class CarrierDialog(SaveDialog):
    """Add a carrier to the list, or change one; the list is saved with the settings."""

    def __init__(
        self,
        parent: QWidget,
        carrier: Carrier | None,
        others: Sequence[str],
        take: Callable[[Carrier], object],
    ) -> None:
        """Take the carrier that is changed, None for a new one, the names of all others, `take`."""
        title = carrier.name if carrier else tr("Add a carrier")
        super().__init__(parent, title, save=tr("Put it on the list"))
        self._take = take
        self.name = CarrierNameField(others)
        self.link, self.shape = CarrierLinkField(), CarrierShapeField()
        if carrier:
            self.name.show_value(carrier.name)
            self.link.show_value(carrier.page)
            self.shape.show_value(", ".join(carrier.shapes))
        remark = tr(
            "# is a digit, @ a letter, * either; other letters and digits stand for themselves."
            " Put a comma between several. Empty: any number that no other carrier's looks like."
        )
        self.fill(self.name, self.link, self.shape, remark=remark)

    async def submit(self) -> None:
        """Put the carrier on the list, and close."""
        if not self.form.is_good():
            return
        shapes = store_carriers.checked_shapes(self.shape.value())
        self._take(Carrier(self.name.value(), self.link.value(), shapes=shapes))
        self.accept()
