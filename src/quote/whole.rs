//! Blocks that are somebody's words as a whole: a turn of a conversation, a block quotation.
//!
//! Takes the frame that begins a block; adds the attribution that the block is. Example: after “The mayor wrote:” the block quotation
//! “We were never asked.” is the mayor's.
//!
//! Invariant: the content lies within the block, and no other attribution is looked for in it.

use super::{
    attribute::Work,
    block,
    turn::{self, Turn},
};
use crate::QuoteKind;
use std::ops::Range;

impl Work<'_> {
    /// The attribution that a block is as a whole; gives the frame after the block.
    pub(super) fn whole_block(&mut self, frame: usize) -> Option<usize> {
        let frames = self.block_at(frame)?;
        match turn::turn(self.frames, self.cast, frame) {
            Some(turn) => self.turn(turn, &frames),
            None => self.block_quote(&frames)?,
        }
        Some(frames.end)
    }

    /// The frames of the block that a frame begins.
    fn block_at(&self, frame: usize) -> Option<Range<usize>> {
        let all = &self.frames.frames;
        let block = all.get(frame)?.block;
        let begins = frame.checked_sub(1).is_none_or(|before| all[before].block != block);
        let end = (frame..all.len()).find(|&later| all[later].block != block).unwrap_or(all.len());
        begins.then_some(frame..end)
    }

    fn turn(&mut self, turn: Turn, frames: &Range<usize>) {
        let items = turn.first..self.frames.frames[frames.end - 1].items.end;
        let voice = self.voice(turn.source, frames.start);
        let index = self.push_words(&[items]);
        self.give(index, Some(voice));
    }

    fn block_quote(&mut self, frames: &Range<usize>) -> Option<()> {
        let all = &self.frames.frames;
        let items = all[frames.start].items.start..all[frames.end - 1].items.end;
        let tokens = self.frames.items.get(items.start)?.tokens.start..self.frames.items.get(items.end - 1)?.tokens.end;
        let quoted = block::quotation(self.frames.text, all[frames.start].block, tokens)?;
        let first_of = |token: usize| self.frames.items.partition_point(|item| item.tokens.end <= token);
        let voice = match &quoted.source {
            Some(source) => Some(self.voice(first_of(source.start)..items.end, frames.end - 1)),
            None => self.voice_near(frames.start, QuoteKind::Direct),
        };
        let index = self.push(QuoteKind::Direct);
        if voice.is_none() {
            self.pulled.push(index);
        }
        self.give(index, voice);
        self.found[index].content = vec![self.frames.text.span(quoted.content)];
        Some(())
    }
}
