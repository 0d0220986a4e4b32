"""The stage that finds what does not fit inside one report: pure arithmetic on its rows, quiet when in doubt."""

from sayso.check.judgement import LetGo
from sayso.check.registry import check, explain

__all__ = ["LetGo", "check", "explain"]
