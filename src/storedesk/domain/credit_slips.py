"""Define what the slip of an account of credit says."""

from dataclasses import dataclass

from storedesk.domain.values.money import Money


@dataclass(frozen=True, slots=True)
class CreditSlip:
    """An account of credit with its balance, and the code of a new one: it is told once."""

    number: str
    balance: Money
    code: str | None = None
