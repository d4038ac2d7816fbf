"""Shows the ten worst errors of an evaluation on one sheet, and lists them as a Markdown table.

Usage: worst_errors.py EVALUATION.json --overlays DIR --out SHEET.png

Half of them have the largest error of coverage, half the least IoU among the others. Real pictures
often carry no licence: keep the sheet out of the repository.
"""
import argparse
import json
import pathlib

from PIL import Image, ImageDraw

from scores import TRUTH_MIN

COUNT = 10
COLUMNS = 2
TILE = (640, 360)
CAPTION_HEIGHT = 22


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("evaluation")
    parser.add_argument("--overlays", required=True)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    with open(arguments.evaluation, encoding="utf-8") as file:
        worst = worst_errors(json.load(file)["perImage"])
    sheet(worst, pathlib.Path(arguments.overlays)).save(arguments.out)
    print("| picture | labelled | measured | IoU |\n|---|--:|--:|--:|")
    for one in worst:
        print(f"| {one['name']} | {100 * one['truth']:.1f} % | {100 * one['coverage']:.1f} % "
              f"| {iou_text(one)} |")
    print(f"\nThe sheet is {arguments.out}; don't commit it.")


def worst_errors(pictures):
    """The pictures with the largest errors, the worst first."""
    measured = [one for one in pictures if one["accepted"] and one["truth"] is not None]
    by_coverage = sorted(measured, key=error, reverse=True)
    by_overlap = sorted((one for one in measured if one["truth"] >= TRUTH_MIN),
                        key=lambda one: one["iou"] or 0)
    worst = by_coverage[:COUNT // 2]
    for one in by_overlap + by_coverage:
        if len(worst) < COUNT and one not in worst:
            worst.append(one)
    return worst


def error(one):
    return abs(one["coverage"] - one["truth"])


def iou_text(one):
    return f"{one['iou']:.2f}" if one["iou"] is not None and one["truth"] > 0 else "–"


def sheet(worst, overlays):
    rows = -(-len(worst) // COLUMNS)
    width, height = TILE
    page = Image.new("RGB", (COLUMNS * width, rows * (height + CAPTION_HEIGHT)), "white")
    draw = ImageDraw.Draw(page)
    for number, one in enumerate(worst):
        left = number % COLUMNS * width
        top = number // COLUMNS * (height + CAPTION_HEIGHT)
        draw.text((left + 4, top + 4), fill="black", text=(
            f"{one['name']}: labelled {100 * one['truth']:.1f} %, "
            f"measured {100 * one['coverage']:.1f} %, IoU {iou_text(one).replace('–', '-')}"))
        file = overlays / f"{one['name']}.jpg"
        if file.exists():
            picture = Image.open(file).convert("RGB")
            picture.thumbnail(TILE)
            page.paste(picture, (left, top + CAPTION_HEIGHT))
    return page


if __name__ == "__main__":
    main()
