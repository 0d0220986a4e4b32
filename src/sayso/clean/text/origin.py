"""Collects what a text's head, foot and furniture say of its origin: dates, writers, credits, outlet, dateline.

Stands alone because each reader reads one line; here it is decided which lines it may read, and which word counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from sayso.clean.text.bylines import Byline, is_person, read_byline
from sayso.clean.text.credit_lines import Found, read_credit_line, read_credit_tail
from sayso.clean.text.datelines import Headed, read_dateline
from sayso.clean.text.glued import agency_and_date, restated
from sayso.clean.text.head_dates import placed, remarked, sectioned, told_on
from sayso.clean.text.letterheads import body_before, letterhead_of, told_until
from sayso.clean.text.lines import line_of_span
from sayso.clean.text.marks import Mark, Shape, is_section
from sayso.clean.text.outlets import read_copyright, read_title
from sayso.clean.text.parties import Party, known
from sayso.clean.text.stamps import Stamp, habit, is_date_line, read_stamps
from sayso.clean.text.statements import read_statement
from sayso.model import Outlet, Refused, Removed, Span
from sayso.stages import Claimed, Credit, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.clean.text.lines import Line

_HEAD_SENTENCES, _TAIL_SENTENCES, _TAIL_LINES = 3, 2, 8
_BESIDE, _MASTHEAD = 2, 3
_OPENING_PARAGRAPHS = 4
_HEAD_LINES, _LAST, _PAPER_LINES = 12, 3, 6
# A line of three letters alone may be anything.
_ACRONYM = 3
# What may stand between two things that were glued together.
_GAP, _WIDEST_GAP = " \t\n\r\u00a0.:|–—-", 40
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{2,40}:\s")


@dataclass
class Origin:
    """What was collected; `why` is the reason of each line as far as known, `cuts` are parts of lines that are cut.

    `splits`: parts of lines that are paragraphs of their own. `datelines`: those of all paragraphs, in no paragraph.
    """

    text: str
    lines: Sequence[Line]
    marks: Sequence[Mark]
    why: list[str | None]
    title: int | None
    masthead: tuple[int, Party] | None = None
    cuts: list[Removed] = field(default_factory=list)
    splits: list[Paragraph] = field(default_factory=list)
    datelines: list[Span] = field(default_factory=list)
    claims: list[Claimed] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    outlets: list[tuple[int, Party]] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    headed: Headed | None = None
    headline: Span | None = None

    def collect(self) -> None:
        """Reads all that there is to read; the fields hold it afterwards."""
        self.order = habit(self.text)
        head, foot = self._zones()
        if self.masthead:
            at, party = self.masthead
            self.why[at] = "masthead"
            self._name_outlet(2, party)
        self._read_title()
        for at in range(head):
            self._read_head_line(at)
        for at in range(head, len(self.lines)):
            self._read_other_line(at, foot=at >= foot)
        kept = [at for at, why in enumerate(self.why) if why is None]
        self._read_prefix(kept)
        self._read_glued(kept)
        self._read_dateline(kept)
        self._read_named_again(kept)
        self._read_tails(kept)
        self._read_paper(head)

    def _zones(self) -> tuple[int, int]:
        """Where the head ends and the foot begins, by where the first and last sentences stand."""
        prose = [at for at, mark in enumerate(self.marks) if mark.shape is Shape.PROSE and self.why[at] is None]
        if not prose:
            return min(len(self.lines), _HEAD_LINES), max(0, len(self.lines) - _TAIL_LINES)
        head = prose[min(_HEAD_SENTENCES, len(prose)) - 1]
        return max(head, prose[0] + 1), prose[-min(_TAIL_SENTENCES, len(prose))] + 1

    def _read_title(self) -> None:
        if self.title is None:
            return
        line = self.lines[self.title]
        read = read_title(self.text[line.start : line.end], line.start)
        words = self.text[read.start : read.end]
        self.headline = Span(read.start, read.start + len(words.rstrip(" ;:|-–—")))
        if (read.start, read.end) != (line.start, line.end):
            for start, end in ((line.start, read.start), (self.headline.end, line.end)):
                if rest := line_of_span(self.text, start, end):
                    self.cuts.append(Removed(Span(rest.start, rest.end), "masthead" if read.outlet else "navigation"))
        if read.outlet:
            self._name_outlet(1, read.outlet)
            return
        printed = self.text[line.start : line.end]
        for at in range(min(self.title, _HEAD_LINES)):
            other = self.lines[at]
            if other.text.startswith(printed) and len(other.text) > len(printed):
                found = read_title(other.text, other.start).outlet
                if found:
                    self._name_outlet(1, found)

    def _read_head_line(self, at: int) -> None:
        line = self.lines[at]
        if at == self.title:
            self._statement(line)
            return
        stamps = is_date_line(line.text, self.order)
        if stamps:
            self._date_line(at, stamps)
        elif byline := read_byline(line.text, line.start):
            self._byline(at, byline)
        elif stamps := sectioned(line.text, self.order) or placed(line.text, self.order):
            if "press release" in self.why[:at] and (party := body_before(line.text[: stamps[0].start], line.start)):
                self._name_outlet(1, party)
            self._date_line(at, stamps)
        elif self.why[at] is None and (stamps := remarked(line.text, self.order)):
            self._claim_dates(line.start, stamps)
        elif self._statement(line):
            return
        elif (
            self.title is not None
            and self.marks[at].shape is not Shape.PROSE
            and (found := read_credit_line(line.text, line.start))
        ):
            self._credit(at, found)
        elif is_person(line.text) and self.title is not None and self.title < at and self._date_follows(at):
            self._byline(at, Byline(line.text, (), -1))
        else:
            self._furniture(at)

    def _date_follows(self, at: int) -> bool:
        return any(
            is_date_line(self.lines[i].text, self.order) for i in range(at + 1, min(at + 1 + _BESIDE, len(self.lines)))
        )

    def _read_other_line(self, at: int, *, foot: bool) -> None:
        line = self.lines[at]
        if self.why[at] is not None:
            stamps = is_date_line(line.text, self.order) if foot else ()
            if stamps and stamps[0].labelled:
                self._claim_dates(line.start, stamps)
            self._furniture(at)
        if foot and (self.why[at] is None or at < len(self.lines)) and self.marks[at].shape is not Shape.PROSE:
            found = read_credit_line(line.text, line.start)
            if found and (self.why[at] is None or found.parties):
                self._credit(at, found)
        elif foot and self.why[at] is None and (found := read_credit_line(line.text, line.start)) and not found.parties:
            self._credit(at, found)

    def _read_paper(self, head: int) -> None:
        """The body whose letterhead stands over the word for a paper speaks in it, on its day if no other is told."""
        if self.masthead and letterhead_of(self.lines) == self.masthead and not self._is_spoken():
            party = self.masthead[1]
            self.credits.append(Credit(party.name, Span(party.start, party.end), "statement"))
        if any(claim.what == "published" for claim in self.claims):
            return
        for line in self.lines[: min(head, _PAPER_LINES)]:
            if (stamp := told_until(line.text)) and "\n" not in self.text[line.start : line.end]:
                self._claim_dates(line.start, (replace(stamp, what="published"),))
                return

    def _is_spoken(self) -> bool:
        return any(credit.kind == "statement" for credit in self.credits)

    def _furniture(self, at: int) -> None:
        """A copyright line or a masthead names the outlet; an agency's copyright line credits it."""
        line, why = self.lines[at], self.why[at]
        party = read_copyright(line.text, line.start) if why == "copyright" else None
        if party and party.agency:
            self._add_credit(party, "credit")
        elif party:
            self._name_outlet(0, party)
        elif (
            why is not None
            and (masthead := known(line.text, line.start))
            and not masthead.agency
            and len(line.text) > _ACRONYM
            and (" " in line.text or not is_section(line.text))
        ):
            self._name_outlet(2, masthead)

    def _date_line(self, at: int, stamps: tuple[Stamp, ...]) -> None:
        today = not stamps[0].labelled and self._is_masthead(at)
        self.why[at] = "page date"
        self._claim_dates(self.lines[at].start, stamps, today=today)

    def _is_masthead(self, at: int) -> bool:
        """Beside the weather, or in the menus above the headline, a date is that of the day the page was opened."""
        near = [mark.why for mark in self.marks[max(0, at - _BESIDE) : at + 1 + _BESIDE]]
        above = self.title is not None and at < self.title
        return "weather" in near or (
            above and sum(why is not None for why in self.why[at + 1 : self.title]) >= _MASTHEAD
        )

    def _claim_dates(self, start: int, stamps: tuple[Stamp, ...], *, today: bool = False) -> None:
        for stamp in stamps:
            span = Span(start + stamp.start, start + stamp.end)
            raw = span.of(self.text)
            if stamp.value is None:
                self.refused.append(Refused(span, "date", f"{raw}: day and month could be either"))
                continue
            self.claims.append(Claimed("page" if today else stamp.what, "text", stamp.value, raw, span))
            if today:
                self.refused.append(
                    Refused(
                        span,
                        "date",
                        f"{raw}: a date at the head of the page is the day it was opened, not that of the report",
                    )
                )

    def _byline(self, at: int, byline: Byline) -> None:
        self.why[at] = "byline"
        self.bylines.append(byline)
        for party in byline.parties:
            if party.agency:
                self._add_credit(party, "byline")
            else:
                self._name_outlet(3, party)
        line = self.lines[at]
        if byline.names and not any(claim.what == "author" for claim in self.claims):
            self.claims.append(Claimed("author", "text", byline.names, line.text, Span(line.start, line.end)))
        if byline.date >= 0:
            self._claim_dates(line.start + byline.date, read_stamps(line.text[byline.date :], self.order).stamps)

    def _statement(self, line: Line) -> bool:
        spoken = read_statement(line.text)
        if spoken is None or self._is_spoken():
            return False
        span = Span(line.start + spoken.start, line.start + spoken.end)
        # A merged line's ink is not the text's, character for character: the words must stand where they are said to.
        if span.of(self.text) != spoken.name:
            found = self.text.find(spoken.name, line.start, line.end)
            if found < 0:
                return False
            span = Span(found, found + len(spoken.name))
        self.credits.append(Credit(spoken.name, span, "statement"))
        told = told_on(line.text[spoken.end :], self.order)
        if told and "\n" not in self.text[line.start : line.end]:
            self._claim_dates(line.start + spoken.end, (told,))
        return True

    def _credit(self, at: int, found: Found) -> None:
        self.why[at] = "credit"
        self._add_found(found)

    def _add_found(self, found: Found) -> None:
        # "with Agency" beside the outlet's own staff is no relay.
        if found.beside and any(byline.names for byline in self.bylines):
            return
        for party in found.parties:
            self._add_credit(party, "credit")

    def _add_credit(self, party: Party, kind: Literal["dateline", "credit", "byline"]) -> None:
        span = Span(party.start, party.end)
        if all(credit.span != span and (credit.name, credit.kind) != (party.name, kind) for credit in self.credits):
            self.credits.append(Credit(party.name, span, kind))

    def _name_outlet(self, rank: int, party: Party) -> None:
        self.outlets.append((rank, party))

    def _read_prefix(self, kept: list[int]) -> None:
        """A date that a page lost the line break after ("30 September 2016 13 civilians killed")."""
        first = next((at for at in kept[:2] if at != self.title), None)
        if first is None:
            return
        line = self.lines[first]
        read = read_stamps(line.text, self.order)
        rest = line.text[read.end :].lstrip(" .,:;|–—-)")
        if not read.stamps or not rest:
            return
        starts = rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘("
        if not (starts or read.stamps[0].labelled):
            return
        self._claim_dates(line.start, read.stamps)
        if starts:
            self.cuts.append(Removed(Span(line.start, line.start + len(line.text[: read.end].rstrip())), "page date"))

    def _read_glued(self, kept: list[int]) -> None:
        """What a page glued to the first sentence when it lost its line breaks."""
        first = next((at for at in kept[:2] if at != self.title), None)
        if first is None:
            return
        line = self.lines[first]
        beside = None if self.cuts else agency_and_date(self.text, line.start, line.end, self.order)
        if beside:
            self._claim_dates(beside.at, beside.stamps)
            self._add_credit(beside.party, "byline")
            self.cuts.append(Removed(Span(beside.start, beside.end), "byline"))
        elif self.headline and self.title is not None and self.title < first:
            start = self._beginning(line)
            found = restated(self.text, start, line.end, self.headline.of(self.text)) or (
                restated(self.text, line.start + end, line.end, self.headline.of(self.text))
                if (end := read_stamps(line.text, self.order).end)
                else None
            )
            if found is None:
                return
            self.splits.append(Paragraph(Span(found.start, found.end), "headline"))
            if found.writer:
                self.cuts.append(Removed(Span(start, found.writer[1]), "byline"))
            if found.party and not found.party.agency:
                self._name_outlet(3, found.party)

    def _beginning(self, line: Line) -> int:
        """Where the first sentence of a line begins: behind what was cut or split off there."""
        start = line.start
        apart = (*(cut.span for cut in self.cuts), *(split.span for split in self.splits), *self.datelines)
        for span in sorted(apart):
            if line.start <= span.start <= start < span.end:
                after = self.text[span.end : span.end + _WIDEST_GAP]
                start = span.end + len(after) - len(after.lstrip(_GAP))
        return start

    def _read_dateline(self, kept: list[int]) -> None:
        opening = [at for at in kept if at != self.title][:_OPENING_PARAGRAPHS]
        for at in opening:
            line = self.lines[at]
            headed = read_dateline(self.text, self._beginning(line), line.end, first=at == opening[0])
            if headed is None or (
                not headed.parties and not headed.dateline.date and self._is_dialogue(headed, opening)
            ):
                continue
            self.datelines.append(headed.dateline.span)
            if self.headed is None or (headed.dateline.date is not None and self.headed.dateline.date is None):
                self.headed = headed
            for party in headed.parties:
                if party.agency:
                    self._add_credit(party, "dateline")
                else:
                    self._name_outlet(3, party)
            if headed.date and headed.dateline.date:
                span = headed.dateline.date
                self.claims.append(Claimed("published", "text", headed.date, span.of(self.text), span))

    def _is_dialogue(self, headed: Headed, opening: list[int]) -> bool:
        """Whether "WARDEN: ..." is a speaker, not a place, where other paragraphs begin so too."""
        if ":" not in headed.dateline.span.of(self.text):
            return False
        last = opening[-1] + 30
        return sum(_SPEAKER.match(line.text) is not None for line in self.lines[opening[0] : last]) > 1

    def _read_named_again(self, kept: list[int]) -> None:
        """A last line that holds but the name of the dateline's agency credits it, also where nobody else knows it."""
        named = {credit.name.casefold(): credit for credit in self.credits if credit.kind == "dateline"}
        for at in kept[-_LAST:]:
            line = self.lines[at]
            bare = line.text.strip("()[]-–— .")
            if bare.casefold() in named and bare != line.text:
                start = line.start + line.text.index(bare)
                name = named[bare.casefold()].name
                self._credit(at, Found(line.start, line.end, (Party(name, start, start + len(bare), True, False),)))

    def _read_tails(self, kept: list[int]) -> None:
        for at in [at for at in kept if self.marks[at].shape is Shape.PROSE and at != self.title][-1:]:
            line = self.lines[at]
            found = read_credit_tail(self.text, self._beginning(line), line.end)
            if found is None:
                continue
            self._add_found(found)
            ink = self.text[found.start : line.end]
            self.cuts.append(Removed(Span(found.start + len(ink) - len(ink.lstrip()), line.end), "credit"))

    def outlet(self) -> Outlet | None:
        """Who published it: by copyright line, title, masthead, dateline; where none does, the dateline's agency."""
        ranked = sorted(self.outlets, key=lambda entry: (entry[0], not entry[1].known, entry[1].start))
        if ranked:
            name = ranked[0][1].name
            return Outlet(
                name, tuple(sorted({Span(party.start, party.end) for _, party in ranked if party.name == name}))
            )
        agency = next((credit for credit in self.credits if credit.kind == "dateline"), None)
        return Outlet(agency.name, (agency.span,)) if agency else None

    def published(self) -> str | None:
        """The ISO date of publication; where none is told, that of the last change."""
        by = {what: [claim.value for claim in self.claims if claim.what == what] for what in ("published", "modified")}
        return by["published"][0] if by["published"] else by["modified"][-1] if by["modified"] else None

    def byline(self) -> str | None:
        """The writers as printed."""
        return next((byline.names for byline in self.bylines if byline.names), None)
