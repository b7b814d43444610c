"""Every word of the window can be translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from anatomy_app.ui.accessible import RegionButton
from anatomy_app.ui.instant_head import ActiveRow
from anatomy_app.ui.stage_rows import StageRow
from tests.ui.conftest import Open
from tests.ui.driving import panel_text, select

FOLDER = Path(__file__).parents[2] / "anatomy_app" / "ui"
SHOWN = frozenset({
    "setText", "setAccessibleName", "setAccessibleDescription", "setToolTip", "setWindowTitle",
    "setPlaceholderText", "setStatusTip", "addAction", "addItem", "drawText", "show_html",
    "QAction", "QLabel", "QPushButton", "QCheckBox", "Command", "Toggle", "MenuButton",
    "Section", "Page", "bad_news", "show_text", "information", "warning", "getSaveFileName",
})  # fmt: skip
TRANSLATED = frozenset({"tr", "translate", "text", "QT_TRANSLATE_NOOP"})
WORD = re.compile(r"[A-Za-z]{3,}")
TAG = re.compile(r"<[^>]*>?|[a-z-]+:[^;]*;|&\w+;")


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literals(node: ast.AST) -> Iterator[ast.Constant]:
    """The texts in an argument that are not handed to a translator or another call."""
    if isinstance(node, ast.Call):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _literals(child)


def bare_words(source: str) -> list[str]:
    """Texts for the user that no translator sees."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or _called(call) not in SHOWN:
            continue
        arguments = [*call.args, *(keyword.value for keyword in call.keywords)]
        if _called(call) == "Command":
            arguments = arguments[1:2]  # its id and keys are not shown
        for argument in arguments:
            for literal in _literals(argument):
                text = str(literal.value)
                if WORD.search(TAG.sub("", text)) and not _is_a_name(text):
                    found.append(f"line {literal.lineno}: {text!r}")
    return found


def _is_a_name(text: str) -> bool:
    """A role of the theme, an icon, a key or a file: no blank and no capital."""
    return re.fullmatch(r"[a-z_0-9.-]+|PNG \(\*\.png\)", text) is not None


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_no_text_bypasses_the_translator(path: Path) -> None:
    assert bare_words(path.read_text("utf-8")) == []


def test_the_search_for_bare_words_finds_them() -> None:
    bad = 'label.setText("Hello there")\nQAction(f"Open {name}")\nx.setToolTip("<b>Play it</b>")'
    assert len(bare_words(bad)) == 3
    good = 'label.setText(self.tr("Hello there"))\nx.setText(f"{a} · {b}")\ny.drawText(box, name)'
    assert bare_words(good) == []


class Marked(QTranslator):
    """A language in which every text stands in brackets."""

    def translate(self, context: str, text: str, *_: object) -> str:
        return f"⟦{text}⟧"


@pytest.fixture
def marked() -> Iterator[Marked]:
    translator = Marked()
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_in_another_language_every_control_speaks_it(
    qapp: object, marked: Marked, open_window: Open
) -> None:
    window = open_window((1920, 1080))
    select(window, "soleus")
    plain = []
    for widget in window.findChildren(QWidget):
        if isinstance(widget, RegionButton | StageRow | ActiveRow) or not widget.isVisible():
            continue  # their words are names of the content
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
            texts = [widget.accessibleName(), widget.toolTip()]
            plain += [text for text in texts if WORD.search(text) and "⟦" not in text]
        if isinstance(widget, QAbstractButton) and WORD.search(widget.text()):
            plain += [] if "⟦" in widget.text() else [widget.text()]
    for action in window.findChildren(QAction):
        plain += [] if "⟦" in action.text() or not WORD.search(action.text()) else [action.text()]
    for combo in window.findChildren(QComboBox):
        plain += [t for i in range(combo.count()) if "⟦" not in (t := combo.itemText(i))]
    assert plain == []
    text = panel_text(window)
    for heading in ("⟦Train it⟧", "⟦Anatomy⟧", "⟦How we know⟧", "⟦Stance⟧", "⟦Swing⟧"):
        assert heading in text
