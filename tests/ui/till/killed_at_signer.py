"""Pay a sale of 5.50, and be killed while the signer signs its record.

Arguments: the name of the database to connect to, the register, the sale.
"""

import asyncio
import os
import signal
import sys
from decimal import Decimal
from uuid import UUID, uuid4

from storedesk import api
from storedesk.domain.fiscal_signers import SignerKind
from storedesk.domain.till import Method, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from storedesk.ui.fiscal_signing import FiscalSigning


class Deadly:
    """A signer that is the last that the program asks."""

    kind = SignerKind.SIMULATOR

    def sign(self, _record):
        os.kill(os.getpid(), signal.SIGKILL)


async def run(dsn, register, order):
    """Pay, read the receipt, and have it signed."""
    desk, due = Desk(Database(dsn)), Money(Decimal("5.50"), "USD")
    await desk.do(
        api.till.pay, order_id=UUID(order), tenders=(Tender(uuid4(), Method.CASH, due, due),),
        shift_id=None,
    )  # fmt: skip
    receipt = await desk.read(api.receipts.receipt, UUID(order))
    await FiscalSigning(desk, Deadly, UUID(register), wait=10).signed(receipt.fiscal)


if __name__ == "__main__":
    asyncio.run(run(*sys.argv[1:]))
