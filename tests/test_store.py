"""The vector store, in a folder and on a real Chroma server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from llama_index.core import VectorStoreIndex

from index import store as module
from index.embedding import BundledEmbedding
from index.embedding.base import Vectors
from index.errors import IndexDamaged, SettingsError, StoreUnavailable
from index.records import Passage, Period, Report, SectionKind
from index.settings import IndexSettings
from index.store import VectorStore

DIMENSION = 16


def a_report(id: str, passages: int) -> tuple[Report, list[Passage]]:
    text = "".join(f"{id}区第{i:03d}段。" for i in range(passages))
    length = len(text) // passages
    report = Report(id=id, name=f"{id}.txt", text=text, format="txt", zone=f"{id}区", period=Period.year(2018))
    return report, [
        Passage(id=f"{id}:{start}-{start + length}", report_id=id, start=start, end=start + length,
                text=text[start:start + length], path=("一、回顾",), kind=SectionKind.REVIEW, period=None)
        for start in range(0, len(text), length)]


def some_vectors(count: int, seed: int = 0) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    normal: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return normal


def fill(store: VectorStore, reports: int, passages: int) -> tuple[list[str], Vectors]:
    """Reports r0, r1 …; returns the ids of all passages and their vectors, in one order."""
    vectors, ids = some_vectors(reports * passages), []
    for number in range(reports):
        report, its = a_report(f"r{number}", passages)
        store.add(its, vectors[number * passages:(number + 1) * passages], {report.id: report})
        ids += [passage.id for passage in its]
    return ids, vectors


def truth(ids: list[str], vectors: Vectors, query: Vectors, k: int,
          wanted: Callable[[str], bool] = lambda _: True) -> list[str]:
    order = np.argsort(-(vectors @ query), kind="stable")
    return [ids[row] for row in order if wanted(ids[row].split(":")[0])][:k]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a ``chroma run`` on loopback, stopped when the tests end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(tmp_path_factory.mktemp("chroma")),
               "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "chroma run ended by itself"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("chroma run did not open its port in 30 s")


@pytest.fixture(params=["folder", "server"])
def settings(request: pytest.FixtureRequest) -> IndexSettings:
    """Both places; ``settings.chroma_url`` says which."""
    return IndexSettings(chroma_url=request.getfixturevalue("server") if request.param == "server" else "")


@pytest.fixture
def store(settings: IndexSettings, tmp_path: Path) -> Iterator[VectorStore]:
    if settings.chroma_url:
        VectorStore.drop(settings, "the-test")
    store = VectorStore.open(settings, tmp_path / "chroma", "the-test")
    yield store
    store.close()


def test_the_nearest_come_first_with_their_cosines(store: VectorStore) -> None:
    ids, vectors = fill(store, reports=3, passages=10)
    query = some_vectors(1, seed=9)[0]
    hits = store.query(query, 5)
    assert [id for id, _ in hits] == truth(ids, vectors, query, 5)
    np.testing.assert_allclose([cosine for _, cosine in hits], sorted(vectors @ query)[:-6:-1], atol=1e-5)
    assert store.count() == 30


def test_a_filter_by_few_reports_is_exact(store: VectorStore) -> None:
    ids, vectors = fill(store, reports=4, passages=10)
    query = some_vectors(1, seed=9)[0]
    for _ in range(2):  # read from Chroma, then from memory
        hits = store.query(query, 12, {"r1", "r3", "unknown"})
        assert [id for id, _ in hits] == truth(ids, vectors, query, 12, lambda report: report in ("r1", "r3"))
        assert hits[0][1] == pytest.approx(dict(store.query(query, 40))[hits[0][0]], abs=1e-5)
    assert store.query(query, 5, set()) == store.query(query, 5, {"unknown"}) == store.query(query, 0) == []


def test_a_filter_by_many_reports_finds_the_same_as_an_exact_search(tmp_path: Path) -> None:
    many = module.EXACT_REPORTS + 20
    store = VectorStore.open(IndexSettings(), tmp_path, "the-test")
    ids, vectors = fill(store, reports=2 * many, passages=2)
    query = some_vectors(1, seed=9)[0]
    for chosen in ({f"r{i}" for i in range(many)}, _farthest(ids, vectors, query, many)):
        hits = [id for id, _ in store.query(query, 1, chosen)]
        assert hits == truth(ids, vectors, query, 1, chosen.__contains__)
    store.close()


def _farthest(ids: list[str], vectors: Vectors, query: Vectors, many: int) -> set[str]:
    """The reports whose best passage is the worst: over-fetching doesn't reach them."""
    best: dict[str, float] = {}
    for id, cosine in zip(ids, (vectors @ query).tolist(), strict=True):
        report = id.split(":")[0]
        best[report] = max(cosine, best.get(report, -1.0))
    return set(sorted(best, key=best.__getitem__)[:many])


def test_memory_stays_bounded_and_the_answers_the_same(store: VectorStore, monkeypatch: pytest.MonkeyPatch) -> None:
    ids, vectors = fill(store, reports=4, passages=10)
    monkeypatch.setattr(module, "CACHED_ROWS", 15)
    query = some_vectors(1, seed=9)[0]
    for report in ("r0", "r1", "r2", "r0", "r3"):
        expected = truth(ids, vectors, query, 3, report.__eq__)
        assert [id for id, _ in store.query(query, 3, {report})] == expected
        assert sum(len(rows[0]) for rows in store._kept.values()) <= 15


def test_a_removed_report_leaves_nothing_behind_and_a_changed_one_replaces_its_passages(store: VectorStore) -> None:
    _, vectors = fill(store, reports=3, passages=10)
    query = vectors[15]
    assert store.query(query, 1, {"r1"})[0][1] == pytest.approx(1.0, abs=1e-5)
    store.remove("r1")
    store.remove("nobody")
    assert store.count() == 20
    assert store.query(query, 5, {"r1"}) == []
    assert not [id for id, _ in store.query(query, 30) if id.startswith("r1:")]
    report, passages = a_report("r1", 2)
    store.add(passages, some_vectors(2, seed=5), {"r1": report})
    assert len(store.query(query, 5, {"r1"})) == 2


def test_the_same_id_added_again_has_its_new_vector(store: VectorStore) -> None:
    report, passages = a_report("r0", 3)
    store.add(passages, some_vectors(3, seed=1), {"r0": report})
    assert store.count() == 3
    renewed = some_vectors(3, seed=2)
    store.add(passages, renewed, {"r0": report})
    assert store.count() == 3
    (best, cosine), *_ = store.query(renewed[2], 1)
    assert best == passages[2].id
    assert cosine == pytest.approx(1.0, abs=1e-5)


def test_more_than_chroma_takes_at_once_is_added_in_batches(store: VectorStore) -> None:
    store._batch = 4
    ids, vectors = fill(store, reports=1, passages=10)
    assert store.count() == 10
    assert store.query(vectors[9], 1)[0][0] == ids[9]


def test_a_report_removed_right_after_it_was_added_is_gone(store: VectorStore) -> None:
    ids, vectors = fill(store, reports=2, passages=3)
    store.remove("r0")
    assert sorted(id for id, _ in store.query(vectors[0], 10)) == sorted(ids[3:])


def test_what_was_added_is_written_by_closing(settings: IndexSettings, store: VectorStore, tmp_path: Path) -> None:
    ids, vectors = fill(store, reports=1, passages=3)
    store.close()
    again = VectorStore.open(settings, tmp_path / "chroma", "the-test")
    assert again.query(vectors[2], 1)[0][0] == ids[2]
    again.close()


def test_threads_read_one_store(store: VectorStore) -> None:
    ids, vectors = fill(store, reports=3, passages=10)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda row: store.query(vectors[row], 1, {"r0", "r1", "r2"})[0][0], range(30)))
    assert found == ids


def test_a_store_opened_again_holds_what_was_added(settings: IndexSettings, store: VectorStore, tmp_path: Path) -> None:
    ids, vectors = fill(store, reports=1, passages=10)
    assert store.count() == 10
    store.close()
    store.close()
    again = VectorStore.open(settings, tmp_path / "chroma", "the-test")
    assert again.count() == 10
    assert again.query(vectors[4], 1)[0][0] == ids[4]
    again.close()


def test_a_plain_llama_index_works_on_it_and_knows_the_place(settings: IndexSettings, tmp_path: Path) -> None:
    embedding = BundledEmbedding()
    store = VectorStore.open(settings, tmp_path / "chroma", "the-llama-test")
    text = "完成工业有效投资22.53亿元。绿化覆盖率达到38%。新增就业3200人。"
    report = Report(id="q", name="q.txt", text=text, format="txt", zone="甲区", period=Period.year(2018))
    spans = [(0, 17), (17, 27), (27, len(text))]
    passages = [Passage(id=f"q:{a}-{b}", report_id="q", start=a, end=b, text=text[a:b], path=("一、回顾", "（一）经济"),
                        kind=SectionKind.REVIEW, period=None) for a, b in spans]
    store.add(passages, embedding.embed_passages([passage.text for passage in passages]), {"q": report})
    index = VectorStoreIndex.from_vector_store(store.llama, embed_model=embedding)
    (found,) = index.as_retriever(similarity_top_k=1).retrieve("多少人就业")
    assert found.text == passages[2].text
    assert found.node.metadata["zone"] == "甲区"
    assert found.node.metadata["period"] == "2018"
    assert found.node.metadata["heading"] == "一、回顾 > （一）经济"
    assert text[found.node.metadata["start"]:found.node.metadata["end"]] == found.text
    assert found.node.ref_doc_id == "q"
    store.close()


def test_on_a_server_a_generation_is_copied_listed_and_dropped(server: str, tmp_path: Path) -> None:
    settings = IndexSettings(chroma_url=server)
    first = VectorStore.open(settings, tmp_path, "gen-1")
    ids, vectors = fill(first, reports=2, passages=10)
    assert first.count() == 20
    leftover = VectorStore.open(settings, tmp_path, "gen-2")
    leftover.add(*_one("leftover"))
    leftover.close()
    VectorStore.copy(settings, "gen-1", "gen-2")
    second = VectorStore.open(settings, tmp_path, "gen-2")
    second.remove("r0")
    assert (first.count(), second.count()) == (20, 10)
    assert second.query(vectors[13], 1)[0][0] == ids[13]
    assert VectorStore.collections(settings, "gen-") == ["gen-1", "gen-2"]
    VectorStore.drop(settings, "gen-1")
    VectorStore.drop(settings, "gen-1")
    assert VectorStore.collections(settings, "gen-") == ["gen-2"]
    with pytest.raises(StoreUnavailable):
        first.query(vectors[0], 1)


def _one(id: str) -> tuple[list[Passage], Vectors, dict[str, Report]]:
    report, passages = a_report(id, 1)
    return passages, some_vectors(1), {id: report}


def test_a_server_that_does_not_answer_is_named_with_the_setting(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
    with pytest.raises(StoreUnavailable, match=rf"{url}.*ZONEQA_CHROMA_URL"):
        VectorStore.open(IndexSettings(chroma_url=url), tmp_path, "the-test")


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://host", "http://", "http://host:port"])
def test_an_address_that_is_none_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="http://主机:端口"):
        VectorStore.open(IndexSettings(chroma_url=url), tmp_path, "the-test")


def test_a_folder_that_holds_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(IndexDamaged, match="重建"):
        VectorStore.open(IndexSettings(), tmp_path, "the-test")
