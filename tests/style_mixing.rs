//! Mixing styles, by the CPU's kernels and by burn.

use super::inference::{behind, generator};
use burn::tensor::Device;
use ganvas::Error;
use ganvas::generator::{Generator, Statistics, Styles};
use pollster::block_on;
use serde_json::json;

/// With the StyleGAN2 recipe: of all layers, none, and some, on both ways of drawing.
#[test]
fn mixed_styles_go_from_one_image_to_the_other() {
    let recipe = ganvas::recipe::preset("stylegan2-64").unwrap();
    let file = generator(json!({
        "generator": recipe.generator, "width": 2,
        "image": {"channels": 3, "height": 64, "width": 64, "range": "symmetric"},
    }));
    let space = file.header.space();
    let both = space.samples(2, 1).unwrap();
    let (own, other) = both.split_at(space.latent.dimension);
    for generator in [
        Generator::on_cpu(&file, Statistics::Running).unwrap(),
        Generator::on(&Device::flex(), &file, Statistics::Running).unwrap(),
    ] {
        let plain = block_on(generator.values(&both, &[0, 0])).unwrap();
        let (first, second) = plain.split_at(plain.len() / 2);
        let layers = generator.style_layers();
        assert_eq!(layers, 10);
        let styles = Styles {
            latents: &other.repeat(3),
            own_layers: &[layers, 0, 4],
        };
        let mixed = block_on(generator.styled(&own.repeat(3), &[], styles)).unwrap();
        let images: Vec<&[f32]> = mixed.chunks(first.len()).collect();
        let distance = |a: &[f32], b: &[f32]| {
            let differences = a.iter().zip(b).map(|(a, b)| (a - b).abs());
            differences.fold(0.0, f32::max)
        };
        assert!(distance(images[0], first) < 1e-5);
        assert!(distance(images[1], second) < 1e-5);
        let apart = distance(first, second);
        assert!(distance(images[2], first) > 0.1 * apart, "{apart}");
        assert!(distance(images[2], second) > 0.1 * apart, "{apart}");
        for styles in [
            Styles {
                latents: other,
                own_layers: &[1, 2],
            },
            Styles {
                latents: &[f32::NAN; 64][..space.latent.dimension],
                own_layers: &[1],
            },
        ] {
            let refused = block_on(generator.styled(own, &[], styles));
            assert!(matches!(refused, Err(Error::Recipe { .. })), "{refused:?}");
        }
    }
    let plain = behind(json!([]), [3, 5, 7]);
    let generator = Generator::on_cpu(&plain, Statistics::Running).unwrap();
    let styles = Styles {
        latents: &[0.0; 6],
        own_layers: &[1],
    };
    let refused = block_on(generator.styled(&[0.0; 6], &[], styles));
    assert!(refused.unwrap_err().to_string().contains("no styles"));
}
