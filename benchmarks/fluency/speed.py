"""Load time, sentences a second and memory of the embedded fluency model: `python -m benchmarks.fluency.speed`.

Texts are made by chance from a short list of words, so that no data set is needed; word caches are cold at the start
of a run and fill as they would on a real file. Times are of one thread; set OMP_NUM_THREADS=1 to keep BLAS to it.
"""

from __future__ import annotations

import random
import resource
import time

from mtcheck.fluency import NgramFluency, load_fluency

N_TEXTS = 10_000
_WORDS = (
    "the council of a town said that it had opened its new bridge after four years in which the work was often "
    "delayed by rain, and people who live near the river hope for quiet nights while their children walk to school"
)


def texts(seed: int) -> list[str]:
    """Sentences of 8 to 40 words, about one word in ten of them new each time."""
    rng = random.Random(seed)
    words = _WORDS.split()
    made = []
    for _ in range(N_TEXTS):
        row = [rng.choice(words) for _ in range(rng.randint(8, 40))]
        row[rng.randrange(len(row))] = "".join(rng.choices("aeiounrtsldm", k=7))
        made.append(" ".join(row).capitalize() + ".")
    return made


def load_seconds(model: NgramFluency, lang: str) -> float:
    """Time from nothing loaded to a first value in one language."""
    began = time.perf_counter()
    model.score(["A short sentence to load the tables with."], lang)
    return time.perf_counter() - began


def main() -> None:
    began = time.perf_counter()
    model = load_fluency()
    print(f"open {1000 * (time.perf_counter() - began):.1f} ms")
    loads = {lang: load_seconds(model, lang) for lang in model.languages}
    worst = max(loads, key=loads.__getitem__)
    print(f"load of a language: slowest {worst} {1000 * loads[worst]:.0f} ms, all {1000 * sum(loads.values()):.0f} ms")
    many = texts(1)
    wall, processor = time.perf_counter(), time.process_time()
    model.score(many, "en")
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"en {len(many) / wall:.0f} sentences/s, {len(many) / processor:.0f} a second of processor time")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB with all languages loaded")


if __name__ == "__main__":
    main()
