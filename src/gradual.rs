//! Work that takes pauses, so that the browser answers meanwhile.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

/// Does such work where nobody waits: with pauses that are none.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => unreachable!("there is nothing to wait for"),
    }
}
