from tests.sql.commands_page import PAGE, page


def test_the_page_of_commands_is_current(built):
    with built.connect() as connection:
        assert PAGE.read_text(encoding="utf-8") == page(connection), "run `make docs`"
