"""The words of the periods by which lists are narrowed."""

from storedesk.domain.periods import Period
from storedesk.ui.kit.base.language import tr


def period_label(period: Period) -> str:
    """Return what some days are called."""
    return {
        Period.TODAY: tr("Today"),
        Period.YESTERDAY: tr("Yesterday"),
        Period.WEEK: tr("Last 7 days"),
        Period.MONTH: tr("This month"),
        Period.LAST_MONTH: tr("Last month"),
        Period.YEAR: tr("This year"),
    }[period]
