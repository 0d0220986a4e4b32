"""Tells what is done by an attribution's words: the cue's act, or the content's where that plainly asks or foretells.

Stands alone because it reads the content, while the lexicon of cues knows the cue alone.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse.labels import AUXILIARIES, SUBJECTS_AND_EXPLETIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.extract.attributions.kinds import Sense
    from sayso.model import Act, Span
    from sayso.stages import Parsed

LONGEST = 3
MARKS = "\"'”’»›」』"
OPENING = "\"'“‘«‹「『„"
HELPERS = AUXILIARIES | {"neg"}
SUBJECTS = SUBJECTS_AND_EXPLETIVES | {"csubj"}
OPEN_QUESTION = re.compile(r"(?<=[.!?…,])[" + MARKS + r"]*\s+[" + OPENING + r"]*(?=[A-Z])")
FUTURE = words("function_words", "auxiliaries", "future")
QUESTIONING = words("function_words", "questions")
ONESELF = words("function_words", "subjects", "oneself")
NEGATIONS = words("function_words", "negations", "words")


def act_of(sense: Sense, parsed: Parsed, content: Sequence[Span]) -> Act:
    """The act: the cue's; where the cue is a plain assertion, the content's if it plainly asks or foretells."""
    tokens = [t for span in content for t in parsed.tokens_in(span) if parsed.words[t][0].isalnum()]
    led = _led(sense, parsed, tokens[:LONGEST])
    if led is not None or not tokens:
        return led or sense.act
    if sense.act == "ask":
        return "demand" if _wants_a_deed(parsed, tokens) else "ask"
    if sense.act != "assert" or sense.kind != "speech" or sense.stance != "neutral":
        return "assert" if sense.act == "deny" and _behind_colon(parsed.text, content) else sense.act
    if _asks(parsed.text, content, cued=bool(sense.lemma)):
        return "ask"
    sentences = list(_sentences(parsed, tokens))
    if all(_bids(parsed, first, top) for first, top in sentences):
        return "demand"
    return "predict" if len(sentences) == 1 and _foretells(parsed, sentences[0][1]) else "assert"


def _behind_colon(text: str, content: Sequence[Span]) -> bool:
    """Whether the words stand behind a colon, and are said, not denied: "disagreed: 'The dykes were never mended.'"."""
    return ":" in text[max(0, content[0].start - 2) : content[0].start]


def _led(sense: Sense, parsed: Parsed, first: Sequence[int]) -> Act | None:
    """The act of the phrase that the cue makes with the content's first words ("told | to leave")."""
    phrases = table("cues")["phrases"]
    if sense.lemma not in table("cues")["verbs"]:
        return None
    for tokens in (first, first[1:] if first and parsed.lower[first[0]] in NEGATIONS else ()):
        for length in range(len(tokens), 0, -1):
            found = phrases.get(" ".join((sense.lemma, *(parsed.lower[token] for token in tokens[:length]))))
            if found is not None and _goes_on(parsed, tokens[length - 1]):
                act: Act = found["act"]
                return act
    return None


def _goes_on(parsed: Parsed, last: int) -> bool:
    """Whether a "to" which ends a phrase goes on as an infinitive, not to somebody told."""
    if parsed.lower[last] != "to" or parsed.deps[last] == "aux":
        return True
    after = next((t for t in range(last + 1, len(parsed)) if parsed.words[t][0].isalnum()), last)
    return parsed.tags[after].startswith(("VB", "RB"))


def _wants_a_deed(parsed: Parsed, tokens: Sequence[int]) -> bool:
    """Whether what is asked is no question but that something be done: an infinitive, or a clause that asks nothing."""
    first, top = next(_sentences(parsed, tokens))
    if parsed.tags[first].startswith("W") or parsed.lower[first] in QUESTIONING:
        return False
    if any(parsed.tags[token] == "TO" for token in tokens[:LONGEST]):
        return True
    quoted = first and parsed.words[first - 1][0] in OPENING
    if quoted or parsed.text.startswith("?", int(parsed.ends[tokens[-1]])):
        return False
    subject = min((c for c in parsed.children[top] if parsed.deps[c] in SUBJECTS), default=top)
    return subject < min((top, *(c for c in parsed.children[top] if parsed.deps[c] in HELPERS)))


def _asks(text: str, content: Sequence[Span], *, cued: bool) -> bool:
    """Whether the content is a question: all of its sentences; without a cue, as in a transcript, its last one.

    A question mark within quotation marks of its own is a question that the content tells of.
    """
    words = " ".join(span.of(text) for span in content).strip()
    bare = words.rstrip(MARKS + " ")
    if not bare.endswith("?") or len(words[len(bare) :].replace(" ", "")) > int(words[0] in OPENING):
        return False
    return not cued or all(part.rstrip(MARKS + OPENING + " ").endswith("?") for part in OPEN_QUESTION.split(words))


def _sentences(parsed: Parsed, tokens: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first word and the head of each sentence, or of the part of it that stands in the content."""
    inside = frozenset(tokens)
    for _, group in groupby(tokens, key=lambda token: parsed.sentence[token]):
        words = list(group)
        tops = (t for t in words if parsed.heads[t] == t or int(parsed.heads[t]) not in inside)
        yield words[0], next(tops, words[0])


def _bids(parsed: Parsed, first: int, top: int) -> bool:
    """Whether a sentence is an imperative, or says outright that its speaker demands ("we call on you")."""
    return _is_imperative(parsed, first) or _is_imperative(parsed, top) or _demands(parsed, top)


def _is_imperative(parsed: Parsed, verb: int) -> bool:
    imperatives = table("acts")["imperatives"]
    helpers = [c for c in parsed.children[verb] if parsed.deps[c] in HELPERS or parsed.deps[c] in SUBJECTS]
    return (
        parsed.tags[verb] == "VB"
        and all(parsed.lower[c] in imperatives["helpers"] for c in helpers)
        and parsed.lower[verb] not in imperatives["empty"]
    )


def _demands(parsed: Parsed, verb: int) -> bool:
    """Whether a verb is one of demanding in the present, said by the speaker of himself."""
    cues = table("cues")
    after = parsed.lower[verb + 1] if verb + 1 < len(parsed) else ""
    sense = cues["phrases"].get(f"{parsed.lower[verb]} {after}") or cues["verbs"].get(parsed.lower[verb])
    own = any(parsed.deps[c] == "nsubj" and parsed.lower[c] in ONESELF for c in parsed.children[verb])
    plain = not any(parsed.deps[c] in HELPERS for c in parsed.children[verb])
    return parsed.tags[verb] == "VBP" and own and plain and sense is not None and sense["act"] == "demand"


def _foretells(parsed: Parsed, top: int) -> bool:
    """Whether a sentence says what will come of itself: not what its speaker will do or have done, which is a plan."""
    children = parsed.children[top]
    wills = any(parsed.deps[c] == "aux" and parsed.lower[c] in FUTURE for c in children)
    subjects = [c for c in children if parsed.deps[c] in SUBJECTS]
    if not wills or not subjects or not parsed.tags[top].startswith("VB"):
        return False
    if any(parsed.deps[c] == "neg" for c in children) or not parsed.tags[subjects[0]].startswith("NN"):
        return False
    own = any(parsed.tags[c] == "PRP$" for c in parsed.children[subjects[0]])
    return parsed.deps[subjects[0]] == "nsubj" and not own
