"""On a Chroma server a generation is a collection of its own; the rest is as in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.building import build
from index.errors import EmbeddingError, IndexMismatch, StoreUnavailable
from index.opening import Index
from index.settings import IndexSettings
from index.store import VectorStore
from tests.test_store import server
from tests.toys import ToyEmbedding, report_text, settings_in

__all__ = ["server"]


@pytest.fixture
def settings(server: str, tmp_path: Path) -> IndexSettings:
    """Two reports, indexed on the server."""
    settings = settings_in(tmp_path).model_copy(update={"chroma_url": server})
    put(settings, "a.txt", "12.5")
    put(settings, "b.txt", "44.4")
    build(settings, embedding=ToyEmbedding())
    return settings


def put(settings: IndexSettings, name: str, revenue: str) -> None:
    (settings.reports_dir / name).write_text(report_text("松岭开发区", 2018, revenue), encoding="utf-8")


def collections(settings: IndexSettings) -> list[str]:
    """The ends of this index's collection names: generation numbers."""
    index_id = (settings.index_dir / "ID").read_text()
    return [name[-4:] for name in VectorStore.collections(settings, f"zoneqa-{index_id}-")]


def vectors_found(index: Index) -> int:
    return len(index.vectors.query(index.embedding.embed_query("财政总收入"), 1_000, None))


def test_a_change_makes_a_new_collection_and_readers_move_to_it(settings: IndexSettings) -> None:
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        old = index.snapshot
        before = vectors_found(index)
        put(settings, "c.txt", "7.5")
        build(settings, embedding=ToyEmbedding())
        assert vectors_found(index) == before
        assert index.refresh()
        assert vectors_found(index) == index.manifest.counts.passages > before
        assert len(old.vectors.query(index.embedding.embed_query("财政总收入"), 1_000, None)) == before
        assert collections(settings) == ["0001", "0002"]


def test_only_two_generations_stay_on_the_server(settings: IndexSettings) -> None:
    for number in range(3):
        put(settings, "b.txt", f"{number}.5")
        build(settings, embedding=ToyEmbedding())
    assert collections(settings) == ["0003", "0004"]


def test_the_collection_of_a_build_that_failed_goes_at_the_next(settings: IndexSettings) -> None:
    put(settings, "c.txt", "77.7")
    with pytest.raises(EmbeddingError):
        build(settings, embedding=ToyEmbedding(refuses="77.7"))
    build(settings, embedding=ToyEmbedding())
    assert collections(settings) == ["0001", "0002"]
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        assert vectors_found(index) == index.manifest.counts.passages


def test_an_index_on_a_server_is_not_taken_for_one_in_a_folder(settings: IndexSettings) -> None:
    with pytest.raises(IndexMismatch, match="向量库的位置"):
        Index.open(settings.model_copy(update={"chroma_url": ""}), embedding=ToyEmbedding())


def test_a_server_that_does_not_answer_is_told_and_loses_nothing(settings: IndexSettings) -> None:
    away = settings.model_copy(update={"chroma_url": "http://127.0.0.1:9"})
    put(settings, "c.txt", "7.5")
    for act in (lambda: build(away, embedding=ToyEmbedding()), lambda: Index.open(away, embedding=ToyEmbedding())):
        with pytest.raises(StoreUnavailable):
            act()
    build(settings, embedding=ToyEmbedding())
    with Index.open(settings, embedding=ToyEmbedding()) as index:
        assert vectors_found(index) == index.manifest.counts.passages
