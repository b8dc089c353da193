//! Laplacian pyramids (Burt and Adelson 1983): each level holds what the next smaller one lacks.

use ganvas::data::ImageShape;

/// The weights of the blur, along one axis.
const BLUR: [f32; 5] = [1.0 / 16.0, 4.0 / 16.0, 6.0 / 16.0, 4.0 / 16.0, 1.0 / 16.0];

/// One channel of an image.
#[derive(Clone)]
pub struct Plane {
    pub height: usize,
    pub width: usize,
    pub values: Vec<f32>,
}

/// Levels of images of this shape whose smaller side is at least `smallest`.
pub fn levels(shape: ImageShape, smallest: usize) -> usize {
    let side = shape.height.min(shape.width);
    (0..).take_while(|level| side >> level >= smallest).count()
}

/// Level `level` of the pyramid of `count` levels; the last is the small image itself.
pub fn level(plane: Plane, level: usize, count: usize) -> Plane {
    let mut plane = (0..level).fold(plane, |plane, _| smaller(&plane));
    if level + 1 < count {
        let coarse = larger(&smaller(&plane), plane.height, plane.width);
        for (value, coarse) in plane.values.iter_mut().zip(coarse.values) {
            *value -= coarse;
        }
    }
    plane
}

/// Blurred, and every other pixel.
fn smaller(plane: &Plane) -> Plane {
    let blurred = blurred(plane);
    let (height, width) = (plane.height.div_ceil(2), plane.width.div_ceil(2));
    let values = (0..height * width).map(|place| {
        let (row, column) = (place / width * 2, place % width * 2);
        blurred.values[row * plane.width + column]
    });
    Plane {
        height,
        width,
        values: values.collect(),
    }
}

/// Twice as large, the new pixels blurred out of the old.
fn larger(plane: &Plane, height: usize, width: usize) -> Plane {
    let mut wide = Plane {
        height,
        width,
        values: vec![0.0; height * width],
    };
    for (place, value) in plane.values.iter().enumerate() {
        let (row, column) = (place / plane.width * 2, place % plane.width * 2);
        wide.values[row * width + column] = 4.0 * value;
    }
    blurred(&wide)
}

/// Along both axes; beyond the border the image is mirrored, the border's pixels not repeated.
fn blurred(plane: &Plane) -> Plane {
    let (height, width) = (plane.height, plane.width);
    let mirrored = |place: isize, side: usize| {
        let side = side as isize;
        let place = place.abs();
        (if place < side {
            place
        } else {
            2 * (side - 1) - place
        }) as usize
    };
    let blur = |read: &dyn Fn(usize) -> f32, at: usize, side: usize| -> f32 {
        let taps = BLUR.iter().enumerate();
        taps.map(|(tap, weight)| weight * read(mirrored((at + tap) as isize - 2, side)))
            .sum()
    };
    let rows: Vec<f32> = (0..height * width)
        .map(|place| {
            let row = &plane.values[place / width * width..][..width];
            blur(&|column| row[column], place % width, width)
        })
        .collect();
    let values = (0..height * width).map(|place| {
        let column = place % width;
        blur(&|row| rows[row * width + column], place / width, height)
    });
    Plane {
        height,
        width,
        values: values.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flat_image_is_all_in_the_last_level() {
        let flat = Plane {
            height: 32,
            width: 48,
            values: vec![7.0; 32 * 48],
        };
        let shape = ImageShape {
            channels: 1,
            height: 32,
            width: 48,
        };
        assert_eq!(levels(shape, 16), 2);
        let fine = level(flat.clone(), 0, 2);
        assert!(fine.values.iter().all(|value| value.abs() < 1e-5));
        let coarse = level(flat, 1, 2);
        assert_eq!((coarse.height, coarse.width), (16, 24));
        assert!(coarse.values.iter().all(|value| (value - 7.0).abs() < 1e-5));
    }

    #[test]
    fn the_levels_add_up_to_the_image() {
        let plane = Plane {
            height: 16,
            width: 16,
            values: (0..256).map(|place| (place * 37 % 101) as f32).collect(),
        };
        let (fine, coarse) = (level(plane.clone(), 0, 2), level(plane.clone(), 1, 2));
        let back = larger(&coarse, 16, 16);
        let sums = fine.values.iter().zip(&back.values).map(|(a, b)| a + b);
        let pairs = sums.zip(&plane.values);
        assert!(
            pairs
                .into_iter()
                .all(|(sum, value)| (sum - value).abs() < 1e-4)
        );
    }
}
