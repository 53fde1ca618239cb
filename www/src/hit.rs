//! Which marks lie under a point.
//!
//! Takes an event's innermost target and a point; gives annotations, innermost first. From the target to its container,
//! from there to the client rects of the container's marks: the one method that is right in all three engines.
//!
//! Invariant: nothing is remembered between two calls, so scrolling and reflow cannot make it wrong.

use crate::{
    marks::{Mark, Marks},
    place::Rect,
    walk::Walked,
};
use js_sys::Uint32Array;
use web_sys::Node;

/// The annotations under a point, in client coordinates; the innermost first.
pub(crate) fn hit(marks: &Marks, walked: &Walked, target: &Node, x: f64, y: f64) -> Vec<usize> {
    let Ok(container) = usize::try_from(walked.container_of(target)) else { return Vec::new() };
    let here = || marks.in_container(container).iter().filter_map(|at| Some((*at, marks.get(*at)?)));
    let owners: Vec<usize> = here().flat_map(|(at, mark)| mark.pieces.iter().map(move |_| at)).collect();
    // All in one call: each crosses to JavaScript, and a paragraph has a dozen marks.
    let lines = lines(walked, here().flat_map(|(_, mark)| mark.triples()));
    let under = lines.iter().filter(|(_, rect)| contains(rect, x, y)).filter_map(|(piece, _)| owners.get(*piece));
    // Marks stand in the order of the text, outer before inner, and never cross.
    let mut under: Vec<usize> = under.copied().collect();
    under.dedup();
    under.reverse();
    under
}

/// Where a mark lies on the screen, line by line, in client coordinates.
pub(crate) fn rects(mark: &Mark, walked: &Walked) -> Vec<Rect> {
    lines(walked, mark.triples()).into_iter().map(|(_, rect)| rect).collect()
}

/// The lines of some pieces, each with the number of its piece.
fn lines(walked: &Walked, triples: impl Iterator<Item = u32>) -> Vec<(usize, Rect)> {
    let triples: Vec<u32> = triples.collect();
    let flat = walked.rects(&Uint32Array::from(triples.as_slice())).to_vec();
    let line = |&[piece, x, y, width, height]: &[f64; 5]| (piece as usize, Rect { x, y, width, height });
    flat.as_chunks().0.iter().map(line).collect()
}

fn contains(rect: &Rect, x: f64, y: f64) -> bool {
    rect.x <= x && x < rect.x + rect.width && rect.y <= y && y < rect.y + rect.height
}
