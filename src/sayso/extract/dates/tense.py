"""Says whether the words around a date tell of what was or of what is to come, from tags and heads alone.

Stands alone because it is the only part of dates that reads syntax for direction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import ATTRIBUTIVES, AUXILIARIES, CLAUSES_AS_SUBJECTS, PAST, PRESENT

if TYPE_CHECKING:
    from sayso.extract.dates.shapes import Pull
    from sayso.stages import Parsed

HAVE = words("function_words", "auxiliaries", "have")
PERFECT = HAVE | words("function_words", "auxiliaries", "present_perfect")
EVENTS = ("NN", "NNS", "NNP")
HIGHEST_CLIMB = 8
HELPERS = 3  # words before a verb among which its helpers stand: "had originally been planned"


def direction(parsed: Parsed, tokens: range) -> Pull:
    """-1 where the date at `tokens` lies behind the telling, 1 where it lies ahead, 0 where nothing says."""
    pulls = table("dates")["pulls"]
    before = parsed.lower[tokens[0] - 1] if tokens[0] else ""
    token = next((one for one in tokens if int(parsed.heads[one]) not in tokens), tokens[0])
    if before in pulls["gone"]:
        return -1
    soon = before == "as" and tokens[0] > 1 and parsed.lower[tokens[0] - 2] in pulls["as_soon"]
    if (before in pulls["to_come"] and "had" not in parsed.lower[max(0, tokens[0] - HELPERS - 3) : tokens[0]]) or soon:
        return 1
    if _put_off(parsed, tokens, token, pulls) or _is_when(parsed, token, pulls):
        return 1
    if before in pulls["open"] and tokens[0] > 1 and (_plans(parsed, tokens[0] - 2) or _is_fixed(parsed, token, pulls)):
        return 1
    open_to = before in pulls["open"] and not _is_span(parsed, tokens)
    if parsed.deps[token] in ATTRIBUTIVES or open_to:
        return 1 if _is_deadline(parsed, token, pulls) else 0
    told = _of_verb(parsed, token)
    return 1 if before in pulls["coming"] and told >= 0 else told


def _is_deadline(parsed: Parsed, token: int, pulls: dict[str, list[str]]) -> bool:
    """Whether it is the day of a deadline that somebody sets or faces: "sets Friday deadline over bodies"."""
    noun = int(parsed.heads[token])
    if parsed.deps[token] not in ATTRIBUTIVES or parsed.lower[noun] not in pulls["deadlines"]:
        return False
    above = int(parsed.heads[noun])
    above = int(parsed.heads[above]) if parsed.lower[above] == "of" else above  # "ahead of a Friday deadline"
    verb = parsed.tags[above].startswith("VB") and lemma(parsed.lower[above], "verb") in pulls["ahead_of"]
    earlier = any(parsed.lower[child] == "had" for child in parsed.children[above])
    return (verb and not earlier) or parsed.lower[above] in pulls["before_it"]


def through_noun(parsed: Parsed, tokens: range) -> bool:
    """Whether a noun stands between the date and its verb: "heard of a cut in September"."""
    units = table("dates")["units"]
    token = next((one for one in tokens if int(parsed.heads[one]) not in tokens), tokens[0])
    for _ in range(HIGHEST_CLIMB):
        above = int(parsed.heads[token])
        if above == token or parsed.tags[above].startswith("VB"):
            return False
        if above not in tokens and parsed.tags[above].startswith("NN") and parsed.lower[above] not in units:
            return True
        token = above
    return False


def is_bare(parsed: Parsed, tokens: range) -> bool:
    """Whether it stands by its verb without a preposition: "took effect Jan. 1"."""
    token = next((one for one in tokens if int(parsed.heads[one]) not in tokens), tokens[0])
    return parsed.deps[token] == "npadvmod"


def _is_fixed(parsed: Parsed, token: int, pulls: dict[str, list[str]]) -> bool:
    """Whether it is the day that something was set for: "the judge set the hearing for Tuesday"."""
    for _ in range(HIGHEST_CLIMB):
        above = int(parsed.heads[token])
        if above == token or parsed.tags[above].startswith("VB"):
            return above != token and parsed.lower[above] in pulls["fixed"]
        token = above
    return False


def _is_span(parsed: Parsed, tokens: range) -> bool:
    """Whether it is a stretch that something is told for ("for the week, shares fell"), no day that it is meant for."""
    units = table("dates")["units"]
    return (
        tokens[0] > 0
        and (parsed.lower[tokens[0]], parsed.lower[tokens[0] - 1]) == ("the", "for")
        and (parsed.lower[tokens[-1]] in units)
    )


def _is_when(parsed: Parsed, token: int, pulls: dict[str, list[str]]) -> bool:
    """Whether an event is on it or due then: "the deadline is Thursday", "she is due in Miren on Thursday"."""
    above = int(parsed.heads[token])
    if parsed.deps[token] in ("attr", "npadvmod") and parsed.lower[above] in pulls["is_on"]:
        if any(above < one < token for one in parsed.children[above]):
            return False  # "the mayor is out of jail Thursday"
        subject = next((one for one in parsed.children[above] if parsed.deps[one] == "nsubj" and one < token), -1)
        return subject >= 0 and parsed.lower[subject] not in pulls["no_event"] and parsed.tags[subject] in EVENTS
    for _ in range(HIGHEST_CLIMB):
        if parsed.lower[above] in pulls["is_on"]:
            return any(
                parsed.tags[one] == "JJ" and _plans(parsed, one) for one in parsed.children[above] if one < token
            )
        if parsed.tags[above].startswith(("VB", "NN")) or int(parsed.heads[above]) == above:
            return False
        above = int(parsed.heads[above])
    return False


def _put_off(parsed: Parsed, tokens: range, token: int, pulls: dict[str, list[str]]) -> bool:
    """Whether the date is what something was put off to: "postponed the vote until Tuesday", "extended it to March"."""
    before = parsed.lower[tokens[0] - 1] if tokens[0] else ""
    if before in pulls["till_with"]:
        now = tokens[0] > 1 and parsed.lower[tokens[0] - 2] in pulls["starts_now"]  # "from today through Friday"
        return now or parsed.lower[_verb(parsed, token)] in pulls["put_off"]
    if before not in pulls["till"]:
        return False
    sentence = parsed.sentence_tokens(parsed.sentence[tokens[0]])
    return any(parsed.lower[one] in pulls["put_off"] for one in range(sentence.start, tokens[0]))


def _verb(parsed: Parsed, token: int) -> int:
    """The verb above the token, or the last word that was climbed to."""
    for _ in range(HIGHEST_CLIMB):
        above = int(parsed.heads[token])
        if above == token or parsed.tags[token].startswith("VB"):
            break
        token = above
    return token


def _of_verb(parsed: Parsed, token: int) -> Pull:
    at = token
    for _ in range(HIGHEST_CLIMB):
        tag = parsed.tags[at]
        if tag.startswith("VB") or tag == "MD":
            return _of(parsed, at)
        if tag == "JJ" and _plans(parsed, at):
            return 1
        above = int(parsed.heads[at])
        if above == at:
            return 0
        at = above
    return 0


def _doubtful() -> list[str]:
    return table("dates")["pulls"]["doubtful"]  # type: ignore[no-any-return]


def _of(parsed: Parsed, verb: int) -> Pull:  # noqa: PLR0911 (one answer a case)
    helpers = [child for child in parsed.children[verb] if child < verb and parsed.deps[child] in AUXILIARIES]
    if any(parsed.tags[child] == "MD" for child in helpers):
        word = next(parsed.lower[child] for child in helpers if parsed.tags[child] == "MD")
        if word in _doubtful():
            return 0
        have = any(parsed.lower[child] in HAVE for child in helpers)
        return -1 if have else 1
    tag = parsed.tags[verb]
    if _plans(parsed, verb):
        return 1
    if any(parsed.tags[child] == "TO" for child in helpers):
        above = int(parsed.heads[verb])
        if any(parsed.lower[child] == "have" for child in helpers):
            return -1  # "is said to have been shot on Tuesday"
        if _plans(parsed, above):
            return 1
        return 0 if above != verb and _of_verb(parsed, above) < 0 else 1
    first = parsed.tags[helpers[0]] if helpers else tag
    if first in PAST or tag == "VBD":
        return -1
    if any(parsed.lower[child] in PERFECT for child in helpers):
        return -1
    if tag in PRESENT and parsed.lower[verb] in table("dates")["pulls"]["timetable"]:
        return 1
    if tag in PRESENT or first in PRESENT:
        return 0 if tag != "VBG" else 1
    if tag == "VBG":
        above = int(parsed.heads[verb])
        joined = above < verb or parsed.deps[verb] in CLAUSES_AS_SUBJECTS  # "shelling on Sunday killed four"
        return _of(parsed, above) if above != verb and parsed.tags[above].startswith("VB") and joined else 0
    return 0


def _plans(parsed: Parsed, verb: int) -> bool:
    """Whether the verb tells of a plan that still stands: "is set for", but not "was set on", "had been planned"."""
    pulls, word = table("dates")["pulls"], parsed.lower[verb]
    if word in pulls["plans_with"]:
        after = parsed.lower[verb + 1] if verb + 1 < len(parsed) else ""
        if after not in pulls["plans_with"][word]:
            return False
    elif word not in pulls["plans"] or "as" in parsed.lower[max(0, verb - 2) : verb]:
        return False  # "as planned"
    first = parsed.sentences[parsed.sentence[verb]]
    return "had" not in parsed.lower[max(first, verb - HELPERS) : verb]
