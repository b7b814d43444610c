"""What Train shows but does not make: moving figures, the reasons of exercises, plans, pages.

Every module of Train asks here, so that where these come from is said once.
"""

from anatomy_app.ui.train_standins import (
    Motion,
    easier,
    harder,
    motion_of,
    needs,
    paint_mannequin,
    stage_reason,
    stages,
)
from anatomy_app.ui.train_standins_plan import (
    Item,
    Plan,
    PlanStore,
    Wish,
    add,
    make_plan,
    paint_plan,
    rank,
    swap,
    write_pdf,
)

__all__ = [
    "Item",
    "Motion",
    "Plan",
    "PlanStore",
    "Wish",
    "add",
    "easier",
    "harder",
    "make_plan",
    "motion_of",
    "needs",
    "paint_mannequin",
    "paint_plan",
    "rank",
    "stage_reason",
    "stages",
    "swap",
    "write_pdf",
]
