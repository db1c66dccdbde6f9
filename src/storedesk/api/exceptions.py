"""The call that signs off what was written down for the manager."""

from uuid import UUID

from storedesk.persistence.decode.answer import Answer, nothing
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command


def sign_off(request: UUID, *, key: UUID, note: str | None = None) -> Command[None]:
    """Sign off an exception: somebody has looked at it, and may note what was found.

    Refuses: card_number, exception_not_found, signed_already, text_control, text_too_long.
    """
    return func.api.sign_off(request, key, note, type_=Answer(nothing))
