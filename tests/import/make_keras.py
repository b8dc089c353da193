"""Writes the Keras and TensorFlow.js fixtures: small generators with random weights, and what they
draw.

Run from this folder: KERAS_BACKEND=torch python make_keras.py (keras, torch, h5py, numpy).
"""

import json
import os
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")

import h5py
import keras
import numpy as np
from keras import layers

OUT = Path(__file__).parent / "fixtures"
keras.utils.set_random_seed(5)
NORMAL = np.random.RandomState(11)


def filled(model):
    """Weights and moving statistics that are not those of the beginning."""
    values = []
    for weight in model.weights:
        noise = NORMAL.randn(*weight.shape).astype(np.float32)
        if "variance" in weight.name:
            values.append(0.5 + np.abs(noise))
        else:
            values.append(noise * 0.3 + (1 if "gamma" in weight.name else 0))
    model.set_weights(values)
    return model


def keep(name, z, y, labels=None):
    arrays = {"z": z, "y_nhwc": np.asarray(y, np.float32)}
    if labels is not None:
        arrays["labels"] = labels.astype(np.float32)
    np.savez_compressed(OUT / f"{name}.npz", **arrays)


def drawn(model, *inputs):
    y = model(list(inputs) if len(inputs) > 1 else inputs[0], training=False)
    return keras.ops.convert_to_numpy(y)


def upsampling():
    """Dense, enlarging, convolutions; a flatten and a dense layer at the end, as nobody should."""
    return keras.Sequential([
        keras.Input((6,)),
        layers.Dense(4 * 3 * 5, activation="relu"),
        layers.BatchNormalization(),
        layers.Reshape((4, 3, 5)),
        layers.UpSampling2D(),
        layers.Conv2D(4, 3, padding="same", use_bias=False),
        layers.BatchNormalization(scale=False, momentum=0.8),
        layers.LeakyReLU(negative_slope=0.2),
        layers.Conv2DTranspose(3, 5, padding="same", activation="silu"),
        layers.ZeroPadding2D(((1, 0), (2, 1))),
        layers.Conv2D(2, 2, strides=2),
        layers.ELU(),
        layers.Flatten(),
        layers.Dense(4 * 4 * 3),
        layers.Dropout(0.3),
        layers.Reshape((4, 4, 3)),
        layers.Activation("tanh"),
    ])


def transposed():
    """Convolutions that are transposed, of every padding."""
    return keras.Sequential([
        keras.Input((6,)),
        layers.Reshape((1, 1, 6)),
        layers.Conv2DTranspose(4, 4, padding="valid"),
        layers.ReLU(),
        layers.BatchNormalization(epsilon=1e-2),
        layers.Conv2DTranspose(3, 3, strides=2, padding="same"),
        layers.PReLU(shared_axes=[1, 2, 3]),
        layers.UpSampling2D(interpolation="bilinear"),
        layers.Conv2D(1, 4, padding="same", activation="sigmoid"),
        layers.Rescaling(255.0),
    ])


def conditional():
    """A label that is looked up, and a model inside the model."""
    z, label = keras.Input((6,), name="z"), keras.Input((1,), dtype="int32", name="label")
    looked_up = layers.Flatten()(layers.Embedding(4, 2)(label))
    looked_up = layers.LeakyReLU(negative_slope=0.2)(layers.Dense(3)(looked_up))
    x = layers.Concatenate()([looked_up, z])
    body = keras.Sequential([keras.Input((9,)), layers.Dense(32, activation="gelu"),
                             layers.Reshape((4, 4, 2))], name="body")
    x = body(x)
    x = layers.Conv2DTranspose(1, 4, strides=2, padding="same", activation="tanh")(x)
    return keras.Model([z, label], x)


def old_layout(path, model):
    """As Keras 2 wrote it: names that end in :0, compressed chunks, attributes of bytes."""
    with h5py.File(path, "w") as file:
        file.attrs["keras_version"] = b"2.4.0"
        file.attrs["backend"] = b"tensorflow"
        description = json.loads(model.to_json())
        for layer in description["config"]["layers"]:
            settings = layer["config"]
            for key in ("dtype", "module", "registered_name"):
                settings.pop(key, None)
            layer.pop("module", None), layer.pop("registered_name", None)
            if "batch_shape" in settings:
                settings["batch_input_shape"] = settings.pop("batch_shape")
        file.attrs["model_config"] = json.dumps(description).encode()
        group = file.create_group("model_weights")
        group.attrs["layer_names"] = [layer.name.encode() for layer in model.layers]
        for layer in model.layers:
            own = group.create_group(layer.name)
            names = [f"{layer.name}/{weight.name}:0" for weight in layer.weights]
            own.attrs["weight_names"] = [name.encode() for name in names]
            for name, weight in zip(names, layer.get_weights()):
                own.create_dataset(name, data=weight, chunks=True if weight.ndim else None,
                                   compression="gzip", shuffle=True)


def tensorflow_js(folder, model, quantised):
    """model.json and two shards."""
    folder.mkdir(exist_ok=True)
    data, entries = b"", []
    for layer in model.layers:
        for weight, value in zip(layer.weights, layer.get_weights()):
            entry = {"name": f"{layer.name}/{weight.name}", "shape": list(value.shape),
                     "dtype": "float32"}
            if quantised == "float16":
                entry["quantization"] = {"dtype": "float16", "original_dtype": "float32"}
                data += value.astype(np.float16).tobytes()
                weight.assign(value.astype(np.float16).astype(np.float32))
            elif quantised:
                low, high = float(value.min()), float(value.max())
                kind = np.dtype(quantised)
                scale = (high - low) / np.iinfo(kind).max or 1.0
                entry["quantization"] = {"dtype": quantised, "min": low, "scale": scale,
                                         "original_dtype": "float32"}
                steps = np.round((value - low) / scale).astype(kind)
                data += steps.tobytes()
                weight.assign(steps.astype(np.float32) * np.float32(scale) + np.float32(low))
            else:
                data += value.tobytes()
            entries.append(entry)
    half = len(data) // 2
    paths = ["group1-shard1of2.bin", "group1-shard2of2.bin"]
    for path, part in zip(paths, (data[:half], data[half:])):
        (folder / path).write_bytes(part)
    description = {"format": "layers-model", "generatedBy": "keras v2.4.0", "convertedBy": None,
                   "modelTopology": {"keras_version": "2.4.0", "backend": "tensorflow",
                                     "model_config": json.loads(model.to_json())},
                   "weightsManifest": [{"paths": paths, "weights": entries}]}
    (folder / "model.json").write_text(json.dumps(description))


z = NORMAL.randn(2, 6).astype(np.float32)
for name, build in [("keras-upsampling", upsampling), ("keras-transposed", transposed)]:
    model = filled(build())
    y = drawn(model, z)
    keep(name, z, y / 255 if "transposed" in name else y)  # our images are 0 to 1
    model.save(OUT / f"{name}.h5")
    model.save(OUT / f"{name}.keras")
    if "transposed" in name:
        old_layout(OUT / f"{name}-2.h5", model)
        model.save_weights(OUT / f"{name}.weights.h5")

model = filled(conditional())
labels = np.array([[3], [1]], np.int32)
keep("keras-conditional", z, drawn(model, z, labels), labels[:, 0])
model.save(OUT / "keras-conditional.h5")
model.save(OUT / "keras-conditional.keras")

for kind in (None, "uint8", "uint16", "float16"):
    model = filled(upsampling())
    name = f"tfjs-{kind or 'float32'}"
    tensorflow_js(OUT / name, model, kind)
    keep(name, z, drawn(model, z))
