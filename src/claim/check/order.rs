//! Ranks against the ordered lists of the packs.
//!
//! Takes a rank as worded and the lists; gives the list that counts the same deed, and whether it agrees. Example: “third
//! country to recognise” the Donetsk People's Republic is answered by the list of its recognitions, whose third entry is
//! North Korea.
//!
//! Invariant: what happened after the publication does not count, and where the list counts another set, or two entries fall
//! on one day, it cannot be told.

use crate::{
    Mention, Span,
    card::Agreement,
    claim::{
        check::ids::Ids,
        find::{Reading, holder::Holder, ordinal::Rank},
        read::verb,
    },
    pack::{Entries, ListEntry, ListRecord},
    segment::{Text, TokenKind},
    word_list::{WordList, is_among},
};
use std::ops::Range;

/// The list that counts what a rank counts: an index into `lists`.
pub(in crate::claim) fn find(
    reading: &Reading,
    rank: &Rank,
    holder: &Holder,
    lists: &[ListRecord],
    ids: &Ids,
) -> Option<usize> {
    let object = Object::new(reading, rank)?;
    let distance = |(index, list): (usize, &ListRecord)| {
        let counted = rank.member.is_none_or(|token| ends_with_any(reading.text, token, &list.members));
        let holds = || ids.holds(index, holder);
        let distance = match rank.verb {
            _ if !counted || rank.passive => None,
            Some(verb) => object.of_deed(reading.text.word(verb), list, ids, &holds),
            None if rank.set.is_none() => object.of_office(rank.member?, list, ids, &|| {
                let is_office = list.predicates.contains(&"be");
                holds() && (is_office || ids.has_place(index, holder, rank.rank) && object.is_near(list, ids))
            }),
            None => None,
        };
        distance.map(|distance| (distance, index))
    };
    lists.iter().enumerate().filter_map(distance).min().map(|(_, index)| index)
}

/// Whether the words that end at a token are one of some nouns, of one word or more.
fn ends_with_any(text: &Text, token: usize, nouns: &[&str]) -> bool {
    nouns.iter().any(|noun| {
        let mut words = noun.rsplit(' ').zip((0..=token).rev());
        words.all(|(word, token)| text.lower(token) == word)
    })
}

/// To whom or what it was done, or of what the office is.
struct Object<'a> {
    text: &'a Text<'a>,
    /// Behind the rank's own word.
    rank: usize,
    /// The words behind the verb, to the end of its clause.
    tokens: Range<usize>,
    /// Mentions in the object, but for those that only say where.
    direct: Vec<&'a Mention>,
    /// Mentions beside an office: “the 47th US president”, “America’s 47th president”, “47th president of the United States”.
    beside: Vec<&'a Mention>,
    /// Mentions of the sentence and of those before it: candidates of “both”, “them”, “the two regions”, the last first.
    context: &'a [Mention],
}

impl<'a> Object<'a> {
    fn new(reading: &Reading<'a>, rank: &Rank) -> Option<Self> {
        let text = reading.text;
        let sentence = &text.sentences[text.sentence_of(rank.tokens.start)];
        let clause = clause_end(reading, rank.tokens.end..sentence.tokens.end);
        // A day or an occasion: “on Monday”.
        let end = (rank.tokens.end..clause).find(|token| text.is(*token, "on")).unwrap_or(clause);
        let phrase = text.span(rank.tokens.end..end);
        let is_object = |mention: &&Mention| phrase.contains(mention.span) && !is_place(reading, mention, phrase);
        let direct = reading.cast.within(phrase).iter().filter(is_object).collect();
        let first = sentence.tokens.start.min(rank.tokens.start);
        let from = earliest(reading, first);
        let context = Span::new(from, sentence.span.end);
        Some(Self {
            text,
            rank: rank.tokens.start + 1,
            tokens: rank.tokens.end..clause,
            direct,
            beside: beside(reading, rank, sentence.tokens.start),
            context: reading.cast.within(context),
        })
    }

    /// How far back the list's subject stands; none where the verb or its object is something else.
    fn of_deed(&self, verb: &str, list: &ListRecord, ids: &Ids, holds: &dyn Fn() -> bool) -> Option<usize> {
        let mut forms = list.predicates.iter().map(|predicate| predicate.split_once(' ').unwrap_or((predicate, "")));
        let told = |rest: &str| self.has(rest) && !self.has_another(rest);
        let rest = forms.find(|(lemma, rest)| verb::is_form_of(verb, lemma) && told(rest)).map(|(_, rest)| rest)?;
        if self.is_more(list, ids) {
            return None;
        }
        if !rest.is_empty() && (list.subjects.is_empty() || self.direct.is_empty() && holds()) {
            return Some(0);
        }
        if !self.direct.is_empty() {
            return self.direct.iter().any(|mention| ids.is_subject(mention.entity, list)).then_some(0);
        }
        let mut named = self.context.iter().rev();
        named.position(|mention| ids.is_subject_itself(mention.entity, list)).map(|distance| distance + 1)
    }

    /// Whether what the list is about was named before.
    fn is_near(&self, list: &ListRecord, ids: &Ids) -> bool {
        self.context.iter().any(|mention| ids.is_subject(mention.entity, list))
    }

    /// Whether more was done than the list counts: “win the cup five times”, “host both the Summer and the Winter Games”.
    fn is_more(&self, list: &ListRecord, ids: &Ids) -> bool {
        let word = |token: usize| self.text.word(token);
        let another = |mention: &&Mention| {
            let tokens = self.text.tokens_in(mention.span);
            let mut beside = (tokens.start.saturating_sub(2)..tokens.start).chain(tokens.end..tokens.end + 1);
            let joined = beside.any(|token| is_among(word(token), "and or but then"));
            let acts = is_among(word(tokens.end), "is was became has had will");
            joined && !acts && !ids.is_subject(mention.entity, list)
        };
        self.tokens.clone().any(|token| REPEATED.contains(word(token))) || self.direct.iter().any(another)
    }

    /// Whether all of these words stand in the object.
    fn has(&self, words: &str) -> bool {
        let is = |token: usize, word: &str| {
            let written = self.text.lower(token);
            // “the moon’s south pole” is another object
            !is_possessive(self.text, token + 1) && (written == word || written.strip_suffix('s') == Some(word))
        };
        let mut words = words.split_ascii_whitespace();
        words.all(|word| self.tokens.clone().any(|token| is(token, word)))
    }

    /// Whether what was done had another object: “land a rover on the moon”, where landing on it is counted. A craft is what lands.
    fn has_another(&self, words: &str) -> bool {
        let place = words.rsplit(' ').next().unwrap_or_default();
        let mut before = self.tokens.clone().take_while(|token| self.text.lower(*token) != place);
        let on = before.find(|token| !words.is_empty() && is_among(self.text.word(*token), "on at in to"));
        let Some(on) = on else { return false };
        let mut object = (self.tokens.start..on).rev().map(|token| self.text.lower(token));
        object.find(|word| !word.ends_with("ly")).is_some_and(|word| !CRAFT.contains(word))
    }

    /// The same of an office or a membership, which needs no verb; where the words do not tell of what, whoever holds it must.
    fn of_office(&self, member: usize, list: &ListRecord, ids: &Ids, holds: &dyn Fn() -> bool) -> Option<usize> {
        let is_subject = |mention: &&Mention| ids.is_subject_itself(mention.entity, list);
        let of_nobody = self.beside.is_empty() && !self.text.is(self.tokens.start, "of from");
        let told = self.beside.iter().any(is_subject) || of_nobody && holds();
        let noun = office_noun(self.text, member, list)?;
        // “first Black president”, “first Republican president”: others are counted.
        let names_subject = |token: usize| {
            let span = self.text.tokens[token].span;
            self.beside.iter().any(|mention| is_subject(mention) && mention.span.contains(span))
        };
        let plain =
            (self.rank..noun.start).all(|token| names_subject(token) || ORDINAL_ENDS.contains(self.text.word(token)));
        (told && plain).then_some(0)
    }
}

static REPEATED: WordList = WordList::new(
    "times twice thrice again repeatedly row consecutive consecutively straight successive without while with during century \
     pole side hemisphere crater underground underwater",
);

static CRAFT: WordList = WordList::new("craft spacecraft spaceship probe lander vehicle mission");

static ORDINAL_ENDS: WordList = WordList::new("st nd rd th");

/// The noun that ends at a token, where it is the office or the membership that a list counts: “president”, not “vice president”.
pub(in crate::claim) fn office_noun(text: &Text, member: usize, list: &ListRecord) -> Option<Range<usize>> {
    let counted = |noun: &&&str| list.predicates.iter().any(|predicate| *predicate == "be" || predicate == *noun);
    let noun = list.members.iter().filter(counted).find(|noun| ends_with_any(text, member, &[noun]))?;
    let start = (member + 1).checked_sub(noun.split(' ').count())?;
    let another = start.checked_sub(1).is_some_and(|before| OTHER_OFFICE.contains(text.lower(before)));
    (!another).then_some(start..member + 1)
}

/// Before the noun of an office they make another one of it.
static OTHER_OFFICE: WordList = WordList::new("vice deputy former acting interim honorary assistant co");

/// The names that tell of what an office is: before its rank with an owner's ending, between rank and noun, behind “of”.
fn beside<'a>(reading: &Reading<'a>, rank: &Rank, sentence: usize) -> Vec<&'a Mention> {
    let (text, tokens) = (reading.text, &rank.tokens);
    let owner = (tokens.start.saturating_sub(2).max(sentence)..tokens.start).any(|token| is_possessive(text, token));
    let start = if owner { tokens.start.saturating_sub(6).max(sentence) } else { tokens.start };
    let of = text.is(tokens.end, "of from") && !text.is(tokens.end + 1, "its their his her");
    let behind = if of { tokens.end + 6 } else { tokens.end };
    let span = text.span(start..behind.min(text.tokens.len()));
    // “member of NATO’s choir” is none of NATO
    let owns = |mention: &&Mention| {
        let mention = text.tokens_in(mention.span);
        mention.start >= tokens.end && is_possessive(text, mention.end)
    };
    reading.cast.within(span).iter().filter(|mention| !owns(mention)).collect()
}

fn is_possessive(text: &Text, token: usize) -> bool {
    text.is_kind(token, TokenKind::Possessive)
}

/// Where the object ends: at the “after” that names earlier ones, or where a new clause begins.
fn clause_end(reading: &Reading, tokens: Range<usize>) -> usize {
    tokens.clone().find(|token| reading.text.is(*token, CLAUSE_ENDS)).unwrap_or(tokens.end)
}

const CLAUSE_ENDS: &str = "after behind following ; . – — ( when which who but while :";

/// “the two regions in eastern Ukraine”: Ukraine says where they are, not what they are.
fn is_place(reading: &Reading, mention: &Mention, phrase: Span) -> bool {
    let first = reading.text.tokens_in(mention.span).start;
    let before = (first.saturating_sub(3)..first).rev().map(|token| (token, reading.text.word(token)));
    let mut before = before.filter(|(token, _)| phrase.contains(reading.text.tokens[*token].span));
    let owner = is_possessive(reading.text, reading.text.tokens_in(mention.span).end);
    owner || before.any(|(_, word)| is_among(word, "in inside within from"))
}

/// Where the context of an object begins: three sentences back.
#[inline(never)]
pub(in crate::claim) fn earliest(reading: &Reading, token: usize) -> usize {
    let sentence = reading.text.sentence_of(token).saturating_sub(3);
    reading.text.sentences.get(sentence).map_or(0, |sentence| sentence.span.start)
}

/// Whether a list agrees with a rank, and the entry of whoever is said to hold it, where it is there.
pub(in crate::claim) fn judge(
    list: &ListRecord,
    entries: &mut Entries,
    rank: &Rank,
    holder: &Holder,
    ids: &Ids,
) -> (Agreement, Option<usize>) {
    entries.keep_until(ids.published.as_deref());
    let (Some(entity), Some(place)) = (holder.entity, (rank.rank as usize).checked_sub(1)) else {
        return (Agreement::Open, None);
    };
    let not_counted = entries.excluded.iter().any(|excluded| ids.names.get(entity) == Some(&excluded.name));
    let compared = ids.places(&entries.items, entity).map(|at| (compare(list, entries, rank, ids, at, place), at));
    let found = compared.min_by_key(|(verdict, _)| verdict.doubt());
    let verdict = match found {
        _ if rank.narrowed || holder.supposed || not_counted => Agreement::Open,
        Some((verdict, _)) => verdict,
        // A name that no pack knows may be another one of somebody on the list.
        None if holder.direct && ids.knows(entity) && place < entries.items.len() => Agreement::Differs,
        None => Agreement::Open,
    };
    (verdict, found.map(|(_, at)| at))
}

/// The place claimed against one that the holder has.
fn compare(list: &ListRecord, entries: &Entries, rank: &Rank, ids: &Ids, at: usize, place: usize) -> Agreement {
    let items = &entries.items;
    let joint = joint(list, items, at);
    // Whoever counts what the list leaves out comes to a later place.
    let left_out = entries.excluded.iter().filter(|one| one.date.is_none_or(|date| date <= items[at].date)).count();
    match joint.contains(&place) {
        true if joint.len() == 1 => after_agrees(items, rank, ids, at),
        true => Agreement::Open,
        false if (joint.start..joint.end + left_out).contains(&place) => Agreement::Open,
        false => Agreement::Differs,
    }
}

/// The entries of one day, or of what is known of it: of a year, all of that year.
pub(crate) fn joint(list: &ListRecord, items: &[ListEntry], at: usize) -> Range<usize> {
    if list.sorted {
        return at..at + 1;
    }
    let same = |one: &ListEntry, other: &ListEntry| {
        let known = one.date.len().min(other.date.len());
        one.date.get(..known) == other.date.get(..known)
    };
    let Some(item) = items.get(at) else { return at..at };
    let before = items[..at].iter().rev().take_while(|other| same(item, other)).count();
    let behind = items[at..].iter().take_while(|other| same(item, other)).count();
    at - before..at + behind
}

/// Whether the names given as earlier ones are entries before this one.
fn after_agrees(items: &[ListEntry], rank: &Rank, ids: &Ids, at: usize) -> Agreement {
    let places: Vec<_> = rank.after.iter().map(|entity| ids.places(items, *entity).next()).collect();
    if places.iter().any(|place| place.is_some_and(|place| place >= at)) {
        Agreement::Differs
    } else if places.iter().all(|place| place.is_some()) {
        Agreement::Agrees
    } else {
        Agreement::Open
    }
}
