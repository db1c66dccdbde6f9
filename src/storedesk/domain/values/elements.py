"""Read what GS1 puts into codes: element strings, Digital Links and UPC-E, by biip.

biip takes a fifth of a second to import, so nothing imports this before the window is there.
"""

from biip import EncodeError, ParseConfig, ParseError
from biip.gs1_digital_link_uris import GS1DigitalLinkURI
from biip.gs1_element_strings import GS1ElementString
from biip.gs1_messages import GS1Message
from biip.upc import Upc

_LENIENT = ParseConfig(gs1_element_strings_verify_date=False)
"""A date that is none does not hide which article it is on."""

Elements = tuple[GS1ElementString, ...]
"""What a code holds, in its order; nothing where it is no such code as a whole."""


def of_message(text: str) -> Elements:
    """Read elements as scanners send them: FNC1 is the character 29."""
    try:
        return tuple(GS1Message.parse(text, config=_LENIENT).element_strings)
    except (ParseError, ValueError):
        return ()


def of_brackets(text: str) -> Elements:
    """Read elements as they are printed below the bars: "(01)09506000134376(10)ABC"."""
    try:
        found = GS1Message.parse_hri(text, config=_LENIENT)
    except (ParseError, ValueError):
        return ()
    # biip skips what it cannot read, such as a bracket within a batch
    return tuple(found.element_strings) if found.as_hri() == "".join(text.split()) else ()


def of_link(address: str) -> Elements:
    """Read a GS1 Digital Link, of any host: "https://id.gs1.org/01/09506000134352/10/ABC"."""
    try:
        return tuple(GS1DigitalLinkURI.parse(address, config=_LENIENT).element_strings)
    except (ParseError, ValueError):
        return ()


def expanded(upc_e: str) -> str:
    """Return the UPC-A of a UPC-E: eight digits, the check digit among them; "" if it is none."""
    try:
        return Upc.parse(upc_e).as_upc_a()
    except ParseError:
        return ""


def suppressed(upc_a: str) -> str:
    """Return the UPC-E of a UPC-A: eight digits; "" if it has none."""
    try:
        found = Upc.parse(upc_a).as_upc_e()
    except (ParseError, EncodeError):
        return ""
    return found if expanded(found) == upc_a else ""
