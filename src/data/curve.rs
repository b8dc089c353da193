//! Smooth curves through points: how drawn pictures say what they draw.

/// A point that a curve passes through.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub x: f32,
    pub y: f32,
    pub corner: bool,
}

/// A smooth passage.
pub(super) const fn p(x: f32, y: f32) -> Point {
    let corner = false;
    Point { x, y, corner }
}

/// A sharp turn.
pub(super) const fn c(x: f32, y: f32) -> Point {
    let corner = true;
    Point { x, y, corner }
}

/// A Catmull-Rom spline through the points, `pieces` places from each to the next.
pub(super) fn curve(points: &[Point], pieces: usize) -> Vec<(f32, f32)> {
    let mut places = Vec::with_capacity(points.len() * pieces);
    for place in 1..points.len() {
        let (from, to) = (points[place - 1], points[place]);
        // At an end or a corner the curve sets out towards the next point, unlike its past.
        let before = if place == 1 || from.corner {
            from
        } else {
            points[place - 2]
        };
        let after = if to.corner {
            to
        } else {
            *points.get(place + 1).unwrap_or(&to)
        };
        for piece in 0..pieces {
            let t = piece as f32 / pieces as f32;
            let at = |before: f32, from: f32, to: f32, after: f32| {
                let (start, end) = ((to - before) * 0.5, (after - from) * 0.5);
                let rise = to - from;
                let square = 3.0 * rise - 2.0 * start - end;
                let cube = start + end - 2.0 * rise;
                from + t * (start + t * (square + t * cube))
            };
            places.push((
                at(before.x, from.x, to.x, after.x),
                at(before.y, from.y, to.y, after.y),
            ));
        }
    }
    places.extend(points.last().map(|last| (last.x, last.y)));
    places
}
