"""What the sentence-transformers extra gives.  Skipped where it is not installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("sentence_transformers", reason="附加包 sentence-transformers 未安装")

from index.embedding import (
    BundledEmbedding,
    SentenceTransformerEmbedding,
    as_sentence_transformer,
    load_embedding,
)
from index.errors import EmbeddingError
from index.settings import IndexSettings

TEXTS = ["完成工业有效投资22.53亿元，同比增长25.6%。", "绿化覆盖率达到38%。" * 12, "新增就业3,200人。"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder with a random two-layer BERT over single characters; saved prompts; no download."""
    return make_folder(tmp_path_factory.mktemp("st") / "tiny", seed=1)


def make_folder(folder: Path, *, seed: int) -> Path:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(seed)
    bert = folder.parent / f"{folder.name}-bert"
    bert.mkdir(parents=True)
    characters = sorted(set("".join(TEXTS) + "提问段落投资是多少:："))
    (bert / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *characters]), "utf-8")
    BertTokenizerFast(str(bert / "vocab.txt")).save_pretrained(bert)
    BertModel(BertConfig(vocab_size=len(characters) + 5, hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
                         intermediate_size=64)).save_pretrained(bert)
    transformer = Transformer(str(bert), max_seq_length=64)
    model = SentenceTransformer(modules=[transformer, Pooling(32)], device="cpu",
                                prompts={"query": "提问：", "document": "段落："})
    model.save(str(folder))
    return folder


def cosines(left: Any, right: Any) -> Any:
    return (np.asarray(left) * np.asarray(right)).sum(axis=-1)


def test_the_bundled_model_is_a_sentence_transformer_with_the_same_vectors() -> None:
    embedding = BundledEmbedding()
    model = as_sentence_transformer(embedding)
    assert cosines(model.encode(TEXTS, prompt_name="passage"), embedding.embed_passages(TEXTS)).min() >= 0.999
    assert cosines(model.encode_document(TEXTS), embedding.embed_passages(TEXTS)).min() >= 0.999
    questions = np.stack([embedding.embed_query(text) for text in TEXTS])
    assert cosines(model.encode(TEXTS, prompt_name="query"), questions).min() >= 0.999
    assert cosines(model.encode_query(TEXTS), questions).min() >= 0.999


def test_the_bundled_sentence_transformer_knows_its_shape_and_compares_by_cosine() -> None:
    model = as_sentence_transformer()
    vectors = model.encode(TEXTS, prompt_name="passage", batch_size=2)
    assert vectors.shape == (3, 384)
    assert model.max_seq_length == 512
    assert float(model.similarity(vectors, vectors)[0, 0]) == pytest.approx(1.0, abs=1e-5)


def test_a_local_folder_is_loaded_by_one_setting_with_its_own_prompts(folder: Path) -> None:
    embedding = load_embedding(IndexSettings(embedding=str(folder)))
    assert isinstance(embedding, SentenceTransformerEmbedding)
    assert embedding.dimension == 32
    bare = SentenceTransformerEmbedding(model_name=str(folder), query_prefix="提问：", passage_prefix="段落：")
    np.testing.assert_allclose(embedding.embed_query("投资"), bare.embed_query("投资"), atol=1e-6)
    np.testing.assert_allclose(embedding.embed_passages(TEXTS), bare.embed_passages(TEXTS), atol=1e-6)
    assert not np.allclose(embedding.embed_query("投资"), embedding.embed_passages(["投资"])[0], atol=1e-4)


def test_a_prefix_setting_takes_the_place_of_the_models_prompt(folder: Path) -> None:
    own = load_embedding(IndexSettings(embedding=str(folder)))
    set_ = load_embedding(IndexSettings(embedding=str(folder), embedding_query_prefix="多少"))
    assert not np.allclose(own.embed_query("投资"), set_.embed_query("投资"), atol=1e-4)
    np.testing.assert_allclose(own.embed_passages(TEXTS), set_.embed_passages(TEXTS), atol=1e-6)


def test_its_vectors_are_unit_rows_in_order_and_an_empty_list_is_an_empty_matrix(folder: Path) -> None:
    embedding = load_embedding(IndexSettings(embedding=str(folder), embedding_batch_size=2))
    vectors = embedding.embed_passages(TEXTS)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    np.testing.assert_allclose(vectors[1], embedding.embed_passages([TEXTS[1]])[0], atol=1e-5)
    assert embedding.embed_passages([]).shape == (0, 32)


def test_the_fingerprint_tells_other_weights_and_other_prefixes_apart(folder: Path, tmp_path: Path) -> None:
    first = load_embedding(IndexSettings(embedding=str(folder))).fingerprint
    assert load_embedding(IndexSettings(embedding=str(folder))).fingerprint == first
    assert load_embedding(IndexSettings(embedding=str(folder), embedding_query_prefix="多少")).fingerprint != first
    other = make_folder(tmp_path / "other", seed=2)
    assert load_embedding(IndexSettings(embedding=str(other))).fingerprint != first
    assert BundledEmbedding().fingerprint != first


def test_a_folder_that_holds_no_model_is_a_clear_error(tmp_path: Path) -> None:
    embedding = load_embedding(IndexSettings(embedding=str(tmp_path)))
    with pytest.raises(EmbeddingError, match="ZONEQA_EMBEDDING"):
        embedding.embed_query("投资")
