"""Ends a content where its clause ends: what the reader broke off goes on, what only leads on or is the hearer goes.

Stands alone because it asks the parse, of a content whose words are known, what belongs to them; rules of print
(`wholes`) do not know the parse, and the reader's own edges (`segmenting`) are chosen before the words are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.attributions.kinds import sense_of, verb_lemma
from sayso.extract.attributions.segmenting import LEADING
from sayso.extract.attributions.wholes import trimmed
from sayso.lexicon import table
from sayso.model import Span
from sayso.parse.labels import AUXILIARIES, FINITE, HEARERS, RELATIVE_PRONOUNS, SUBJECTS, SUBJECTS_AND_EXPLETIVES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.extract.attributions.decoding import Candidate
    from sayso.stages import Parsed

BELONGING = frozenset(
    ("prep", "pobj", "pcomp", "dobj", "acl", "relcl", "advcl", "appos", "attr", "acomp", "oprd", "xcomp", "ccomp")
)
"""What stands right behind a content and hangs on one of its words belongs to it."""
BEHIND_A_COMMA = frozenset(("acl",))
"""The same behind a comma, where most of what else hangs on the content's words is the report's own."""
BROKEN_OFF = SUBJECTS | AUXILIARIES
DOING = 3
"""How far into a content its first verb is looked for, if its subject may be missing."""
OPENING = frozenset("“\"«‘'「『")
CLOSING = frozenset("”\"»’'」』")
LONGEST_HEARER = 6
MOST = 40
"""Words by which a content is made longer at most."""


def finished(parsed: Parsed, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with their contents ended where their clauses end; none takes a word that another one has."""
    taken = {token for c in found for span in (*c.source, *c.cue, *c.content) for token in parsed.tokens_in(span)}
    return [_finished(parsed, candidate, taken) for candidate in found]


def unheard(parsed: Parsed, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with contents that begin behind the hearer, who is no part of what was said."""
    return [
        replace(c, content=(_behind_the_hearer(parsed, c, c.content[0]), *c.content[1:])) if c.cue and c.content else c
        for c in found
    ]


def _finished(parsed: Parsed, one: Candidate, taken: set[int]) -> Candidate:
    if not one.content or not one.cue:
        return one
    content = list(unheard(parsed, [one])[0].content)
    content = _with_its_subject(parsed, one, content, taken)
    content[0] = _with_its_doer(parsed, one, content[0], taken)
    tokens = [token for span in content for token in parsed.tokens_in(span)]
    if not tokens or parsed.text[content[-1].end - 1] in CLOSING:
        return replace(one, content=tuple(content))
    end = _with_level(parsed, one, _end(parsed, tokens, taken), taken)
    if end != tokens[-1]:
        content[-1] = trimmed(parsed.text, Span(content[-1].start, int(parsed.ends[end])))
        taken.update(range(tokens[-1] + 1, end + 1))
    return replace(one, content=tuple(content))


def _with_its_subject(parsed: Parsed, one: Candidate, content: list[Span], taken: set[int]) -> list[Span]:
    """`content` with whom it tells of, where the cue stands between: "| the baby | is expected | to live"."""
    if parsed.tags[parsed.tokens_in(content[0])[0]] != "TO":
        return content
    verbs = [t for span in one.cue for t in parsed.tokens_in(span) if parsed.tags[t] == "VBN"]
    subject = next((c for verb in verbs for c in parsed.children[verb] if parsed.deps[c] == "nsubjpass"), None)
    if subject is None or parsed.tags[subject] in RELATIVE_PRONOUNS:
        return content
    first = min(parsed.subtree(subject))
    last = _reach(parsed, subject, first, taken)
    return [parsed.span(first, last + 1), *content] if last is not None else content


def _with_its_doer(parsed: Parsed, one: Candidate, span: Span, taken: set[int]) -> Span:
    """`span` with the subject of its first verb, where that stands right before it and no row has it."""
    tokens = parsed.tokens_in(span)
    cue = {token for part in one.cue for token in parsed.tokens_in(part)}
    verb = next((t for t in tokens[:DOING] if parsed.tags[t] in FINITE), None)
    if verb is None or parsed.text[span.start] in OPENING:
        return span
    top = int(parsed.heads[verb]) if parsed.deps[verb] in AUXILIARIES else verb
    subject = next(
        (c for c in parsed.children[top] if parsed.deps[c] in SUBJECTS_AND_EXPLETIVES and c < tokens[0]), None
    )
    if subject is None or parsed.tags[subject].startswith("W") or cue & set(range(subject, tokens[0])):
        return span
    below = parsed.subtree(subject)
    first, last = min(below), max(below)
    between = range(last + 1, tokens[0])
    alone = all(not parsed.words[t][0].isalnum() or parsed.deps[t] in ("aux", "advmod", "neg") for t in between)
    free = taken.isdisjoint(range(first, tokens[0])) and tokens[0] - first < MOST
    return Span(int(parsed.starts[first]), span.end) if alone and free else span


def _end(parsed: Parsed, tokens: Sequence[int], taken: set[int]) -> int:
    """The last token of a content: of what hangs on its words and follows it, else the last that leads nowhere on."""
    inside, last = set(tokens), tokens[-1]
    while (longer := _longer(parsed, inside, last, taken) or _whole_clause(parsed, last, taken)) is not None:
        inside.update(range(last + 1, longer + 1))
        last = longer
    while last == tokens[-1] > tokens[0] and _leads_on(parsed, last):
        tokens, last = tokens[:-1], tokens[-2]
    return last


def _with_level(parsed: Parsed, one: Candidate, end: int, taken: set[int]) -> int:
    """The last token of a content with the number that its cue gives it: "puts | the toll at 40"."""
    first = end + 1
    cue = {token for span in one.cue for token in parsed.tokens_in(span)}
    if first >= len(parsed) or parsed.lower[first] != "at" or int(parsed.heads[first]) not in cue:
        return end
    level = any(parsed.tags[token] == "CD" for token in parsed.subtree(first))
    longer = _reach(parsed, first, first, taken) if level else None
    return end if longer is None else longer


def _longer(parsed: Parsed, inside: set[int], last: int, taken: set[int]) -> int | None:
    """The last token of what follows `last` and hangs on a word of `inside`; null where nothing does."""
    follows = last + 1
    behind_comma = follows < len(parsed) and parsed.words[follows] == ","
    first = follows + behind_comma
    if first >= len(parsed) or parsed.sentence[first] != parsed.sentence[last] or _tells(parsed, first):
        return None
    top = _hangs_by(parsed, first, inside)
    if top is None or parsed.deps[top] not in (BEHIND_A_COMMA if behind_comma else BELONGING):
        return None
    return _reach(parsed, top, first, taken)


def _whole_clause(parsed: Parsed, last: int, taken: set[int]) -> int | None:
    """The last token of the clause whose subject or helping verb ends a content; null where none does."""
    verb = int(parsed.heads[last])
    if parsed.deps[last] not in BROKEN_OFF or verb <= last or parsed.sentence[verb] != parsed.sentence[last]:
        return None
    end = max(parsed.subtree(verb))
    while end > last and not parsed.words[end][0].isalnum():
        end -= 1
    return end if last < end < last + MOST and taken.isdisjoint(range(last + 1, end + 1)) else None


def _leads_on(parsed: Parsed, token: int) -> bool:
    """Whether a word leads on to the words that follow it, and which the content does not have."""
    after = token + 1
    if after == len(parsed) or parsed.tags[token] not in LEADING or not parsed.words[after][0].isalnum():
        return False
    if parsed.sentence[after] != parsed.sentence[token]:
        return False
    joins = parsed.tags[token] == "CC"
    return joins or int(parsed.heads[token]) > token or any(child > token for child in parsed.children[token])


def _hangs_by(parsed: Parsed, token: int, inside: set[int]) -> int | None:
    """The word through which `token` hangs on one of `inside`; null where it does not."""
    while int(parsed.heads[token]) not in inside:
        if int(parsed.heads[token]) == token:
            return None
        token = int(parsed.heads[token])
    return token


def _reach(parsed: Parsed, top: int, first: int, taken: set[int]) -> int | None:
    """The last token of the subtree of `top`, if it begins at `first`; null where another row has some of it."""
    below = parsed.subtree(top)
    end = max(below)
    while end > first and not parsed.words[end][0].isalnum() and parsed.words[end] not in ("%", ")"):
        end -= 1
    whole = min(below) >= first and end - first < MOST
    return end if whole and taken.isdisjoint(range(first, end + 1)) else None


def _tells(parsed: Parsed, token: int) -> bool:
    """Whether a participle tells that somebody says something more ("noting that"): that is no part of the content."""
    return parsed.tags[token] == "VBG" and verb_lemma(parsed.lower[token]) in table("cues")["verbs"]


def _behind_the_hearer(parsed: Parsed, one: Candidate, span: Span) -> Span:
    """`span` without whom it is told to, where a clause follows ("told | them she had seen it")."""
    if sense_of(parsed, one.cue).lemma not in table("cues")["telling"]["verbs"]:
        return span
    cue = frozenset(token for part in one.cue for token in parsed.tokens_in(part))
    tokens = parsed.tokens_in(span)
    hearer = next((t for t in tokens if int(parsed.heads[t]) in cue), None)
    if hearer is None or parsed.deps[hearer] not in HEARERS or hearer + 1 not in tokens:
        return span
    last = _reach(parsed, hearer, tokens[0], set())
    if last is None or last - tokens[0] >= LONGEST_HEARER or parsed.deps[tokens[0]] == "mark":
        return span
    clause = next((t for t in tokens if int(parsed.heads[t]) in cue and parsed.deps[t] == "ccomp"), hearer)
    mark = next((c for c in parsed.children[clause] if parsed.deps[c] == "mark" and c > last), None)
    if mark is not None and mark < last + LONGEST_HEARER:
        return Span(int(parsed.starts[mark + (parsed.lower[mark] == "that")]), span.end)
    own = any(parsed.deps[c] in SUBJECTS_AND_EXPLETIVES and c > last for c in parsed.children[clause])
    return Span(int(parsed.starts[last + 1]), span.end) if own and parsed.words[last + 1][0].isalnum() else span
