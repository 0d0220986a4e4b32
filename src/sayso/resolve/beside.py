"""Finds the name that stands beside a noun within one source: "the harbour master, Ilo Renn", "the newspaper El Faro".

Stands alone because a source's own bounds say more than the syntax: a name within them is that of whom its noun means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import FINITE, PLURAL_NOUNS
from sayso.resolve.terms import noun_class

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.resolve.names import Name
    from sayso.stages import Parsed

OPENING = frozenset({"``", "''", '"', "“", "«", "‘", "'", "-LRB-"})
JOINING = frozenset({"CC", ",", ":", "WP", "WDT", "WP$"})
REACH = 6
"""How many tokens before a name may lie between "known", "name" and their "as"."""


def name_within(parsed: Parsed, head: int, last: int, names: Iterable[Name]) -> Name | None:
    """Of the `names` in a source that ends before token `last` the one that is the proper name of its noun `head`."""
    if parsed.tags[head][:2] not in {"NN", "JJ", "DT"} and not _one_of(parsed, head):
        return None
    if noun_class(parsed.lower[head]) == "document":
        return None
    for name in names:
        if head < name.first and name.last <= last and _whole(parsed, name, last) and _ends(parsed, name.last, last):
            start = _start(parsed, name)
            if _is_named(parsed, head, start) or (
                _kinds_agree(parsed, head, start, name)
                and (_next_to(parsed, head, start, name) or _in_apposition(parsed, head, start, name))
            ):
                return name
    return None


def _one_of(parsed: Parsed, head: int) -> bool:
    """Whether it is the "one" of "one of her lawyers, Ada Kirsch"."""
    return parsed.lower[head] == "one" and parsed.lower[head + 1 : head + 2] == ("of",)


def _whole(parsed: Parsed, name: Name, last: int) -> bool:
    """Whether it is a name of its own and no modifier, unless of the rest of it after a nickname."""
    return not name.modifier or (name.last < last and parsed.tags[name.last] in OPENING)


def _ends(parsed: Parsed, token: int, last: int) -> bool:
    """Whether nothing follows the name that could make it only a part of something else."""
    if token + 1 < last and parsed.lower[token] in {"of", "from"} and parsed.words[token + 1][0].isupper():
        return True
    return token >= last or parsed.tags[token] in {",", "''", "``", "-RRB-", "-LRB-", ":", "CD", "VBP", "NNP"}


def _start(parsed: Parsed, name: Name) -> int:
    """Where the name begins with its title, "one", an adjective and opening marks."""
    token = name.title[0] if name.title is not None else name.first
    while token > 0 and (
        parsed.tags[token - 1] in OPENING
        or parsed.lower[token - 1] in words("function_words", "determiners", "unheard")
        or (parsed.tags[token - 1] in {"JJ", "HYPH"} and parsed.tags[token] in {"JJ", "HYPH", "NNP"})
    ):
        token -= 1
    return token


def _is_named(parsed: Parsed, head: int, start: int) -> bool:
    """Whether the words before the name say that it is one: "named", "known as", "who goes by the name of"."""
    before = parsed.lower[max(head + 1, start - REACH) : start]
    if not before:
        return False
    naming = words("titles", "naming", "participles")
    if before[-1] in naming:
        return True
    told = (
        before[-1] in words("pronouns", "third")
        and len(before) > 1
        and before[-2] in words("titles", "naming", "verbs")
    )
    called = " ".join(before).endswith(tuple(words("titles", "naming", "phrases")))
    return told or called or (before[-1] == "as" and any(word in words("titles", "naming", "as") for word in before))


def _kinds_agree(parsed: Parsed, head: int, start: int, name: Name) -> bool:
    """Whether the noun can bear the name: no person a place's, no plural a person's."""
    noun = noun_class(parsed.lower[head])
    direct = all(parsed.tags[t] in {",", "HYPH", "CD"} for t in range(head + 1, start))
    if parsed.tags[head] in PLURAL_NOUNS:
        return direct and name.sort in {"organisation", "unknown"}
    if noun == "person":
        return name.sort == "person" or (direct and name.sort in {"unknown", "organisation"})
    return name.sort != "place" and (direct or noun == "other" or name.sort != "person")


def _next_to(parsed: Parsed, head: int, start: int, name: Name) -> bool:
    """Whether the name follows its noun at once, or with its title the noun's phrase: "member of the Council X"."""
    if start == head + 1:
        return noun_class(parsed.lower[head]) in {"body", "person"}
    return name.title is not None and not any(
        parsed.tags[t] in JOINING or parsed.tags[t][:2] == "VB" for t in range(head + 1, start)
    )


def _in_apposition(parsed: Parsed, head: int, start: int, name: Name) -> bool:
    """Whether one comma, and nothing of another clause, stands between the noun's phrase and the name."""
    between = [parsed.tags[t] for t in range(head + 1, start)]
    return (
        between[-1:] == [","]
        and between.count(",") == 1
        and not any(tag in JOINING - {","} or tag in FINITE for tag in between)
        and name.first - start < REACH
    )
