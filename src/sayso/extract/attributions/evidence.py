"""Weighs whether what the reader took for an attribution is one, or tells a deed, an event or a state.

Stands alone because the reader has learnt from a corpus that marks attitudes widely ("vetoed the bill", "faces
charges"), and this from rows of real reports that were judged by the contract (`training/rows`). What each word of a
cue was judged to be, and how often it tells words at all, stands in `judged_cues.toml`, the weights in `weights.toml`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.kinds import full_sense, is_known, sense_of
from sayso.lexicon import table, words
from sayso.lexicon.weighing import odds
from sayso.parse.labels import (
    ADNOMINAL_CLAUSES,
    AUXILIARIES,
    COMMON_NOUNS,
    FINITE,
    PLACES_AND_PEOPLES,
    SUBJECTS_AND_EXPLETIVES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Span
    from sayso.stages import Parsed

MOST = 1.25
"""Log odds up to which a row is held for an attribution (docs/decisions/attribution-reader.md has the table)."""
SHRUNK = 6.0
"""As many rows of the share expected of a word are added to those judged for it, and of its own to those of a form."""
QUOTED = "quoted words"
"""The form of a clause some of which is quoted: whatever the cue, it is mostly told by somebody."""
POLAR = words("function_words", "questions", "polar")
MODALS = words("function_words", "auxiliaries", "modals")
NEGATIONS = words("function_words", "negations")
THINGS = words("function_words", "subjects", "things")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against a row being no attribution; all but the first and the last two are 0 or 1.

    `sure`: the log odds of the row's confidence. `known`: the lexicon has the cue; `acting`: by which more is done than
    asserted. `nobody`: no source. Of the content: `quoted`, a `clause` with subject and finite verb, an `infinitive`,
    a noun (`nominal`), a `question`. Of the cue: `negated`, with a `modal`, `passive`, a `participle`, a `bare` form,
    of a `relative` clause. The source's head: a `common` noun, a `thing` as a pronoun; the source a `place`. `word`:
    the log odds that a row with this cue, in this form, was judged none, `seen`: how many with it, as a logarithm.
    """

    sure: float
    known: float
    acting: float
    nobody: float
    quoted: float
    clause: float
    infinitive: float
    nominal: float
    question: float
    negated: float
    modal: float
    passive: float
    participle: float
    bare: float
    relative: float
    common: float
    thing: float
    place: float
    word: float
    seen: float

    @property
    def form(self) -> str:
        """In what form a row is told, for words mean one thing before a clause and another before a noun."""
        if self.quoted and self.clause:
            return QUOTED
        told = "words" if self.quoted or self.clause else "to do" if self.infinitive else "a thing"
        return f"{told}, by nobody" if self.passive or self.nobody else told


def tells_a_deed(
    parsed: Parsed, parts: tuple[Sequence[Span], Sequence[Span], Sequence[Span]], chance: float, *, quoted: bool
) -> bool:
    """Whether a row is held for none; see `evidence` for what is given. One without any word is let be."""
    if not all(any(parsed.tokens_in(span) for span in spans) for spans in parts[1:]):
        return False
    found = evidence(parsed, parts, chance, quoted=quoted)
    word, seen = judged(sense_of(parsed, parts[1]).lemma, found.form)
    return odds(replace(found, word=word, seen=seen), "no_attribution") > MOST


def evidence(
    parsed: Parsed,
    parts: tuple[Sequence[Span], Sequence[Span], Sequence[Span]],
    chance: float,
    *,
    quoted: bool,
) -> Evidence:
    """The evidence of a row with a cue, but for what was judged of its word: `parts` are source, cue and content.

    `chance` is its confidence; `quoted`, whether some of the content stands in quotation marks.
    """
    source, cue, content = ([token for span in spans for token in parsed.tokens_in(span)] for spans in parts)
    verb = _verb(parsed, cue)
    below = parsed.children[verb]
    top = _top(parsed, content)
    head = _top(parsed, source) if source else None
    labels = {entity.label for entity in parsed.entities_in(source[0], source[-1] + 1)[:1]} if source else set()
    helping = {parsed.lower[token] for token in (*below, *cue)}
    return Evidence(
        sure=log_odds(chance),
        known=is_known(parsed, parts[1]),
        acting=full_sense(parsed, parts[1]).act != "assert",
        nobody=not source,
        quoted=quoted,
        clause=_is_clause(parsed, top),
        infinitive=parsed.tags[content[0]] == "TO",
        nominal=parsed.tags[top].startswith("NN") or parsed.tags[top] in ("PRP", "DT", "CD"),
        question=parsed.tags[content[0]] in ("WRB", "WP", "WDT") or parsed.lower[content[0]] in POLAR,
        negated=any(parsed.deps[c] == "neg" for token in cue for c in parsed.children[token])
        or any(parsed.lower[token] in NEGATIONS for token in cue),
        modal=not helping.isdisjoint(MODALS),
        passive=any(parsed.deps[c] == "auxpass" for c in below)
        or (parsed.tags[verb] == "VBN" and parsed.deps[verb] in ADNOMINAL_CLAUSES),
        participle=parsed.tags[verb] == "VBG",
        bare=parsed.tags[verb] == "VB",
        relative=parsed.deps[verb] == "relcl",
        common=head is not None and parsed.tags[head] in COMMON_NOUNS,
        thing=head is not None and parsed.lower[head] in THINGS,
        place=not labels.isdisjoint(PLACES_AND_PEOPLES),
        word=0.0,
        seen=0.0,
    )


def judged(lemma: str, form: str) -> tuple[float, float]:
    """The log odds that a row with this cue in this form is none, and the logarithm of one more than were judged."""
    known = table("judged_cues")
    told = known["words"].get(lemma)
    expected = known["share"]["average"] if told is None else 1 - told / 100
    if form == QUOTED:
        expected = known["share"]["quoted"]
    cue, shaped = (known[part].get(key, (0, 0)) for part, key in (("cues", lemma), ("forms", f"{lemma} | {form}")))
    share = expected if form == QUOTED else shrunk(cue, expected)
    return log_odds(shrunk(shaped, share)), math.log(1 + cue[0])


def shrunk(counted: Sequence[int], expected: float) -> float:
    """The share of none among rows, from how many there are and how many are none, drawn to what was expected."""
    rows, none = counted
    return (none + SHRUNK * expected) / (rows + SHRUNK)


def log_odds(chance: float) -> float:
    """The log odds of a chance, of one in a hundred at least and at most."""
    kept = min(0.99, max(0.01, chance))
    return math.log(kept / (1 - kept))


def _verb(parsed: Parsed, cue: Sequence[int]) -> int:
    """The last verb of the cue that helps no other; its last word, where it has none."""
    verbs = (t for t in reversed(cue) if parsed.tags[t].startswith("VB") and parsed.deps[t] not in AUXILIARIES)
    return next(verbs, cue[-1])


def _top(parsed: Parsed, tokens: Sequence[int]) -> int:
    """The first word that hangs on none of the others."""
    inside = frozenset(tokens)
    outer = (t for t in tokens if int(parsed.heads[t]) not in inside or int(parsed.heads[t]) == t)
    return next((token for token in outer if parsed.words[token][0].isalnum()), tokens[0])


def _is_clause(parsed: Parsed, top: int) -> bool:
    """Whether a word is the verb of a clause with a subject, and finite."""
    below = parsed.children[top]
    finite = parsed.tags[top] in FINITE or any(
        parsed.tags[c] in FINITE and parsed.deps[c] in AUXILIARIES for c in below
    )
    return finite and any(parsed.deps[c] in SUBJECTS_AND_EXPLETIVES for c in below)
