//! Layers whose form has no fields: one function reads them all, which is lighter than one for each.

use serde::Deserialize;

/// Nothing but the kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoFields {}

/// Has a layer without fields be read.
macro_rules! no_fields {
    ($layer:ident) => {
        impl From<NoFields> for $layer {
            fn from(_: NoFields) -> Self {
                Self {}
            }
        }
    };
}

pub(super) use no_fields;
