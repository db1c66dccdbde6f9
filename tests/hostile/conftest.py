from tests.commands.conftest import (
    add_category,
    add_code,
    add_variant,
    manager,
    refused,
    until_someone_waits,
)

__all__ = [
    "add_category", "add_code", "add_variant", "manager", "refused", "until_someone_waits",
]  # fmt: skip
