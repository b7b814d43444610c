"""The plan on paper: the print dialog, and a PDF, whole or not at all."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from anatomy_app.model.planning import Plan
from anatomy_app.ui.dialogs import bad_news
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_page import put_on, write_pdf
from anatomy_app.ui.words import translate


def ask_and_print(parent: QWidget, session: Session, plan: Plan) -> QPrintDialog:
    """The print dialog; what is accepted there is printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("Train", "Print the plan"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: put_on(printer, session, plan))
    QDialog.open(dialog)
    return dialog


def ask_and_save(parent: QWidget, session: Session, plan: Plan) -> None:
    """Ask where, then save the page as PDF."""
    title = translate("Train", "Save the plan as PDF")
    name, _ = QFileDialog.getSaveFileName(
        parent, title, "stride-atlas-plan.pdf", translate("Train", "PDF (*.pdf)")
    )
    if name:
        save_pdf(parent, session, plan, Path(name))


def save_pdf(parent: QWidget, session: Session, plan: Plan, path: Path) -> None:
    """Save the page as PDF, or say why that failed and what to do."""
    path = path if path.suffix else path.with_suffix(".pdf")
    try:
        write_pdf(session, plan, path)
    except OSError as error:
        text = translate("Train", "The plan could not be saved as {0}. Choose another folder.")
        bad_news(parent, text.format(path), str(error))
