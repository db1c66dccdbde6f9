"""What the goods of lines cost, and what of their price has a cost: the words of the statements.

A line has its costs beside what was sold, in rows and in sums of days alike. What was sold without
the tax that is included is computed when all is added up at a rate.
"""

from collections.abc import Mapping

COLUMNS = (
    "inside", "cost", "costed", "costed_inside", "back", "back_inside", "cost_back", "costed_back",
    "costed_back_inside",
)  # fmt: skip
"""As in `storedesk.cost_figures`; what was sold, amount, is a figure of the line."""
NETS = {
    True: {
        "net": "{amount} - {inside} + {inside} / (1 + coalesce({rate}, 0))",
        "costed": "{costed} - {costed_inside} + {costed_inside} / (1 + coalesce({rate}, 0))",
    },
    False: {"net": "{amount}", "costed": "{costed}"},
}  # fmt: skip
"""What was sold without tax, in fractions of a cent, where prices include tax or do not."""
NETS_BACK = {
    "net_back": "{back} + {back_inside} / (1 + coalesce({rate}, 0))",
    "costed_back": "{costed_back} + {costed_back_inside} / (1 + coalesce({rate}, 0))",
}


def nets(*, is_inside: bool, table: str = "") -> Mapping[str, str]:
    """Return what is without tax, by the names of NETS and NETS_BACK; `table` is "x." or none."""
    columns = {one: f"coalesce({table}{one}, 0)" for one in ("amount", *COLUMNS)}
    words = NETS[is_inside] | NETS_BACK
    return {name: one.format(**columns, rate=f"{table}rate") for name, one in words.items()}


def cost_sums(*, is_inside: bool, is_summed: bool) -> tuple[str, ...]:
    """Return the columns of costs, of lines x that were added up at a rate.

    Of what was sold, and then of what came back: costs, what has one, and what has none. Null is
    nothing: most of what is sold does not come back, and what is null costs no time to read.
    Imported past sales have neither costs nor none.
    """
    known = nets(is_inside=is_inside, table="x.")
    own = f"CASE WHEN NOT x.is_past THEN {known['net']} - ({known['costed']}) END"
    words = (
        "x.cost", known["costed"], own,
        "x.cost_back", known["costed_back"], f"{known['net_back']} - ({known['costed_back']})",
    )  # fmt: skip
    return tuple(f"nullif({f'sum({one})' if is_summed else one}, 0)" for one in words)
