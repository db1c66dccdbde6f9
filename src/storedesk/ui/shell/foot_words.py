"""Say in a few words what keys do, for the foot of the window."""

from collections.abc import Mapping

from storedesk.ui.kit.base.language import tr

TICKED = ("orders", "inventory")
LISTS = (
    *TICKED,
    "catalog",
    "customers",
    "low_stock",
    "exceptions",
    "shifts",
    "people",
    "outbox",
    "journal",
)
"""The first words of the names of what belongs to a list, and of those with rows to tick."""


def foot_words() -> Mapping[str, str]:
    """Return the words of all keys that are shown at the foot, by the names of their actions.

    Of two that belong to the same page, the first is wanted more: where there is no room for both,
    the second is left out. The last one of all leads to the others, and is never left out.
    """
    return {
        **_of_products(),
        **_of_orders(),
        **_of_stock(),
        **_of_reports(),
        **_of_people(),
        **{f"{one}.{name}": words for one in TICKED for name, words in _of_ticks().items()},
        **{f"{one}.{name}": words for one in LISTS for name, words in _of_every_list().items()},
        **_wanted_less(),
        "window.palette": tr("find or do anything"),
        "staff.switch": tr("switch person"),
        "window.keys": tr("all keys"),
    }


def _of_products() -> Mapping[str, str]:
    return {
        "catalog.save": tr("save"),
        "catalog.restore": tr("restore"),
        "catalog.back": tr("back to the list"),
        "catalog.new": tr("new product"),
        "catalog.enter": tr("into the product"),
        "catalog.price": tr("price"),
        "catalog.variants": tr("variants"),
    }


def _of_orders() -> Mapping[str, str]:
    return {
        "orders.pay_new": tr("take payment"),
        "orders.place_new": tr("place unpaid"),
        "orders.customer": tr("customer"),
        "orders.stranger": tr("new customer"),
        "orders.leave_new": tr("back to the list"),
        "orders.leave_bench": tr("back to the list"),
        "orders.new": tr("new order"),
        "orders.confirm": tr("take payment"),
        "orders.ship": tr("ship"),
        "orders.deliver": tr("delivered"),
        "orders.collect": tr("collect here"),
        "orders.take_back": tr("return"),
        "orders.print": tr("print"),
    }


def _of_stock() -> Mapping[str, str]:
    return {
        "inventory.drop": tr("drop it"),
        "inventory.undo": tr("undo"),
        "inventory.receive": tr("receive"),
        "inventory.set": tr("counted"),
        "inventory.adjust": tr("adjust"),
        "inventory.reorder_point": tr("reorder point"),
        "counts.post": tr("post"),
        "counts.back": tr("undo the last entry"),
        "counts.recount": tr("count again"),
        "counts.leave": tr("all counts"),
        "counts.undo": tr("undo the posted one"),
        "counts.new": tr("new count"),
        "counts.enter": tr("go on counting"),
        "low_stock.print": tr("print"),
        "low_stock.enter": tr("stock and movements"),
        "low_stock.reorder_point": tr("reorder point"),
    }


def _of_reports() -> Mapping[str, str]:
    return {
        "reports.leave": tr("back to the report"),
        "reports.enter": tr("its orders"),
        "reports.earlier": tr("period before"),
        "reports.later": tr("period after"),
        "reports.by": tr("group by"),
        "reports.print": tr("print"),
        "reports.export": tr("export"),
    }


def _of_people() -> Mapping[str, str]:
    return {
        "customers.choose_part": tr("make it the default"),
        "customers.remove_part": tr("remove it"),
        "customers.new": tr("new customer"),
        "customers.edit": tr("edit"),
        "customers.all_orders": tr("all orders"),
        "exceptions.sign": tr("sign off"),
        "shifts.approve": tr("approve"),
        "shifts.print": tr("print"),
        "shifts.enter": tr("on paper"),
        "shifts.figures": tr("export figures"),
        "people.add": tr("add a person"),
        "people.change": tr("name and groups"),
        "people.password": tr("new password"),
        "settings.save": tr("save"),
        "settings.previous": tr("section before"),
        "settings.next": tr("next section"),
        "health.check": tr("check every rule"),
        "health.report": tr("report for support"),
        "journal.verify": tr("verify the seals"),
        "journal.open": tr("open the record"),
        "journal.fiscal": tr("fiscal records"),
        "outbox.retry": tr("try again"),
        "outbox.resend": tr("send again"),
        "outbox.retry_all": tr("retry all failed"),
        "outbox.enter": tr("order or customer"),
    }


def _of_ticks() -> Mapping[str, str]:
    return {"tick": tr("tick"), "tick_all": tr("tick all"), "untick": tr("untick")}


def _of_every_list() -> Mapping[str, str]:
    return {
        "search": tr("search"),
        "copy": tr("copy"),
        "menu": tr("what can be done"),
        "export": tr("export"),
        "columns": tr("columns"),
    }


def _wanted_less() -> Mapping[str, str]:
    return {
        "inventory.holders": tr("reserved for"),
        "catalog.import": tr("import"),
        "catalog.categories": tr("categories"),
        "orders.bulk": tr("from a list"),
        "customers.add_address": tr("add an address"),
        "counts.cancel": tr("cancel the count"),
        "outbox.set_up": tr("set up e-mail"),
    }
