"""The options of `train.py`."""
from __future__ import annotations

import argparse
import pathlib

import network
from features import CLASSES


def arguments(description: str) -> argparse.Namespace:
    recipe = network.Recipe()
    parser = argparse.ArgumentParser(description=description)
    add = parser.add_argument
    add("--feature-set", type=pathlib.Path, required=True, metavar="JSON",
        help="what `duckweed-sampler --features` prints")
    add("--features", type=pathlib.Path, nargs="+", required=True, metavar="TABLE",
        help="tables of rendered pictures, CSV or .npy")
    add("--real", type=pathlib.Path, nargs="*", default=[], metavar="TABLE",
        help="tables of photographs whose licence allows training")
    add("--real-weight", type=float, default=0.3, metavar="SHARE",
        help="share of the loss that photographs have together (%(default)s)")
    add("--rendered-licence", default="of this project (rendered)",
        help="licence of the rendered pictures, for the card (%(default)s)")
    add("--real-licence", default="MIT", help="their licence, for the card (%(default)s)")
    add("--held-out", type=pathlib.Path, nargs="*", default=[], metavar="TABLE",
        help="tables to measure with only")
    add("--surfaces", type=pathlib.Path, metavar="CSV",
        help="weigh rendered surfaces by their likeness to these real ones (likeness.py)")
    add("--plant-width", type=float, default=0.55,
        help="width of the kernels over plants, in standard deviations (%(default)s)")
    add("--water-width", type=float, default=0.45, help="the same over water (%(default)s)")
    add("--likeness-limit", type=float, default=20, help="weights are at most this (%(default)s)")
    add("--choosing", type=pathlib.Path, nargs="*", default=[], metavar="FOLDER",
        help="labelled pictures that choose among restarts; nothing is fitted to them")
    add("--program", type=pathlib.Path, default=pathlib.Path(".build/release/duckweed"),
        metavar="PATH", help="the program that measures these (%(default)s)")
    add("--drop", default="", metavar="ID,…", help="features that the network shall not see")
    add("--hidden", type=int, nargs="+", default=list(recipe.hidden), metavar="WIDTH")
    add("--seed", type=int, default=recipe.seed)
    add("--restarts", type=int, default=1, metavar="N",
        help="train N networks from N seeds and keep the likeliest on held-out pictures")
    add("--epochs", type=int, default=recipe.epochs)
    add("--batch", type=int, default=recipe.batch)
    add("--rate", type=float, default=recipe.rate)
    add("--decay", type=float, default=recipe.decay)
    add("--empty-penalty", type=float, default=recipe.empty_penalty)
    add("--noise", type=float, default=recipe.noise)
    add("--smoothing", type=float, default=recipe.smoothing)
    add("--class-weights", type=float, nargs=4, default=[1, 3, 1, 1], metavar="W",
        help="of " + ", ".join(CLASSES))
    add("--picture-power", type=float, default=0, metavar="P",
        help="a picture's weight in all is its weight of cells to the power 1 − P (%(default)s)")
    add("--clip", type=float, default=4, help="in standard deviations (%(default)s)")
    add("--threshold-enter", type=float, default=0.5)
    add("--threshold-exit", type=float, default=0.4)
    add("--validation", type=float, default=0.05, metavar="SHARE",
        help="share of pictures that calibrate and measure instead (%(default)s)")
    add("--name", default="vegseg-day")
    add("--semver", default="1.0.0")
    add("--out", type=pathlib.Path, required=True, metavar="DWM")
    add("--card", type=pathlib.Path, metavar="README", help="also write the model card")
    return parser.parse_args()
