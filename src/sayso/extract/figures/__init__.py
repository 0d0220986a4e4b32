"""The extractor of counted and measured quantities: values with bounds, units, what is counted, and parts.

Stands alone as one of the independent extractors: it takes a parsed report and knows nothing of attributions or dates.

Left out on purpose, because they count nothing: years, dates, clock times, phone numbers, ids, versions, sections,
addresses, scores, list marks. "From A to B" is one figure, ``between``, unless it is the change of a toll, which is
two. An unmarked ``$`` is USD. Rates carry their measure in the unit: ``USD per month``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.figures.added import add
from sayso.extract.figures.assembly import drafts_of
from sayso.extract.figures.cells import cell_figures, kept_apart
from sayso.extract.figures.coins import coins
from sayso.extract.figures.elided import complete
from sayso.extract.figures.ellipses import elliptic, gap
from sayso.extract.figures.groups import group_of, is_of_next, whole_of_group, whole_of_noun
from sayso.extract.figures.listed import break_down, share
from sayso.extract.figures.models import is_model, models
from sayso.extract.figures.nouns import printed_from
from sayso.extract.figures.parts import keep_apart, whole_of
from sayso.extract.figures.populations import population_of
from sayso.extract.figures.side_by_side import take_over_beside
from sayso.extract.figures.vocabulary import PARTICIPLES
from sayso.model import Figure, Printed, Span

if TYPE_CHECKING:
    from sayso.extract.figures.draft import Draft
    from sayso.stages import Convention, Parsed

__all__ = ["extract"]


def extract(parsed: Parsed, *, convention: Convention | None = None) -> tuple[Figure, ...]:
    """The figures of a report in text order, with ids ``f1``, ``f2``...; what `resolve` joins is null.

    That is attribution, place, as_of and since. `convention` names the reading of vague words ("dozens"):
    ``conservative`` is ACLED's, ``range`` Wikimpacts'; without one their value, low and high are null. Offsets are
    code points of ``report.text``.
    """
    drafts: list[Draft] = []
    apart, known_money = kept_apart(parsed), coins(parsed)
    for paragraph in parsed.cleaned.paragraphs:
        if paragraph.span not in apart:
            drafts.extend(drafts_of(parsed, paragraph.span, convention, known_money))
    known = models(parsed)
    drafts = [draft for draft in drafts if not is_model(parsed, draft, known)] if known else drafts
    for index, draft in enumerate(drafts):
        _relate(parsed, drafts, index, draft)
    for index in range(len(drafts)):
        keep_apart(drafts, index)
        share(parsed, drafts, index)
        break_down(parsed, drafts, index)
        elliptic(parsed, drafts, index)
        complete(parsed, drafts, index)
        gap(parsed, drafts, index)
        take_over_beside(parsed, drafts, index)
        add(parsed, drafts, index)
    return cell_figures(parsed, tuple(_figure(parsed, index, draft) for index, draft in enumerate(drafts)))


def _relate(parsed: Parsed, drafts: list[Draft], index: int, draft: Draft) -> None:
    if not draft.countable:
        return
    group = group_of(parsed, draft)
    if is_of_next(parsed, drafts, index):
        draft.part_of, draft.noun, draft.unit = index + 1, drafts[index + 1].noun, drafts[index + 1].unit
    else:
        draft.part_of = _whole(parsed, drafts, index, group)
    draft.counted = draft.counted or group
    if draft.part_of is None and (named := whole_of_noun(parsed, drafts, index)) is not None:
        draft.part_of = named
    elif draft.part_of is not None:
        whole = drafts[draft.part_of]
        draft.counted = draft.counted or whole.counted
        follows = draft.last < len(parsed) and parsed.lower[draft.last] in PARTICIPLES
        if whole.counted is None and follows and draft.noun is not None:
            whole.counted = draft.counted  # "84 people, including 17 children, killed by": said of the whole
        if draft.unit is None and draft.quantity.numeral.form != "fraction":
            draft.unit = whole.unit
    draft.population = population_of(parsed, draft)


def _whole(parsed: Parsed, drafts: list[Draft], index: int, group: str | None) -> int | None:
    """The index of the figure that figure `index` is a part of; two of one `group` are no parts of each other."""
    whole = whole_of_group(parsed, drafts, index, group) if group is not None else None
    whole = whole_of(parsed, drafts, index) if whole is None else whole
    return None if whole is not None and group is not None and group_of(parsed, drafts[whole]) == group else whole


def _figure(parsed: Parsed, index: int, draft: Draft) -> Figure:
    text = parsed.text
    noun = None
    if draft.noun is not None:
        span = parsed.span(printed_from(parsed, draft.noun), draft.noun.last)
        noun = Printed(span, span.of(text))
    span = Span(draft.start, draft.end)
    return Figure(
        id=f"f{index + 1}",
        kind=draft.kind,
        span=span,
        text=span.of(text),
        value=draft.value,
        low=draft.low,
        high=draft.high,
        bound=draft.bound,
        trend=draft.trend,
        unit=draft.unit,
        noun=noun,
        counted=draft.counted,
        part_of=f"f{draft.part_of + 1}" if draft.part_of is not None else None,
        convention=draft.convention,
        population=draft.population,
        place=None,
        as_of=None,
        since=None,
        attribution=None,
    )
