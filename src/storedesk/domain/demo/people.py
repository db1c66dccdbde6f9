"""Make up the staff and customers of the demo store; none of them exists."""

import unicodedata
from dataclasses import dataclass, replace
from random import Random
from uuid import UUID

from storedesk.domain.demo.store import made_id

STAFF = (
    ("maya", "Maya Lindqvist", "manager"),
    ("noah", "Noah Okafor", "clerk"),
    ("ines", "Inês Carvalho", "admin"),
    ("theo", "Theo Marchetti", "auditor"),
    ("ana", "Ana Beltrán", "cashier"),
    ("ben", "Ben Whitaker", "cashier"),
    ("chloe", "Chloé Fournier", "cashier"),
    ("dev", "Dev Raghunathan", "cashier"),
    ("ewa", "Ewa Kowalczyk", "cashier"),
    ("finn", "Finn O'Malley", "cashier"),
    ("grace", "Grace Nakamura", "cashier"),
    ("hugo", "Hugo Silva", "cashier"),
    ("isla", "Isla MacLeod", "cashier"),
    ("jun", "Jun Park", "cashier"),
    ("kofi", "Kofi Mensah", "cashier"),
    ("lena", "Lena Vogel", "cashier"),
)
"""Login without the store's prefix, name and group."""

_NAMES = (
    ("Emma Liam Olivia James Charlotte Henry Amelia Jack Harper Owen Nora Caleb",
     "Bennett Carter Hughes Porter Sullivan Hayes Reed Foster Brooks Coleman Ward Fletcher"),
    ("Sofía Mateo Valentina Diego Camila Andrés Lucía Javier Elena Tomás",
     "García Morales Herrera Castillo Núñez Ortega Vargas Peña Rojas Medina"),
    ("Hannah Jonas Leonie Felix Mia Lukas Greta Maximilian Clara Moritz",
     "Müller Schäfer Weber Köhler Neumann Lang Brandt Jäger Voß Lorenz"),
    ("Aarav Priya Rohan Ananya Vikram Meera Arjun Kavya Nikhil Divya",
     "Sharma Iyer Banerjee Desai Kapoor Menon Chaudhary Rao Joshi Nair"),
    ("Yuki Haruto Sakura Ren Aoi Kaito Hina Sora Mei Daichi",
     "Tanaka Suzuki Watanabe Kobayashi Yamamoto Matsuda Inoue Fujita Mori Ishikawa"),
    ("Amara Chidi Zainab Tunde Adaeze Emeka Folake Kwame Abena Sefu",
     "Adeyemi Eze Balogun Owusu Boateng Nwosu Okoro Diallo Kamau Mwangi"),
    ("Camille Louis Manon Hugo Élise Antoine Margaux Théo Inès Rémi",
     "Lefèvre Dubois Girard Moreau Rousseau Blanchard Perrin Faure Marchand Gauthier"),
    ("Wei Mei Jian Xiu Lan Hao Jing Min Tao Yan",
     "Chen Wang Zhao Liu Huang Lin Zhou Wu Xu Guo"),
    ("Olena Andriy Katarzyna Piotr Zofia Jakub Ivana Marek Natalia Bohdan",
     "Nowak Shevchenko Wójcik Zieliński Kovalenko Dvořák Horváth Bondarenko Lis Król"),
    ("Layla Omar Yasmin Karim Noor Tariq Salma Idris Rania Samir",
     "Haddad Rahman Al-Farsi Mansour Khoury Aziz Nasser Saleh Hakimi Darwish"),
)  # fmt: skip
_STREETS = (
    "Maple Street", "Harbor Road", "Congress Street", "Elm Avenue", "Pine Lane",
    "Commercial Street",
    "Spring Street", "Fore Street", "Danforth Street", "Brackett Street", "Ocean Avenue",
    "Washington Avenue", "Stevens Avenue", "Deering Street", "Vine Street", "Park Row",
)  # fmt: skip
_TOWNS = (
    ("Portland", "ME", "04101"), ("South Portland", "ME", "04106"), ("Westbrook", "ME", "04092"),
    ("Falmouth", "ME", "04105"), ("Brunswick", "ME", "04011"), ("Saco", "ME", "04072"),
    ("Portsmouth", "NH", "03801"), ("Dover", "NH", "03820"), ("Boston", "MA", "02116"),
    ("Cambridge", "MA", "02139"), ("Providence", "RI", "02903"), ("Burlington", "VT", "05401"),
)  # fmt: skip


_HAVE_ACCOUNT, _LEFT_PHONE, _HAVE_NOTE, _SAVED_CARD = 0.8, 0.6, 0.08, 0.35
_NOTES = (
    "Rings twice. Prefers parcels at the back door, after 4 pm.",
    "Collects gift wrap: ask before packing.",
    "Allergic to wool.",
    "Orders for the school every September.",
    "Please call before delivery.",
)


@dataclass(frozen=True, slots=True)
class DemoCustomer:
    """A customer, and where their orders are shipped."""

    id: UUID
    first_name: str
    last_name: str
    email: str
    street: str
    city: str
    state: str
    postal_code: str
    has_account: bool = True
    """Whether they have confirmed their address in the web shop."""
    phone: str | None = None
    note: str | None = None
    card: tuple[str, str, str] | None = None
    """Brand, last four digits, expiry month."""

    @property
    def address(self) -> dict[str, str]:
        """The arguments of core.place."""
        return {
            "recipient": f"{self.first_name} {self.last_name}",
            "street": self.street,
            "city": self.city,
            "state": self.state,
            "postal_code": self.postal_code,
            "country": "US",
        }


def customers(chance: Random, count: int, year: int) -> list[DemoCustomer]:
    """Invent customers, whose cards are good until about `year` or some years more.

    Their addresses are at example.com, which is nobody's.
    """
    known: set[str] = set()
    return [_customer(chance, known, year) for _ in range(count)]


def _customer(chance: Random, known: set[str], year: int) -> DemoCustomer:
    firsts, lasts = chance.choices(_NAMES, weights=(5, 2, 2, 2, 1, 2, 1, 2, 1, 1))[0]
    first, last = chance.choice(firsts.split()), chance.choice(lasts.split())
    city, state, postal_code = chance.choices(_TOWNS, weights=range(len(_TOWNS), 0, -1))[0]
    email = _email(first, last, known)
    known.add(email)
    street = f"{chance.randint(1, 480)} {chance.choice(_STREETS)}"
    made = DemoCustomer(made_id(chance), first, last, email, street, city, state, postal_code)
    return _known(made, year)


def _known(made: DemoCustomer, year: int) -> DemoCustomer:
    """Add details of some customers, with a generator of its own, so that nothing else changes."""
    chance = Random(made.email)  # noqa: S311 - a story, not a secret
    brand = chance.choice(("visa", "visa", "mastercard", "amex"))
    last_four = f"{chance.randint(0, 9999):04}"
    until = f"{year + chance.randint(0, 5)}-{chance.randint(1, 12):02}"
    return replace(
        made,
        has_account=chance.random() < _HAVE_ACCOUNT,
        phone=f"+1 207 555 0{chance.randint(100, 199)}" if chance.random() < _LEFT_PHONE else None,
        note=chance.choice(_NOTES) if chance.random() < _HAVE_NOTE else None,
        card=(brand, last_four, until) if chance.random() < _SAVED_CARD else None,
    )


def _email(first: str, last: str, known: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", f"{first}.{last}".replace("ß", "ss"))
    name = plain.encode("ascii", "ignore").decode().lower()
    number = 1
    email = f"{name}@example.com"
    while email in known:
        number += 1
        email = f"{name}{number}@example.com"
    return email
