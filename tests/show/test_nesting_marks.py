"""What `sayso.show.html.marks` promises: marks nest, lose no character, and cover what they are said to cover."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.show.html.marks import Close, Mark, Open, Words, nested

SIZE = 40
spans = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).map(lambda pair: Span(*sorted(pair)))
marks = st.lists(st.builds(Mark, spans, st.integers(0, 3), st.just("part"), st.text("abc", max_size=2)), max_size=12)


@given(marks)
def test_elements_close_in_the_order_in_which_they_opened(drawn: list[Mark]) -> None:
    """Every close ends the innermost open element, and none stays open."""
    stack: list[Mark] = []
    for step in nested(Span(0, SIZE), drawn):
        if isinstance(step, Open):
            stack.append(step.mark)
        elif isinstance(step, Close):
            assert stack.pop() is step.mark
    assert not stack


@given(marks)
def test_every_character_is_printed_once_and_in_order(drawn: list[Mark]) -> None:
    """The words of all steps tile the span."""
    words = [step for step in nested(Span(0, SIZE), drawn) if isinstance(step, Words)]
    assert [place for step in words for place in range(step.start, step.end)] == list(range(SIZE))


@given(marks)
def test_a_mark_covers_its_span_and_nothing_else(drawn: list[Mark]) -> None:
    """At each character exactly those marks are open whose span holds it."""
    stack: list[Mark] = []
    for step in nested(Span(0, SIZE), drawn):
        if isinstance(step, Open):
            stack.append(step.mark)
        elif isinstance(step, Close):
            stack.pop()
        else:
            for place in range(step.start, step.end):
                held = [mark for mark in drawn if mark.span.start <= place < mark.span.end]
                assert sorted(map(id, stack)) == sorted(map(id, held))


@given(marks)
def test_outer_ranks_stay_outside(drawn: list[Mark]) -> None:
    """A mark never opens inside one of higher rank."""
    stack: list[Mark] = []
    for step in nested(Span(0, SIZE), drawn):
        if isinstance(step, Open):
            assert not stack or stack[-1].rank <= step.mark.rank
            stack.append(step.mark)
        elif isinstance(step, Close):
            stack.pop()


def test_overlapping_marks_are_cut_at_the_boundary() -> None:
    """Of two marks that overlap, the outer one is whole and the other is cut in two, the second piece not first."""
    long, short = Mark(Span(0, 6), 1, "content", "a1"), Mark(Span(4, 8), 1, "content", "a2")
    steps = list(nested(Span(0, 10), [long, short]))
    assert [step for step in steps if isinstance(step, Open)] == [
        Open(long, first=True),
        Open(short, first=True),
        Open(short, first=False),
    ]
