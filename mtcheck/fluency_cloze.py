"""A small recurrent network that guesses every token from the words on both sides of it: numpy only.

Two leaky sums over time from either side (after Bradbury et al., "Quasi-Recurrent Neural Networks", 2017, and Feng et
al., "Were RNNs All We Needed?", 2024) meet in a query, which is held against the token's distributional class among
all classes, and against the word within two small sets: its own forms and closed-class rivals ("is" and "are", "her"
and "herself"), and words of its kind. Matrix products run on whole numbers held in float32 (activations of ten bits,
weights of eight, so that sums stay below 2**24 and are exact): a text's result does not depend on what else is scored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck.fluency_ngram import Float, Ids

Array = npt.NDArray[Any]
N_FORMS, N_RIVALS = 16, 12  # members of a set
_WIDTHS = (4, 8, 12, 16)  # sets are padded to
N_EVIDENCE = 13  # columns of `evidence`
INPUT_REACH, STATE_REACH, INNER_REACH, QUERY_REACH = 4.0, 2.0, 16.0, 4.0  # largest activations, as in training
_MOST = np.float32(511)
_SHARED = 20  # blocks whose tokens share the first layer's products, which hang on a token and the one before alone
_BLOCK = 1_200  # positions taken together: few enough for a processor's cache, many enough for its vector units
_N_TERMS = 9  # fields of `ClozeTerms`
_NONE = np.float32(-1e4)
_LEAST = np.float32(-12.0)  # a term below says no more


@dataclass(frozen=True, slots=True)
class ClozeTerms:
    """Per position: natural logs, 0 where there is no such thing (marks of start; words without a set).

    `kind`: log-probability of the class less that of its share of tokens. `form`, `rival`: log-probability of the word
    within its set. `..._gap`: how far each lies below the likeliest there is. `form_lift`: `form` less the same for the
    words' shares of tokens. `..._even`: less what is to be expected of a word drawn from the set by the network's own
    chances, so that a word with a set, which can only lose, is held against one without on equal terms.
    """

    kind: Float
    form: Float
    rival: Float
    form_gap: Float
    rival_gap: Float
    form_lift: Float
    kind_gap: Float
    form_even: Float
    rival_even: Float


@dataclass(frozen=True, slots=True)
class Product:
    """Whole-number weights (n_in, n_out), the value of one unit by column for inputs of a given reach, and the bias."""

    weight: Float
    unit: Float
    bias: Float
    step: np.float32

    @classmethod
    def of(cls, tensors: Mapping[str, Array], name: str, reach: float) -> Product:
        """From the bytes `cloze.<name>` (n_out, n_in), a scale for each output."""
        step = np.float32(reach) / _MOST
        unit = tensors[f"cloze.{name}.scale"].astype(np.float32) * step
        weight = np.ascontiguousarray(tensors[f"cloze.{name}"].astype(np.float32).T)
        return cls(weight, unit, tensors[f"cloze.{name}.bias"].astype(np.float32, copy=True), step)

    def part(self, columns: slice, share: float, more: float) -> Product:
        """Some of the outputs, as `share` of their value and `more`."""
        weight = np.ascontiguousarray(self.weight[:, columns])
        bias = self.bias[columns] * np.float32(share) + np.float32(more)
        return Product(weight, self.unit[columns] * np.float32(share), bias, self.step)

    def halves(self) -> tuple[Product, Product]:
        """The product of the first half of the inputs, and of the second, each with the whole bias."""
        n = len(self.weight) // 2
        first, second = (np.ascontiguousarray(part) for part in (self.weight[:n], self.weight[n:]))
        return Product(first, self.unit, self.bias, self.step), Product(second, self.unit, self.bias, self.step)

    def whole(self, state: Float) -> Float:
        """Activations as whole multiples of the step."""
        steps = self.within(state)
        return np.clip(steps, -_MOST, _MOST, out=steps)

    def within(self, state: Float) -> Float:
        """As `whole`, of activations that are within reach."""
        steps: Float = state * (np.float32(1) / self.step)
        return np.rint(steps, out=steps)

    def __call__(self, whole: Float) -> Float:
        """Outputs for whole-number inputs, exact up to the last scaling."""
        sums: Float = whole @ self.weight
        sums *= self.unit
        sums += self.bias
        return sums


@dataclass(frozen=True, slots=True)
class Layer:
    """What a leaky sum takes in, and how much it keeps of what it had: a share, a quarter of the raw sum and a half."""

    new: Product
    keep: Product

    @classmethod
    def of(cls, tensors: Mapping[str, Array], name: str, reach: float) -> Layer:
        """From one product whose first half is `new`."""
        both = Product.of(tensors, name, reach)
        n_units = len(both.bias) // 2
        return cls(both.part(slice(n_units), 1.0, 0.0), both.part(slice(n_units, None), 0.25, 0.5))


@dataclass(frozen=True, slots=True)
class Sets:
    """Words that share a set, the smallest sets first."""

    rows: Ids  # (n_sets, width) the members, padded with 0
    sizes: Ids  # (n_sets,)
    scale: Float  # (n_sets, width), with `bias` what makes a member's product with a query its logit
    bias: Float
    number: Ids  # of each word's set, -1 for none
    place: Ids  # of each word in its set, -1 where the set is too large to hold it
    prior: Float  # of each word: its log share of its set

    @classmethod
    def of(cls, sets: Array, uni: Float, width: int, scale: Float, bias: Float) -> Sets:
        """From the number of each word's set, -1 for none, and the scale and bias of each word."""
        rows, place = _listed(sets.astype(np.int64), width)
        sizes = (rows >= 0).sum(axis=1)
        order = np.argsort(sizes, kind="stable")
        renumbered = np.full(len(order) + 1, -1, dtype=np.int64)
        renumbered[order] = np.arange(len(order))
        number = renumbered[sets]
        rows, sizes = rows[order], sizes[order]
        there, rows = rows >= 0, np.maximum(rows, 0)
        total = np.append(np.where(there, np.exp(uni[rows]), 0.0).sum(axis=1), np.float32(0))[number]
        prior = (uni - np.log(np.maximum(total, 1e-30))).astype(np.float32)
        return cls(rows, sizes, scale[rows], bias[rows], number, place, prior)


@dataclass(frozen=True, slots=True)
class Judge:
    """A tanh layer from what is known of a position to the log-odds that it is damaged."""

    w1: Float
    b1: Float
    w2: Float  # the last is the bias

    def __call__(self, columns: list[Float]) -> Float:
        """Position by position the same sums, whatever the batch (so no BLAS)."""
        total = np.full(len(columns[0]), self.w2[-1], dtype=np.float32)
        for at in range(0, len(total), _BLOCK):
            some = slice(at, at + _BLOCK)
            hidden = np.repeat(self.b1[:, None], len(total[some]), axis=1)
            for column, weights in zip(columns, self.w1, strict=True):
                hidden += weights[:, None] * column[some]
            np.tanh(hidden, out=hidden)
            for unit, weight in zip(hidden, self.w2, strict=False):
                total[some] += unit * weight
        return total


@dataclass(frozen=True, slots=True)
class Cloze:
    """Embeddings of words (the most frequent; the last row stands for all others) and classes, layers, and sets."""

    word: Float  # whole numbers
    word_scale: Float
    coarse: Float
    layers: tuple[Layer, Layer, Layer, Layer]  # first forwards, first backwards, second likewise
    merge: tuple[Product, Product]  # what either direction adds
    query: Product
    kinds: Product
    forms: Sets
    rivals: Sets
    judge: Judge
    rows: Ids  # fine id -> row of `word`

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, Array], uni: Float) -> Cloze | None:
        """The network stored as `cloze.*`, None if the file has none; `uni` ranks the fine ids."""
        if "cloze.word" not in tensors:
            return None
        word = tensors["cloze.word"].astype(np.float32)
        rows = ranks(uni, len(word) - 1)
        shares = np.full(len(word), np.float32(-30.0))
        own = rows < len(word) - 1
        shares[rows[own]] = uni[own]
        first, second = (INPUT_REACH, INPUT_REACH), (1.0, 1.0)
        layers = [Layer.of(tensors, f"layer{i}", reach) for i, reach in enumerate((*first, *second))]
        word_scale, bias = (tensors[f"cloze.word.{name}"].astype(np.float32) for name in ("scale", "bias"))
        kinds = Product.of(tensors, "class", QUERY_REACH)
        return cls(
            word,
            word_scale,
            tensors["cloze.coarse"].astype(np.float32) * tensors["cloze.coarse.scale"].astype(np.float32)[:, None],
            (layers[0], layers[1], layers[2], layers[3]),
            Product.of(tensors, "merge", STATE_REACH).halves(),
            Product.of(tensors, "query", INNER_REACH),
            kinds,
            Sets.of(tensors["cloze.forms"], shares, N_FORMS, word_scale * kinds.step, bias),
            Sets.of(tensors["cloze.rivals"], shares, N_RIVALS, word_scale * kinds.step, bias),
            Judge(*(tensors[f"cloze.odds.{name}"].astype(np.float32) for name in ("w1", "b1", "w2"))),
            rows,
        )

    def odds(self, cloze: ClozeTerms, fine: Float, coarse: Float, position: Ids) -> Float:
        """(n,) how much each position looks out of place: log-odds of damage, from `terms` and both models' SLOR."""
        return self.judge(evidence(cloze, fine, coarse, position))

    def terms(self, fine: Ids, coarse: Ids, position: Ids, class_uni: Float) -> ClozeTerms:
        """What the network says of each position; sequences start where `position` is 0."""
        columns = np.zeros((_N_TERMS, len(fine)), dtype=np.float32)
        queries = np.empty((len(fine), self.word.shape[1]), dtype=np.float32)
        rows = self.rows[fine]
        parts = blocks(position)
        for at in range(0, len(parts), _SHARED):
            kind, inputs = self._kinds(rows, coarse, np.concatenate(parts[at : at + _SHARED]))
            first = 0
            for part in parts[at : at + _SHARED]:
                asked = np.flatnonzero(position[part] > 0)
                query = self._queries(inputs, kind[first : first + len(part)], position[part], asked)
                place = part[asked]
                queries[place] = query
                columns[0, place], columns[6, place] = self._kind(query, coarse[place])
                first += len(part)
        place = np.flatnonzero(position > 0)
        columns[0, place] -= class_uni[coarse[place]]
        for column, sets in ((1, self.forms), (2, self.rivals)):
            have = place[sets.number[rows[place]] >= 0]
            columns[[column, column + 2, column + 6], have[:, None]] = self._within(queries, rows, have, sets).T
            if column == 1:
                columns[5, have] = columns[1, have] - sets.prior[rows[have]]
        return ClozeTerms(*columns)

    def _kinds(self, rows: Ids, coarse: Ids, place: Ids) -> tuple[Ids, list[list[tuple[Float, Float]]]]:
        """Which kind of token each place holds, and the kinds' inputs. A word with a row of its own is of one class."""
        rows, coarse = rows[place], coarse[place]
        shared = len(self.word) - 1
        kind = np.where(rows < shared, rows, shared + coarse)
        first = np.full(shared + len(self.coarse), -1, dtype=np.int64)
        first[kind] = np.arange(len(kind))
        different = np.flatnonzero(first >= 0)
        first = first[different]
        number = np.empty(shared + len(self.coarse), dtype=np.int64)
        number[different] = np.arange(len(different))
        return number[kind], self._inputs(rows[first], coarse[first])

    def _inputs(self, rows: Ids, coarse: Ids) -> list[list[tuple[Float, Float]]]:
        """For both directions, what each kind of token adds to the first layer's `new` and `keep`: at its own position,
        and at the next.
        """
        state = self.layers[0].new.whole(
            self.word.take(rows, axis=0) * self.word_scale[rows, None] + self.coarse.take(coarse, axis=0)
        )
        return [[_shares(state, product) for product in (layer.new, layer.keep)] for layer in self.layers[:2]]

    def _queries(self, inputs: list[list[tuple[Float, Float]]], kind: Ids, position: Ids, asked: Ids) -> Float:
        plan = Plan.of(position)
        left, right = (self._one_way(inputs[way], kind, plan, way) for way in (0, 1))
        none = len(left) - 1
        after = np.append(plan.place[1, 1:], none)[asked]
        after[np.append(position[1:] == 0, True)[asked]] = none
        inner = left.take(plan.place[0, asked - 1], axis=0)
        inner += right.take(after, axis=0)
        inner *= self.merge[0].unit
        inner += self.merge[0].bias
        np.maximum(inner, np.float32(0), out=inner)
        return self.kinds.whole(self.query(self.query.whole(inner)))

    def _one_way(self, inputs: list[tuple[Float, Float]], kind: Ids, plan: Plan, way: int) -> Float:
        """(n + 1, units) what the sums of one direction add to the merge, in the plan's order; the last row is zero."""
        order = plan.order[way]
        later = plan.steps[0][1]
        here, before = kind[order], kind[order[later:] + (1 if way else -1)]
        gates: list[Float] = []
        for own, onwards in inputs:
            sums = own.take(here, axis=0)
            sums[later:] += onwards.take(before, axis=0)
            gates.append(sums)
        low = _scan(gates[0], gates[1], plan)
        second = self.layers[2 + way]
        steps = second.new.within(low)
        low += _scan(second.new(steps), second.keep(steps), plan)
        merge = self.merge[way]
        result = np.empty((len(low) + 1, merge.weight.shape[1]), dtype=np.float32)
        np.matmul(merge.within(low), merge.weight, out=result[:-1])
        result[-1] = 0
        return result

    def _kind(self, query: Float, coarse: Ids) -> tuple[Float, Float]:
        """Log-probability of the class, and how far below the likeliest it lies."""
        logits = self.kinds(query)
        logits -= logits.max(axis=1, keepdims=True)
        gap: Float = logits[np.arange(len(logits)), coarse]
        return gap - np.log(np.exp(logits, out=logits).sum(axis=1)), gap

    def _within(self, queries: Float, rows: Ids, have: Ids, sets: Sets) -> Float:
        """(3, len(have)) of positions with a set: log-probability of the word in its set, how far below the likeliest
        it lies, and above what is expected.
        """
        number = sets.number[rows[have]]
        order = np.argsort(number, kind="stable")
        number, have = number[order], have[order]
        found = np.empty((3, len(have)), dtype=np.float32)
        ends = np.searchsorted(sets.sizes[number], _WIDTHS, side="right").tolist()
        for first, last, width in zip([0, *ends], ends, _WIDTHS, strict=False):
            if first < last:
                some = slice(first, last)
                sums = self._products(queries, have[some], number[some], sets.rows[:, :width])
                found[:, order[some]] = _chances(sums, number[some], sets.place[rows[have[some]]], sets)
        return found

    def _products(self, queries: Float, have: Ids, number: Ids, members: Ids) -> Float:
        """(n, width) each position's query times the members of its set; `number` is ascending.

        Positions of one set are taken eight, four, two at a time, so that its members are fetched once for all.
        """
        sums = np.empty((len(have), members.shape[1]), dtype=np.float32)
        starts = np.flatnonzero(np.append(True, number[1:] != number[:-1]))
        left = np.diff(np.append(starts, len(number)))
        for size in (8, 4, 2, 1):
            n_groups = left // size if size == 8 else (left & size) // size
            group = np.repeat(starts, n_groups) + size * _counted(n_groups)
            starts = starts + size * n_groups
            place = group[:, None] + np.arange(size)
            words = self.word.take(members[number[group]], axis=0)
            sums[place] = np.matmul(queries.take(have[place], axis=0), words.transpose(0, 2, 1))
        return sums


@dataclass(frozen=True, slots=True)
class Plan:
    """Positions by time, longest sequences first, so that a step's live sequences lie together.

    `order[way]` lists positions forwards (0) and backwards (1) from each sequence's end, `place[way]` is its inverse,
    and `steps` has (begin, end, begin of the step before) in that order.
    """

    order: Ids
    place: Ids
    steps: list[tuple[int, int, int]]

    @classmethod
    def of(cls, position: Ids) -> Plan:
        """For a flat batch whose sequences start where `position` is 0."""
        starts = np.flatnonzero(position == 0)
        ends = np.append(starts[1:], len(position))
        lengths = ends - starts
        rank = np.argsort(-lengths, kind="stable")
        starts, ends, lengths = starts[rank], ends[rank], lengths[rank]
        alive = np.searchsorted(-lengths, -np.arange(int(lengths.max(initial=0))), side="left")
        order = np.empty((2, len(position)), dtype=np.int64)
        steps, at, back = [], 0, 0
        for time, n in enumerate(alive.tolist()):
            order[0, at : at + n] = starts[:n] + time
            order[1, at : at + n] = ends[:n] - 1 - time
            steps.append((at, at + n, back))
            at, back = at + n, at
        place = np.empty_like(order)
        place[0, order[0]] = place[1, order[1]] = np.arange(len(position))
        return cls(order, place, steps)


def evidence(cloze: ClozeTerms, fine: Float, coarse: Float, position: Ids) -> list[Float]:
    """Columns (n,) for `Judge`: a position's own terms, and its neighbours' where they are of the same sequence."""
    columns = [cloze.kind, cloze.form, cloze.rival, cloze.form_gap, cloze.rival_gap, fine, coarse]
    columns += [cloze.kind_gap, cloze.form_even]
    inside = position > 0
    for values in (cloze.kind, fine):
        before, after = np.zeros_like(values), np.zeros_like(values)
        before[1:][inside[1:]] = values[:-1][inside[1:]]
        after[:-1][inside[1:]] = values[1:][inside[1:]]
        columns += [before, after]
    return [np.clip(column, _LEAST, -_LEAST) * np.float32(0.25) for column in columns]


def ranks(uni: Float, n_rows: int) -> Ids:
    """Rows of the fine ids: the `n_rows` most frequent have their own, in order of id; the others share the last."""
    best = np.sort(np.argsort(-uni, kind="stable")[:n_rows].astype(np.int64))
    rows: Ids = np.full(len(uni), n_rows, dtype=np.int64)
    rows[best] = np.arange(len(best))
    return rows


def blocks(position: Ids) -> list[Ids]:
    """Positions of whole sequences, those of like length together, about `_BLOCK` at a time."""
    starts = np.flatnonzero(position == 0)
    lengths = np.diff(np.append(starts, len(position)))
    rank = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[rank], lengths[rank]
    first = np.cumsum(lengths) - lengths
    flat = np.repeat(starts - first, lengths) + np.arange(len(position))
    cuts = np.flatnonzero(np.diff(first // _BLOCK)) + 1
    return np.split(flat, first[cuts]) if len(position) else []


def members(sets: Ids, width: int) -> Ids:
    """(n_rows, width) rows of each row's set, itself among them, -1 where there are fewer."""
    rows, _ = _listed(sets, width)
    found: Ids = np.append(rows, np.full((1, width), -1), axis=0)[sets]
    return found


def _listed(sets: Ids, width: int) -> tuple[Ids, Ids]:
    """(n_sets, width) rows of each set, -1 where there are fewer; and the place of each row in its set, or -1."""
    table = np.full((int(sets.max(initial=-1)) + 1, width), -1, dtype=np.int64)
    order = np.argsort(sets, kind="stable")
    order = order[sets[order] >= 0]
    number = sets[order]
    place = np.arange(len(order)) - np.searchsorted(number, number)
    kept = place < width
    table[number[kept], place[kept]] = order[kept]
    places = np.full(len(sets), -1, dtype=np.int64)
    places[order[kept]] = place[kept]
    return table, places


def _counted(sizes: Ids) -> Ids:
    """0, 1, ... so many numbers for each."""
    counted: Ids = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return counted


def _chances(sums: Float, number: Ids, place: Ids, sets: Sets) -> Float:
    """What `Cloze._within` gives, from the products of queries and members."""
    width = sums.shape[1]
    logits = np.ascontiguousarray(sums.T)  # members by position: sums over members run along whole rows
    logits *= sets.scale[number, :width].T
    logits += sets.bias[number, :width].T
    logits[np.arange(width)[:, None] >= sets.sizes[number]] = _NONE
    logits -= logits.max(axis=0)
    gap = np.where(place < 0, _NONE, logits[place, np.arange(len(place))])
    chances = np.exp(logits)
    total = _summed(chances)
    chances *= logits
    return np.stack([gap - np.log(total), gap, gap - _summed(chances) / total])


def _summed(rows: Float) -> Float:
    """The sum of rows in their order, however many columns there are."""
    total: Float = rows[0].copy()
    for row in rows[1:]:
        total += row
    return total


def _shares(state: Float, product: Product) -> tuple[Float, Float]:
    """What a token adds to a product of it and the one before: at its own position, with the bias, and at the next."""
    dim = state.shape[1]
    own, onwards = state @ product.weight[dim:], state @ product.weight[:dim]
    own *= product.unit
    own += product.bias
    onwards *= product.unit
    return own, onwards


def _scan(new: Float, keep: Float, plan: Plan) -> Float:
    """Leaky sums: state = keep * state + (1 - keep) * new, from raw `new` and `keep` (n, units), which are lost."""
    np.clip(new, np.float32(-1), np.float32(1), out=new)
    np.clip(keep, np.float32(0), np.float32(1), out=keep)
    new -= keep * new
    for at, end, back in plan.steps[1:]:
        kept = keep[at:end]
        kept *= new[back : back + end - at]
        new[at:end] += kept
    return new
