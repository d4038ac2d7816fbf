"""Times two usual ways to find green on water with OpenCV and NumPy, on one thread.

Usage: frame_cost.py FRAMES.yuv WIDTH HEIGHT ROUNDS

FRAMES.yuv holds raw I420 pictures. Each is copied into place just before it is timed, so that it
is as warm in the caches as a picture that a decoder has just written. Prints the CPU seconds of
every picture as JSON.
"""
import json
import sys
import time

import cv2
import numpy as np

# Green in OpenCV's 8-bit HSV (hue 0 to 179), as tutorials pick it.
LOWEST_GREEN = (36, 25, 25)
HIGHEST_GREEN = (86, 255, 255)
DISC = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))
EXCESS_GREEN_MIN = 20


def hue_range(picture):
    """YUV to BGR to HSV, a range of green, opening and closing, count: as it is usually written."""
    bgr = cv2.cvtColor(picture, cv2.COLOR_YUV2BGR_I420)
    hsv = cv2.cvtColor(bgr, cv2.COLOR_BGR2HSV)
    mask = cv2.inRange(hsv, LOWEST_GREEN, HIGHEST_GREEN)
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, DISC)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, DISC)
    return cv2.countNonZero(mask)


class HueRangeInPlace:
    """The same with arrays that are kept: quicker, because no memory is asked for."""

    def __init__(self, width, height):
        self.bgr = np.empty((height, width, 3), np.uint8)
        self.hsv = np.empty_like(self.bgr)
        self.mask = np.empty((height, width), np.uint8)
        self.opened = np.empty_like(self.mask)

    def __call__(self, picture):
        cv2.cvtColor(picture, cv2.COLOR_YUV2BGR_I420, dst=self.bgr)
        cv2.cvtColor(self.bgr, cv2.COLOR_BGR2HSV, dst=self.hsv)
        cv2.inRange(self.hsv, LOWEST_GREEN, HIGHEST_GREEN, dst=self.mask)
        cv2.morphologyEx(self.mask, cv2.MORPH_OPEN, DISC, dst=self.opened)
        cv2.morphologyEx(self.opened, cv2.MORPH_CLOSE, DISC, dst=self.mask)
        return cv2.countNonZero(self.mask)


def excess_green(picture):
    """YUV to BGR, 2G - R - B in whole numbers, a threshold, count: the quickest plain form."""
    bgr = cv2.cvtColor(picture, cv2.COLOR_YUV2BGR_I420).astype(np.int16)
    excess = 2 * bgr[..., 1] - bgr[..., 2] - bgr[..., 0]
    return np.count_nonzero(excess > EXCESS_GREEN_MIN)


def seconds(pipeline, frames, rounds):
    picture = np.empty_like(frames[0])
    taken = []
    pipeline(frames[0])
    for _ in range(rounds):
        for frame in frames:
            np.copyto(picture, frame)
            began = time.thread_time()
            pipeline(picture)
            taken.append(time.thread_time() - began)
    return taken


def main():
    path, (width, height, rounds) = sys.argv[1], map(int, sys.argv[2:5])
    cv2.setNumThreads(1)
    frames = np.fromfile(path, np.uint8).reshape(-1, height * 3 // 2, width)
    print(json.dumps({
        "version": cv2.__version__,
        "hueRange": seconds(hue_range, frames, rounds),
        "hueRangeInPlace": seconds(HueRangeInPlace(width, height), frames, rounds),
        "excessGreen": seconds(excess_green, frames, rounds),
    }))


if __name__ == "__main__":
    main()
