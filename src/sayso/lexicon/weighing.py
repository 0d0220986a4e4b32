"""Weighs what speaks for and against a judgement, by weights that were fitted to judged reports.

Stands alone because every rule that no print decides weighs its evidence in this one way. The weights stand in
`weights.toml`, written by ``training/checks.py`` and ``training/rows.py``: logistic models, one for each kind of
evidence.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from math import fsum
from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance


def odds(found: DataclassInstance, model: str) -> float:
    """How much the evidence speaks for what the model was fitted to tell, as log odds."""
    bias: float = table("weights")[model]["bias"]
    return bias + fsum(_told(found, model))


def against(found: DataclassInstance, model: str, reasons: Mapping[str, str], otherwise: str) -> str:
    """The reason of the feature that speaks most against it; `otherwise` where none with a reason does."""
    told = zip(fields(found), _told(found, model), strict=True)
    most = min(((value, reasons[one.name]) for one, value in told if one.name in reasons), default=(0.0, otherwise))
    return most[1] if most[0] < 0 else otherwise


def _told(found: DataclassInstance, model: str) -> list[float]:
    names, weights = _model(model, type(found))
    return [weight * getattr(found, name) for name, weight in zip(names, weights, strict=True)]


@cache
def _model(model: str, kind: type[DataclassInstance]) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The names and the weights of the features of a kind of evidence."""
    names = tuple(feature.name for feature in fields(kind))
    return names, tuple(table("weights")[model][name] for name in names)
