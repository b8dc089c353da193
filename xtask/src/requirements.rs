//! What a Rust has to be to build the modules.

/// The target of everything here.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The oldest Rust that the crate builds with: its `rust-version`.
pub const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// Whether "rustc 1.95.0 (…)" is new enough.
pub fn is_new_enough(version: &str) -> bool {
    let number = |text: &str| -> Option<(u32, u32)> {
        let mut parts = text.split('.');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    };
    let found = version.split(' ').nth(1).and_then(number);
    found.is_some() && found >= number(OLDEST)
}
