"""How fast a translation memory is read, and in how much memory.

    python -m benchmarks.reading [MEBIBYTES]

Writes a TMX of that size (default 1,024) to a temporary folder, reads it in a fresh process, and prints units, seconds
of processor time and the peak of resident memory.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

UNITS = (
    '<tu tuid="{0}"><tuv xml:lang="ru"><seg>Это предложение о погоде в городе, где вчера шёл дождь.</seg></tuv>\n'
    '<tuv xml:lang="en"><seg>This is a sentence about the <hi>weather</hi> in town, where it rained hard yesterday.'
    "</seg></tuv></tu>\n"
    '<tu tuid="{1}"><tuv xml:lang="ru"><seg>Рыба &amp; картошка стоят 5 рублей.</seg></tuv>\n'
    '<tuv xml:lang="en"><seg>Fish &amp; chips cost 5 roubles.</seg></tuv></tu>\n'
)
READ = (
    "import resource, sys, time\n"
    "from mtcheck.read import iter_pairs\n"
    "n = sum(1 for _ in iter_pairs(sys.argv[1]))\n"
    "print(n, round(time.process_time(), 1), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)\n"
)


def write(path: Path, n_bytes: int) -> None:
    size = number = 0
    with path.open("w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="ru"/><body>\n')
        while size < n_bytes:
            block = "".join(UNITS.format(i, i + 1) for i in range(number, number + 2000, 2))
            number += 2000
            size += len(block.encode())
            out.write(block)
        out.write("</body></tmx>\n")


def main() -> None:
    mebibytes = int(sys.argv[1]) if len(sys.argv) > 1 else 1024
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        write(path, mebibytes * 1024**2)
        done = subprocess.run([sys.executable, "-c", READ, str(path)], check=True, capture_output=True, text=True)
    n_units, seconds, peak = done.stdout.split()
    print(f"{mebibytes:,} MiB: {int(n_units):,} units, {seconds} s of processor time, {peak} MB at the peak")


if __name__ == "__main__":
    main()
