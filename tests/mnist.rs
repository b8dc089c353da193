//! MNIST itself.

use crate::outside;
use ganvas::data::DataSet;

#[test]
fn mnist_is_read_whole() {
    let Some(folder) = outside::mnist() else {
        return;
    };
    let read = |name: &str| {
        let plain = folder.join(name);
        let packed = folder.join(format!("{name}.gz"));
        std::fs::read(if plain.exists() { plain } else { packed }).unwrap()
    };
    let images = read("train-images-idx3-ubyte");
    let labels = read("train-labels-idx1-ubyte");
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
