//! Where it was said: “in a statement on its website”, “on Telegram”, “told reporters”.
//!
//! Takes frames and a place; gives the setting that begins there. Example: after “the ministry said” the items “in a
//! statement on its website” are a setting, “in Geneva” and “on Monday” are none.
//!
//! Invariant: a setting begins with a preposition, or with the hearer of “told”.

use super::{
    frame::Frames,
    lexicon::Class,
    phrase::{is_nominal, is_time_noun},
};
use crate::word_list::{WordList, lower_case};
use std::ops::Range;

/// No setting is longer than this.
const LONGEST: usize = 16;

/// The setting that begins at an item.
pub(super) fn at(frames: &Frames, start: usize, end: usize) -> Option<Range<usize>> {
    let opens = frames.class(start) == Class::Preposition && OPENERS.iter().any(|word| frames.is(start, word));
    if !opens {
        return None;
    }
    let end = end.min(start + LONGEST);
    let noun = simple_phrase(frames, start + 1, end);
    let head = noun.clone().rev().find(|&item| frames.class(item) != Class::Number)?;
    is_place_of_speech(frames, noun.clone(), head).then(|| start..with_tails(frames, noun.end, end))
}

/// `reporters in Bern`: hearers who pass it on. Persons with names are not.
pub(super) fn hearer(frames: &Frames, start: usize, end: usize) -> Option<Range<usize>> {
    let noun = simple_phrase(frames, start, end.min(start + LONGEST));
    let hears = noun.clone().any(|item| HEARERS.contains(&lower_case(frames.word(item))));
    let agency = !noun.is_empty() && noun.clone().all(|item| is_capitals(frames.word(item)) || frames.is(item, "the"));
    (hears || agency).then_some(noun)
}

fn is_capitals(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// A paper, a post or an occasion rather than a person.
pub(super) fn is_occasion(word: &str) -> bool {
    EVENTS.contains(&lower_case(word))
}

/// Determiners, nouns and names up to the next preposition or sign.
fn simple_phrase(frames: &Frames, start: usize, end: usize) -> Range<usize> {
    let mut items = start..end;
    let inside = |item: &usize| match frames.class(*item) {
        Class::Determiner => *item == start || frames.class(*item - 1) == Class::Determiner,
        class => is_nominal(class) && class != Class::Close,
    };
    let stop = items.find(|item| !inside(item)).unwrap_or(end);
    start..stop
}

fn is_place_of_speech(frames: &Frames, noun: Range<usize>, head: usize) -> bool {
    let word = lower_case(frames.word(head));
    let named = noun.clone().any(|item| MEDIA.contains(frames.word(item)));
    let singular = word.strip_suffix('s').unwrap_or(&word);
    named || EVENTS.contains(singular) || EVENTS.contains(&word)
}

/// `on its website`, `to members`: phrases that belong to the setting. Time stays outside.
fn with_tails(frames: &Frames, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end && frames.class(at) == Class::Preposition {
        let noun = simple_phrase(frames, at + 1, end);
        let timed = frames.class(at + 1) == Class::Time || noun.clone().any(|item| is_time_noun(frames.word(item)));
        let reports = matches!(frames.class(noun.end), Class::Verb(_) | Class::Auxiliary | Class::Action);
        if noun.is_empty() || timed || reports || frames.is(at, "as") {
            break;
        }
        at = noun.end;
    }
    at
}

static OPENERS: WordList = WordList::new("in on at during via through over to with by");

static MEDIA: WordList =
    WordList::new("Telegram Twitter Facebook Instagram YouTube TikTok LinkedIn Bluesky Mastodon X Truth");

/// Who hears it for the public.
static HEARERS: WordList = WordList::new(
    "reporters journalists newspaper newspapers agency magazine broadcaster network channel radio parliament \
     lawmakers mps court press media crowd audience conference news",
);

/// Occasions and papers in which things are said.
static EVENTS: WordList = WordList::new(
    "statement post tweet interview speech letter email e-mail message conference briefing report article video \
     address call note hearing debate rally meeting summit release blog website site channel television tv radio \
     testimony survey poll court parliament filing op-ed memo remark podcast documentary book editorial column paper study \
     lawsuit complaint ruling affidavit memoir essay thread broadcast programme program page press communique \
     communiqué declaration resolution sermon lecture newsletter media account transcript recording questionnaire \
     forum session gathering event panel diary telegram twitter facebook assembly inquiry appearance exchange",
);
