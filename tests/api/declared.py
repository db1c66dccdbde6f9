"""What storedesk.api declares: {name: function}, over all of its modules."""

import inspect

from storedesk import api

FUNCTIONS = {
    name: function
    for module in api.__all__
    for name, function in inspect.getmembers(getattr(api, module), inspect.isfunction)
    if function.__module__ == f"storedesk.api.{module}" and not name.startswith("_")
}
