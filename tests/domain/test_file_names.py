import pytest

from storedesk.domain.file_names import LONGEST, file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Products 2026-11-25", "Products 2026-11-25.csv"),
        ("CON", "_CON.csv"),
        ("con.backup", "_con.backup.csv"),
        ("COM1", "_COM1.csv"),
        ("../x", "_x.csv"),
        ("..\\..\\x", "_.._x.csv"),
        ('a<b>c:"d"|e?f*g', "a_b_c__d__e_f_g.csv"),
        ("invoice\u202efdp", "invoicefdp.csv"),
        ("two\nlines\x00", "twolines.csv"),
        ("  . hidden. ", "hidden.csv"),
        ("", "file.csv"),
        ("...", "file.csv"),
        ("Größe\u0301", "Größé.csv"),
    ],
)
def test_what_no_system_keeps_is_not_in_the_name(words, name):
    assert file_name(words, ".csv") == name


def test_a_name_is_short_enough_for_every_file_system_and_cut_between_characters():
    name = file_name("ü" * 300, ".xlsx")
    assert len(name.encode()) <= LONGEST + len(".xlsx")
    assert name.removesuffix(".xlsx") == "ü" * (LONGEST // 2)
