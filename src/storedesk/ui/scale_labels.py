"""Say what is sold by weight, and by which rules labels of scales are read."""

from storedesk.domain.measures import LineMeasure, Measure
from storedesk.domain.scale_codes import CodeValue, ScaleCode, ScaleCodes, ScaleLabel
from storedesk.domain.values.money import Money, decimals
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr


def priced(price: str, measure: Measure | None) -> str:
    """Return a price as it is shown: of what is sold by weight it is for a kilogram."""
    return tr("{price}/kg").format(price=price) if measure is Measure.KILOGRAM else price


def weighed(measure: LineMeasure | None, form: Format) -> str:
    """Say how a line was weighed: 0.350 kg × 12.99; "" of any other."""
    if measure is None or measure.weight is None:
        return ""
    weight = form.kilograms(measure.weight)
    if measure.kilo_price is None:
        return tr("{weight} kg").format(weight=weight)
    return tr("{weight} kg × {price}").format(weight=weight, price=form.money(measure.kilo_price))


def shape_text(rule: ScaleCode) -> str:
    """Say what stands behind the prefix of a rule."""
    words = {
        (CodeValue.WEIGHT, False): tr("Number of {digits} digits, weight in grams"),
        (CodeValue.PRICE, False): tr("Number of {digits} digits, price"),
        (CodeValue.WEIGHT, True): tr("Number of {digits} digits, check digit, weight in grams"),
        (CodeValue.PRICE, True): tr("Number of {digits} digits, check digit, price"),
    }[rule.value, rule.is_checked]
    return words.format(digits=rule.digits)


def rules_text(rules: ScaleCodes) -> str:
    """Return all rules by their prefixes; "" for none."""
    return "; ".join(f"{rule.prefix}: {shape_text(rule)}" for rule in rules)


def label_text(label: ScaleLabel, form: Format, currency: str) -> str:
    """Say what a label holds: the number of its item, and the weight or the price."""
    if label.is_misread:
        return tr("A check digit is wrong: a till refuses this label.")
    if label.weight is not None:
        weight = form.kilograms(label.weight)
        return tr("Number {item}, {weight} kg").format(item=label.item, weight=weight)
    price = label.price(decimals(currency))
    shown = form.money(Money.of(str(price), currency))
    return tr("Number {item}, price {price}").format(item=label.item, price=shown)
