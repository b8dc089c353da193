//! Waiting in a browser.

use js_sys::{Function, Promise};
#[cfg(feature = "webgpu")]
use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Window, WorkerGlobalScope};

/// Waits so long; with 0 the browser runs what is waiting. Not at all where there is no timer.
pub async fn wait(milliseconds: i32) {
    let waited = Promise::new(&mut |resolve, _| {
        if set_timeout(&resolve, milliseconds).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(waited).await;
}

#[cfg(feature = "webgpu")]
/// What `work` gives, unless it takes longer than so long: then it is dropped.
pub async fn within<T>(milliseconds: i32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut timer = pin!(wait(milliseconds));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(result) => Poll::Ready(Some(result)),
        Poll::Pending => timer.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// `setTimeout` of a worker or, where the engine runs without one, of the page.
fn set_timeout(callback: &Function, milliseconds: i32) -> Result<i32, JsValue> {
    let global = js_sys::global();
    match global.dyn_ref::<WorkerGlobalScope>() {
        Some(worker) => {
            worker.set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds)
        }
        None => global
            .unchecked_into::<Window>()
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds),
    }
}
