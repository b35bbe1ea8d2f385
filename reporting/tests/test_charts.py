"""Bars: nothing falls outside the drawing, and one scale holds for all of them."""

from hypothesis import given
from hypothesis import strategies as st

from reporting.charts import BAR, LONGEST, WIDTH, Bar, scale_of, stacked

bars = st.lists(st.builds(Bar, st.just("2025–2026"), st.tuples(*[st.integers(0, 500)] * 4)), max_size=4)


@given(bars)
def test_every_part_lies_inside_the_drawing(some):
    chart = stacked(some, scale_of([some]))
    for drawn in chart.bars:
        for shape in drawn.shapes:
            assert shape.x >= 0
            assert shape.x + shape.width <= LONGEST + 4
            assert shape.y + BAR <= chart.height
            assert not shape.text or shape.text_x < WIDTH


@given(bars)
def test_strokes_stay_inside_their_part(some):
    for drawn in stacked(some, scale_of([some])).bars:
        for shape in drawn.shapes:
            for x1, y1, x2, y2 in shape.lines:
                assert shape.x - 0.02 <= min(x1, x2)
                assert max(x1, x2) <= shape.x + shape.width + 0.02
                assert shape.y - 0.02 <= min(y1, y2)
                assert max(y1, y2) <= shape.y + BAR + 0.02


def test_charts_beside_each_other_share_one_scale():
    few, many = [Bar("a", (10, 0, 0, 0))], [Bar("a", (40, 0, 0, 0))]
    scale = scale_of([few, many])
    widths = [stacked(some, scale).bars[0].shapes[0].width for some in (few, many)]
    assert round((widths[1] + 1) / (widths[0] + 1), 2) == 4


def test_count_stands_in_its_part_or_behind_the_bar():
    shapes = stacked([Bar("a", (100, 1, 2, 0))], 103).bars[0].shapes
    assert [(shape.text, shape.inside) for shape in shapes] == [("100", True), ("", False), ("2", False)]


def test_empty_bar_has_no_parts():
    assert stacked([Bar("a")], 0).bars[0].shapes == ()
