//! Colours, made in Oklch so that equal steps look equal.

/// A colour with opacity, each number from 0 to 1; red, green and blue are those of sRGB.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colour {
    pub rgb: [f32; 3],
    pub opacity: f32,
}

impl Colour {
    /// The colour itself with another opacity.
    pub fn faint(self, opacity: f32) -> Self {
        let rgb = self.rgb;
        Self { rgb, opacity }
    }

    /// This colour (at 0) into another (at 1).
    pub fn mix(self, other: Self, part: f32) -> Self {
        Self {
            rgb: std::array::from_fn(|at| self.rgb[at] + (other.rgb[at] - self.rgb[at]) * part),
            opacity: self.opacity + (other.opacity - self.opacity) * part,
        }
    }
}

/// Lightness from 0 to 1, chroma from 0 (grey) to about 0.3, hue in degrees (30 red, 90 yellow,
/// 150 green, 260 blue, 350 pink).
#[derive(Debug, Clone, Copy)]
pub(super) struct Oklch(pub f32, pub f32, pub f32);

impl Oklch {
    /// Lightness and chroma multiplied, hue turned towards violet (290) by a part of the way, as
    /// painters shade.
    pub fn shaded(self, lightness: f32, chroma: f32, turn: f32) -> Self {
        let mut way = 290.0 - self.2;
        if way > 180.0 {
            way -= 360.0;
        }
        Self(self.0 * lightness, self.1 * chroma, self.2 + way * turn)
    }

    /// The opaque colour of sRGB; what it cannot show is clipped. Source: Ottosson, "A perceptual
    /// color space for image processing", 2020.
    pub fn colour(self) -> Colour {
        let Self(lightness, chroma, hue) = self;
        let (sine, cosine) = libm::sincosf(hue.to_radians());
        let (a, b) = (chroma * cosine, chroma * sine);
        let l = cube(lightness + 0.396_337_78 * a + 0.215_803_76 * b);
        let m = cube(lightness - 0.105_561_346 * a - 0.063_854_17 * b);
        let s = cube(lightness - 0.089_484_18 * a - 1.291_485_5 * b);
        let linear = [
            4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_93 * s,
            -1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s,
            -0.004_196_086 * l - 0.703_418_6 * m + 1.707_614_7 * s,
        ];
        Colour {
            rgb: linear.map(gamma),
            opacity: 1.0,
        }
    }
}

fn cube(value: f32) -> f32 {
    value * value * value
}

/// The transfer function of sRGB.
fn gamma(linear: f32) -> f32 {
    let linear = linear.clamp(0.0, 1.0);
    if linear <= 0.003_130_8 {
        linear * 12.92
    } else {
        1.055 * libm::powf(linear, 1.0 / 2.4) - 0.055
    }
}
