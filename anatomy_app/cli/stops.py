"""Ways a call ends early: each with its exit status and a sentence that says what to do."""

INTERRUPTED = 130  # the status of a call that Ctrl-C ended


class Stop(Exception):  # noqa: N818  # an outcome with a status, not a fault in the program
    """The call ends with `status`; the text is a sentence for the user."""

    status = 1


class WrongContent(Stop):
    """The content, or a thing named on the command line, is wrong."""

    status = 1


class WrongWords(Stop):
    """The words on the command line are wrong."""

    status = 2


class WrongPlace(Stop):
    """The environment will not let it: no display, no libraries, a folder that is not writable."""

    status = 3
