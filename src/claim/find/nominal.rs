//! Ranks worded by the noun of a deed, or from the side of whom it was done to.
//!
//! Takes an ordinal; gives the claim, if a list of the packs counts that deed. Example: “North Korea’s recognition of the Donetsk
//! People’s Republic was the third”, “recognised by a third country, North Korea”.
//!
//! Invariant: deed and object are the list's; what the words leave open of who did it, or of whether it was done, cannot be told.

use super::{
    Reading, asserted,
    deed::{self, Object},
    holder::{self, Holder},
    ordinal::{self, Rank},
};
use crate::card::Agreement;
use crate::claim::{
    Answer, Claim, ClaimKind, Stated,
    check::{ids::Ids, order},
    read::verb,
};
use crate::pack::ListRecord;
use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, is_among};
use std::ops::Range;

/// A rank of a deed.
struct Deed {
    /// The words of the claim.
    tokens: Range<usize>,
    /// The noun or verb of the deed.
    word: usize,
    /// None where the list's own words tell it: “landed a probe on the Moon”.
    object: Option<Object>,
    /// The noun that is counted, where there is one, and whether it is narrowed.
    member: Option<usize>,
    narrowed: bool,
    after: Vec<usize>,
    /// Who did it, as far as the words name them.
    doer: Option<usize>,
    /// Whether nothing but an agreement can be told.
    loose: bool,
}

impl Deed {
    fn new(tokens: Range<usize>, word: usize, object: Option<Object>, doer: Option<usize>) -> Self {
        Deed { tokens, word, object, member: None, narrowed: false, after: vec![], doer, loose: false }
    }
}

/// An ordinal, and what there is to read it with.
struct At<'a> {
    reading: &'a Reading<'a>,
    lists: &'a [ListRecord<'a>],
    /// The ordinal, the token behind it, and its sentence.
    token: usize,
    next: usize,
    rank: u32,
    sentence: Range<usize>,
}

/// A rule for each wording.
const SHAPES: &[fn(&At) -> Option<Deed>] = &[by_member, of_member, of_deed, alone, to_do_so];

/// The claim whose rank is at this token.
pub(super) fn at(reading: &Reading, token: usize, lists: &[ListRecord], ids: &Ids) -> Option<Claim> {
    let (rank, next) = ordinal::ordinal(reading.text, token)?;
    if reading.in_name(token) {
        return None;
    }
    let sentence = crate::claim::near(reading.text, token);
    let at = At { reading, lists, token, next, rank, sentence };
    SHAPES.iter().find_map(|shape| at.claim(shape(&at)?, ids))
}

impl At<'_> {
    fn claim(&self, deed: Deed, ids: &Ids) -> Option<Claim> {
        let text = self.reading.text;
        let list = self.list(&deed, ids)?;
        let quoted = deed.tokens.clone().any(|token| text.is_kind(token, TokenKind::Quote));
        let supposed = is_supposed(text, &self.sentence);
        let nobody = supposed && deed.doer.is_none();
        if quoted || nobody || !asserted::at(self.reading, self.token) || self.is_denied() {
            return None;
        }
        let record = self.lists.get(list)?;
        let holder = Holder { entity: deed.doer, direct: true, supposed };
        let rank = Rank {
            rank: self.rank,
            tokens: deed.tokens.clone(),
            end: deed.tokens.end,
            set: None,
            member: deed.member,
            narrowed: deed.narrowed,
            verb: Some(deed.word),
            passive: false,
            after: deed.after,
        };
        let mut entries = ids.knowledge.entries(list)?;
        let (verdict, place) = order::judge(record, &mut entries, &rank, &holder, ids);
        // Who counts deeds may begin behind the founders.
        let founders = record.members.contains(&"member") && order::joint(record, &entries.items, 0).len() > 1;
        // “In Africa, the first recognition came from Senegal”
        let narrowed = self.sentence.clone().any(|token| text.is_lower(token, SETS_APART));
        let doubtful = verdict == Agreement::Differs && (deed.loose || founders || narrowed);
        let verdict = if doubtful { Agreement::Open } else { verdict };
        let stated = Stated {
            subject: deed.doer,
            predicate: Some(text.tokens[deed.word].span),
            set: deed.member.map(|member| text.tokens[member].span),
            rank: Some(self.rank),
            ..Stated::default()
        };
        let answer = Some(Answer::Order { after: rank.after, list: Some(list), place, verdict });
        Some(Claim { answer, ..self.reading.claim(ClaimKind::Ordinal, deed.tokens, stated) })
    }

    /// The list that counts such deeds, and whose subject stands nearest.
    fn list(&self, deed: &Deed, ids: &Ids) -> Option<usize> {
        let text = self.reading.text;
        let mut nearest = None;
        for (index, list) in self.lists.iter().enumerate() {
            let counted = deed.member.is_none_or(|member| list.members.contains(&text.lower(member)));
            // “a third country” is any other one to the members of a union.
            let term = self.rank == 3 && self.back(1) == "a" && list.predicates.contains(&"join");
            let Some(told) = deed::of_list(text, deed.word, list, self.sentence.end) else { continue };
            let subject = deed.object.and_then(|object| object.distance(self.reading, self.token, list, ids));
            let named = matches!(deed.object, Some(Object::Named(_)));
            let Some(distance) = subject.or((told && !named).then_some(0)) else { continue };
            let nearer = nearest.is_none_or(|(before, _)| distance < before);
            if nearer && counted && !(term && deed.member.is_some()) {
                nearest = Some((distance, index));
            }
        }
        nearest.map(|(_, index)| index)
    }

    /// The n-th word before the ordinal, in its sentence.
    #[inline(never)]
    fn back(&self, n: usize) -> &str {
        let token = self.token.checked_sub(n).filter(|token| *token >= self.sentence.start);
        token.map_or("", |token| self.reading.text.lower(token))
    }

    fn is_denied(&self) -> bool {
        let before = self.sentence.start.max(self.token.saturating_sub(6))..self.token;
        before.into_iter().any(|token| self.reading.text.is_lower(token, DENIES))
    }

    /// The noun that is counted, and whether it is narrowed: “country”, “African state”.
    #[inline(never)]
    fn member(&self) -> Option<(usize, bool)> {
        const REACH: usize = 4;
        let text = self.reading.text;
        let mut narrowed = false;
        let is_member = |token: usize| self.lists.iter().any(|list| list.members.contains(&text.lower(token)));
        for token in self.next..self.sentence.end.min(self.next + REACH) {
            let word = text.lower(token);
            if is_member(token) && !(token + 1 < self.sentence.end && is_member(token + 1)) {
                return Some((token, narrowed));
            }
            if !text.is_kind(token, TokenKind::Word) || super::set::stops(word) {
                return None;
            }
            narrowed |= !is_among(word, "un member sovereign");
        }
        None
    }

    /// The nearest word before a token that some list counts as a deed.
    #[inline(never)]
    fn deed_before(&self, token: usize) -> Option<usize> {
        const REACH: usize = 16;
        let text = self.reading.text;
        let is_deed = |at: &usize| {
            let word = text.lower(*at);
            let finite = verb::is_past(word) || deed::is_noun(word) || word.ends_with('s') || word.ends_with("ing");
            finite && self.lists.iter().any(|list| deed::of_list(text, *at, list, self.sentence.end).is_some())
        };
        (self.sentence.start.max(token.saturating_sub(REACH))..token).rev().find(is_deed)
    }

    /// Whether the sentence opens with a name.
    fn opens_with(&self, entity: usize) -> bool {
        let start = self.sentence.start;
        let start = start + usize::from(self.reading.text.is(start, "The the"));
        holder::mention_starting(self.reading, start).is_some_and(|mention| mention.entity == entity)
    }

    /// Whether the sentence ends before a token.
    fn ends(&self, token: usize) -> bool {
        token >= self.sentence.end || self.reading.text.is(token, ". !")
    }

    /// Who owns a deed: “North Korea’s formal recognition”.
    fn owner_of(&self, word: usize) -> Option<usize> {
        let before = word.checked_sub(1)?;
        deed::owner(self.reading, word - usize::from(self.reading.text.is(before, FORMAL)))
    }

    /// A name that begins at a token and ends with its clause: “by North Korea.”
    #[inline(never)]
    fn name_at(&self, token: usize) -> Option<usize> {
        let text = self.reading.text;
        let the = usize::from(text.is(token, "the"));
        let mention = holder::mention_starting(self.reading, token + the)?;
        let end = text.tokens_in(mention.span).end;
        let ends = end >= self.sentence.end || text.is(end, ", . ; ) – — in on last this after and");
        let joined = text.is(end, "and") && holder::mention_starting(self.reading, end + 1).is_some();
        (ends && !joined).then_some(mention.entity)
    }
}

/// Whether anything in a sentence makes what it tells a plan or a guess.
pub(super) fn is_supposed(text: &Text, sentence: &Range<usize>) -> bool {
    // as written, for Theresa May supposes nothing
    let supposes = |token: usize| holder::SUPPOSED.contains(text.word(token)) || PLANS.contains(text.lower(token));
    sentence.clone().any(supposes)
}

/// “recognised by a third country, North Korea”, “recognition of the republics by a third country”.
fn by_member(at: &At) -> Option<Deed> {
    let text = at.reading.text;
    let by = at.token.checked_sub(2).filter(|_| is_among(at.back(1), "a the") && is_among(at.back(2), "by from"))?;
    let (member, narrowed) = at.member()?;
    let goes_on = text.is(member + 1, "to that who which") || deed::is_owner(text, member + 1);
    let word = at.deed_before(by).filter(|_| !goes_on)?;
    let passive = verb::is_past(text.lower(word));
    // The body itself admits its members.
    if text.lower(word).starts_with("admi") || !passive && !deed::is_noun(text.lower(word)) {
        return None;
    }
    let object = if passive {
        let apart = deed::last_but(text, word + 1..by, "on this week month year today now also as independent");
        deed::object_before(at.reading, word).filter(|_| apart.is_none())?
    } else if word + 1 < by {
        deed::object_of(at.reading, word, by).filter(|(_, end)| *end == by)?.0
    } else if text.is(member + 1, "of") {
        deed::object_at(at.reading, member + 2, at.sentence.end)?.0
    } else {
        Object::Named(deed::owner(at.reading, word)?)
    };
    let doer = if text.is(member + 1, ", ( – — :") { at.name_at(member + 2) } else { None };
    let deed = Deed::new(word..member + 1, word, Some(object), doer);
    let narrowed = narrowed || text.is(member + 1, NARROWS);
    Some(Deed { member: Some(member), narrowed, ..deed })
}

/// “the third country’s recognition of Kosovo”.
fn of_member(at: &At) -> Option<Deed> {
    let text = at.reading.text;
    let (member, narrowed) = at.member().filter(|(member, _)| deed::is_owner(text, member + 1))?;
    let word = member + 2 + usize::from(text.is(member + 2, FORMAL));
    let (object, _) = deed::object_of(at.reading, word, at.sentence.end).filter(|_| deed::is_noun(text.lower(word)))?;
    Some(Deed { member: Some(member), narrowed, ..Deed::new(at.token..word + 1, word, Some(object), None) })
}

/// “the third recognition of Kosovo”, “NATO’s 32nd accession”, “the second departure from the EU”.
fn of_deed(at: &At) -> Option<Deed> {
    let text = at.reading.text;
    let word = at.next + usize::from(text.is(at.next, FORMAL));
    let noun = word < at.sentence.end && deed::is_noun(text.lower(word));
    if !noun || !deed::ends_phrase(text, word + 1, at.sentence.end) {
        return None;
    }
    let owned = at.token.checked_sub(1).filter(|owner| deed::is_owner(text, *owner));
    let (object, end) = match (text.is(word + 1, "of to from into"), owned) {
        (true, None) => deed::object_of(at.reading, word, at.sentence.end)?,
        // Somebody's own third of them is another count.
        (true, Some(_)) => return None,
        (false, _) => (whose(at)?, word + 1),
    };
    let named = || {
        let name = owned.and_then(|owner| holder::mention_ending(at.reading, owner));
        let name = name.map(|name| text.tokens_in(name.span).start);
        let start = name.or(owned.and_then(|owner| owner.checked_sub(1))).unwrap_or(at.token);
        let copula = deed::last_but(text, at.sentence.start..start, PASSED)?;
        let verb = copula - usize::from(copula > 0 && deed::is_owner(text, copula - 1));
        deed::subject(at.reading, verb).filter(|_| text.is(copula, "was is became becomes become"))
    };
    let narrowed = text.is(end, NARROWS);
    let doer = doer_behind(at, end).or_else(named).filter(|_| !narrowed);
    // “by an Arab state”, “since 2020”
    if narrowed || doer.is_none() && text.is(end, "by") {
        return None;
    }
    Some(Deed::new(at.token..word + 1, word, Some(object), doer))
}

/// Whose place is counted where no object follows: “Kosovo’s third recognition”, “the alliance’s 31st accession”.
fn whose(at: &At) -> Option<Object> {
    let before = at.token.checked_sub(1)?;
    let earlier = deed::is_owner(at.reading.text, before) && deed::is_anaphor(at.back(2)) || at.back(1) == "its";
    deed::owner(at.reading, at.token).map(Object::Named).or(earlier.then_some(Object::Earlier))
}

/// “by North Korea”, “came from North Korea”, “was North Korea’s”.
fn doer_behind(at: &At, token: usize) -> Option<usize> {
    let text = at.reading.text;
    let token = token + usize::from(text.is(token, ","));
    let came = usize::from(text.is(token, "came comes was is"));
    let by = token + came;
    if text.is(by, "by") || came == 1 && text.is(by, "from") {
        return at.name_at(by + 1);
    }
    let mention = holder::mention_starting(at.reading, by).filter(|_| came == 1)?;
    deed::owner(at.reading, text.tokens_in(mention.span).end + 1)
}

/// “North Korea’s recognition of the republics was only the third”.
fn alone(at: &At) -> Option<Deed> {
    let text = at.reading.text;
    let ends = at.next >= at.sentence.end || text.is(at.next, ". , ; ) – — after");
    let copula = deed::last_but(text, at.sentence.start..at.token, PASSED)?;
    if !ends || at.back(1) != "the" || !text.is(copula, "was is became becomes ,") {
        return None;
    }
    let word = at.deed_before(copula).filter(|word| deed::is_noun(text.lower(*word)))?;
    let doer = at.owner_of(word)?;
    let behind = deed::object_of(at.reading, word, copula);
    let object = match behind {
        Some((object, end)) if end == copula || text.is(end, "on in last this") => object,
        None if word + 1 == copula => Object::Earlier,
        _ => return None,
    };
    // “Among neighbours, Albania’s recognition was the first”, “the first, and Germany’s the second, in western Europe”
    let loose = behind.is_none() || !at.opens_with(doer) || !at.ends(at.next);
    Some(Deed { loose, ..Deed::new(at.token..at.next, word, Some(object), Some(doer)) })
}

/// “North Korea’s recognition of the republics makes it the third country to do so”.
fn to_do_so(at: &At) -> Option<Deed> {
    let text = at.reading.text;
    let rank = ordinal::rank(at.reading, at.token, (at.rank, at.next), at.lists)?;
    let behind = rank.member? + 1;
    let so = text.is(behind, "to that") && text.is(behind + 1, "do did") && text.is(behind + 2, "so");
    let so = so || rank.verb.is_some_and(|verb| text.is(verb, "do did") && text.is(verb + 1, "so"));
    let made = || deed::last_but(text, at.sentence.start..at.token, "the only now thus it him her");
    let bare = behind >= at.sentence.end || text.is(behind, ". , ; – — after");
    let told = so || bare && made().is_some_and(|made| holder::MAKERS.contains(text.word(made)));
    let word = at.deed_before(at.token).filter(|_| told)?;
    let object = deed::object_of(at.reading, word, at.token).map(|(object, _)| object);
    let owner = at.owner_of(word);
    let found = holder::find(at.reading, &(at.token..behind))?.entity;
    // “recognised Kosovo, the third country to do so”
    let found = found.filter(|found| object != Some(Object::Named(*found)));
    let doer = found.or_else(|| deed::subject(at.reading, word));
    let end = if so && !text.is(behind, ", after") { behind + 3 } else { behind };
    let Rank { member, narrowed, after, .. } = rank;
    let narrowed = narrowed || text.is(end, NARROWS);
    let named = matches!(object, Some(Object::Named(_)));
    let loose = owner.is_none() || owner != doer || !named || !at.ends(end);
    Some(Deed { member, narrowed, after, loose, ..Deed::new(at.token..end, word, object, doer) })
}

/// Behind what is counted they make it another set.
const NARROWS: &str = "in from outside within since this last on among under for at";
/// Anywhere in the sentence they may do so.
const SETS_APART: &str = "in among since within under outside this last";
const FORMAL: &str = "formal official full diplomatic international";
const PASSED: &str = "the only just its now thus also";
const DENIES: &str = "not n’t n't never no nor neither without wasn’t isn’t hardly";

/// Words of plans, beside those of wishes.
static PLANS: WordList = WordList::new(
    "plan plans planned planning possible potential prospect proposed future expected awaits awaiting seeks sought seeking pushes \
     calls called urges urged demands hoped hoping next if likely blocked opposes opposed against rejects rejected denied denies",
);
