//! Who is said to hold a rank, and who is said to have come before.
//!
//! Takes the words around an ordinal; gives entities of the cast. Example: in “North Korea’s move makes it only the third
//! country to recognise them after Russia and Syria” the holder is North Korea, by its possessive and “it”.
//!
//! Invariant: a doubtful subject is no holder; a negated rank has none and is no claim.

use super::Reading;
use crate::word_list::{WordList, is_among, lower_case};
use crate::{BlockKind, Mention, MentionSense, NameType, Span, segment::Text, segment::TokenKind};
use std::ops::Range;

/// The entity said to hold a rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::claim) struct Holder {
    /// An index into the cast's entities.
    pub(in crate::claim) entity: Option<usize>,
    /// Whether the words name it right there; else a pronoun stands for it.
    pub(in crate::claim) direct: bool,
    /// Whether it is wished, planned or supposed: “would become”.
    pub(in crate::claim) supposed: bool,
}

/// The holder of the rank that some tokens state; none where it is denied.
pub(in crate::claim) fn find(reading: &Reading, rank: &Range<usize>) -> Option<Holder> {
    let text = reading.text;
    let sentence = crate::claim::near(text, rank.start);
    let start = before_determiners(text, owner(reading, rank.start), &sentence);
    let before = Words { text, tokens: sentence.start..start };
    if before.ends_with(&["not"])
        || before.ends_with(&["n’t"])
        || before.last().ends_with("n’t")
        || before.last().ends_with("n't")
    {
        return None;
    }
    let supposed = before.any_of_last(6, &SUPPOSED);
    let found = subject(reading, &before, rank, &sentence);
    let (entity, direct) = found.map_or((None, false), |(entity, direct)| (Some(entity), direct));
    Some(Holder { entity, direct, supposed })
}

/// Where the name of an owner before the rank begins: “is Britain’s largest”.
fn owner(reading: &Reading, start: usize) -> usize {
    let possessive = start.checked_sub(1).filter(|at| reading.text.is_kind(*at, TokenKind::Possessive));
    let name = possessive.and_then(|at| mention_ending(reading, at));
    name.map_or(start, |name| reading.text.tokens_in(name.span).start)
}

pub(super) static SUPPOSED: WordList = WordList::new(
    "would could may might if will hopes hope wants bid aims seeks trying should whether never denied denies false untrue neither \
     Neither Had",
);

/// The entity that the words before the rank make its holder, and whether by name.
fn subject(reading: &Reading, before: &Words, rank: &Range<usize>, sentence: &Range<usize>) -> Option<(usize, bool)> {
    let last = before.last();
    if before.tokens.is_empty() {
        return follows_copula(reading, rank, sentence).map(|entity| (entity, true));
    }
    if COPULAS.contains(last) {
        return of_copula(reading, before);
    }
    let end = before.tokens.end;
    if last == "as" {
        return main_subject(reading, sentence.start..end).map(|entity| (entity, false));
    }
    if is_among(last, "it him her them") && MAKERS.contains(before.back(1)) {
        return antecedent(reading, before.tokens.start..end - 1, last).map(|entity| (entity, false));
    }
    if is_among(last, ", – —") && end < rank.start {
        return head(reading, end - 1, before.tokens.start).map(|entity| (entity, true));
    }
    let mention = mention_ending(reading, end)?;
    let first = reading.text.tokens_in(mention.span).start;
    let made = first.checked_sub(1).is_some_and(|token| MAKERS.contains(reading.text.word(token)));
    let headline = end == rank.start && first == sentence.start && in_heading(reading, first);
    (made || headline).then_some((mention.entity, true))
}

/// Headlines leave out the copula: “Syria second country to recognise”.
pub(super) fn in_heading(reading: &Reading, token: usize) -> bool {
    let text = reading.text;
    let block =
        text.sentences.get(text.sentence_of(token)).and_then(|sentence| text.article.blocks().get(sentence.block));
    block.is_some_and(|block| block.kind == BlockKind::Heading)
}

pub(super) fn is_copula(word: &str) -> bool {
    COPULAS.contains(word)
}

static COPULAS: WordList = WordList::new("become becomes became becoming is was are be been being remains");
pub(super) static MAKERS: WordList = WordList::new("makes made making make");

/// “Syria, an ally of Russia, became”: the subject of a copula.
fn of_copula(reading: &Reading, before: &Words) -> Option<(usize, bool)> {
    let text = reading.text;
    let mut end = before.tokens.end - 1;
    while end > before.tokens.start && is_auxiliary(text.word(end - 1)) {
        end -= 1;
    }
    let start = before.tokens.start;
    let end = before_time(reading, start..end);
    // “..., becoming the third country”: the subject of the sentence did it.
    if text.word(before.tokens.end - 1).eq_ignore_ascii_case("becoming") {
        return main_subject(reading, start..end).map(|entity| (entity, false));
    }
    let word = text.lower(end.max(start + 1) - 1);
    if is_among(word, "it he she they") {
        return antecedent(reading, start..end.saturating_sub(1).max(start), word).map(|entity| (entity, false));
    }
    if is_among(word, ", ) – —") {
        return before_insertion(reading, start..end - 1).map(|entity| (entity, true));
    }
    if is_among(word, "which who") {
        let comma = usize::from(end >= start + 2 && text.is(end - 2, ","));
        return relative(reading, end - 1 - comma, word).map(|entity| (entity, true));
    }
    head(reading, end, start).map(|entity| (entity, true))
}

fn is_auxiliary(word: &str) -> bool {
    is_among(word, "has had have would could will to also may might thus thereby")
        || word.len() > 4 && word.ends_with("ly")
}

/// “Syria, which became”, “Marisol Tejada, who was”: the name before a relative pronoun, of the kind that it asks for.
fn relative(reading: &Reading, end: usize, pronoun: &str) -> Option<usize> {
    let mention = mention_ending(reading, end)?;
    let person = reading.cast.entities.get(mention.entity)?.name_type == NameType::Per;
    (mention.sense != MentionSense::Demonym && person == (pronoun == "who")).then_some(mention.entity)
}

/// The name that ends at `end`, unless it belongs to something else: “the president of Syria became”.
fn head(reading: &Reading, end: usize, start: usize) -> Option<usize> {
    let mention = mention_ending(reading, end)?;
    let first = reading.text.tokens_in(mention.span).start;
    if mention.sense == MentionSense::Demonym || first < start {
        return None;
    }
    let mut before = first;
    while before > start && reading.text.is(before - 1, "the The") {
        before -= 1;
    }
    let word = if before > start { reading.text.lower(before - 1) } else { "" };
    // “..., and Syria was” begins a clause, “Russia and Syria were” has two subjects.
    let singular = reading.text.is(end, "is was becomes has");
    let comma = before > start + 1 && reading.text.is(before - 2, ",");
    let clause = word == "and" && (comma || singular);
    (clause || !PREPOSITIONS.contains(word)).then_some(mention.entity)
}

static PREPOSITIONS: WordList = WordList::new(
    "of in with from by for to against at on near between under and or like unlike than without besides beside",
);

/// Before “, an ally of Russia,” or “(LPR)” stands the subject.
fn before_insertion(reading: &Reading, tokens: Range<usize>) -> Option<usize> {
    let text = reading.text;
    let open = tokens.clone().rev().find(|token| text.is(*token, ", ( – —"));
    match open {
        Some(open) => head(reading, open, tokens.start),
        None => None,
    }
}

/// Time adverbs between subject and verb: “North Korea on Wednesday became”.
fn before_time(reading: &Reading, tokens: Range<usize>) -> usize {
    let text = reading.text;
    let mut end = tokens.end;
    let is_time = |word: &str| {
        crate::claim::read::calendar::weekday(word).is_some()
            || crate::claim::read::calendar::month(word).is_some()
            || is_among(word, "yesterday today recently later then now last week month year")
    };
    while end > tokens.start + 1 {
        let word = text.word(end - 1);
        let number = text.is_kind(end - 1, TokenKind::Number);
        let links = is_among(word, "on in") && end < tokens.end;
        let named = covering(reading, text.tokens[end - 1].span).is_some(); // Theresa May
        if named || !(is_time(word) || number || links) {
            break;
        }
        end -= 1;
    }
    end
}

/// Whom a pronoun means: the possessor or subject that opens its sentence, else the one that opens the sentence before.
fn antecedent(reading: &Reading, before: Range<usize>, pronoun: &str) -> Option<usize> {
    let person = is_among(pronoun, "he she him her");
    let fits = |entity: &usize| {
        let name_type = reading.cast.entities.get(*entity).map(|entity| entity.name_type);
        if person { name_type == Some(NameType::Per) } else { matches!(name_type, Some(NameType::Loc | NameType::Org)) }
    };
    if let Some(found) = main_subject(reading, before.clone()).filter(fits) {
        return Some(found);
    }
    let sentence = reading.text.sentence_of(before.start).checked_sub(1)?;
    let earlier = &reading.text.sentences[sentence];
    let same_block = earlier.block == reading.text.sentences[sentence + 1].block;
    main_subject(reading, earlier.tokens.clone()).filter(|entity| same_block && fits(entity))
}

/// The first name of a stretch, where it is its subject or the subject's possessor: within three words of its start.
#[inline(never)]
fn main_subject(reading: &Reading, tokens: Range<usize>) -> Option<usize> {
    let text = reading.text;
    let tokens = main_clause(reading, tokens)?;
    let span = text.span(tokens.clone());
    let first = reading.cast.within(span).iter().find(|mention| mention.sense != MentionSense::Demonym)?;
    let start = text.tokens_in(first.span).start;
    let skipped = tokens.start..start;
    let plain = skipped.clone().all(|token| {
        let word = text.word(token);
        !PREPOSITIONS.contains(&lower_case(word)) || token == tokens.start && is_among(word, "On In By With After")
    });
    (skipped.len() <= 3 && plain).then_some(first.entity)
}

/// Behind “Before Joe Biden left,” the one name that begins there; none where there are several: “After Syria, Iran and Cuba, Mali”.
fn main_clause(reading: &Reading, tokens: Range<usize>) -> Option<Range<usize>> {
    let text = reading.text;
    let named = |comma: &usize| {
        let the = usize::from(text.is(comma + 1, "the"));
        text.is(*comma, ",") && mention_starting(reading, comma + 1 + the).is_some()
    };
    let mut commas = tokens.clone().filter(|_| text.is(tokens.start, FRONTS)).filter(named);
    match (commas.next(), commas.next()) {
        (None, _) => Some(tokens),
        (Some(comma), None) => Some(comma + 1..tokens.end),
        _ => None,
    }
}

/// What begins a clause or a phrase before the main clause.
const FRONTS: &str =
    "Before After When While Since Although Though Once Because Until As If Upon On In With By Despite Following Under";

/// “Harris, the first woman to serve”: the name before a comma; “The third country to do so was Syria”: the name behind.
fn follows_copula(reading: &Reading, rank: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
    let text = reading.text;
    let mut rest = rank.end..sentence.end;
    let copula = rest.find(|token| text.is(*token, "is was , ; ."))?;
    if !text.is(copula, "is was") {
        return None;
    }
    mention_starting(reading, copula + 1).map(|mention| mention.entity)
}

/// The names of a series that starts at a token (“Russia, Syria and Nicaragua”), and the token behind it.
pub(in crate::claim) fn series(reading: &Reading, start: usize, end: usize) -> (Vec<usize>, usize) {
    let text = reading.text;
    let mut names = Vec::new();
    let mut at = start;
    let mut behind = start;
    while at < end {
        let word = text.lower(at);
        if let Some(mention) = mention_starting(reading, at).filter(|mention| mention.sense != MentionSense::Demonym) {
            names.push(mention.entity);
            at = text.tokens_in(mention.span).end.max(at + 1);
            behind = at;
        } else if is_among(word, ", and the both only allies ally fellow former neighbouring neighboring") {
            at += 1;
        } else {
            break;
        }
    }
    // “after Ukraine cut ties” names no series, “after Russia’s move” neither.
    let goes_on = behind < end
        && text.is_kind(behind, TokenKind::Word)
        && !text.is(behind, "to in on as that who which but this last");
    let possessive = behind < end && text.is_kind(behind, TokenKind::Possessive);
    if goes_on || possessive { (Vec::new(), start) } else { (names, behind) }
}

#[inline(never)]
pub(super) fn mention_ending<'a>(reading: &Reading<'a>, end: usize) -> Option<&'a Mention> {
    let span = reading.text.tokens.get(end.checked_sub(1)?)?.span;
    covering(reading, span).filter(|mention| mention.span.end == span.end)
}

#[inline(never)]
pub(super) fn mention_starting<'a>(reading: &Reading<'a>, token: usize) -> Option<&'a Mention> {
    let span = reading.text.tokens.get(token)?.span;
    covering(reading, span).filter(|mention| mention.span.start == span.start)
}

fn covering<'a>(reading: &Reading<'a>, span: Span) -> Option<&'a Mention> {
    let at = reading.cast.mentions.partition_point(|mention| mention.span.end < span.end);
    reading.cast.mentions.get(at).filter(|mention| mention.span.contains(span))
}

/// Before “only the” and the like.
fn before_determiners(text: &Text, token: usize, sentence: &Range<usize>) -> usize {
    let mut at = token;
    while at > sentence.start && text.is_lower(at - 1, "the only just its their his her a also now still") {
        at -= 1;
    }
    at
}

/// The words before a rank.
struct Words<'a> {
    text: &'a Text<'a>,
    tokens: Range<usize>,
}

impl Words<'_> {
    /// The n-th word from the end, in lower case; empty before the first.
    fn back(&self, n: usize) -> &str {
        let token = self.tokens.end.checked_sub(n + 1).filter(|token| self.tokens.contains(token));
        token.map_or("", |token| self.text.lower(token))
    }

    fn last(&self) -> &str {
        self.back(0)
    }

    fn ends_with(&self, words: &[&str]) -> bool {
        words.iter().rev().enumerate().all(|(n, word)| self.back(n) == *word)
    }

    fn any_of_last(&self, count: usize, words: &WordList) -> bool {
        // as written, for Theresa May supposes nothing
        self.tokens.clone().rev().take(count).any(|token| words.contains(self.text.word(token)))
    }
}
