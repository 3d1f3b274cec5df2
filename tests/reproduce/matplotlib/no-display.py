# needs: pip:matplotlib
"""Show a figure where there is no screen."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

SHOW = "import matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()\n"
good = check(
    [(SHOW, "FigureCanvasAgg is non-interactive, and thus cannot be shown")],
    environ={"DISPLAY": ":99", "MPLBACKEND": "Agg"},
)
good += check(
    [
        ("import matplotlib\nmatplotlib.use('TkAgg')\n" + SHOW, "Cannot load backend 'TkAgg' which requires the 'tk' interactive framework"),
        ("import tkinter\ntkinter.Tk()\n", "no display name and no $DISPLAY environment variable"),
    ],
    environ={"DISPLAY": None, "WAYLAND_DISPLAY": None, "MPLBACKEND": None},
)
good += check([("import tkinter\ntkinter.Tk()\n", "couldn't connect to display")], environ={"DISPLAY": ":99"})
sys.exit(good)
