//! What every generator can do that needs no drawing: that of the engine, and that of the runtime.

/// Gives a class of JavaScript, whose field `core` is a generator, its latent space.
macro_rules! latent_space {
    ($class:ident) => {
        #[wasm_bindgen::prelude::wasm_bindgen]
        impl $class {
            /// What its file says of it, as JSON; its texts as they may be shown.
            pub fn header(&self) -> String {
                $crate::wasm::json(&self.core.header().shown())
            }

            /// Layers that go by a style; 0 for most generators.
            #[wasm_bindgen(js_name = styleLayers)]
            pub fn style_layers(&self) -> usize {
                self.core.style_layers()
            }

            /// The first `count` latents of a seed.
            ///
            /// # Errors
            /// `RecipeError` when there are too many, or the seed is none.
            pub fn latents(
                &self,
                count: usize,
                seed_number: f64,
            ) -> Result<Vec<f32>, wasm_bindgen::JsValue> {
                let space = self.core.header().space();
                Ok(space.samples(count, $crate::wasm::latent::seed(seed_number)?)?)
            }

            /// Where a walk is at each of these times; `start` is where it is at time 0.
            ///
            /// # Errors
            /// `RecipeError` for a start of another space, or a seed that is none.
            pub fn walk(
                &self,
                seed_number: f64,
                start: Option<Vec<f32>>,
                truncation: f32,
                times: &[f64],
            ) -> Result<Vec<f32>, wasm_bindgen::JsValue> {
                let (space, seed) = (
                    self.core.header().space(),
                    $crate::wasm::latent::seed(seed_number)?,
                );
                Ok(space.walk(seed, start.as_deref(), truncation, times)?)
            }

            /// `side` × `side` latents around one, up to `radius` of a latent's length away.
            ///
            /// # Errors
            /// `RecipeError` for a latent of another space, too many neighbours, or a seed that is none.
            pub fn neighbours(
                &self,
                centre: &[f32],
                side: usize,
                radius: f32,
                seed_number: f64,
            ) -> Result<Vec<f32>, wasm_bindgen::JsValue> {
                let (space, seed) = (
                    self.core.header().space(),
                    $crate::wasm::latent::seed(seed_number)?,
                );
                Ok(space.neighbours(centre, side, radius, seed)?)
            }

            /// Latents nearer to the mean: at 1 they stay, at 0 they are the mean.
            ///
            /// # Errors
            /// `RecipeError` for latents of another space.
            pub fn truncated(
                &self,
                latents: Vec<f32>,
                truncation: f32,
            ) -> Result<Vec<f32>, wasm_bindgen::JsValue> {
                Ok(self.core.header().space().truncated(latents, truncation)?)
            }

            /// The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents.
            ///
            /// # Errors
            /// `RecipeError` for latents of another space, or none.
            pub fn arithmetic(
                &self,
                a: &[f32],
                b: &[f32],
                c: &[f32],
            ) -> Result<Vec<f32>, wasm_bindgen::JsValue> {
                Ok(self.core.header().space().arithmetic(a, b, c)?)
            }

            /// A latent, and its class if it has one, as a short text.
            ///
            /// # Errors
            /// `RecipeError` for a latent of another space.
            #[wasm_bindgen(js_name = writeLatent)]
            pub fn write_latent(
                &self,
                latent: &[f32],
                label: Option<u8>,
            ) -> Result<String, wasm_bindgen::JsValue> {
                Ok(self.core.header().space().write_latent(latent, label)?)
            }

            /// The latent that a text stands for.
            ///
            /// # Errors
            /// `RecipeError` for a text that is none, or one of another space.
            #[wasm_bindgen(js_name = readLatent)]
            pub fn read_latent(
                &self,
                text: &str,
            ) -> Result<$crate::wasm::latent::ReadLatent, wasm_bindgen::JsValue> {
                let (latent, label) = self.core.header().space().read_latent(text)?;
                Ok($crate::wasm::latent::ReadLatent { latent, label })
            }
        }
    };
}

pub(super) use latent_space;
