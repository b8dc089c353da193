//! The maps of the discriminator: what a layer makes of an image, channel by channel.

use super::session::Training;
use super::shown::Pick;
use crate::grid::Grid;
use crate::network::{flatten, read_all};
use crate::recipe::{Fit, ImageSpec, Range};
use crate::sentence::sentence;
use crate::spec::Shape;
use crate::{Error, Result};
use serde::Serialize;

/// Most channels that are drawn.
const MOST_MAPS: usize = 64;

/// A layer of the discriminator that makes images of an image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapLayer {
    /// Its number, counted from 1.
    pub layer: usize,
    /// Its kind, as in a recipe.
    pub kind: &'static str,
    /// Maps that it makes.
    pub channels: usize,
    /// Pixels down in each.
    pub height: usize,
    /// Pixels across.
    pub width: usize,
}

impl Training {
    /// The layers that have maps; those inside another are a part of it.
    pub fn map_layers(&self) -> Vec<MapLayer> {
        let layers = self.plan().discriminator.layers.iter().enumerate();
        let maps = layers.filter_map(|(index, layer)| match layer.output {
            Shape::Image([channels, height, width]) if height * width > 1 => Some(MapLayer {
                layer: index + 1,
                kind: layer.spec.kind(),
                channels,
                height,
                width,
            }),
            _ => None,
        });
        maps.collect()
    }

    /// What a layer (counted from 1) makes of an image: its first 64 channels as grey images, from black
    /// to white, each by its own range. One that is the same all over is black. Nothing of the training
    /// moves.
    ///
    /// # Errors
    /// [`Error::Data`] when there is no such image, [`Error::Recipe`] when the layer has no maps,
    /// [`Error::Device`] when the device could not deliver.
    pub async fn maps(&self, pick: Pick, averaged: bool, layer: usize) -> Result<Grid> {
        let layers = self.map_layers().into_iter();
        let Some(own) = layers.into_iter().find(|own| own.layer == layer) else {
            return Err(Error::recipe(sentence!(
                "Layer {layer} of the discriminator has no maps: choose one that makes images.",
                layer
            )));
        };
        let (shown, place) = self.shown_with(pick, averaged)?;
        let labels = shown.batch.labels.as_ref();
        let discriminator = self.still_discriminator();
        let outputs = discriminator.infer_layers(layer, shown.batch.tensor, labels);
        let channels = own.channels.min(MOST_MAPS);
        let maps = outputs.narrow(0, place, 1).narrow(1, 0, channels);
        let values = read_all(vec![flatten(maps)]).await?.remove(0);
        let grey = ImageSpec {
            channels: 1,
            height: own.height,
            width: own.width,
            range: Range::Unit,
            fit: Fit::Exact,
        };
        let maps = values.chunks(own.height * own.width).flat_map(stretched);
        Ok(Grid::from_values(grey, &maps.collect::<Vec<f32>>()))
    }
}

/// A map from 0 to 1.
fn stretched(map: &[f32]) -> Vec<f32> {
    let low = map.iter().copied().fold(f32::INFINITY, f32::min);
    let high = map.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let scale = 1.0 / (high - low).max(f32::MIN_POSITIVE);
    map.iter().map(|value| (value - low) * scale).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_goes_from_black_to_white_and_a_dead_one_is_black() {
        assert_eq!(stretched(&[-2.0, 0.0, 2.0]), [0.0, 0.5, 1.0]);
        assert_eq!(stretched(&[3.0, 3.0]), [0.0, 0.0]);
    }
}
