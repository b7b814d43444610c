"""Small windows: shortcuts, about, saving a picture, and bad news with what to do about it."""

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from anatomy_app import __version__, resources
from anatomy_app.ui.actions import shortcut_lines
from anatomy_app.ui.words import translate

if TYPE_CHECKING:
    from anatomy_app.ui.main_window import MainWindow


def show_text(parent: QWidget, title: str, html: str = "", markdown: str = "") -> QDialog:
    """A window of text that can be selected and copied; Esc closes it."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.resize(560, 480)
    text = QTextBrowser()
    text.setOpenLinks(False)  # the program opens nothing outside itself
    text.setAccessibleName(title)
    if markdown:
        text.setMarkdown(markdown)
    else:
        text.setHtml(html)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    dialog.open()
    return dialog


def show_shortcuts(window: "MainWindow") -> QDialog:
    """Every key and what it does, made from the table of commands."""
    rows = "".join(
        f"<tr><td>{escape(words)}</td><td>&nbsp;&nbsp;&nbsp;<b>{escape(keys)}</b></td></tr>"
        for words, keys in shortcut_lines(window.actions_by_id)
    )
    title = translate("Dialogs", "Keyboard shortcuts")
    return show_text(window, title, f"<table cellpadding=4>{rows}</table>")


def show_about(window: "MainWindow") -> QDialog:
    """Version, licences and the sources of data and drawings."""
    path = resources.credits_file()
    credits_ = path.read_text("utf-8") if path.exists() else ""
    head = translate("Dialogs", "Stride Atlas {0}").format(__version__)
    offline = translate("Dialogs", "Works offline. Nothing is sent anywhere.")
    title = translate("Dialogs", "About Stride Atlas")
    return show_text(window, title, markdown=f"## {head}\n\n{offline}\n\n{credits_}")


def copy_picture(window: "MainWindow") -> None:
    """The stage as a picture, and the panel's title as text, on the clipboard.

    The text is added to Qt's own data: data made here would outlive Python and crash at the exit.
    """
    window.centre.stage.rest()
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(window.centre.stage.grab().toImage())
    name = window.session.place_name(window.session.selection.place)
    clipboard.mimeData().setText(f"{name} {window.centre.timeline.flag()}".strip())


def save_picture(window: "MainWindow") -> None:
    """Ask where, then save the stage as PNG."""
    title = translate("Dialogs", "Save picture")
    name, _ = QFileDialog.getSaveFileName(window, title, "stride-atlas.png", "PNG (*.png)")
    if name:
        write_picture(window, Path(name))


def write_picture(window: "MainWindow", path: Path) -> None:
    """Save the stage, or say why that failed."""
    path = path if path.suffix else path.with_suffix(".png")
    window.centre.stage.rest()
    if not window.centre.stage.grab().save(str(path)):
        text = translate("Dialogs", "The picture could not be saved as {0}. Choose another folder.")
        bad_news(window, text.format(path))


def explain_complaints(window: "MainWindow") -> QMessageBox:
    """How to find what is known of a pain."""
    title = translate("Dialogs", "Where does it hurt?")
    how = translate(
        "Dialogs",
        "Right-click the painful spot on the body. With the keyboard: select a muscle there and "
        "press the Menu key. Under “Does it hurt here?” stand the complaints known at that spot.",
    )
    care = translate(
        "Dialogs",
        "This is education, not a diagnosis. Each page begins with the warning signs that need a "
        "clinician.",
    )
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, title, parent=window)
    box.setInformativeText(f"{how}\n\n{care}")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def bad_news(parent: QWidget | None, text: str, details: str = "") -> QMessageBox:
    """A sentence that says what went wrong and what to do; details can be copied."""
    box = QMessageBox(QMessageBox.Icon.Warning, translate("Dialogs", "Stride Atlas"), text)
    if parent is not None:
        box.setParent(parent, Qt.WindowType.Dialog)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setDetailedText(details)
    box.open()
    return box
