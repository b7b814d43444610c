"""The plan on paper: the print dialog, and a PDF, whole or not at all."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from anatomy_app.model.planning import Plan
from anatomy_app.paint.page import Paper
from anatomy_app.ui.dialogs import bad_news
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_page import put_on, write_pdf, write_text
from anatomy_app.ui.train_paper import chosen_paper, page_size, paper_words
from anatomy_app.ui.words import translate

TEXTS = (".md", ".txt")  # endings of a page without pictures


def ask_and_print(parent: QWidget, session: Session, plan: Plan) -> QPrintDialog:
    """The print dialog; what is accepted there is printed.

    A paper that was chosen comes first, else the printer's own.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if session.preferences.text("paper") != "system":
        printer.setPageSize(page_size(chosen_paper(session.preferences)))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("Train", "Print the plan"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: put_on(printer, session, plan))
    QDialog.open(dialog)
    return dialog


def ask_and_save(parent: QWidget, session: Session, plan: Plan) -> None:
    """Ask where and on which paper, or as text, then save the page. The paper is remembered."""
    title, usual = translate("Train", "Save the plan"), chosen_paper(session.preferences)
    kind = translate("Train", "PDF, {0} (*.pdf)")
    as_text = translate("Train", "Text, Markdown (*.md *.txt)")
    kinds = {kind.format(paper_words(paper)): paper for paper in Paper}
    first = next(words for words, paper in kinds.items() if paper is usual)
    name, chosen = QFileDialog.getSaveFileName(
        parent, title, "stride-atlas-plan.pdf", ";;".join((*kinds, as_text)), first
    )
    if not name:
        return
    path = Path(name)
    if chosen == as_text and path.suffix.lower() in ("", ".pdf"):
        path = path.with_suffix(TEXTS[0])  # the name that was suggested ends otherwise
    if (paper := kinds.get(chosen, usual)) is not usual:
        session.preferences.put("paper", paper.value)
    save_page(parent, session, plan, path)


def save_page(parent: QWidget, session: Session, plan: Plan, path: Path) -> None:
    """Save the page, by its ending as text or as PDF on the chosen paper.

    If that failed, say why and what to do.
    """
    path = path if path.suffix else path.with_suffix(".pdf")
    try:
        if path.suffix.lower() in TEXTS:
            write_text(session, plan, path)
        else:
            write_pdf(session, plan, path, chosen_paper(session.preferences))
    except OSError as error:
        text = translate("Train", "The plan could not be saved as {0}. Choose another folder.")
        bad_news(parent, text.format(path), str(error))
