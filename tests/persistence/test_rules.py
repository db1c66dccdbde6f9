"""What the tables accept, whoever writes: all that a shop could mean, and no more."""

from decimal import Decimal

import pytest
from psycopg import errors


@pytest.fixture
def product(store):
    """Write a product as a manager's form does."""
    category = store.sql("INSERT INTO categories (name) VALUES ('Things') RETURNING id")

    def write(name="Mug", price="2.50", description=None):
        return store.sql(
            """
            INSERT INTO products (name, price_amount, description, category_id)
            VALUES (%s, %s, %s, %s) RETURNING price_amount
            """,
            name,
            price,
            description,
            category,
        )

    return write


@pytest.mark.parametrize(
    "name",
    [
        "\U0001f469\u200d\U0001f467 T-Shirt",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "Caf\u00e9 <b>&amp;",
        "\u0e2b\u0e21\u0e27\u0e01",
        "5901234123457",
    ],
)
def test_a_name_of_any_script_is_a_name(name, product):
    assert product(name)


@pytest.mark.parametrize(
    "name",
    ["abc\u202etxt", "a\u2066b", "\u200b\u200b", "ab\x1b[31m", "two\nlines", "Cafe\u0301"],
    ids=ascii,
)
def test_a_name_that_cannot_be_trusted_or_found_is_refused(name, product):
    with pytest.raises(errors.CheckViolation):
        product(name)


def test_the_highest_price_is_a_price(product):
    assert product(price="99999999.99") == Decimal("99999999.99")


@pytest.mark.parametrize("price", ["NaN", "0.00", "-1", "Infinity", "100000000"])
def test_what_cannot_be_added_up_is_no_price(price, product):
    with pytest.raises((errors.CheckViolation, errors.NumericValueOutOfRange)):
        product(price=price)


def test_a_description_has_lines_of_any_length_and_no_escapes(product):
    assert product(description="One\r\n\tTwo " * 2000)
    with pytest.raises(errors.CheckViolation):
        product(description="\x1b[2J")


@pytest.mark.parametrize("instant", ["infinity", "-infinity", "0044-03-15 BC", "20000-01-01"])
def test_an_instant_that_no_client_can_read_is_refused(instant, store):
    with pytest.raises(errors.CheckViolation):
        store.sql(
            """
            INSERT INTO customers (email, password_hash, first_name, last_name, created_at)
            VALUES ('a@example.com', '!', 'A', 'B', %s)
            """,
            instant,
        )


@pytest.mark.parametrize(
    "email", ["nobody", "a@x.com\nBcc: b@x.com", "a,b@x.com", "<a@x.com>", "a b@x.com"]
)
def test_what_could_not_be_written_to_is_no_address(email, store):
    words = """
        INSERT INTO customers (email, password_hash, first_name, last_name)
        VALUES (%s, '!', 'A', 'B')
    """
    with pytest.raises(errors.CheckViolation):
        store.sql(words, email)


@pytest.mark.parametrize(
    ("value", "is_card"),
    [
        ("4111111111111111", True),
        ("4111 1111 1111 1111", True),
        ("3782-822463-10005", True),
        ("2223003122003222", True),
        ("6011111111111117", True),
        ("30569309025904", True),
        ("4111111111111112", False),
        ("ref-4111111111111111", False),
        ("pi_3NkXyZ2eZvKYlo2C", False),
        ("5901234123457", False),
        ("0000000000000000", False),
        ("", False),
    ],
)
def test_a_card_number_is_known_by_its_check_digit(value, is_card, store):
    assert store.sql("SELECT storedesk.is_card_number(%s)", value) is is_card


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", " FILE:x", "javascript:x()", "data:image/png,x", r"\\host\x.png"]
)
def test_a_picture_is_not_fetched_from_just_anywhere(url, store, product):
    product()
    words = "INSERT INTO product_images (product_id, url) SELECT id, %s FROM products"
    store.sql(words, "https://example.com/a.png")
    with pytest.raises(errors.CheckViolation):
        store.sql(words, url)
