"""Name currencies by their numbers in ISO 4217, as codes of GS1 have them."""

_NUMBERS = """
    AED 784 ARS 032 AUD 036 BGN 975 BIF 108 BRL 986 CAD 124 CHF 756 CLP 152 CNY 156 COP 170 CZK 203
    DJF 262 DKK 208 EGP 818 EUR 978 GBP 826 GNF 324 HKD 344 HUF 348 IDR 360 ILS 376 INR 356 ISK 352
    JPY 392 KES 404 KMF 174 KRW 410 MAD 504 MXN 484 MYR 458 NGN 566 NOK 578 NZD 554 PEN 604 PHP 608
    PKR 586 PLN 985 PYG 600 QAR 634 RON 946 RSD 941 RWF 646 SAR 682 SEK 752 SGD 702 THB 764 TRY 949
    TWD 901 UAH 980 UGX 800 USD 840 UYU 858 VND 704 VUV 548 XAF 950 XOF 952 XPF 953 ZAR 710
"""
_WORDS = _NUMBERS.split()
_NAMES = dict(zip(_WORDS[1::2], _WORDS[::2], strict=True))


def currency_of(number: str) -> str:
    """Return a currency by its number: "978" is EUR; an unknown one as it stands."""
    return _NAMES.get(number, number)
