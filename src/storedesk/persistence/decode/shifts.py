"""Decode what commands of shifts answer into domain values."""

from datetime import date, datetime

from storedesk.domain.shifts import (
    CreditTotals,
    DayReport,
    DrawerCount,
    Shift,
    ShiftPerson,
    ShiftReport,
    ShiftTotals,
    TenderTotal,
)
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.persistence.decode.answer import Document
from storedesk.persistence.decode.fiscal import fiscal_span
from storedesk.persistence.decode.seals import reported_seal
from storedesk.persistence.decode.till import (
    identity,
    money,
    optional_instant,
    perhaps,
    tax_lines,
)
from storedesk.persistence.rows.instants import instant


def shift(payload: Document) -> Shift:
    """Read a shift."""
    return Shift(
        id=identity(payload["id"]),
        register_id=identity(payload["register_id"]),
        opened_by=payload["opened_by"],
        opened_at=instant(payload["opened_at"]),
        opening_float=money(payload["opening_float"], payload["currency"]),
        opener_id=identity(payload["opener_id"]),
        people=tuple(
            ShiftPerson(identity(one["id"]), one["name"], one["login"]) for one in payload["people"]
        ),
    )


def shift_report(payload: Document) -> ShiftReport:
    """Read the report of a shift."""
    currency = payload["currency"]
    return ShiftReport(
        shift=shift(payload["shift"]),
        store=payload["store"],
        register=payload["register"],
        z_number=payload["z_number"],
        closed_at=optional_instant(payload["closed_at"]),
        closed_by=payload["closed_by"],
        totals=_totals(payload, currency),
        expected=perhaps(payload["expected"], currency),
        counted=perhaps(payload["counted"], currency),
        difference=perhaps(payload["difference"], currency),
        difference_reason=payload["difference_reason"],
        counts=tuple(_count(one, currency) for one in payload["counts"]),
        worked=tuple(payload["worked"]),
        seal=reported_seal(payload.get("seal")),
        fiscal=fiscal_span(payload.get("fiscal")),
        credit_owed=money(payload["credit_owed"], currency) or None,
        in_sales=perhaps(payload.get("in_sales"), currency) or None,
    )


def day_report(payload: Document) -> DayReport:
    """Read the report of a business day, and add up the drawers of its closed shifts."""
    currency = payload["currency"]
    shifts = tuple(map(shift_report, payload["shifts"]))
    closed = [one for one in shifts if one.closed_at is not None]
    zero = Money.of(0, currency)
    return DayReport(
        day=date.fromisoformat(payload["day"]),
        store=payload["store"],
        shifts=shifts,
        totals=_totals(payload, currency),
        expected=sum((one.expected or zero for one in closed), zero),
        counted=sum((one.counted or zero for one in closed), zero),
        difference=sum((one.difference or zero for one in closed), zero),
    )


def _totals(payload: Document, currency: str) -> ShiftTotals:
    return ShiftTotals(
        sales=payload["sales"],
        gross=money(payload["gross"], currency),
        returns=payload["returns"],
        returned=money(payload["returned"], currency),
        open_returns=payload.get("open_returns", 0),
        open_returned=perhaps(payload.get("open_returned"), currency),
        net=money(payload["net"], currency),
        taxes=tax_lines(payload["taxes"]),
        tenders=tuple(
            TenderTotal(
                Method(one["method"]),
                money(one["taken"], currency),
                money(one["refunded"], currency),
                one["count"],
                one["refunds"],
            )
            for one in payload["tenders"]
        ),
        discounts=payload["discounts"],
        discounted=money(payload["discounted"], currency),
        paid_in=money(payload["paid_in"], currency),
        paid_out=money(payload["paid_out"], currency),
        first_order=payload["first_order"],
        last_order=payload["last_order"],
        openings=payload.get("openings", 0),
        credit=_credit(payload["credit"], currency),
    )


def _credit(payload: Document, currency: str) -> CreditTotals | None:
    if not any(payload[count] for count in ("issues", "redemptions", "refunds", "exchanges")):
        return None
    return CreditTotals(
        issued=money(payload["issued"], currency),
        issues=payload["issues"],
        redeemed=money(payload["redeemed"], currency),
        redemptions=payload["redemptions"],
        refunded=money(payload["refunded"], currency),
        refunds=payload["refunds"],
        exchanged=money(payload["exchanged"], currency),
        exchanges=payload["exchanges"],
        payments=tuple(
            (Method(one["method"]), money(one["amount"], currency)) for one in payload["payments"]
        ),
    )


def _count(payload: Document, currency: str) -> DrawerCount:
    return DrawerCount(
        counted=money(payload["counted"], currency),
        expected=money(payload["expected"], currency),
        by=payload["by"],
        at=datetime.fromisoformat(payload["at"]),
        is_correction=payload["is_correction"],
    )
