//! A pack in two files: what marks need, and what cards need besides.
//!
//! Takes a whole pack; gives its two parts. Example: of `world.pack` a page fetches the first part to mark its names, and the
//! second when a reader opens the first card.
//!
//! Invariant: the second part is the same byte for byte, wherever it lies; the first differs in its head alone.

use super::{
    check,
    format::{ELSEWHERE, SEALED_FROM, seal},
};
use crate::error::{PackError, PackErrorKind};

/// The two parts of a pack, for [`Knowledge::add`](super::Knowledge::add) and
/// [`Knowledge::complete`](super::Knowledge::complete).
///
/// # Errors
/// When the bytes are no pack, are damaged, or are one part alone.
pub fn split(whole: &[u8]) -> Result<(Vec<u8>, Vec<u8>), PackError> {
    let sizes = check::head(whole).map_err(PackError::new)?;
    let parts = whole.split_at_checked(sizes.first() as usize).filter(|_| check::is_whole(whole));
    let (first, more) = parts.ok_or(PackError::new(PackErrorKind::FirstAlone))?;
    let mut sealed = first.get(SEALED_FROM..).unwrap_or(&[]).to_vec();
    if let Some(elsewhere) = sealed.get_mut(ELSEWHERE - SEALED_FROM) {
        *elsewhere = 1;
    }
    Ok((seal(&sealed), more.to_vec()))
}
