"""Recognize currencies beside an amount: by code, sign or usual word."""

_ALL = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR "
    "KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
    "MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS "
    "UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
)
CURRENCIES = frozenset(_ALL.split())
"""Those that are money somewhere, by ISO 4217."""
_DOLLARS = (
    "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU DOP BBD BMD BND BSD BZD CUP CVE FJD GYD JMD"
    " KYD LRD NAD NIO SBD SRD TOP TTD XCD"
)
_WORDS = {
    "$": _DOLLARS, "us$": "USD", "us $": "USD", "usd$": "USD", "c$": "CAD", "ca$": "CAD",
    "a$": "AUD", "au$": "AUD", "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD",
    "mx$": "MXN", "r$": "BRL", "£": "GBP EGP FKP GIP LBP SDG SHP SSP SYP", "¥": "JPY CNY",
    "\uffe5": "JPY CNY", "\u5186": "JPY", "\u5143": "CNY", "€": "EUR", "eur": "EUR",
    "euro": "EUR", "euros": "EUR", "₹": "INR", "rs": "INR PKR LKR NPR MUR SCR", "₽": "RUB",
    "\u0440\u0443\u0431": "RUB", "\u0440": "RUB BYN", "₺": "TRY", "tl": "TRY", "\u20b4": "UAH",
    "\u0433\u0440\u043d": "UAH", "₩": "KRW", "\u20ab": "VND", "đ": "VND", "\u0e3f": "THB",
    "\u20b1": "PHP", "₪": "ILS", "\u20a6": "NGN", "\u20b8": "KZT", "\u20b5": "GHS",
    "\u20a1": "CRC", "\u20b2": "PYG", "\u20bc": "AZN", "\u20be": "GEL", "rm": "MYR", "rp": "IDR",
    "r": "ZAR", "s/": "PEN", "zł": "PLN", "zl": "PLN", "kč": "CZK", "kc": "CZK", "ft": "HUF",
    "lei": "RON MDL", "\u043b\u0432": "BGN", "lv": "BGN", "din": "RSD",
    "\u0434\u0438\u043d": "RSD", "km": "BAM", "kr": "SEK NOK DKK ISK", "fr": "CHF XAF XOF XPF",
    "sfr": "CHF", "sfr.": "CHF", "usd": "USD", "gbp": "GBP", "chf": "CHF",
}  # fmt: skip
SIGNS = {word: frozenset(codes.split()) for word, codes in _WORDS.items()}
"""What a sign or word may mean; several share some of them."""
