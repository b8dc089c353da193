//! Values that do not follow from the latent: from a label alone, or from nothing. They are begun at the place
//! where they are needed, from what is there, which counts for nothing.

use super::array::Array;
use super::draft::{Draft, made};
use super::found::Found;
use super::steps::Place;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::{Shape, Size};

impl Draft {
    /// A value that follows from the label alone, begun at any place: `table` has a row for each class.
    pub fn label_features(&mut self, place: Place, table: &Array) -> Found<()> {
        let (classes, features) = (table.dims[0], table.dims[1]);
        if self.classes.is_some_and(|known| known != classes) {
            return Err(sentence!(
                "it takes a label of {classes} classes beside another of {known}",
                classes,
                known = self.classes.unwrap_or(0)
            ));
        }
        self.classes = Some(classes);
        self.keep(place);
        self.go_to(place)?;
        if let Shape::Image(_) = self.shape() {
            self.plain(LayerSpec::AvgPool(layers::AvgPool { kernel: None }))?;
        }
        // The value itself counts for nothing.
        let own = self.shape().channels();
        self.plain(LayerSpec::ConcatLabel(layers::ConcatLabel {}))?;
        self.budget
            .made(own.saturating_mul(features), table.values.len())?;
        let mut values = vec![0.0; own * features];
        values.extend_from_slice(&table.values);
        let dims = vec![own + classes, features];
        let weight = made("weight", Array { dims, values });
        let layer = layers::Linear {
            bias: false,
            ..layers::Linear::new(Size::fixed(features))
        };
        self.push_as_is("", layer.into(), vec![weight])
    }

    /// An image that is the same for every latent.
    pub fn constant_image(
        &mut self,
        place: Place,
        dims: [usize; 3],
        values: Vec<f32>,
    ) -> Found<()> {
        self.keep(place);
        self.go_to(place)?;
        if let Shape::Image(_) = self.shape() {
            self.plain(LayerSpec::AvgPool(layers::AvgPool { kernel: None }))?;
        }
        self.select(&[0])?;
        self.budget.made(2 * values.len(), values.len())?;
        let weight = Array {
            dims: vec![1, values.len()],
            values: vec![0.0; values.len()],
        };
        let layer = layers::Linear::new(Size::fixed(values.len()));
        let weights = vec![made("weight", weight), made("bias", Array::vector(values))];
        self.push_as_is("", layer.into(), weights)?;
        let to = dims.map(Size::fixed);
        self.plain(LayerSpec::Reshape(layers::Reshape { to }))
    }
}
