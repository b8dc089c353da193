//! Defaults of fields, and when a field is at its default and so is not written down.

use crate::spec::Size;

pub(super) fn yes() -> bool {
    true
}

pub(super) fn is_yes(value: &bool) -> bool {
    *value
}

pub(super) fn no() -> bool {
    false
}

pub(super) fn is_no(value: &bool) -> bool {
    !*value
}

pub(super) fn one_size() -> Size {
    Size::fixed(1)
}

pub(super) fn is_one_size(value: &Size) -> bool {
    *value == one_size()
}

pub(super) fn two() -> usize {
    2
}

pub(super) fn is_two(value: &usize) -> bool {
    *value == 2
}

pub(super) fn one_factor() -> f64 {
    1.0
}

pub(super) fn is_one_factor(value: &f64) -> bool {
    *value == one_factor()
}

pub(super) fn momentum() -> f64 {
    0.9
}

pub(super) fn is_momentum(value: &f64) -> bool {
    *value == momentum()
}

pub(super) fn epsilon() -> f64 {
    1e-5
}

pub(super) fn is_epsilon(value: &f64) -> bool {
    *value == epsilon()
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
