"""Writes model files (DWMODEL1), as `Sources/Segmentation/Model` reads them."""
from __future__ import annotations

import hashlib
import json
import pathlib
import struct
from typing import Any

import numpy as np

from features import CLASSES, FeatureSet

MAGIC = b"DWMODEL1"
FORMAT_VERSION = 1
ENGINE_LEVEL = 1
ALIGNMENT = 64
TOLERANCE = 1e-4


def single(value: float) -> float:
    """The value as the engine holds it: rounded to binary32."""
    return float(np.float32(value))


def evaluate(values: np.ndarray, mean: np.ndarray, inverse: np.ndarray, clip: float,
             layers: list[tuple[np.ndarray, np.ndarray]], temperature: float) -> np.ndarray:
    """Logits [n, classes], divided by the temperature, of features as they are computed."""
    x = np.clip((values - mean) * inverse, -clip, clip)
    for weights, biases in layers[:-1]:
        x = np.maximum(x @ weights.T + biases, 0)
    weights, biases = layers[-1]
    return (x @ weights.T + biases) / temperature


def write(path: pathlib.Path, *, name: str, semver: str, created: str, features: FeatureSet,
          mean: np.ndarray, inverse: np.ndarray, clip: float,
          layers: list[tuple[np.ndarray, np.ndarray]], calibration: dict[str, float],
          provenance: dict[str, Any], metrics: list[dict[str, Any]], limits: list[str],
          golden_inputs: np.ndarray) -> str:
    """Writes PATH and the same header, readable, beside it as .json.

    Returns the SHA-256 of the file without its last 32 bytes.
    """
    mean, inverse = np.float32(mean), np.float32(inverse)
    layers = [(np.float32(weights), np.float32(biases)) for weights, biases in layers]
    # Six digits are enough, and read well.
    golden_inputs = np.float32([[float(f"{v:.6g}") for v in row] for row in golden_inputs])
    outputs = evaluate(
        golden_inputs.astype(np.float64), mean.astype(np.float64), inverse.astype(np.float64),
        single(clip), [(w.astype(np.float64), b.astype(np.float64)) for w, b in layers],
        calibration["temperature"])
    names, tensors, data = [], [], b""
    for number, (weights, biases) in enumerate(layers, 1):
        names.append((f"layer{number}.weights", f"layer{number}.biases"))
        for tensor_name, tensor in zip(names[-1], (weights, biases)):
            data += bytes(-len(data) % ALIGNMENT)
            raw = np.ascontiguousarray(tensor, dtype="<f4").tobytes()
            tensors.append({"name": tensor_name, "dtype": "f32", "shape": list(tensor.shape),
                            "offset": len(data), "bytes": len(raw)})
            data += raw
    header = {
        "name": name, "semver": semver, "kind": "mlp", "createdUTC": created,
        "engineMin": ENGINE_LEVEL,
        "featureSet": {
            "id": features.id, "sha256": features.sha256,
            "features": [
                {**feature, "mean": float(mean[i]), "invStd": float(inverse[i]),
                 "clip": single(clip)}
                for i, feature in enumerate(features.features)],
        },
        "layers": [
            {"activation": "relu" if i < len(layers) - 1 else "none",
             "weights": weights, "biases": biases}
            for i, (weights, biases) in enumerate(names)],
        "classes": CLASSES, "tensors": tensors, "calibration": calibration,
        "provenance": provenance, "metrics": metrics, "limits": limits,
        "golden": {"inputs": [[float(f"{v:.6g}") for v in row] for row in golden_inputs],
                   "outputs": [[round(float(v), 7) for v in row] for row in outputs],
                   "tolerance": TOLERANCE},
    }
    text = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":"),
                      allow_nan=False).encode()
    whole = MAGIC + struct.pack("<II", FORMAT_VERSION, len(text)) + text
    whole += bytes(-len(whole) % ALIGNMENT) + data
    hash_bytes = hashlib.sha256(whole).digest()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(whole + hash_bytes)
    path.with_suffix(".json").write_text(
        json.dumps(header, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n")
    return hash_bytes.hex()
