//! Data sets that took over MNIST's files, and what their classes are called.

use super::DataSet;

/// A data set in files that are called as MNIST's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Clothes (Xiao et al. 2017).
    FashionMnist,
    /// Cursive Japanese characters (Clanuwat et al. 2018).
    Kmnist,
}

impl Known {
    /// The one with this identifier.
    pub fn identified(identifier: &str) -> Option<Self> {
        match identifier {
            "fashion-mnist" => Some(Self::FashionMnist),
            "kmnist" => Some(Self::Kmnist),
            _ => None,
        }
    }

    /// The name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::FashionMnist => "Fashion-MNIST",
            Self::Kmnist => "KMNIST",
        }
    }

    /// What the classes are called.
    pub fn class_names(self) -> [&'static str; 10] {
        match self {
            Self::FashionMnist => [
                "T-shirt/top",
                "trouser",
                "pullover",
                "dress",
                "coat",
                "sandal",
                "shirt",
                "sneaker",
                "bag",
                "ankle boot",
            ],
            Self::Kmnist => ["o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"],
        }
    }
}

impl DataSet {
    /// A set that was read from such files, with its name and those of its classes.
    #[must_use]
    pub fn known(self, known: Known) -> Self {
        self.with_class_names(&known.class_names())
            .named(known.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_set_names_its_classes() {
        let images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 5, 6];
        let labels = [0, 0, 8, 1, 0, 0, 0, 2, 9, 3];
        let set = DataSet::idx("files", &images, Some(&labels)).unwrap();
        let known = Known::identified("fashion-mnist").unwrap();
        let set = set.known(known);
        assert_eq!(set.class_names(), ["dress", "ankle boot"]);
        assert_eq!(set.name(), "Fashion-MNIST");
        assert_eq!(Known::identified("kmnist"), Some(Known::Kmnist));
        assert_eq!(Known::identified("mnist"), None);
    }
}
