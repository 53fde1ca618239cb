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
    let under = |annotation: &&usize| {
        marks.get(**annotation).is_some_and(|mark| rects(mark, walked).iter().any(|rect| contains(rect, x, y)))
    };
    // Marks stand in the order of the text, outer before inner, and never cross.
    marks.in_container(container).iter().rev().filter(under).copied().collect()
}

/// Where a mark lies on the screen, line by line, in client coordinates.
pub(crate) fn rects(mark: &Mark, walked: &Walked) -> Vec<Rect> {
    let triples: Vec<u32> = mark.triples().collect();
    let flat = walked.rects(&Uint32Array::from(triples.as_slice())).to_vec();
    flat.as_chunks().0.iter().map(|&[_, x, y, width, height]| Rect { x, y, width, height }).collect()
}

fn contains(rect: &Rect, x: f64, y: f64) -> bool {
    rect.x <= x && x < rect.x + rect.width && rect.y <= y && y < rect.y + rect.height
}
