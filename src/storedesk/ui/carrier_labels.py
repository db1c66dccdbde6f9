"""Label the carriers that a store uses."""

from storedesk.domain.carriers import Used
from storedesk.ui.kit.base.language import tr


def carriers_text(used: Used) -> str:
    """Return a list of carriers in its order; of own ones all that was typed."""
    if used is None:
        return tr("StoreDesk's list")
    parts = [
        one.name if one.code else f"{one.name} ({', '.join((one.page, *one.shapes))})"
        for one in used
    ]
    return ", ".join(parts) or tr("none of them")
