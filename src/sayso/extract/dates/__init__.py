"""Finds the time expressions of a report and gives each its TimeML value, resolved against when it was published."""

from sayso.extract.dates.report import Dates, extract

__all__ = ["Dates", "extract"]
