"""Start processes while the main module is being imported by them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import multiprocessing\n\n\ndef work(n):\n    return n\n\n\ncontext = multiprocessing.get_context('spawn')\nprocess = context.Process(target=work, args=(1,))\nprocess.start()\nprocess.join()\n", "bootstrapping phase"),
    ("from concurrent.futures import ProcessPoolExecutor\nimport multiprocessing\n\n\ndef work(n):\n    return n\n\n\nwith ProcessPoolExecutor(1, mp_context=multiprocessing.get_context('spawn')) as pool:\n    print(list(pool.map(work, [1])))\n", "bootstrapping phase"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
