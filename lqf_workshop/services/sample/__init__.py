"""Write a library of invented workshops, to look around in before the first real one.

Every vote, card and action goes through the services that a facilitator uses, with all their
rules. Two things differ, so that a library of a thousand takes no more than a cup of tea. A whole
workshop is one transaction, not each act: a program that is killed leaves whole workshops.
And what has no rules is stored in one go when a meeting ends: notes, shows of hands, minutes.
"""

from lqf_workshop.services.sample.filling import fill_with_sample, write_sample

__all__ = ["fill_with_sample", "write_sample"]
