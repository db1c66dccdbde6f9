"""Tabs of a list are one choice of several, also for who hears the screen."""

from PySide6.QtGui import QAccessible

from storedesk.ui.kit.lists.tabs import SegmentedTabs


def test_a_tab_is_announced_as_one_of_several_and_whether_it_is_chosen(qtbot):
    tabs = SegmentedTabs([("all", "All"), ("low", "Low")], name="Which products")
    qtbot.addWidget(tabs)
    for key, is_chosen in (("all", True), ("low", False)):
        told = QAccessible.queryAccessibleInterface(tabs.button(key))
        assert told.role() == QAccessible.Role.PageTab
        assert bool(told.state().selected) is is_chosen
    tabs.choose("low")
    assert tabs.current() == "low"
    assert not tabs.button("all").isChecked()
