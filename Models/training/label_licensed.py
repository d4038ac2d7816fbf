"""Makes labelled pictures of photographs whose licence allows training.

    label_licensed.py --data DATA --into FOLDER

DATA/train holds `trays` (duckweed on dark water from above, MIT), `wells` (wells of duckweed from
above, MIT) and `bridge` (a turbid river from a bridge, MIT). The folder is written as
`duckweed-river scenes` writes one: NAME-0.jpg, NAME.mask.png (0 not water, 1 water, 2 floating
vegetation, 255 not to be judged) and index.csv. Pictures in grey are left out: the quality gate
refuses them.
"""
from __future__ import annotations

import argparse
import csv
import pathlib

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

NOT_WATER, WATER, VEGETATION, IGNORED = 0, 1, 2, 255

# Excess green g = −(Cb + Cr), in codes of full-range BT.601, looked at by hand in each collection:
# up to the first it is water, from the second it is plants, between them nobody can say.
TRAY_GREEN = (12, 24)
SHADED_TRAY_GREEN = (2, 9)
SHADED_TRAYS = {"M_SP_b_3"}
WELL_GREEN = (16, 28)

# The water of the bridge camera in its own 1920 × 1080 pixels, without banks, ropes and caption.
BRIDGE_WATER = [(240, 10), (1540, 10), (1560, 380), (1480, 560), (1480, 800), (1440, 1030),
                (470, 1030), (270, 850), (120, 700), (110, 600)]
# Where a frame lies in pictures of 1000 × 800 that show it between axes.
BRIDGE_AXES = (126, 188, 900, 622)


def excess_green(picture: Image.Image) -> np.ndarray:
    """−(Cb + Cr) of each pixel, smoothed a little against noise of the colour."""
    codes = np.asarray(picture.convert("YCbCr"), dtype=np.int16)
    green = np.clip(256 - codes[..., 1] - codes[..., 2] + 128, 0, 255).astype(np.uint8)
    smooth = Image.fromarray(green).filter(ImageFilter.GaussianBlur(1))
    return np.asarray(smooth, dtype=np.int16) - 128


def by_green(picture: Image.Image, limits: tuple[int, int]) -> np.ndarray:
    """The mask of a picture in which all that is green floats."""
    green = excess_green(picture)
    mask = np.full(green.shape, IGNORED, dtype=np.uint8)
    mask[green <= limits[0]] = WATER
    mask[green >= limits[1]] = VEGETATION
    return mask


def tray(picture: Image.Image, name: str) -> np.ndarray:
    mask = by_green(picture, SHADED_TRAY_GREEN if name in SHADED_TRAYS else TRAY_GREEN)
    # The rim of a tray may be in view.
    border = round(0.03 * min(mask.shape))
    inner = np.zeros_like(mask, dtype=bool)
    inner[border:-border, border:-border] = True
    mask[~inner] = NOT_WATER
    return mask


def well(picture: Image.Image, _: str) -> np.ndarray:
    """The floor is a circle in the middle; all outside mirrors the fronds."""
    mask = by_green(picture, WELL_GREEN)
    rows, columns = np.indices(mask.shape)
    height, width = mask.shape
    distance = np.hypot(columns - (width - 1) / 2, rows - (height - 1) / 2)
    mask[distance > 0.30 * width] = NOT_WATER
    return mask


def bridge(picture: Image.Image, _: str) -> np.ndarray:
    """Water without plants; the boat and what is around it is left out."""
    mask = Image.new("L", (1920, 1080), NOT_WATER)
    ImageDraw.Draw(mask).polygon(BRIDGE_WATER, fill=WATER)
    labels = np.array(mask.resize(picture.size, Image.Resampling.NEAREST))
    red, green, blue = np.moveaxis(np.asarray(picture, dtype=np.int16), 2, 0)
    orange = (red > 130) & (red - blue > 70) & (red - green > 30)
    # Litter is orange too; a boat is so over a whole neighbourhood.
    share = Image.fromarray((255 * orange).astype(np.uint8)).filter(ImageFilter.BoxBlur(12))
    rows, columns = np.nonzero(np.asarray(share) > 30)
    if rows.size:
        margin = picture.width // 24
        labels[max(0, rows.min() - margin):rows.max() + margin,
               max(0, columns.min() - margin):columns.max() + margin] = IGNORED
    return labels


def bridge_frame(picture: Image.Image) -> Image.Image:
    """The camera's frame; some pictures show it between axes."""
    return picture.crop(BRIDGE_AXES) if picture.size == (1000, 800) else picture


def fitted(picture: Image.Image, longest: int = 1280) -> Image.Image:
    """The picture, no larger than cameras' pictures mostly are; sides are even."""
    factor = min(1.0, longest / max(picture.size))
    width, height = (2 * round(side * factor / 2) for side in picture.size)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--into", type=pathlib.Path, required=True)
    options = parser.parse_args()
    options.into.mkdir(parents=True, exist_ok=True)
    rows = []
    for kind, label in (("trays", tray), ("wells", well), ("bridge", bridge)):
        for path in sorted((options.data / "train" / kind).glob("*.jpg")):
            picture = Image.open(path).convert("RGB")
            picture = fitted(bridge_frame(picture) if kind == "bridge" else picture)
            mask = label(picture, path.stem)
            name = f"{kind}-{path.stem}".replace(".", "_").replace(",", "_")
            picture.save(options.into / f"{name}-0.jpg", quality=92)
            Image.fromarray(mask).save(options.into / f"{name}.mask.png")
            water, plants = (int((mask == code).sum()) for code in (WATER, VEGETATION))
            rows.append([name, "negative" if kind == "bridge" else "positive",
                         f"{plants / max(1, water + plants):.4f}", "MIT"])
    with (options.into / "index.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["name", "kind", "vegetation", "licence"], *rows])
    print(f"{options.into}: {len(rows)} pictures")


if __name__ == "__main__":
    main()
