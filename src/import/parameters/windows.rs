//! Infers strides and padding, which no tensor says: the likeliest that lead to an image of a usual size.

/// What is known of a convolution.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Known {
    pub kernel: usize,
    pub is_transposed: bool,
    /// What enlarging by 2 before it would cost; `None` where there is no room for it.
    pub enlarging: Option<u32>,
    /// What not enlarging costs.
    pub staying: u32,
}

/// What a convolution is taken to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Choice {
    pub enlarged: bool,
    pub stride: usize,
    pub padding: usize,
    /// Pixels more than stride and padding give, of a transposed convolution.
    pub more: usize,
}

/// Sides beyond which nothing is tried.
const LARGEST: usize = 1024;

/// The cheapest way to an image of some side: its cost, and how the last step led there.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: u32,
    /// The side before, and what led from it; nothing at the start.
    last: Option<(usize, Choice)>,
}

/// The cheapest way to every side, by the side.
type Ways = Vec<Option<Way>>;

/// The likeliest choices from images of `side` pixels, and the side that they end with.
pub(super) fn likeliest(
    side: usize,
    known: &[Known],
    channels: usize,
) -> Option<(Vec<Choice>, usize)> {
    ranked(side, known, channels).into_iter().next()
}

/// The likeliest choices for every side that they may end with, the likeliest of all first.
pub(in crate::import) fn ranked(
    side: usize,
    known: &[Known],
    channels: usize,
) -> Vec<(Vec<Choice>, usize)> {
    let mut ends = Vec::new();
    // Some programs pad nothing anywhere; one that mixes both is rare.
    for bare in [false, true] {
        let Some(start) = start(side) else { continue };
        let mut steps = vec![start];
        for known in known {
            steps.push(step(&steps[steps.len() - 1], *known, bare));
        }
        for (end, way) in steps[known.len()].iter().enumerate() {
            if let Some(way) = way {
                let cost = way.cost + size_cost(end, channels) + u32::from(bare);
                ends.push((cost, end, choices(&steps, end)));
            }
        }
    }
    ends.sort_by_key(|(cost, end, _)| (*cost, *end));
    ends.into_iter()
        .map(|(_, end, choices)| (choices, end))
        .collect()
}

/// What led to images of the side `end`.
fn choices(steps: &[Ways], end: usize) -> Vec<Choice> {
    let mut choices = Vec::with_capacity(steps.len());
    let mut side = end;
    for ways in steps.iter().rev() {
        if let Some((before, choice)) = ways[side].and_then(|way| way.last) {
            choices.push(choice);
            side = before;
        }
    }
    choices.reverse();
    choices
}

fn start(side: usize) -> Option<Ways> {
    let mut ways = vec![None; LARGEST + 1];
    *ways.get_mut(side)? = Some(Way {
        cost: 0,
        last: None,
    });
    Some(ways)
}

fn step(ways: &Ways, known: Known, bare: bool) -> Ways {
    let mut next: Ways = vec![None; LARGEST + 1];
    for (side, way) in ways.iter().enumerate() {
        let Some(way) = way else { continue };
        let scales = [(1, Some(known.staying)), (2, known.enlarging)];
        for (factor, scaling) in scales {
            let Some(scaling) = scaling else { continue };
            for (price, choice) in choices_at(side * factor, known, bare) {
                let Some(reached) = reached(side * factor, known, choice) else {
                    continue;
                };
                let cost = way.cost + scaling + price;
                let enlarged = factor == 2;
                if next[reached].is_none_or(|other| cost < other.cost) {
                    let choice = Choice { enlarged, ..choice };
                    next[reached] = Some(Way {
                        cost,
                        last: Some((side, choice)),
                    });
                }
            }
        }
    }
    next
}

/// The side that a convolution makes of images of `side`, enlarged or not.
pub(in crate::import) fn reached(side: usize, known: Known, choice: Choice) -> Option<usize> {
    let Choice {
        stride,
        padding,
        more,
        ..
    } = choice;
    let reached = if known.is_transposed {
        ((side - 1) * stride + known.kernel + more).checked_sub(2 * padding)?
    } else {
        (side + 2 * padding).checked_sub(known.kernel)? / stride + 1
    };
    (1..=LARGEST).contains(&reached).then_some(reached)
}

/// Usual windows of a kernel, cheap ones first.
fn choices_at(side: usize, known: Known, bare: bool) -> Vec<(u32, Choice)> {
    let kernel = known.kernel;
    let choice = |stride, padding, more| Choice {
        enlarged: false,
        stride,
        padding,
        more,
    };
    let (padded, unpadded) = if bare { (4, 1) } else { (0, 3) };
    let half = kernel.saturating_sub(1) / 2;
    if kernel == 1 {
        return vec![(0, choice(1, 0, 0))];
    }
    if !known.is_transposed {
        let mut choices = vec![(padded, choice(1, half, 0)), (unpadded, choice(1, 0, 0))];
        if kernel.is_multiple_of(2) {
            choices.push((padded + 1, choice(1, kernel / 2, 0)));
        }
        return choices;
    }
    if side == 1 {
        return vec![(0, choice(1, 0, 0))];
    }
    let mut choices = vec![(unpadded + 1, choice(1, 0, 0)), (unpadded, choice(2, 0, 0))];
    if kernel.is_multiple_of(2) {
        choices.push((padded, choice(2, (kernel - 2) / 2, 0)));
    } else {
        choices.push((padded, choice(2, half, 1)));
        choices.push((padded + 1, choice(2, half, 0)));
        choices.push((padded + 1, choice(1, half, 0)));
        choices.push((unpadded + 3, choice(2, 0, 1)));
    }
    choices
}

/// How unusual images of this side are.
fn size_cost(side: usize, channels: usize) -> u32 {
    match (channels, side) {
        (1, 28) | (2.., 32 | 64 | 128 | 256) => 0,
        (1, 32) => 2,
        (2.., 96 | 512 | 1024) => 2,
        (1, 64) | (2.., 28 | 48) => 3,
        (_, 16 | 128) => 4,
        _ => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(side: usize, kernels: &[usize], channels: usize) -> (Vec<[usize; 3]>, usize) {
        let known: Vec<Known> = kernels
            .iter()
            .map(|&kernel| Known {
                kernel,
                is_transposed: true,
                enlarging: None,
                staying: 0,
            })
            .collect();
        let (choices, end) = likeliest(side, &known, channels).unwrap();
        let numbers = choices.iter().map(|c| [c.stride, c.padding, c.more]);
        (numbers.collect(), end)
    }

    #[test]
    fn well_known_generators_are_recognised() {
        assert_eq!(sides(1, &[4, 4, 4], 3).1, 16);
        let s2 = [2, 1, 0];
        assert_eq!(
            sides(1, &[4, 4, 4, 4, 4], 3),
            (vec![[1, 0, 0], s2, s2, s2, s2], 64)
        );
        assert_eq!(
            sides(1, &[4, 3, 4, 4], 1),
            (vec![[1, 0, 0], s2, s2, s2], 28)
        );
        assert_eq!(
            sides(7, &[5, 5, 5], 1),
            (vec![[1, 2, 0], [2, 2, 1], [2, 2, 1]], 28)
        );
        assert_eq!(
            sides(1, &[3, 4, 3, 4], 1),
            (vec![[1, 0, 0], [1, 0, 0], [2, 0, 0], [2, 0, 0]], 28)
        );
    }
}
