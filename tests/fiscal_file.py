"""Check a file of fiscal records without StoreDesk: fiscal_file.py FILE. Exit 1 on a fault.

It follows docs/fiscal-export.md, and imports nothing but Python's own library.
"""

import hashlib
import json
import sys
from decimal import Decimal
from pathlib import Path

HASHED = (
    "chain_id", "number", "kind", "order_id", "order_number", "return_id", "shift_id", "booked_at",
    "currency", "rates", "total", "previous_hash",
)  # fmt: skip


def faults(lines):
    """Name what does not hold: records that were changed, do not add up, or do not follow."""
    found, last = [], {}
    for line in lines:
        record = json.loads(line)
        name = f"{record['register'] or 'office'} {record['number']}"
        content = json.dumps([record[field] for field in HASHED], ensure_ascii=False)
        if hashlib.sha256(content.encode()).hexdigest() != record["hash"]:
            found.append(f"{name} was changed")
        if sum(Decimal(rate[4]) for rate in record["rates"]) != Decimal(record["total"]):
            found.append(f"{name} does not add up")
        if (before := last.get(record["chain_id"])) and (
            (before["number"] + 1, before["hash"]) != (record["number"], record["previous_hash"])
        ):
            found.append(f"{name} does not follow on {before['number']}")
        last[record["chain_id"]] = record
    return found


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        wrong = faults(file)
    print("\n".join(wrong) or "Every record holds.")
    sys.exit(bool(wrong))
