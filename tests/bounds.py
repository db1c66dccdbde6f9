"""How many there may be at once, for tests whose pages hear of no database."""

import tomllib
from pathlib import Path

from storedesk.domain.bounds import Bound

FILE = Path(__file__).parent / "data/bounds.toml"
TABLE = tomllib.loads(FILE.read_text(encoding="utf-8"))["bound"]
MOST = {one["bound"]: one["most"] for one in TABLE}
BOUNDS = {bound: MOST[bound] for bound in Bound}
