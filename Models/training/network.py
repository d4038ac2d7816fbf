"""The network: a multilayer perceptron with ReLU, trained with AdamW."""
from __future__ import annotations

import dataclasses
from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np
import optax

from features import VEGETATION

Layer = tuple[jax.Array, jax.Array]


@dataclasses.dataclass(frozen=True)
class Recipe:
    """How the network is trained."""

    hidden: tuple[int, ...] = (16, 8)
    seed: int = 1
    epochs: int = 8
    batch: int = 4096
    rate: float = 3e-3
    decay: float = 1e-4
    # Weight of the mean probability of vegetation in pictures without any.
    empty_penalty: float = 0.0
    # Standard deviation of the noise that is added to scaled features.
    noise: float = 0.05
    # Share of a label that is spread over all classes: cells at an edge are of two.
    smoothing: float = 0.02


@dataclasses.dataclass
class Cells:
    """What the training sees of each cell."""

    values: np.ndarray  # float32 [n, features], scaled
    label: np.ndarray  # int32 [n]
    weight: np.ndarray  # float32 [n]
    is_empty: np.ndarray  # float32 [n], 1 in pictures without vegetation


def initial(sizes: list[int], seed: int) -> list[Layer]:
    """Weights [out, in] as He et al., "Delving deep into rectifiers", ICCV 2015; zero biases."""
    keys = jax.random.split(jax.random.key(seed), len(sizes) - 1)
    return [
        (jax.random.normal(key, (outputs, inputs)) * np.sqrt(2 / inputs), jnp.zeros(outputs))
        for key, inputs, outputs in zip(keys, sizes, sizes[1:])
    ]


def logits(layers: list[Layer], values: jax.Array) -> jax.Array:
    """float32 [n, classes] from scaled features [n, features]."""
    for weights, biases in layers[:-1]:
        values = jax.nn.relu(values @ weights.T + biases)
    weights, biases = layers[-1]
    return values @ weights.T + biases


def train(cells: Cells, classes: int, recipe: Recipe,
          active: np.ndarray, report: Callable[[int, float], None]) -> list[Layer]:
    """Trains a network; features that are not active never reach it.

    `report` is told the number and the mean loss of each epoch.
    """
    layers = initial([cells.values.shape[1], *recipe.hidden, classes], recipe.seed)
    layers[0] = (layers[0][0] * active.astype(np.float32), layers[0][1])
    steps = max(1, len(cells.label) // recipe.batch)
    schedule = optax.warmup_cosine_decay_schedule(
        0, recipe.rate, min(200, steps), recipe.epochs * steps, 0.01 * recipe.rate)
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=recipe.decay))
    columns = (jnp.asarray(cells.values * active.astype(np.float32)), jnp.asarray(cells.label),
               jnp.asarray(cells.weight / cells.weight.mean()), jnp.asarray(cells.is_empty))

    def loss(layers: list[Layer], batch: tuple[jax.Array, ...], key: jax.Array) -> jax.Array:
        values, label, weight, is_empty = batch
        values = values + recipe.noise * jax.random.normal(key, values.shape) * active
        logit = logits(layers, values)
        target = optax.smooth_labels(jax.nn.one_hot(label, classes), recipe.smoothing)
        entropy = optax.softmax_cross_entropy(logit, target)
        probability = jax.nn.softmax(logit)[:, VEGETATION]
        return jnp.mean(weight * (entropy + recipe.empty_penalty * is_empty * probability))

    def step(state: tuple, item: tuple[jax.Array, jax.Array]) -> tuple:
        layers, memory = state
        rows, key = item
        batch = tuple(column[rows] for column in columns)
        value, gradient = jax.value_and_grad(loss)(layers, batch, key)
        change, memory = optimiser.update(gradient, memory, layers)
        return (optax.apply_updates(layers, change), memory), value

    @jax.jit
    def epoch(state: tuple, key: jax.Array) -> tuple:
        order_key, noise_key = jax.random.split(key)
        order = jax.random.permutation(order_key, len(cells.label))
        size = min(recipe.batch, len(cells.label))
        rows = order[:steps * size].reshape(steps, size)
        return jax.lax.scan(step, state, (rows, jax.random.split(noise_key, steps)))

    state = (layers, optimiser.init(layers))
    for number in range(recipe.epochs):
        key = jax.random.fold_in(jax.random.key(recipe.seed + 1), number)
        state, values = epoch(state, key)
        report(number, float(values.mean()))
    return state[0]
