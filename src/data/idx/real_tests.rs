//! MNIST itself, where it lies at hand.

use crate::data::DataSet;
use std::io::Write;
use std::path::PathBuf;

#[test]
fn mnist_is_read_whole() {
    let folder = PathBuf::from(
        std::env::var_os("MNIST_DIR").unwrap_or_else(|| "../shared/data/mnist".into()),
    );
    let read = |name: &str| std::fs::read(folder.join(name));
    let (images, labels) = match (
        read("train-images-idx3-ubyte.gz"),
        read("train-labels-idx1-ubyte.gz"),
    ) {
        (Ok(images), Ok(labels)) => (images, labels),
        _ => {
            let missing = format!("no MNIST in {} (set MNIST_DIR)", folder.display());
            assert!(std::env::var_os("CI").is_none(), "{missing}");
            // Unlike eprintln's, these words are not swallowed when the test passes.
            let _ = writeln!(std::io::stderr(), "SKIPPED mnist_is_read_whole: {missing}");
            return;
        }
    };
    let set = DataSet::idx("mnist", &images, Some(&labels)).unwrap();
    assert_eq!((set.len(), set.classes()), (60_000, Some(10)));
    let shape = set.shape();
    assert_eq!((shape.channels, shape.height, shape.width), (1, 28, 28));

    let mut counts = [0; 10];
    let (mut sum, mut squares) = (0, 0);
    let mut image = [0; 784];
    for index in 0..60_000 {
        counts[usize::from(set.image(index, &mut image).unwrap())] += 1;
        for pixel in image.map(u64::from) {
            sum += pixel;
            squares += pixel * pixel;
        }
    }
    assert_eq!(
        counts,
        [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    );
    let pixels = 60_000.0 * 784.0 * 255.0;
    let mean = sum as f64 / pixels;
    let deviation = (squares as f64 / pixels / 255.0 - mean * mean).sqrt();
    assert!((mean - 0.1307).abs() < 1e-4, "{mean}");
    assert!((deviation - 0.3081).abs() < 1e-4, "{deviation}");
}
