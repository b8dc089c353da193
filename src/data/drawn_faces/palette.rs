//! The colours of hair, skin, eyes and clothes, each a little different in every face.

use super::attributes::{EyeColour, HairColour, Skin};
use super::colour::{Colour, Oklch};
use crate::random::Random;

/// The tones of one material, as a painter mixes them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tones {
    /// Outlines.
    pub line: Colour,
    /// In the shade.
    pub shade: Colour,
    /// The colour itself.
    pub base: Colour,
    /// In the light.
    pub light: Colour,
    /// Where the light is mirrored.
    pub shine: Colour,
}

/// A colour near `base`.
fn near(base: Oklch, by: Oklch, random: &mut Random) -> Oklch {
    Oklch(
        base.0 + by.0 * random.truncated_normal(),
        (base.1 + by.1 * random.truncated_normal()).max(0.0),
        base.2 + by.2 * random.truncated_normal(),
    )
}

/// The tones of the hair.
pub(super) fn hair(colour: HairColour, random: &mut Random) -> Tones {
    let (base, by) = match colour {
        HairColour::Black => (Oklch(0.3, 0.025, 285.0), Oklch(0.025, 0.01, 30.0)),
        HairColour::Brown => (Oklch(0.47, 0.075, 52.0), Oklch(0.045, 0.014, 6.0)),
        HairColour::Blonde => (Oklch(0.86, 0.11, 88.0), Oklch(0.02, 0.015, 4.0)),
        HairColour::Red => (Oklch(0.56, 0.18, 29.0), Oklch(0.035, 0.016, 6.0)),
        HairColour::Pink => (Oklch(0.78, 0.12, 356.0), Oklch(0.035, 0.024, 7.0)),
        HairColour::Blue => (Oklch(0.6, 0.13, 255.0), Oklch(0.045, 0.015, 10.0)),
        HairColour::Green => (Oklch(0.7, 0.12, 152.0), Oklch(0.055, 0.022, 12.0)),
        HairColour::Silver => (Oklch(0.87, 0.016, 285.0), Oklch(0.02, 0.005, 25.0)),
    };
    let base = near(base, by, random);
    let dark = base.0 < 0.4;
    Tones {
        line: base.shaded(0.47, 0.9, 0.12).colour(),
        shade: base.shaded(0.82, 1.1, 0.1).colour(),
        base: base.colour(),
        light: Oklch((base.0 + 0.06).min(0.96), base.1 * 0.95, base.2).colour(),
        shine: Oklch(
            (base.0 + if dark { 0.25 } else { 0.2 }).min(0.985),
            base.1 * 0.6,
            base.2,
        )
        .colour(),
    }
}

/// The tones of the skin.
pub(super) fn skin(tone: Skin, random: &mut Random) -> Tones {
    let base = match tone {
        Skin::Fair => Oklch(0.945, 0.028, 58.0),
        Skin::Light => Oklch(0.9, 0.05, 62.0),
        Skin::Tan => Oklch(0.8, 0.075, 60.0),
        Skin::Brown => Oklch(0.66, 0.083, 55.0),
        Skin::Dark => Oklch(0.51, 0.07, 50.0),
    };
    let base = near(base, Oklch(0.012, 0.005, 2.5), random);
    Tones {
        line: Oklch(base.0 * 0.5, 0.075, 35.0).colour(),
        shade: Oklch(base.0 * 0.88, base.1 * 1.45 + 0.012, base.2 - 20.0).colour(),
        base: base.colour(),
        light: Oklch((base.0 * 1.04).min(0.98), base.1 * 0.8, base.2).colour(),
        // The lips and the inside of the mouth go with it too.
        shine: Oklch(base.0 * 0.72, 0.13, 22.0).colour(),
    }
}

/// The tones of the irises.
pub(super) fn eyes(colour: EyeColour, random: &mut Random) -> Tones {
    let base = match colour {
        EyeColour::Brown => Oklch(0.5, 0.09, 50.0),
        EyeColour::Amber => Oklch(0.72, 0.15, 78.0),
        EyeColour::Red => Oklch(0.55, 0.19, 25.0),
        EyeColour::Pink => Oklch(0.66, 0.17, 358.0),
        EyeColour::Violet => Oklch(0.55, 0.17, 305.0),
        EyeColour::Blue => Oklch(0.6, 0.15, 255.0),
        EyeColour::Teal => Oklch(0.68, 0.11, 200.0),
        EyeColour::Green => Oklch(0.65, 0.14, 150.0),
    };
    let base = near(base, Oklch(0.02, 0.012, 5.0), random);
    Tones {
        line: base.shaded(0.38, 0.7, 0.15).colour(),
        shade: base.shaded(0.55, 0.9, 0.12).colour(),
        base: base.colour(),
        light: Oklch((base.0 + 0.22).min(0.93), base.1 * 0.85, base.2).colour(),
        shine: Oklch(0.99, 0.005, base.2).colour(),
    }
}

/// The tones of cloth or ribbon of any colour.
pub(super) fn cloth(random: &mut Random) -> Tones {
    let hue = random.between(0.0, 360.0);
    let lightness = random.between(0.38, 0.9);
    let chroma = random.between(0.01, 0.13);
    tones(Oklch(lightness, chroma, hue))
}

/// The tones of something vivid, such as a bow.
pub(super) fn vivid(random: &mut Random) -> Tones {
    let hue = random.between(-30.0, 300.0);
    tones(Oklch(
        random.between(0.5, 0.72),
        random.between(0.14, 0.2),
        hue,
    ))
}

/// The tones of dark cloth.
pub(super) fn cloth_dark(random: &mut Random) -> Tones {
    let hue = random.between(230.0, 390.0);
    tones(Oklch(
        random.between(0.32, 0.48),
        random.between(0.04, 0.12),
        hue,
    ))
}

/// The tones of white cloth.
pub(super) fn white() -> Tones {
    tones(Oklch(0.96, 0.008, 270.0))
}

fn tones(base: Oklch) -> Tones {
    Tones {
        line: base.shaded(0.5, 0.9, 0.1).colour(),
        shade: base.shaded(0.84, 1.1, 0.1).colour(),
        base: base.colour(),
        light: Oklch((base.0 + 0.06).min(0.98), base.1 * 0.9, base.2).colour(),
        shine: Oklch((base.0 + 0.15).min(0.99), base.1 * 0.6, base.2).colour(),
    }
}
