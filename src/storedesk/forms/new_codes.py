"""Give a code that nothing has to a product."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from storedesk.api import products as commands
from storedesk.persistence.engine import bulk
from storedesk.persistence.rows import BarcodeRow


def give_code(session: Session, product_id: UUID, variant_id: UUID | None, *, code: str) -> None:
    """Give a product, or one of its variants, another code that nothing has.

    Refused: code_taken, code_of_deleted, too_many.
    """
    session.execute(select(commands.claim_codes(product_id, [code])))
    row = {"barcode": code, "product_id": product_id, "variant_id": variant_id}
    bulk.add(session, BarcodeRow, [row])
