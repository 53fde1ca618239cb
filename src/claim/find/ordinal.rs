//! Ordinal claims: who was the third to do something.
//!
//! Takes a token that names a rank; gives the claim that is built on it. Example: “North Korea became only the third country
//! to recognise both entities after Russia and Syria” has rank 3, holder North Korea, after Russia and Syria.
//!
//! Invariant: a rank counts members of a set that did one thing; “a first step to” and “we first need to” are no ranks.

use super::{
    Reading, asserted,
    holder::{self, Holder},
    noun, office, set, when,
};
use crate::claim::{
    Answer, Claim, ClaimKind, Stated,
    check::{ids::Ids, order},
    read::{calendar, number, verb, word},
};
use crate::mention::role_words;
use crate::word_list::{WordList, is_among, lower_case};
use crate::{card::Agreement, pack::ListRecord, segment::Text, segment::TokenKind};
use std::ops::Range;

/// A rank as the text words it.
pub(in crate::claim) struct Rank {
    /// From 1; 0 for the last.
    pub(in crate::claim) rank: u32,
    /// From the ordinal to the verb, or to the noun where no verb follows.
    pub(in crate::claim) tokens: Range<usize>,
    /// The token behind the verb, the noun, or the set that narrows the noun.
    pub(in crate::claim) end: usize,
    /// Without a verb: the noun with what narrows it (“woman in space”).
    pub(in crate::claim) set: Option<Range<usize>>,
    /// The noun counted (“country”), where there is one.
    pub(in crate::claim) member: Option<usize>,
    /// Whether the noun is narrowed (“African country”, “country in Europe”): then another set is counted.
    pub(in crate::claim) narrowed: bool,
    /// What the member did.
    pub(in crate::claim) verb: Option<usize>,
    /// Whether it was done to the member: “to be recognised”.
    pub(in crate::claim) passive: bool,
    /// The names right behind the noun's “after”.
    pub(in crate::claim) after: Vec<usize>,
}

/// The claim whose rank begins at this token: answered by a list or by the article, or, where it is asserted, without an answer.
pub(in crate::claim) fn at(reading: &Reading, token: usize, lists: &[ListRecord], ids: &Ids) -> Option<Claim> {
    let (number, next) = number(reading.text, token)?;
    let office = office::rank(reading, token, next, number, lists).and_then(|rank| {
        let holder = holder::find(reading, &rank.tokens)?;
        let list = order::find(reading, &rank, &holder, lists, ids)?;
        Some((rank, holder, Some(list)))
    });
    let (rank, holder, list) = office.or_else(|| {
        let rank = rank(reading, token, (number, next), lists)?;
        let holder = holder::find(reading, &rank.tokens)?;
        let list = order::find(reading, &rank, &holder, lists, ids);
        Some((rank, holder, list))
    })?;
    // “the first country to join in two years” is first among those of a time.
    let end = crate::claim::near(reading.text, token).end;
    let months = |at: usize| reading.text.is(at, "in") && reading.text.is(at + 1, "days weeks months years decades");
    let timed = (rank.end..end).any(|at| when::time(reading.text, at, end).is_some() || months(at));
    let rank = Rank { narrowed: rank.narrowed || timed && rank.verb.is_some(), ..rank };
    let entries = list.and_then(|list| Some((&lists[list], ids.knowledge.entries(list)?)));
    let (verdict, place) = entries
        .map_or((Agreement::Open, None), |(list, mut entries)| order::judge(list, &mut entries, &rank, &holder, ids));
    // “the first to join” may be so among whomever the text speaks of.
    let bare = verdict == Agreement::Differs && rank.member.is_none();
    let verdict = if bare { Agreement::Open } else { verdict };
    let told = rank.member.is_some() && (rank.verb.is_some() || !rank.after.is_empty());
    let says_enough = list.is_some() || told && (holder.entity.is_some() || !rank.after.is_empty());
    if list.is_none() {
        asserted(reading, &rank.tokens).filter(|_| says_enough || is_counted(reading, &rank))?;
    }
    let word = |token: Option<usize>| token.map(|token| reading.text.tokens[token].span);
    let stated = Stated {
        subject: holder.entity,
        predicate: word(rank.verb),
        set: rank.set.map(|set| reading.text.span(set)).or(word(rank.member)),
        rank: (rank.rank > 0).then_some(rank.rank),
        ..Stated::default()
    };
    let answer = (says_enough && rank.rank > 0).then_some(Answer::Order { after: rank.after, list, place, verdict });
    Some(Claim { answer, ..reading.claim(ClaimKind::Ordinal, rank.tokens.start..rank.end, stated) })
}

/// Whether a rank counts somebody without being answered: “the first woman in space”, “the first to reach the summit”.
fn is_counted(reading: &Reading, rank: &Rank) -> bool {
    let before = word::before(reading.text, rank.tokens.start);
    let one_more = is_among(before, "a an");
    let bare = |verb: usize| {
        let the = rank.tokens.start.checked_sub(1).map_or("", |the| word::before(reading.text, the));
        before == "the" && (the == "were" || holder::is_copula(the)) && !SPEAKING.contains(reading.text.word(verb))
    };
    // “the Third Republic” is a name, “the first minister” a title.
    let small = |member: usize| {
        let word = reading.text.word(member);
        let title = word == "minister" && rank.rank == 1 && member == rank.tokens.start + 1;
        !title && word.starts_with(char::is_lowercase) || !is_member(&lower_case(word))
    };
    let counted = rank.member.map_or_else(|| rank.verb.is_some_and(bare), small);
    counted && !one_more && !reading.in_name(rank.tokens.start)
}

/// “the first to admit” is an idiom.
static SPEAKING: WordList =
    WordList::new("admit say acknowledge concede agree tell know confess recognise recognize blame");

/// Whose the place at some tokens is, where the words assert it; none in a question, a condition or a wish.
pub(super) fn asserted(reading: &Reading, tokens: &Range<usize>) -> Option<Holder> {
    holder::find(reading, tokens).filter(|_| asserted::at(reading, tokens.start))
}

/// Whether a clause begins with the rank and its article: what it ranks is the clause's subject.
pub(super) fn begins_clause(text: &Text, start: usize) -> bool {
    let sentence = crate::claim::near(text, start);
    let first = (sentence.start..start).rev().find(|token| !text.is_lower(*token, "the its their his her"));
    first.is_none_or(|token| text.is(token, ", ; : and but that said “"))
}

/// Whether a place is said of somebody: behind a copula, or in apposition.
pub(super) fn is_said_of(text: &Text, start: usize) -> bool {
    let sentence = crate::claim::near(text, start);
    let before = (sentence.start..start).rev().map(|token| text.lower(token));
    let before = before.into_iter().find(|word| *word != "the" && !set::is_owner(word));
    before.is_some_and(|word| holder::is_copula(word) || is_among(word, "were , – — - as"))
}

/// The number of a rank, 0 for the last, and the token behind it.
pub(super) fn number(text: &Text, token: usize) -> Option<(u32, usize)> {
    if text.is(token, "last") { Some((0, token + 1)) } else { ordinal(text, token) }
}

pub(super) fn rank(reading: &Reading, token: usize, (rank, next): (u32, usize), lists: &[ListRecord]) -> Option<Rank> {
    let text = reading.text;
    let last = rank == 0;
    let end = crate::claim::near(text, token).end;
    let before = word::before(text, token);
    let definite = is_among(before, "the only") || set::is_owner(before);
    let mut words = Words { reading, at: next, end, definite };
    let mut narrowed = false;
    let member = words.member(lists, &mut narrowed);
    if member.is_none() {
        words.at = next;
        narrowed = false;
    }
    narrowed |= words.place();
    let mut after = words.after();
    // “the second athlete after her compatriot Lund to win”: whoever that is, no list is asked.
    if after.is_empty() && is_among(words.word(words.at), "after since") {
        let to = (words.at + 1..words.at + 6).find(|token| words.word(*token) == "to");
        narrowed |= to.is_some();
        words.at = to.unwrap_or(words.at);
    }
    let (verb, passive) = words.deed();
    let set = if after.is_empty() && verb.is_none() { Some(set(reading, token, member?, end)?) } else { None };
    let stop = if last { verb.and(member).and(verb)? } else { verb.or(member)? } + 1;
    if after.is_empty() {
        words.skip_to_after();
        after = words.after();
    }
    let there = usize::from(words.word(stop) == "there");
    let lasting = verb.and_then(|_| when::time(text, stop + there, end)).unwrap_or(stop);
    let behind = set.as_ref().map_or(lasting, |set| set.end);
    let rank = Rank { rank, tokens: token..stop, end: behind, member, set, narrowed, verb, passive, after };
    (token..behind).all(|token| !text.is_kind(token, TokenKind::Quote)).then_some(rank)
}

/// “president of the United States”, “woman in space”, and the noun alone behind an owner: a set without a deed.
fn set(reading: &Reading, token: usize, member: usize, end: usize) -> Option<Range<usize>> {
    let text = reading.text;
    let behind = set::behind(text, member + 1, end, false);
    let place = set::place(text, member + 1, end).filter(|_| !text.is(member + 1, "to for with by"));
    let before = token.checked_sub(1).map(|before| text.tokens[before].kind);
    let named = before == Some(TokenKind::Possessive) || (token..member).any(|token| is_name(reading, token));
    let placed = place.is_some() && word::before(text, token) != "a";
    let office = OFFICES.contains(text.lower(member));
    (placed || named && office || behind.time.is_some())
        .then(|| member..if placed || behind.time.is_some() { behind.end } else { member + 1 })
}

fn is_name(reading: &Reading, token: usize) -> bool {
    reading.text.tokens.get(token).is_some_and(|token| reading.cast.at(token.span.start).is_some())
}

/// The rank that a token names, and the token behind it.
pub(super) fn ordinal(text: &Text, token: usize) -> Option<(u32, usize)> {
    if text.tokens.get(token)?.kind == TokenKind::Number {
        let written_on = text.tokens.get(token + 1)?.span.start == text.tokens[token].span.end;
        let rank = number::ordinal_digits(text.word(token), text.word(token + 1)).filter(|_| written_on)?;
        return Some((rank, token + 2));
    }
    Some((number::ordinal(text.lower(token))?, token + 1))
}

/// Whether a noun is one of those that can be ranked: a member of a set, or what somebody is.
pub(super) fn is_member(word: &str) -> bool {
    MEMBERS.contains(word) || OFFICES.contains(word) || role_words::is_role(word) && !NO_MEMBERS.contains(word)
}

/// Nouns whose members can be ranked; the lists of the packs bring their own.
static MEMBERS: WordList = WordList::new(
    "country nation state republic person woman man team company club player city government candidate athlete female \
     male lawmaker bank university league newspaper party region province county territory girl boy human spacecraft \
     satellite airline member film movie book album song ship boat plane aircraft bridge building hospital school town \
     village vaccine drug animal species firm retailer supermarket carmaker brand hotel reactor rocket lander \
     rover smartphone station foreigner immigrant refugee victim patient survivor child baby son daughter winner \
     champion finalist medallist medalist case batter pitcher quarterback guard witness defendant inmate prisoner citizen \
     storm hurricane convoy shipment native graduate pupil passenger contestant rider skier gymnast skater climber explorer",
);

/// What is held by one at a time.
static OFFICES: WordList = WordList::new(
    "president minister senator governor politician monarch pope judge mayor chancellor premier king queen emperor \
     sultan speaker chairman chairwoman chair captain coach manager director secretary-general leader archbishop bishop \
     commissioner ambassador astronaut driver scientist actor actress writer author artist pilot official footballer golfer \
     cyclist swimmer runner boxer",
);

/// Roles that an ordinal makes a title, or that are mostly something else.
static NO_MEMBERS: WordList = WordList::new(
    "count head general major officer deputy secretary lieutenant sergeant forward counsel anchor private principal \
     justice colonel second lady chief",
);

/// Words between an ordinal and its noun that leave the set as it is.
static PLAIN: WordList = WordList::new("and only ever other new single sovereign un world");

/// Nouns that ask for an infinitive: what is done “to” says which step it is, not what the step did.
static ASKS_TO: WordList = WordList::new(
    "hour item age chance attempt opportunity decision plan move reason effort bid right option ability desire need promise pledge \
     proposal offer order request vote deal agreement instinct response task job duty priority impulse word thought choice \
     try call aim goal place test hand look love visit trip journey introduction flight train bus nod reference \
     letter speech message address pilgrimage exposure tribute blow challenge reaction line law bill motion measure",
);

/// What cannot stand between an ordinal and its noun, beside the closed classes.
static BREAKS: WordList =
    WordList::new("time step place day week month year quarter half round lady thing things amendment floor century");

/// A walk through the words behind an ordinal.
struct Words<'a> {
    reading: &'a Reading<'a>,
    at: usize,
    end: usize,
    /// Whether “the” or an owner stands before the ordinal.
    definite: bool,
}

impl Words<'_> {
    fn word(&self, token: usize) -> &str {
        if token < self.end { self.reading.text.lower(token) } else { "" }
    }

    /// The noun counted, at most four words on.
    fn member(&mut self, lists: &[ListRecord], narrowed: &mut bool) -> Option<usize> {
        for token in self.at..self.end.min(self.at + 5) {
            let word = self.word(token);
            let listed = || lists.iter().any(|list| list.members.contains(&word));
            let noun = is_member(word) || listed() || self.is_doer(token);
            // “state” in “third state visit” is no member: the words behind the noun must go on from it.
            if (noun || self.is_people(token)) && self.goes_on(word, token + 1) {
                self.at = token + 1 + usize::from(self.word(token + 1) == "ever");
                return Some(token);
            }
            let kind = self.reading.text.tokens[token].kind;
            let word_like = matches!(kind, TokenKind::Word | TokenKind::Possessive);
            if !word_like || (BREAKS.contains(word) || set::stops(word)) && !PLAIN.contains(word) {
                return None;
            }
            *narrowed |= !PLAIN.contains(word);
        }
        None
    }

    /// Any noun that an infinitive follows (“the first album to reach”), unless it asks for one itself (“the first step to”).
    fn is_doer(&self, token: usize) -> bool {
        let word = self.word(token);
        let verb = self.reading.text.word(token + 2);
        let small = self.reading.text.word(token).starts_with(char::is_lowercase);
        let noun = small
            && !verb::is_past(word)
            && !ASKS_TO.contains(word)
            && !set::takes_to(word)
            && !set::stops(word)
            && !noun::is_plural(word);
        noun && self.definite
            && self.word(token + 1) == "to"
            && token + 2 < self.end
            && verb.starts_with(char::is_lowercase)
            && !NO_DEED.contains(verb)
            && !BREAKS.contains(word)
    }

    /// A demonym or a party as the noun: “the first American to”, “the last Democrat to”.
    fn is_people(&self, token: usize) -> bool {
        let word = self.reading.text.word(token);
        let endings = ["an", "ese", "ish", "man", "woman", "on", "i", "ino", "ina"];
        let capital = word.strip_prefix("non-").unwrap_or(word).starts_with(char::is_uppercase);
        let acts = is_among(self.word(token + 1), "to who") && !noun::is_plural(self.word(token));
        let acts = acts
            && !NO_DEED.contains(self.word(token + 2))
            && calendar::month(word).is_none()
            && calendar::weekday(word).is_none();
        word.len() > 3 && capital && (acts || endings.iter().any(|ending| word.ends_with(ending)))
    }

    /// Whether the words behind a noun go on from it; an office may stand alone behind its owner.
    fn goes_on(&self, noun: &str, token: usize) -> bool {
        let next = self.word(token);
        let on = is_among(next, "to that who which in on of from after ever since , outside") || next.ends_with("ing");
        on || OFFICES.contains(noun) && set::run(self.reading.text, token, self.end) == token
    }

    /// “in the world”, “in Europe”: whether it narrows the set.
    fn place(&mut self) -> bool {
        let word = self.word(self.at);
        // “the first senator running again to break with him”
        let participle = word.len() > 4 && word.ends_with("ing") || verb::is_past(word) && !holder::is_copula(word);
        let acts = || (self.at + 2..self.end.min(self.at + 7)).any(|token| self.word(token) == "to");
        let goes_on = is_among(word, "in on of from outside") || participle && acts();
        if !goes_on {
            return false;
        }
        let stops =
            |word: &str| matches!(word, "to" | "that" | "who" | "which" | "after" | "," | "." | "" | "–" | "—" | ";");
        let Some(end) = (self.at + 1..self.end.min(self.at + 8)).find(|token| stops(self.word(*token))) else {
            return false;
        };
        // “in the world”, “on earth”, “in history” leave nothing out.
        let wide = (self.at + 1..end).all(|token| is_among(self.word(token), "the whole world earth history planet"));
        self.at = end;
        !wide
    }

    /// “after Russia and Syria”, with commas around it or not.
    fn after(&mut self) -> Vec<usize> {
        let comma = usize::from(self.word(self.at) == ",");
        if !is_among(self.word(self.at + comma), "after behind following") {
            return Vec::new();
        }
        let (names, end) = holder::series(self.reading, self.at + comma + 1, self.end);
        if !names.is_empty() {
            self.at = end + usize::from(comma == 1 && self.word(end) == ",");
        }
        names
    }

    /// On to a later “after”, in the same clause.
    fn skip_to_after(&mut self) {
        let stops = |token: usize| is_among(self.word(token), "; . : who which but when");
        let reach = (self.at..self.end).take_while(|token| !stops(*token));
        if let Some(token) = reach.into_iter().find(|token| is_among(self.word(*token), "after behind following")) {
            self.at = token;
        }
    }

    /// The verb: “to officially recognise”, “to have recognised”, “to be recognised”, “that recognised”.
    fn deed(&mut self) -> (Option<usize>, bool) {
        let mut token = self.at;
        let infinitive = self.word(token) == "to";
        if !infinitive && !is_among(self.word(token), "that who which") {
            return (None, false);
        }
        token += 1;
        let mut passive = false;
        for _ in 0..4 {
            match self.word(token) {
                word if is_among(word, "be been was were get") => passive = true,
                word if is_among(word, "have has had ever also then publicly soft") => {}
                word if word.ends_with("ly") && word.len() > 4 && !self.word(token + 1).is_empty() => {}
                _ => break,
            }
            token += 1;
        }
        let word = self.word(token);
        let finite = infinitive || verb::is_past(word) || word.ends_with('s');
        let is_verb = finite && word.starts_with(char::is_alphabetic) && !NO_DEED.contains(word);
        // “to be mayor” and “who was elected” say what became of the member, not what it did.
        if !is_verb {
            return (None, passive);
        }
        self.at = token + 1;
        (Some(token), passive)
    }
}

static NO_DEED: WordList =
    WordList::new("the a an not no my our your his her its their it this that these those them him us me you is as");
