//! Places that stand for the government seated there: “Moscow said”, but “in Moscow”.
//!
//! Takes the cast; sets the sense of mentions whose record is the seat of a government. Example: in “Pyongyang’s recognition”
//! the city stands for North Korea’s government.
//!
//! Invariant: a place stays a place unless the sentence makes it act.

use super::Cast;
use crate::word_list::{WordList, is_among};
use crate::{
    Knowledge, Mention, MentionSense, Span,
    lemma::is_form_of,
    segment::{Text, TokenKind},
};
use std::ops::Range;

/// Tells which mentions mean a government.
pub(super) fn tell(text: &Text, knowledge: &Knowledge, cast: &mut Cast) {
    for index in 0..cast.mentions.len() {
        let Some(seat) = seat_of(knowledge, cast, &cast.mentions[index]) else { continue };
        let tokens = text.tokens_in(cast.mentions[index].span);
        let acts = match seat {
            Seat::City => acts(text, cast, tokens) || is_patron(text, cast.mentions[index].span),
            Seat::Building => !is_located(text, tokens.start),
        };
        if acts || follows_government(text, cast, index) {
            cast.mentions[index].sense = MentionSense::Government;
        }
    }
}

/// “condemned by Kyiv and Washington”: the second does what the first does.
fn follows_government(text: &Text, cast: &Cast, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| &cast.mentions[before]) else { return false };
    let between = Span::new(before.span.end, cast.mentions[index].span.start);
    before.sense == MentionSense::Government && is_among(between.of(text.article.text()).trim(), "and or ,")
}

enum Seat {
    /// A capital: a place unless it acts.
    City,
    /// A seat of power: a government unless something happens in it.
    Building,
}

fn seat_of(knowledge: &Knowledge, cast: &Cast, mention: &Mention) -> Option<Seat> {
    let record = knowledge.entity(cast.entities[mention.entity].known?)?;
    record.seat_of?;
    (mention.sense == MentionSense::Itself)
        .then(|| if record.class == "seatOfPower" { Seat::Building } else { Seat::City })
}

/// Whether a capital does something that only a government does.
fn acts(text: &Text, cast: &Cast, tokens: Range<usize>) -> bool {
    if tokens.is_empty() || is_located(text, tokens.start) {
        return false;
    }
    let next = tokens.end;
    let possessive = text.is_kind(next, TokenKind::Possessive);
    if possessive {
        return (next + 1..next + 4).any(|token| is_form_of(text.word(token), &DEEDS));
    }
    is_agent(text, tokens.start) || is_partner(text, tokens.start) || does_something(text, cast, next)
}

/// “Moscow-backed”, but not “Moscow-based”.
fn is_patron(text: &Text, span: Span) -> bool {
    let rest = text.article.text().get(span.end..).and_then(|rest| rest.strip_prefix('-')).unwrap_or("");
    ["backed", "led", "appointed", "installed", "controlled", "friendly", "imposed", "funded"]
        .iter()
        .any(|w| rest.starts_with(w))
}

/// “in Moscow”, “at the Kremlin”.
fn is_located(text: &Text, start: usize) -> bool {
    let before = preceding(text, start);
    matches!(
        before,
        "in" | "In" | "at" | "At" | "near" | "Near" | "outside" | "around" | "inside" | "through" | "across"
    )
}

/// “condemned by Kyiv”, “an attempt by Pyongyang”.
fn is_agent(text: &Text, start: usize) -> bool {
    is_among(preceding(text, start), "by By")
}

/// “ties with Moscow”, “talks between Kyiv and Moscow”, “pressure on Minsk”.
fn is_partner(text: &Text, start: usize) -> bool {
    let word = |back: usize| start.checked_sub(back).map_or("", |token| text.word(token));
    let between = is_among(word(1), "with between against on") || word(1) == "and" && word(3) == "between";
    let sent = word(1) == "from" && is_form_of(word(2), &SENT);
    sent || between && (2..=5).any(|back| is_form_of(word(back), &DEALINGS))
}

/// The word before, an article passed over.
fn preceding<'t>(text: &Text<'t>, start: usize) -> &'t str {
    let word = |back: usize| start.checked_sub(back).map_or("", |token| text.word(token));
    if is_among(word(1), "the The") { word(2) } else { word(1) }
}

/// Whether the next verb is one that governments do: adverbs, auxiliaries and a second subject are passed over.
fn does_something(text: &Text, cast: &Cast, mut at: usize) -> bool {
    let plural = text.is(at, "and or");
    if plural {
        at += 1 + usize::from(text.is(at + 1, "the"));
        let other = text.tokens.get(at).and_then(|token| cast.at(token.span.start));
        let Some(other) = other else { return false };
        at = text.tokens_in(other.span).end;
    }
    let passed = |token: &usize| AUXILIARIES.contains(text.word(*token)) || text.word(*token).ends_with("ly");
    let verb = (at..at + 4).find(|token| !passed(token)).unwrap_or(at);
    is_form_of(text.word(verb), &VERBS) && (plural || verb > at || !is_bare(text.word(verb)))
}

/// “a Moscow attack”, “Paris support”: behind one name a bare form is a noun, for one name's verb has an ending.
fn is_bare(word: &str) -> bool {
    VERBS.contains(word)
        && !word.ends_with("ed")
        && !PASTS.contains(word)
        && (!word.ends_with('s') || word.ends_with("ss"))
}

/// Past forms among the verbs below.
static PASTS: WordList = WordList::new(
    "began broke cut froze gave held kept knew led made saw said sought sold sent struck thought told took withdrew \
     sees says believes",
);

static AUXILIARIES: WordList = WordList::new(
    "has have had will would may might could can should must did does do is was not also also, once again never later \
     earlier already now then still itself not been be being soon",
);

/// What governments do, with irregular forms.
static VERBS: WordList = WordList::new(
    "accept accuse act admit advance agree announce annex answer appeal approve argue arm arrest ask assert assure \
     attack authorise authorize back ban bar begin began believe believes blame block boycott break broke call cancel \
     claim close comment complain concede condemn confirm consider contend criticise criticize cut decide declare \
     decline defend demand denounce deny deploy describe dismiss dispute downplay drop end enter exchange expel \
     express extend face fear fight fire freeze froze give gave grant halt hail help hold held hope impose insist \
     invade invite issue join justify keep kept know knew launch lead led lift lobby maintain make made move name \
     need negotiate offer oppose order persuade plan pledge praise press promise propose protest prove provide pull \
     push react recall receive recognise recognize refuse reject release renounce repeat reply respond resist resume \
     retaliate retract return reveal risk sanction say said says see saw sees seek sought seize sell sold send sent \
     sever sign stop strike struck suggest summon supply support suspend suspect tell told test think thought \
     threaten tighten trade trust try turn urge use veto view vote vow wage want warn welcome withdraw withdrew wish \
     yield",
);

/// What belongs to a government rather than to a city.
static DEEDS: WordList = WordList::new(
    "accusation action aggression agreement aim ally ambassador ambition annexation answer approach approval army \
     assertion assessment attempt attitude backing ban behaviour behavior blockade campaign claim commitment concern \
     condemnation conduct consent control counteroffensive decision declaration defence defense delegation demand \
     denial diplomat diplomacy effort embassy envoy failure fear firm force foreign goal government influence \
     insistence intention interest intervention invasion leader leadership military minister missile move narrative \
     negotiator objection occupation offensive offer opposition order plan plea pledge policy position pressure \
     promise proposal propaganda protest reaction readiness recognition refusal rejection relation reliance \
     representative request response retaliation retreat role sanction silence sovereignty stance statement strategy \
     strike support threat tie tone troop veto view vote war warning willingness withdrawal",
);

/// What comes from a government: “a warning from Moscow”.
static SENT: WordList = WordList::new(
    "approval assurance backing condemnation criticism demand denial guarantee pledge pressure promise protest rebuke \
     reply request response sanction signal support threat veto warning",
);

/// What goes on between governments.
static DEALINGS: WordList = WordList::new(
    "accord agreement alliance break conflict contact cooperation co-operation deal dialogue dispute friendship link \
     meeting negotiation negotiate pact pressure relation relationship rift row sanction standoff stand-off summit \
     talk tension tie trade treaty truce war",
);
