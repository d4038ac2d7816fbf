"""Usual ways to tell plants by colour alone."""
import numpy as np
from PIL import Image, ImageFilter


def blue_red_deficit(rgb):
    """-(Cb + Cr) of full-range BT.601 (ITU-T T.871), -255 to 255."""
    red, green, blue = channels(rgb)
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    return -((blue - luma) / 1.772 + (red - luma) / 1.402)


def excess_green(rgb):
    """2g - r - b of the shares of the colours (Woebbecke et al. 1995), -1 to 2.

    GLI = (2G - R - B) / (2G + R + B) orders pixels in the same way, for both grow with g alone. So
    with the best threshold for each they are the same rule.
    """
    red, green, blue = channels(rgb)
    return (2 * green - red - blue) / np.maximum(red + green + blue, 1)


def raw_excess_green(rgb):
    """2G - R - B, -510 to 510."""
    red, green, blue = channels(rgb)
    return 2 * green - red - blue


def canopeo(rgb):
    """Where Canopeo sees plants (Patrignani and Ochsner 2015), with its usual limits."""
    red, green, blue = channels(rgb)
    return (red < 0.95 * green) & (blue < 0.95 * green) & (2 * green - red - blue > 20)


def hue_range(rgb):
    """Green in HSV, opened and closed by a square of 5 pixels, as tutorials of OpenCV do it.

    Hue 36 to 86 of 180, saturation and value from 25 of 255.
    """
    red, green, blue = channels(rgb)
    value = rgb.max(axis=2).astype(np.float32)
    spread = value - rgb.min(axis=2)
    saturation = 255 * spread / np.maximum(value, 1)
    # Where green is the largest, hue is 60 degrees for yellow, 120 for green, 180 for cyan.
    # Elsewhere it is below 60 or above 180, and so out of the range.
    hue = (120 + 60 * (blue - red) / np.maximum(spread, 1)) / 2
    is_green = (green >= value) & (spread > 0) & (36 <= hue) & (hue <= 86)
    mask = Image.fromarray((is_green & (saturation >= 25) & (value >= 25)).astype(np.uint8))
    lowest, highest = ImageFilter.MinFilter(5), ImageFilter.MaxFilter(5)
    opened = mask.filter(lowest).filter(highest)
    return np.asarray(opened.filter(highest).filter(lowest)) > 0


def channels(rgb):
    return (rgb[..., channel].astype(np.float32) for channel in range(3))
