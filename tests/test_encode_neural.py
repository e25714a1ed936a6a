"""sentence-transformers on both sides of the encoder: our folder in it, its models in ours, and its failures."""

from __future__ import annotations

import builtins
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from encode_tiny import TEXTS, make_folder

from mtcheck.encode import EMBEDDED, load_encoder, load_static
from mtcheck.errors import ModelError
from mtcheck.neural import NeuralEncoder, load_neural

pytestmark = pytest.mark.slow

MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "mtcheck.neural.StaticWords"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
ODD = ["", "...", "\ud800 x", "a" * 5000, "漢字" * 50, "1984 ≠ 1948"]


def open_folder(folder: Path) -> Any:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), trust_remote_code=True, device="cpu")


@pytest.fixture(scope="module")
def static_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_folder(tmp_path_factory.mktemp("st"))
    (folder / "modules.json").write_text(json.dumps(MODULES))
    (folder / "1_Normalize").mkdir()
    return folder


@pytest.fixture(scope="module")
def tiny_transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of random weights, two layers of 32 dimensions, with a character tokenizer; nothing is downloaded."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("transformer")
    letters = sorted(set("".join(TEXTS).lower()) | set("abcdefghijklmnopqrstuvwxyz"))
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{letter}" for letter in letters)]
    tokenizer = Tokenizer(models.WordPiece({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    fast_tokenizer: Any = PreTrainedTokenizerFast
    fast = fast_tokenizer(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    )
    fast.model_max_length = 64
    config = BertConfig(
        vocab_size=len(words), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder / "base")
    fast.save_pretrained(folder / "base")
    parts = [Transformer(str(folder / "base"), max_seq_length=64), Pooling(32), Normalize()]
    SentenceTransformer(modules=parts, device="cpu").save(str(folder / "model"))
    return folder / "model"


def test_our_folder_gives_the_same_vectors_in_sentence_transformers(static_folder: Path) -> None:
    texts = [*TEXTS, *ODD, "Some words nobody has seen before", "Ещё немного слов"]
    theirs = open_folder(static_folder).encode(texts, batch_size=3)
    np.testing.assert_allclose(theirs, load_static(static_folder).encode(texts), atol=1e-5)


def test_saving_and_loading_again_keeps_every_bit(static_folder: Path, tmp_path: Path) -> None:
    model = open_folder(static_folder)
    model.save(str(tmp_path / "again"))
    first, second = load_static(static_folder), load_static(tmp_path / "again")
    assert first.signature == second.signature
    np.testing.assert_array_equal(open_folder(tmp_path / "again").encode(TEXTS), model.encode(TEXTS))


def test_a_trained_table_is_rounded_and_saved(static_folder: Path, tmp_path: Path) -> None:
    import torch

    model = open_folder(static_folder)
    with torch.no_grad():
        model[0].embedding.weight.mul_(torch.linspace(0.5, 2.0, model[0].embedding.weight.shape[1]))
    model.save(str(tmp_path / "tuned"))
    close = load_static(tmp_path / "tuned").encode(TEXTS)
    assert (np.einsum("ij,ij->i", close, model.encode(TEXTS)) > 0.97).all()


def test_the_module_learns(static_folder: Path) -> None:
    model = open_folder(static_folder)
    features = model[0].preprocess(TEXTS)
    model[0](features)["sentence_embedding"].square().sum().backward()
    assert model[0].embedding.weight.grad.abs().sum() > 0


def test_any_transformer_folder_is_an_encoder(tiny_transformer: Path) -> None:
    encoder = load_encoder(str(tiny_transformer))
    assert isinstance(encoder, NeuralEncoder)
    vectors = encoder.encode([*TEXTS, *ODD])
    assert vectors.shape == (12, 32) == (12, encoder.dim)
    assert vectors.dtype == np.float32
    assert not vectors[[6, 7]].any()
    np.testing.assert_allclose(np.linalg.norm(np.delete(vectors, [6, 7], 0), axis=1), 1.0, atol=1e-5)
    np.testing.assert_allclose(encoder.encode(TEXTS[:2]), vectors[:2], atol=1e-5)
    assert encoder.strength("ru") == "unknown"
    name, digest = encoder.signature.split("@")
    assert name == "model"
    assert len(digest) == 8
    assert load_encoder(str(tiny_transformer)).signature == encoder.signature


def test_words_of_a_transformer_are_sums_of_its_pieces(tiny_transformer: Path) -> None:
    encoder = load_neural(str(tiny_transformer))
    text = "The minister arrived, in Kyiv"
    tokens = encoder.encode_tokens(text)
    assert [text[start:end] for start, end in tokens.offsets] == ["The", "minister", "arrived", "in", "Kyiv"]
    pieces = encoder.model.encode([text], output_value="token_embeddings")[0].numpy()
    np.testing.assert_allclose(tokens.vectors[0], pieces[1:4].sum(axis=0), atol=1e-5)
    in_context = encoder.encode_tokens("The minister left")
    assert not np.allclose(tokens.vectors[1], in_context.vectors[1], atol=1e-3)


def test_text_beyond_the_window_still_gets_a_vector_a_word(tiny_transformer: Path) -> None:
    encoder = load_neural(str(tiny_transformer))
    text = "minister in kyiv " * 100
    tokens = encoder.encode_tokens(text)
    assert len(tokens.offsets) == len(tokens.vectors) == 300
    assert np.linalg.norm(tokens.vectors, axis=1).min() > 0.5
    assert np.isfinite(encoder.encode(["a " * 500_000])).all()


def test_a_folder_that_is_no_model_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelError, match=r"cannot be loaded.*--encoder"):
        load_encoder(str(tmp_path))
    with pytest.raises(ModelError, match="no such folder"):
        load_encoder(str(tmp_path / "missing" / "folder"))


def test_an_unreachable_hub_fails_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from huggingface_hub import HfApi

    def refuse(*_: Any, **__: Any) -> None:
        raise ConnectionError("network is down")

    monkeypatch.setattr(HfApi, "model_info", refuse)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    started = time.perf_counter()
    with pytest.raises(ModelError, match=r"some/model.*network is down.*folder"):
        load_encoder("some/model")
    assert time.perf_counter() - started < 5


def test_offline_mode_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import HfApi

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(HfApi, "model_info", never)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        load_encoder("some/model-nobody-has")


def test_an_unknown_name_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import HfApi
    from huggingface_hub.errors import RepositoryNotFoundError

    class Unknown(RepositoryNotFoundError):
        def __init__(self) -> None:
            Exception.__init__(self, "404")

    def unknown(*_: Any, **__: Any) -> None:
        raise Unknown

    monkeypatch.setattr(HfApi, "model_info", unknown)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    with pytest.raises(ModelError, match="knows no model by that name"):
        load_encoder("no-such-model")


def test_a_cached_model_needs_no_network(
    tiny_transformer: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from huggingface_hub import HfApi

    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was used")

    snapshot = tmp_path / "models--some--model" / "snapshots" / ("0" * 40)
    snapshot.parent.mkdir(parents=True)
    snapshot.symlink_to(tiny_transformer)
    (tmp_path / "models--some--model" / "refs").mkdir()
    (tmp_path / "models--some--model" / "refs" / "main").write_text("0" * 40)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(HfApi, "model_info", never)
    assert load_encoder("some/model").dim == 32


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("sentence_transformers"):
            raise ImportError("No module named 'sentence_transformers'")
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ModelError, match=r"pip install \"mtcheck\[neural\]\""):
        load_encoder("some/model")


def test_the_embedded_folder_loads_in_sentence_transformers() -> None:
    texts = [*TEXTS, *ODD]
    theirs = open_folder(EMBEDDED).encode(texts)
    np.testing.assert_allclose(theirs, load_encoder().encode(texts), atol=1e-5)
