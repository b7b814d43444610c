"""The moving picture of an exercise, if there is one that can be read."""

from anatomy_app.content.library import Library
from anatomy_app.content.rig_file import RigError
from anatomy_app.model.motion import Motion


def motion_of(library: Library, exercise: str) -> Motion | None:
    """The motion of an exercise; without one its page says so, and its card stays empty."""
    try:
        return library.motion(exercise)
    except RigError:  # the content check tells which file, and the runner's view that there is one
        return None
