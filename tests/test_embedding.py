"""The bundled embedder, and how an embedder is chosen."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.embedding import BundledEmbedding, load_embedding
from index.embedding.bundled import MODEL_DIR
from index.errors import EmbeddingError, SettingsError
from index.settings import IndexSettings

TEXTS = [
    "完成工业有效投资22.53亿元，同比增长25.6%。",
    "全年新增城镇就业3,200人。",
    "园区绿化覆盖率达到38%，空气质量优良天数比例继续提高。" * 6,
    "党建工作扎实推进。",
]


@pytest.fixture(scope="module")
def embedding() -> BundledEmbedding:
    return BundledEmbedding()


def test_vectors_are_float32_rows_of_unit_length(embedding: BundledEmbedding) -> None:
    vectors = embedding.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedding.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_a_question_lies_nearest_to_the_passage_that_answers_it(embedding: BundledEmbedding) -> None:
    cosines = embedding.embed_passages(TEXTS) @ embedding.embed_query("工业投资额是多少")
    assert int(cosines.argmax()) == 0
    cosines = embedding.embed_passages(TEXTS) @ embedding.embed_query("多少人找到了工作")
    assert int(cosines.argmax()) == 1


def test_a_vector_does_not_depend_on_what_is_embedded_beside_it(embedding: BundledEmbedding) -> None:
    together = embedding.embed_passages(TEXTS)
    alone = np.stack([embedding.embed_passages([text])[0] for text in TEXTS])
    np.testing.assert_array_equal(together, alone)


def test_order_is_kept_though_the_longest_is_run_first(embedding: BundledEmbedding) -> None:
    np.testing.assert_array_equal(embedding.embed_passages(TEXTS)[::-1], embedding.embed_passages(TEXTS[::-1]))


def test_question_and_passage_of_the_same_words_differ_by_their_prefix(embedding: BundledEmbedding) -> None:
    assert not np.array_equal(embedding.embed_query(TEXTS[0]), embedding.embed_passages(TEXTS[:1])[0])


def test_no_passages_give_an_empty_matrix_and_an_empty_text_a_vector(embedding: BundledEmbedding) -> None:
    assert embedding.embed_passages([]).shape == (0, embedding.dimension)
    assert embedding.embed_query("").shape == (embedding.dimension,)


def test_text_beyond_512_tokens_and_lone_surrogates_are_embedded(embedding: BundledEmbedding) -> None:
    long = "工业投资" * 2_000
    np.testing.assert_array_equal(embedding.embed_query(long), embedding.embed_query(long + "尾巴"))
    assert np.isfinite(embedding.embed_query("坏字\ud800符")).all()


def test_llama_index_gets_the_same_vectors_sync_async_and_in_batches(embedding: BundledEmbedding) -> None:
    direct = embedding.embed_passages(TEXTS)
    np.testing.assert_array_equal(np.array(embedding.get_text_embedding_batch(TEXTS)), direct)
    np.testing.assert_array_equal(np.array(asyncio.run(embedding.aget_text_embedding_batch(TEXTS))), direct)
    np.testing.assert_array_equal(np.array(embedding.get_query_embedding("投资")), embedding.embed_query("投资"))
    np.testing.assert_array_equal(
        np.array(asyncio.run(embedding.aget_query_embedding("投资"))), embedding.embed_query("投资"))


def test_many_threads_load_one_model_and_get_the_same_vectors() -> None:
    fresh = BundledEmbedding()
    with ThreadPoolExecutor(8) as pool:
        vectors = list(pool.map(fresh.embed_query, ["财政收入"] * 16))
    assert all(np.array_equal(vector, vectors[0]) for vector in vectors)


def test_the_fingerprint_follows_the_files_content_and_nothing_else(tmp_path: Path) -> None:
    copy = tmp_path / "model"
    shutil.copytree(MODEL_DIR, copy)
    assert BundledEmbedding(copy).fingerprint == BundledEmbedding().fingerprint
    with (copy / "tokenizer.json").open("a") as file:
        file.write("\n")
    assert BundledEmbedding(copy).fingerprint != BundledEmbedding().fingerprint


def test_a_missing_or_damaged_model_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match="重新安装"):
        _ = BundledEmbedding(tmp_path).fingerprint
    with pytest.raises(EmbeddingError, match="无法读取"):
        BundledEmbedding(tmp_path).embed_query("投资")
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(EmbeddingError, match=r"无法读取.*重新安装"):
        BundledEmbedding(tmp_path).embed_query("投资")


def test_the_default_setting_is_the_bundled_model_and_refuses_other_prefixes() -> None:
    assert isinstance(load_embedding(IndexSettings()), BundledEmbedding)
    with pytest.raises(SettingsError, match="固定的前缀"):
        load_embedding(IndexSettings(embedding_query_prefix="问："))


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="附加包 sentence-transformers 已安装")
def test_another_model_without_the_extra_names_the_install_line() -> None:
    with pytest.raises(SettingsError, match=r"pip install 'zoneqa\[sentence-transformers\]'"):
        load_embedding(IndexSettings(embedding="BAAI/bge-small-zh-v1.5"))


def test_the_default_path_imports_neither_torch_nor_sentence_transformers() -> None:
    code = ("import sys; from index.embedding import load_embedding; from index.settings import IndexSettings\n"
            "load_embedding(IndexSettings()).embed_query('投资')\n"
            "print([m for m in ('torch', 'sentence_transformers', 'transformers') if m in sys.modules])")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                          cwd=Path(__file__).parent.parent)
    assert done.stdout.strip() == "[]"
