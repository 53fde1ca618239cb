//! Counts of those on a list: “NATO’s 32 members”, “recognised by 140 countries”, “12 people have walked on the Moon”.
//!
//! Takes a count; gives the list whose entries it numbers, and the verdict. Example: “the 27 EU member states” is the number of
//! members that the list of the European Union has on the day of publication.
//!
//! Invariant: the noun counted is the list's, all of them are meant, and nothing narrows them; a number that may be of some of
//! them, or of a time that is past, is compared only to agree.

use super::{Reading, deed, deed::Object, holder};
use crate::card::Agreement;
use crate::claim::{
    Answer, Claim,
    check::{
        ids::Ids,
        tally::{Tally, Worded, is_of_members},
    },
    read::{calendar, verb},
};
use crate::pack::ListRecord;
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// A count beside a list.
struct Count<'a> {
    reading: &'a Reading<'a>,
    ids: &'a Ids<'a>,
    list: &'a ListRecord<'a>,
    index: usize,
    /// From “about” to the noun.
    tokens: &'a Range<usize>,
    /// The words behind the number.
    noun: &'a Range<usize>,
    sentence: &'a Range<usize>,
}

/// Whether the words name all that the list has: if so a number may differ from it.
type Told = bool;

/// What a list tells of a count.
pub(super) fn answer(reading: &Reading, claim: &Claim, lists: &[ListRecord], ids: &Ids) -> Option<Answer> {
    let text = reading.text;
    let figure = claim.stated.value.filter(|figure| figure.value < 1000.0 && figure.value.fract() == 0.0)?;
    let tokens = text.tokens_in(claim.span);
    let noun = claim.stated.set.map_or(tokens.end..tokens.end, |set| text.tokens_in(set));
    let sentence = crate::claim::near(text, tokens.start);
    let worded = worded(reading, &tokens, noun.start)?;
    let mut found = None;
    for (index, list) in lists.iter().enumerate() {
        let count = Count { reading, ids, list, index, tokens: &tokens, noun: &noun, sentence: &sentence };
        let Some((told, of)) = count.told() else { continue };
        let entries = ids.knowledge.entries(index)?;
        let own = |id: Option<&str>, name: &str| of.is_none_or(|entity| ids.is(entity, id, name));
        let tally = Tally::new(list, &entries, ids.published.as_deref(), &own);
        let verdict = match tally.judge(worded, figure.value as usize, figure.step) {
            // Somebody may have taken it back since.
            Agreement::Differs if tally.most == usize::MAX && count.lasts() => Agreement::Open,
            verdict => verdict,
        };
        let agrees = verdict == Agreement::Agrees;
        if !tally.places.is_empty() && (agrees || found.is_none() && told && !count.is_past()) {
            found = Some(Answer::Tally { list: index, places: tally.places, verdict });
        }
        if agrees {
            break;
        }
    }
    found
}

/// How a number is worded; none where it counts others than those before: “another 12 members”.
fn worded(reading: &Reading, tokens: &Range<usize>, noun: usize) -> Option<Worded> {
    let text = reading.text;
    let words = text.span(tokens.start..noun.max(tokens.start + 1)).of(text.article.text()).to_ascii_lowercase();
    let begins = |few: &[&str]| few.iter().any(|one| words.starts_with(one));
    let before = reading.before(tokens.start);
    Some(match () {
        _ if is_among(
            before,
            "another other further additional first last next than as remaining some or of between to",
        ) =>
        {
            return None;
        }
        _ if begins(&["at least", "no fewer", "no less"]) => Worded::Least,
        _ if begins(&["more than", "over", "upwards", "just over"]) => Worded::Over,
        _ if begins(&["fewer than", "less than", "under", "nearly", "almost", "just under", "close to"]) => {
            Worded::Under
        }
        _ if begins(&["about", "around", "some", "roughly", "approx", "up to"]) => Worded::About,
        _ => Worded::Exactly,
    })
}

impl Count<'_> {
    /// Whether the words name all, and whose own entries alone count.
    fn told(&self) -> Option<(Told, Option<usize>)> {
        if self.reading.text.is(self.tokens.end - 1, "times twice") {
            return self.times().map(|(told, entity)| (told, Some(entity)));
        }
        let all = self.compound().or_else(|| {
            let inside = self.noun()?;
            let members = is_of_members(self.list);
            let of_members = || self.of_owner().or_else(|| self.of_having()).or_else(|| self.inside(inside));
            let of_deed = || self.passive().or_else(|| self.active());
            if members { of_members().or_else(of_deed) } else { of_deed() }
        });
        all.map(|told| (told, None))
    }

    /// Whether the noun is one of the list's, unnarrowed; gives whether what the list is about stands in it: “EU member states”.
    fn noun(&self) -> Option<bool> {
        let text = self.reading.text;
        let starts = |noun: &&str| {
            let (before, last) = noun.rsplit_once(' ').unwrap_or(("", noun));
            let start = self.noun.end.checked_sub(noun.split(' ').count()).filter(|start| *start >= self.noun.start)?;
            let same = before.split_ascii_whitespace().zip(start..).all(|(word, token)| text.lower(token) == word);
            (same && is_plural_of(text.lower(self.noun.end - 1), last)).then_some(start)
        };
        let start = self.list.members.iter().filter_map(starts).min()?;
        let mut named = false;
        let plain = (self.noun.start..start).all(|token| {
            let is_subject = self.is_subject_at(token);
            named |= is_subject;
            is_subject || text.is_lower(token, "member un sovereign full")
        });
        plain.then_some(named)
    }

    /// Whether a token stands in a name of what the list is about.
    #[inline(never)]
    fn is_subject_at(&self, token: usize) -> bool {
        let mention = self.reading.text.tokens.get(token).and_then(|token| self.reading.cast.at(token.span.start));
        mention.is_some_and(|mention| self.ids.is_subject(mention.entity, self.list))
    }

    /// Whether the phrase ends here, so that nothing narrows it.
    #[inline(never)]
    fn ends(&self, token: usize) -> bool {
        let text = self.reading.text;
        token >= self.sentence.end || text.is(token, ". !") || ENDS.contains(text.lower(token))
    }

    /// “the 32-member alliance”, “the 27-nation European Union”.
    fn compound(&self) -> Option<Told> {
        let text = self.reading.text;
        let noun = text.lower(self.tokens.end - 1);
        let noun = noun.rsplit('-').next().unwrap_or(noun);
        let fits = noun == "strong" || self.list.members.contains(&noun);
        if !self.noun.is_empty() || !fits || !is_of_members(self.list) {
            return None;
        }
        let next = self.tokens.end;
        if let Some(name) = holder::mention_starting(self.reading, next).filter(|_| self.is_subject_at(next)) {
            // “a 12-member NATO team”, “the six-member EU of the fifties”
            let behind = text.tokens_in(name.span).end;
            let whole = BODIES.contains(text.lower(behind)) || deed::ends_phrase(text, behind, self.sentence.end);
            return (whole && !text.is(behind, "of in")).then(|| self.reading.is_before(self.tokens.start, "the"));
        }
        let body = (next..self.sentence.end.min(next + 3)).find(|token| BODIES.contains(text.lower(*token)))?;
        let named = (next..body).any(|token| self.reading.cast.at(text.start(token)).is_some());
        (!named && self.was_named(next)).then_some(false)
    }

    /// Whether what the list is about was named before; whatever else was named between, the number must agree.
    #[inline(never)]
    fn was_named(&self, token: usize) -> bool {
        Object::Earlier.distance(self.reading, token, self.list, self.ids).is_some()
    }

    /// “NATO’s 32 members”, “its 32 members”.
    fn of_owner(&self) -> Option<Told> {
        let text = self.reading.text;
        let owner = self.tokens.start.checked_sub(1).filter(|owner| *owner >= self.sentence.start)?;
        let possessive = deed::is_owner(text, owner);
        if possessive && self.is_subject_at(owner.saturating_sub(1)) {
            return Some(self.ends(self.noun.end));
        }
        let body = possessive && BODIES.contains(text.lower(owner.saturating_sub(1))) || text.is(owner, "its Its");
        (body && self.was_named(owner)).then_some(false)
    }

    /// “NATO has 32 members”.
    fn of_having(&self) -> Option<Told> {
        let text = self.reading.text;
        let verb = deed::last_but(text, self.sentence.start..self.tokens.start, "now currently only just")?;
        let which = usize::from(verb > self.sentence.start && text.is(verb - 1, "which"));
        let comma = usize::from(which > 0 && text.is(verb.saturating_sub(2), ","));
        let subject =
            deed::subject(self.reading, verb - which - comma).filter(|_| text.is(verb, "has counts comprises"))?;
        self.ids.is_subject(subject, self.list).then(|| self.ends(self.noun.end))
    }

    /// “the 27 EU member states”, “all 32 NATO members”: some of them may be meant.
    fn inside(&self, named: bool) -> Option<Told> {
        (named && self.reading.is_before(self.tokens.start, "the all")).then_some(false)
    }

    /// “Kosovo is recognised by 110 UN member states”.
    fn passive(&self) -> Option<Told> {
        let text = self.reading.text;
        let by = self.tokens.start - usize::from(self.reading.is_before(self.tokens.start, "only just"));
        let by = by.checked_sub(1).filter(|by| text.is(*by, "by"))?;
        let verb = by.checked_sub(1).filter(|verb| verb::is_past(text.lower(*verb)))?;
        deed::of_list(text, verb, self.list, by)?;
        let lasts = (verb.saturating_sub(5).max(self.sentence.start)..verb).any(|token| text.is(token, "is are been"));
        let object = deed::object_before(self.reading, verb).filter(|_| lasts)?;
        let distance = object.distance(self.reading, verb, self.list, self.ids)?;
        Some(distance == 0 && self.ends(self.noun.end) && !is_of_members(self.list))
    }

    /// “Eight countries have won the World Cup”, “20 countries use the euro”.
    fn active(&self) -> Option<Told> {
        let text = self.reading.text;
        let opens =
            |before: usize| before < self.sentence.start || text.is_lower(before, ", ; : that and but only just far");
        if self.tokens.start.checked_sub(1).is_some_and(|before| !opens(before)) {
            return None;
        }
        let start = self.noun.end;
        let passed = |token: &usize| text.is_lower(*token, "have now already so far also ever officially formally");
        let verb = (start..self.sentence.end.min(start + 5)).find(|token| !passed(token))?;
        let word = text.lower(verb);
        let perfect = text.is(start, "have") && verb::is_past(word);
        let lasting = verb == start && self.list.predicates.iter().any(|one| one.split(' ').next() == Some(word));
        let holds = perfect || lasting && !verb::is_past(word);
        let by_words = deed::of_list(text, verb, self.list, self.sentence.end).filter(|_| holds)?;
        if by_words {
            return self.has_only_object(verb + 1).then_some(true);
        }
        let (object, end) = deed::object_of(self.reading, verb, self.sentence.end)?;
        let distance = object.distance(self.reading, verb, self.list, self.ids)?;
        let whole = matches!(object, Object::Named(entity) if !self.is_shortened(entity, verb));
        // Who has members had some before others joined.
        self.ends(end).then_some(distance == 0 && whole && !is_of_members(self.list))
    }

    /// Whether a deed of now is told, not one that was done: “recognise”, “is recognised by”.
    fn lasts(&self) -> bool {
        let text = self.reading.text;
        let word = text.lower(self.noun.end);
        let before = self.tokens.start.saturating_sub(5)..self.tokens.start;
        self.list.predicates.contains(&word) || before.into_iter().any(|token| text.is(token, "is are"))
    }

    /// Whether nothing stands behind a verb but its object: “on the Moon”.
    fn has_only_object(&self, start: usize) -> bool {
        let text = self.reading.text;
        let part = |word: &str| self.list.predicates.iter().any(|one| one.split(' ').skip(1).any(|part| part == word));
        let object = |token: &usize| {
            let word = text.lower(*token);
            part(word)
                || self.is_subject_at(*token)
                || is_among(word, "the a an on in at of as their currency common single")
        };
        let end = (start..self.sentence.end).find(|token| !object(token)).unwrap_or(self.sentence.end);
        self.ends(end)
    }

    /// Whether an article that never gives the whole name may mean another: “the World Cup”.
    fn is_shortened(&self, entity: usize, token: usize) -> bool {
        let text = self.reading.text.article.text();
        let mut named = self.reading.cast.mentions.iter().filter(|mention| mention.entity == entity);
        let everyday = |words: &str| words == "World Cup";
        let shortened = named.all(|mention| everyday(mention.span.of(text)));
        shortened && token < self.sentence.end
    }

    /// “Brazil has won the World Cup five times”: whose own entries are counted.
    fn times(&self) -> Option<(Told, usize)> {
        let text = self.reading.text;
        let start = self.tokens.start - usize::from(self.reading.is_before(self.tokens.start, "record"));
        let start = start - usize::from(start < self.tokens.start && self.reading.is_before(start, "a"));
        let object = holder::mention_ending(self.reading, start)?;
        let verb = deed::last_but(text, self.sentence.start..text.tokens_in(object.span).start, "the")?;
        let perfect = verb > 0 && text.is(verb - 1, "has have") && verb::is_past(text.lower(verb));
        let fits = perfect && self.ids.is_subject(object.entity, self.list) && self.ends(self.tokens.end);
        let doer = deed::subject(self.reading, verb).filter(|_| fits)?;
        deed::of_list(text, verb, self.list, self.sentence.end).filter(|told| !told)?;
        self.ids.counts_again(self.index).then(|| (!self.is_shortened(object.entity, verb), doer))
    }

    /// Whether the sentence may tell of another time, or of only some.
    #[inline(never)]
    fn is_past(&self) -> bool {
        let text = self.reading.text;
        self.sentence.clone().any(|token| {
            let word = text.word(token);
            calendar::is_year(word) || PAST.contains(text.lower(token))
        })
    }
}

/// Whether a word in lower case is the plural of a noun.
fn is_plural_of(word: &str, noun: &str) -> bool {
    match (noun, noun.strip_suffix('y')) {
        ("person", _) => word == "people",
        ("man" | "woman", _) => word.strip_suffix("en") == noun.strip_suffix("an"),
        (_, Some(stem)) if word.strip_prefix(stem) == Some("ies") => true,
        _ => word.strip_suffix('s') == Some(noun),
    }
}

static BODIES: WordList =
    WordList::new("alliance bloc union club group grouping organisation organization zone area pact");

/// What may follow a phrase without narrowing it.
static ENDS: WordList =
    WordList::new("and but has have had are is were was will must can should do did including as today now");

/// They tell of another time, of a plan, or of less than all.
static PAST: WordList = WordList::new(
    "then originally initially ago once former formerly founded founding would could might may if until time before without \
     except excluding other remaining minus when by-then back target goal wants hopes aims",
);
