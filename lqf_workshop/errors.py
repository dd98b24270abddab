"""Problems a facilitator can understand and do something about."""


class WorkshopProblem(Exception):
    """Something went wrong that we can explain in plain words; ``str()`` is shown as it is.

    Each sentence says what happened, what is safe, and what to do next.
    """


class LibraryProblem(WorkshopProblem):
    """The library file cannot be opened or written; nothing in it was changed."""


class LibraryInUse(LibraryProblem):
    """Another window of the program already writes to this library."""


class LibraryDamaged(LibraryProblem):
    """The file is not a library, or part of it is missing. It is left exactly as it is."""


class LibraryTooNew(LibraryProblem):
    """A newer version of the program wrote this file."""


class ContentProblem(WorkshopProblem):
    """A file under ``resources`` is wrong; the sentence names the file, the place and the need."""


class StaleProblem(WorkshopProblem):
    """The thing acted upon is no longer there, for example a removed action."""
