from tests.commands.conftest import (  # noqa: F401 the same helpers
    add_category,
    add_code,
    add_variant,
    manager,
    refused,
    until_someone_waits,
)
