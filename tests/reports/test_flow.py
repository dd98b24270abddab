from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from lqf_workshop.reports.flow import Block, Stack, pages
from lqf_workshop.reports.rows import Nothing, Panel, Row, Ruled, Table
from lqf_workshop.reports.sheet import Sheet


class Bricks(Block):
    """A named pile that may be cut between two of its bricks."""

    def __init__(self, name: str, tall: int, brick: int = 10, keep: bool = False) -> None:
        self.name, self.tall, self.brick = name, tall, brick
        self.keep_with_next = keep

    def height(self, width: float) -> float:
        return self.tall

    def lead(self, width: float) -> float:
        return min(self.tall, self.brick)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        fits = int(room // self.brick) * self.brick
        if fits < self.brick:
            return None
        return (
            Bricks(self.name, fits, self.brick),
            Bricks(self.name, self.tall - fits, self.brick),
        )

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        raise AssertionError("nothing is drawn here")


def laid(blocks: Sequence[Block], room: float = 100) -> list[list[tuple[str, int]]]:
    """Return the names and heights on each page."""
    return [found(page) for page in pages(Stack(blocks), 100, room, room)]


def found(block: Block) -> list[tuple[str, int]]:
    if isinstance(block, Bricks):
        return [(block.name, block.tall)]
    if isinstance(block, Stack):
        return [one for part in block.blocks for one in found(part)]
    if isinstance(block, Table):
        return [*found(block.head), *(one for row in block.rows for one in found(row))]
    if isinstance(block, Row):
        return [one for cell in block.cells for one in found(cell)]
    if isinstance(block, Ruled | Panel):
        return found(block.inside)
    return []


def test_what_does_not_fit_goes_on_on_the_next_page() -> None:
    assert laid([Bricks("a", 60), Bricks("b", 70)]) == [[("a", 60), ("b", 40)], [("b", 30)]]


def test_a_heading_goes_with_the_beginning_of_what_follows() -> None:
    blocks = [Bricks("a", 80), Bricks("heading", 15, 15, keep=True), Bricks("b", 50)]
    assert laid(blocks) == [[("a", 80)], [("heading", 15), ("b", 50)]]


def test_two_headings_and_a_line_stay_together() -> None:
    blocks = [
        Bricks("a", 70),
        Bricks("h1", 10, 10, keep=True),
        Bricks("h2", 10, 10, keep=True),
        Bricks("b", 40, 20),
    ]
    assert laid(blocks) == [[("a", 70)], [("h1", 10), ("h2", 10), ("b", 40)]]


def test_what_can_never_fit_still_gets_a_page_and_the_rest_follows() -> None:
    assert laid([Bricks("huge", 300, 300), Bricks("b", 20)]) == [[("huge", 300)], [("b", 20)]]


def test_air_between_blocks_is_the_larger_of_the_two_and_none_at_a_pages_top() -> None:
    first, second = Bricks("a", 40), Bricks("b", 40)
    first.after, second.before = 8, 12
    stack = Stack([first, second])
    assert stack.height(100) == 92
    parts = stack.split(100, 60)
    assert parts is not None
    assert parts[1].height(100) == 40


def test_a_table_repeats_its_head_and_takes_company_along_for_its_last_row() -> None:
    rows = [Bricks(f"r{n}", 20, 20) for n in range(5)]
    table = Table(Bricks("head", 10, 10), rows)
    assert laid([table]) == [
        [("head", 10), ("r0", 20), ("r1", 20), ("r2", 20)],
        [("head", 10), ("r3", 20), ("r4", 20)],
    ]


def test_a_row_taller_than_a_page_is_torn_apart() -> None:
    row = Row([Bricks("a", 250), Bricks("b", 30)], (40, None))
    table = Table(Bricks("head", 10, 10), [row], tall=60)
    many = laid([table])
    assert [sum(tall for name, tall in page if name == "a") for page in many] == [90, 90, 70]
    assert [sum(tall for name, tall in page if name == "b") for page in many] == [30, 0, 0]


def test_a_panel_is_cut_into_two_with_padding_each() -> None:
    parts = Panel(Bricks("a", 100), "#FFFFFF", padding=10).split(100, 80)
    assert parts is not None
    assert [part.height(100) for part in parts] == [80, 60]


def test_an_empty_cell_takes_no_room() -> None:
    row = Row([Nothing(), Stack([])], (10, None))
    assert row.height(100) == 0
    assert row.lead(100) == 0


BRICKS = st.builds(
    Bricks, st.sampled_from("abcdef"), st.integers(0, 260), st.integers(5, 40), st.booleans()
)
BLOCKS = st.recursive(
    BRICKS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(Stack),
        st.lists(inner, min_size=2, max_size=2).map(lambda cells: Row(cells, (40, None))),
        inner.map(lambda one: Ruled(one, "#000000", above=4, below=4)),
        inner.map(lambda one: Panel(one, "#000000", padding=6)),
        st.lists(inner, min_size=1, max_size=4).map(
            lambda rows: Table(Bricks("head", 10, 10), rows, tall=60)
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=8))
def test_no_brick_is_lost_on_the_way_over_the_pages(blocks: list[Block]) -> None:
    def tally(parts: list[tuple[str, int]]) -> dict[str, int]:
        return {name: sum(tall for other, tall in parts if other == name) for name in "abcdef"}

    before = tally([one for block in blocks for one in found(block)])
    after = tally([one for page in laid(blocks, 120) for one in page])
    assert before == after
