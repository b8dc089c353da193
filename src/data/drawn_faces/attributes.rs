//! What a drawn face shows, in words.

use crate::random::Random;
use serde::Serialize;

/// An attribute: an enumeration with a weight for each value.
macro_rules! attribute {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident: $weight:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// One value, each as often as its weight says.
            fn pick(random: &mut Random) -> Self {
                const WEIGHTS: &[u32] = &[$($weight),+];
                Self::ALL[place(WEIGHTS, random)]
            }
        }
    };
}

fn place(weights: &[u32], random: &mut Random) -> usize {
    let mut rest = random.below(weights.iter().sum());
    for (place, &weight) in weights.iter().enumerate() {
        if rest < weight {
            return place;
        }
        rest -= weight;
    }
    unreachable!("the rest is below the sum of the weights")
}

attribute! {
    /// The hair's colour: the class of a face. Each is as frequent as the others.
    HairColour {
        /// Nearly black, tinged.
        Black: 1,
        /// From chestnut to hazel.
        Brown: 1,
        /// Golden.
        Blonde: 1,
        /// From crimson to copper.
        Red: 1,
        /// From rose to cherry blossom.
        Pink: 1,
        /// From azure to indigo.
        Blue: 1,
        /// From leaf to mint.
        Green: 1,
        /// Nearly white, tinged.
        Silver: 1,
    }
}

attribute! {
    /// The hair around and behind the head.
    HairStyle {
        /// Ends above the neck; the ears show.
        Short: 3,
        /// Chin-long, curving inwards.
        Bob: 4,
        /// Falls over the shoulders.
        Long: 5,
        /// A tail on either side.
        TwinTails: 3,
        /// One tail, bound high.
        Ponytail: 3,
        /// Stands out in spikes.
        Spiky: 2,
        /// A bun on either side.
        Buns: 2,
    }
}

attribute! {
    /// The hair over the forehead.
    Fringe {
        /// Cut straight above the eyes.
        Straight: 3,
        /// Pointed locks of any length.
        Jagged: 4,
        /// Parted on one side, swept to the other.
        Swept: 3,
        /// Parted in the middle.
        Parted: 2,
        /// A long lock falls between the eyes.
        Between: 3,
    }
}

attribute! {
    /// The colour of the irises.
    EyeColour {
        /// Brown.
        Brown: 3,
        /// Gold.
        Amber: 2,
        /// Red.
        Red: 2,
        /// Rose.
        Pink: 1,
        /// Violet.
        Violet: 2,
        /// Blue.
        Blue: 4,
        /// Blue-green.
        Teal: 2,
        /// Green.
        Green: 3,
    }
}

attribute! {
    /// The shape of the eyes.
    Eyes {
        /// Wide open.
        Round: 6,
        /// The outer corners point up.
        Sharp: 4,
        /// The outer corners droop.
        Gentle: 4,
        /// Under heavy lids.
        Sleepy: 2,
        /// Shut with joy.
        Closed: 1,
        /// One open, one shut.
        Wink: 1,
    }
}

attribute! {
    /// The mouth.
    Mouth {
        /// A curved line.
        Smile: 5,
        /// Open and glad.
        Open: 4,
        /// A short line.
        Small: 3,
        /// Open and round, as if surprised.
        Surprised: 1,
        /// A cat's: two small curves.
        Cat: 2,
        /// Turned down.
        Pout: 1,
    }
}

attribute! {
    /// The tone of the skin.
    Skin {
        /// Very light.
        Fair: 5,
        /// Light and warm.
        Light: 5,
        /// Tanned.
        Tan: 2,
        /// Brown.
        Brown: 2,
        /// Dark brown.
        Dark: 1,
    }
}

attribute! {
    /// What is worn.
    Clothing {
        /// A sailor's collar with a knot.
        Sailor: 3,
        /// A shirt with a pointed collar.
        Shirt: 3,
        /// A pullover with a round neck.
        Pullover: 3,
        /// A high collar that hides the neck.
        Turtleneck: 2,
        /// Straps; the shoulders show.
        Straps: 2,
    }
}

attribute! {
    /// What adorns the hair.
    Ornament {
        /// Nothing.
        None: 8,
        /// A ribbon, tied in a bow.
        Ribbon: 3,
        /// Clips on one side of the fringe.
        Clip: 2,
        /// A band across the head.
        Band: 2,
        /// A flower.
        Flower: 2,
        /// A cat's ears, of the hair's colour.
        CatEars: 2,
    }
}

attribute! {
    /// What lies behind.
    Background {
        /// One colour into another.
        Gradient: 4,
        /// Light behind the head.
        Glow: 3,
        /// Soft discs of light.
        Bubbles: 2,
        /// Slanting stripes.
        Stripes: 1,
    }
}

/// What a drawn face shows. Everything else (sizes, places, shades, the pose) varies continuously.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Attributes {
    /// The hair's colour: the class.
    pub hair_colour: HairColour,
    /// The hair around and behind the head.
    pub hair_style: HairStyle,
    /// The hair over the forehead.
    pub fringe: Fringe,
    /// The colour of the irises.
    pub eye_colour: EyeColour,
    /// The shape of the eyes.
    pub eyes: Eyes,
    /// The mouth.
    pub mouth: Mouth,
    /// The tone of the skin.
    pub skin: Skin,
    /// What is worn.
    pub clothing: Clothing,
    /// What adorns the hair.
    pub ornament: Ornament,
    /// What lies behind.
    pub background: Background,
    /// Red cheeks.
    pub blush: bool,
    /// Glasses.
    pub glasses: bool,
    /// A stray lock that stands up from the crown.
    pub stray_lock: bool,
}

impl Attributes {
    /// The attributes that begin the stream of a face.
    pub(super) fn new(random: &mut Random) -> Self {
        Self {
            hair_colour: HairColour::pick(random),
            hair_style: HairStyle::pick(random),
            fringe: Fringe::pick(random),
            eye_colour: EyeColour::pick(random),
            eyes: Eyes::pick(random),
            mouth: Mouth::pick(random),
            skin: Skin::pick(random),
            clothing: Clothing::pick(random),
            ornament: Ornament::pick(random),
            background: Background::pick(random),
            blush: random.uniform() < 0.45,
            glasses: random.uniform() < 0.1,
            stray_lock: random.uniform() < 0.25,
        }
    }

    /// The class, for conditional training: the hair's colour, as a place in
    /// [`CLASS_NAMES`](super::CLASS_NAMES).
    pub fn label(&self) -> u8 {
        self.hair_colour as u8
    }
}
