use super::*;

fn area(mask: &Mask) -> f32 {
    mask.coverage.iter().sum()
}

#[test]
fn coverage_adds_up_to_the_area() {
    let slanted = [(10.3, 5.2), (40.9, 11.7), (33.1, 50.4), (4.6, 31.8)];
    let shoelace: f32 = (0..4)
        .map(|at| {
            let (from, to) = (slanted[at], slanted[(at + 1) % 4]);
            0.5 * (from.0 * to.1 - to.0 * from.1)
        })
        .sum();
    let reversed: Vec<Place> = slanted.iter().rev().copied().collect();
    for outline in [&slanted[..], &reversed] {
        let mask = Mask::inside(outline);
        assert!((area(&mask) - shoelace).abs() < 0.01, "{}", area(&mask));
    }
}

#[test]
fn what_lies_outside_the_image_is_cut() {
    let large = Mask::inside(&[(-9.0, -9.0), (80.0, -9.0), (80.0, 80.0), (-9.0, 80.0)]);
    assert_eq!(
        [large.rows.clone(), large.columns.clone()],
        [0..SIDE, 0..SIDE]
    );
    assert!(large.coverage.iter().all(|&part| part == 1.0));
    for x in [-50.0, 90.0] {
        let away = Mask::inside(&[(x, 3.0), (x + 10.0, 3.0), (x, 30.0)]);
        assert_eq!(area(&away), 0.0);
        assert_eq!(area(&Mask::line(&[(x, -70.0), (x, 90.0)], [2.0; 3])), 0.0);
    }
}

#[test]
fn a_line_is_as_wide_as_twice_its_radius() {
    let line = Mask::line(&[(10.5, 32.0), (32.0, 32.0), (53.5, 32.0)], [2.0; 3]);
    let rows = line.rows.clone();
    let across: f32 = rows.map(|row| line.row(row)[32 - line.columns.start]).sum();
    assert!((across - 4.0).abs() < 1e-4, "{across}");
    // Thinner than a pixel, it is faint.
    let hair = Mask::line(&[(10.0, 32.5), (50.0, 32.5)], [0.1; 3]);
    assert!(hair.coverage.iter().all(|&part| part <= 0.2));
}

#[test]
fn masks_intersect() {
    let left = Mask::inside(&[(0.0, 0.0), (20.0, 0.0), (20.0, 64.0), (0.0, 64.0)]);
    let upper = Mask::inside(&[(0.0, 0.0), (64.0, 0.0), (64.0, 10.0), (0.0, 10.0)]);
    assert_eq!(area(&left.within(&upper)), 200.0);
}
