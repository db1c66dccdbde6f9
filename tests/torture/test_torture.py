"""A short torture and short histories, so that every run of the suite has them.

`make torture` takes ten minutes, `make histories` five.
"""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="kills the server by signals that this system does not have"
)
HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
DIRT = "536365,85123A,,6,2010-12-01,0,17850,UK\n536366,POST,,1,2010-12-01,-5.00,,UK\n"


def test_what_three_tills_were_told_is_in_the_books_whatever_happened_to_them(tmp_path):
    lines = [f"53{n},C{n},Thing number {n},1,2010-12-01,{n}.25,,UK\n" for n in range(1, 61)]
    goods = tmp_path / "shop.csv"
    goods.write_text(HEADER + "".join(lines) + DIRT)
    words = ["--seconds", "15", "--tills", "3", "--goods", goods]
    done = subprocess.run(
        [sys.executable, Path(__file__).parent, *words],
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("60 products from 62 lines, 2 bad rows left out")
    assert done.stdout.endswith("is in the books, and nothing else\n")


def test_what_eight_people_were_told_is_in_the_books_whatever_they_did():
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("histories.py"), "--seconds", "12"],
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("is in the books, and nothing else\n")
