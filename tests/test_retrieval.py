"""Fusing, filtering and the llama-index face of the retriever."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import pytest
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import RetrieverQueryEngine
from llama_index.core.response_synthesizers import ResponseMode, get_response_synthesizer
from llama_index.core.schema import QueryBundle

from index.building import build
from index.embedding import BundledEmbedding
from index.embedding.base import Vector
from index.opening import Index
from index.records import Passage, Period, Report, SectionKind
from index.retrieval import DEPTH, ZoneRetriever, fuse
from tests.toys import ToyEmbedding, report_text, settings_in

Y2018, Y2019 = Period.year(2018), Period.year(2019)


@dataclass
class Side:
    """Answers every search with the same hits, best first, within the filter."""

    found: list[tuple[str, float]]
    asked: list[int] = field(default_factory=list)

    def query(self, vector: Vector, k: int, report_ids: Collection[str] | None = None) -> list[tuple[str, float]]:
        self.asked.append(k)
        return [hit for hit in self.found if report_ids is None or hit[0].split(":")[0] in report_ids][:k]

    def search(self, text: str, k: int, report_ids: Collection[str] | None = None) -> list[tuple[str, float]]:
        return self.query(np.zeros(1, dtype=np.float32), k, report_ids)


@dataclass
class Shelf:
    """A ledger of made-up passages: id → period, in reports a (2018) and b (2019)."""

    periods: dict[str, Period | None]

    def cards(self) -> list[Report]:
        return [Report(id="a", name="a.txt", text="", format="txt", zone="甲区", period=Y2018),
                Report(id="b", name="b.txt", text="", format="txt", zone="乙区", period=Y2019)]

    def passages(self, ids: Iterable[str]) -> list[Passage]:
        return [Passage(id, id.split(":")[0], 0, 1, id, (), SectionKind.OTHER, self.periods[id])
                for id in ids if id in self.periods]


@dataclass
class Opened:
    ledger: Shelf
    vectors: Side
    lexical: Side
    embedding: ToyEmbedding = field(default_factory=ToyEmbedding)


def opened(dense: list[tuple[str, float]], lexical: list[tuple[str, float]],
           periods: dict[str, Period | None] | None = None) -> Opened:
    everyone: dict[str, Period | None] = {id: None for id, _ in [*dense, *lexical]}
    return Opened(Shelf(everyone | (periods or {})), Side(dense), Side(lexical))


def test_the_sum_of_standard_scores_decides_and_not_the_scale_of_a_side() -> None:
    dense = [("a:1", 0.86), ("a:2", 0.85), ("a:3", 0.80)]
    lexical = [("a:2", 30.0), ("a:1", 10.0), ("a:3", 9.0)]
    scores = fuse(dense, lexical)
    assert sorted(scores, key=lambda id: -scores[id]) == ["a:2", "a:1", "a:3"]
    assert fuse(dense, [(id, 1000 * score) for id, score in lexical]) == pytest.approx(scores)


def test_what_one_side_missed_gets_that_sides_lowest() -> None:
    scores = fuse([("a:1", 0.9), ("a:2", 0.8)], [("a:3", 5.0), ("a:1", 4.0)])
    assert scores == pytest.approx({"a:1": 1 - 1, "a:2": -1 - 1, "a:3": -1 + 1})


def test_a_side_without_hits_and_one_of_equal_scores_decide_nothing() -> None:
    dense = [("a:1", 0.9), ("a:2", 0.8)]
    assert fuse(dense, []) == fuse(dense, [("a:1", 3.0), ("a:2", 3.0)]) == fuse(dense)
    assert fuse([], []) == {}


def test_hits_carry_both_scores_and_none_where_a_side_missed() -> None:
    retriever = ZoneRetriever(opened([("a:1", 0.9), ("a:2", 0.8)], [("a:1", 7.0), ("b:1", 6.0)]))
    first, *others = retriever.hits("问", k=3)
    assert (first.passage.id, first.dense, first.lexical) == ("a:1", 0.9, 7.0)
    assert {hit.passage.id: (hit.dense, hit.lexical) for hit in others} == {"a:2": (0.8, None), "b:1": (None, 6.0)}
    assert [hit.score for hit in (first, *others)] == sorted((hit.score for hit in (first, *others)), reverse=True)
    assert len(retriever.hits("问", k=1)) == 1


def test_reports_filter_both_sides() -> None:
    retriever = ZoneRetriever(opened([("a:1", 0.9), ("b:1", 0.8)], [("b:1", 7.0), ("a:2", 6.0)]))
    assert {hit.passage.id for hit in retriever.hits("问", k=9, report_ids={"a"})} == {"a:1", "a:2"}
    assert retriever.hits("问", k=9, report_ids=set()) == []


def test_a_period_keeps_passages_within_it_their_own_before_their_reports() -> None:
    periods = {"a:1": None, "a:2": Y2019, "a:3": Period.half(2018, 1), "a:4": Period.years(2016, 2020), "b:1": Y2018}
    index = opened([(id, 0.9) for id in periods], [], periods)
    found = {hit.passage.id for hit in ZoneRetriever(index).hits("问", k=9, periods={Y2018})}
    assert found == {"a:1", "a:3", "b:1"}
    assert ZoneRetriever(index).hits("问", k=9, periods={Period.quarter(2018, 3)}) == []


def test_a_period_is_looked_for_deeper_when_the_best_hits_are_of_others() -> None:
    periods: dict[str, Period | None] = {f"a:{i}": Y2019 for i in range(700)}
    periods["a:650"] = Y2018
    index = opened([(id, 1 - i / 1000) for i, id in enumerate(periods)], [], periods)
    assert [hit.passage.id for hit in ZoneRetriever(index).hits("问", k=1, periods={Y2018})] == ["a:650"]
    assert index.vectors.asked == [2 * DEPTH, 8 * DEPTH, 32 * DEPTH]


def test_a_vector_that_is_given_or_known_is_not_computed_again() -> None:
    texts: list[str] = []

    class Counting(ToyEmbedding):
        def embed_query(self, text: str) -> Vector:
            texts.append(text)
            return super().embed_query(text)

    index = opened([("a:1", 0.9)], [])
    index.embedding = Counting()
    retriever = ZoneRetriever(index)
    vector = retriever.embed("工業投資")
    retriever.hits("工業投資", k=1)
    retriever.hits("别的", k=1, vector=vector)
    assert texts == ["工业投资"]
    for i in range(300):
        retriever.embed(f"{i}")
    retriever.embed("工業投資")
    assert texts.count("工业投资") == 2


def test_a_passage_the_ledger_no_longer_has_is_left_out() -> None:
    index = opened([("a:1", 0.9), ("a:2", 0.8)], [])
    del index.ledger.periods["a:1"]
    assert [hit.passage.id for hit in ZoneRetriever(index).hits("问", k=2)] == ["a:2"]
    assert [hit.passage.id for hit in ZoneRetriever(index).hits("问", k=2, periods={Y2018})] == ["a:2"]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Two zones, two years each, built and opened as the program does it."""
    settings = settings_in(tmp_path_factory.mktemp("retrieval"))
    for zone, year, revenue in (("东港经济开发区", 2017, "8.12"), ("东港经济开发区", 2018, "9.84"),
                                ("西陵高新区", 2017, "5.43"), ("西陵高新区", 2018, "6.21")):
        path = settings.reports_dir / f"{zone}{year}.txt"
        path.write_text(report_text(zone, year, revenue), encoding="utf-8")
    embedding = BundledEmbedding()
    build(settings, embedding=embedding)
    with Index.open(settings, embedding=embedding) as opened:
        yield opened


def test_on_a_real_index_the_figure_asked_for_is_in_the_first_hit(index: Index) -> None:
    retriever = ZoneRetriever(index)
    for zone, year, revenue in (("东港经济开发区", 2018, "9.84"), ("西陵高新区", 2017, "5.43")):
        hits = retriever.hits(f"{zone}{year}年财政总收入是多少", k=3)
        assert f"{revenue}亿元" in hits[0].passage.text


def test_on_a_real_index_zone_and_period_filters_hold(index: Index) -> None:
    nodes = ZoneRetriever(index, k=50, zones={"西陵高新区"}, periods={Y2018}).retrieve("财政总收入")
    assert nodes
    assert {(node.metadata["zone"], node.metadata["period"]) for node in nodes} == {("西陵高新区", "2018")}
    assert ZoneRetriever(index, zones={"没有的区"}).retrieve("财政总收入") == []


def test_llama_index_gets_the_passage_its_place_and_its_score(index: Index) -> None:
    retriever = ZoneRetriever(index.snapshot, k=2)
    nodes = retriever.retrieve("东港经济开发区2018年财政总收入")
    hits = retriever.hits("东港经济开发区2018年财政总收入", k=2)
    assert [node.node_id for node in nodes] == [hit.passage.id for hit in hits]
    assert [node.score for node in nodes] == [hit.score for hit in hits]
    for node in nodes:
        report = index.ledger.report(node.metadata["report_id"])
        assert report is not None
        assert node.text == report.text[node.metadata["start"]:node.metadata["end"]]
    again = asyncio.run(retriever.aretrieve("东港经济开发区2018年财政总收入"))
    assert [node.node_id for node in again] == [node.node_id for node in nodes]


def test_a_query_bundles_own_vector_is_used(index: Index) -> None:
    class Refusing(ToyEmbedding):
        def embed_query(self, text: str) -> Vector:
            raise AssertionError("not needed")

    vector = index.embedding.embed_query("财政总收入")
    snapshot = index.snapshot
    blind = Opened(snapshot.ledger, snapshot.vectors, snapshot.lexical, Refusing())  # type: ignore[arg-type]
    assert ZoneRetriever(blind).retrieve(QueryBundle("财政总收入", embedding=vector.tolist()))


def test_it_drops_into_a_llama_index_query_engine(index: Index) -> None:
    synthesizer = get_response_synthesizer(llm=MockLLM(), response_mode=ResponseMode.COMPACT)
    engine = RetrieverQueryEngine(ZoneRetriever(index, k=2), response_synthesizer=synthesizer)
    assert len(engine.query("财政总收入").source_nodes) == 2


def test_threads_share_a_retriever(index: Index) -> None:
    retriever = ZoneRetriever(index)
    questions = [f"{zone}{year}年财政总收入" for zone in ("东港经济开发区", "西陵高新区") for year in (2017, 2018)] * 8
    alone = [retriever.hits(question, k=3) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda question: ZoneRetriever(index).hits(question, k=3), questions)) == alone
        assert list(pool.map(lambda question: retriever.hits(question, k=3), questions)) == alone
