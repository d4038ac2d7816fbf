"""Makes labelled pictures of clips whose true coverage is known.

    label_clips.py --clips DATA/semireal/*.mp4 Fixtures/Clips/bloom.mp4 --into FOLDER

Beside NAME.mp4 stand NAME.zone.json ({"width", "height", "polygon"}) and the truth of each keyframe:
NAME.truth.csv (column `coverage_image`) or NAME.truth.json (`keyframes[].coverageImage`). Where plants
are is not in the truth, but how many there are: the greenest pixels of the zone are called plants,
as many as the truth says. A clip without these two files shows water alone, without plants. Such pictures may choose among networks; nothing is fitted to them. The
folder is laid out as `duckweed evaluate` reads one. Keyframes are decoded by the program `ffmpeg`.
"""
from __future__ import annotations

import argparse
import csv
import json
import pathlib
import subprocess
import tempfile

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from label_licensed import IGNORED, NOT_WATER, VEGETATION, WATER

# So bright that no plant could be seen: nobody can say what is there.
GLARE_LUMA = 225


def truth(clip: pathlib.Path, count: int) -> list[float]:
    """The share of the zone that plants cover in each of `count` keyframes, 0…1."""
    listed, table = clip.with_suffix(".truth.json"), clip.with_suffix(".truth.csv")
    if listed.exists():
        return [row["coverageImage"] for row in json.loads(listed.read_text())["keyframes"]]
    if not table.exists():
        return [0.0] * count
    with table.open() as file:
        return [float(row["coverage_image"]) for row in csv.DictReader(file)]


def keyframes(clip: pathlib.Path) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["ffmpeg", "-v", "error", "-skip_frame", "nokey", "-i", clip, "-fps_mode", "passthrough",
             f"{folder}/%05d.png"], check=True)
        return [Image.open(path).convert("RGB") for path in sorted(pathlib.Path(folder).iterdir())]


def zone(clip: pathlib.Path, size: tuple[int, int]) -> np.ndarray:
    """bool [rows, columns]: the water of a picture of `size` (width, height)."""
    path = clip.with_suffix(".zone.json")
    if not path.exists():
        return np.ones(size[::-1], dtype=bool)
    described = json.loads(path.read_text())
    across, down = size[0] / described["width"], size[1] / described["height"]
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon([(x * across, y * down) for x, y in described["polygon"]], fill=1)
    return np.array(mask, dtype=bool)


def label(picture: Image.Image, water: np.ndarray, coverage: float) -> np.ndarray:
    codes = np.asarray(picture.convert("YCbCr"), dtype=np.int16)
    green = np.clip(384 - codes[..., 1] - codes[..., 2], 0, 255).astype(np.uint8)
    green = np.asarray(Image.fromarray(green).filter(ImageFilter.BoxBlur(2)), dtype=np.int16)
    # Equal greens are told apart by nothing but chance, as a threshold would have it.
    order = np.argsort(-green[water], kind="stable")
    inside = np.full(len(order), WATER, dtype=np.uint8)
    inside[order[:round(coverage * len(order))]] = VEGETATION
    mask = np.full(water.shape, NOT_WATER, dtype=np.uint8)
    mask[water] = inside
    bright = Image.fromarray((255 * (codes[..., 0] > GLARE_LUMA)).astype(np.uint8))
    glare = np.asarray(bright.filter(ImageFilter.BoxBlur(20))) > 38
    mask[glare & water] = IGNORED
    return mask


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clips", type=pathlib.Path, nargs="+", required=True, metavar="MP4")
    parser.add_argument("--into", type=pathlib.Path, required=True, metavar="FOLDER")
    parser.add_argument("--of-each", type=int, default=8, metavar="N",
                        help="pictures of each clip, evenly apart (%(default)s)")
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    rows = []
    for clip in options.clips:
        pictures = keyframes(clip)
        coverages = truth(clip, len(pictures))
        last = min(len(coverages), len(pictures)) - 1
        for number in np.unique(np.linspace(0, last, options.of_each).astype(int)):
            picture, coverage = pictures[number], coverages[number]
            name = f"{clip.stem}-{number:03}"
            picture.save(options.into / f"{name}.jpg", quality=95, subsampling=2)
            mask = label(picture, zone(clip, picture.size), coverage)
            Image.fromarray(mask).save(options.into / f"{name}.mask.png")
            rows.append([name, "positive" if coverage > 0 else "negative"])
    with (options.into / "index.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["name", "kind"], *rows])
    print(f"{options.into}: {len(rows)} pictures")


if __name__ == "__main__":
    main()
