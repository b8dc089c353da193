//! What a training remembers from one judgement to the next.

use crate::judge::{Classifier, Judge};
use std::sync::Arc;

#[derive(Default)]
pub(super) struct JudgeState {
    /// Of digits, once it was handed over.
    pub classifier: Option<Arc<Classifier>>,
    /// From the first judgement on: it knows the data.
    pub judge: Option<Judge>,
}

impl JudgeState {
    /// A judge that was there knows the data without this classifier, and is forgotten.
    pub fn with_classifier(classifier: Arc<Classifier>) -> Self {
        Self {
            classifier: Some(classifier),
            judge: None,
        }
    }
}
