//! What the words around a name tell of it.
//!
//! Takes a name with its candidates; gives each its points. Example: in “Georgia’s governor” the governor speaks for the state, in
//! “the president of Georgia” the president for the country, in “Armenia and Georgia” the neighbour for its like.
//!
//! Invariant: cues are read only where a name has several candidates or is an everyday word.

use super::{Candidate, Named};
use crate::{
    NameType, Span,
    lemma::is_form_of,
    pack::NameKind,
    segment::{Text, TokenKind},
    word_list::WordList,
};
use std::ops::Range;

/// A word that only such things have: as much as another place of the same country.
const CLASS: u32 = 100;
/// A neighbour of the same kind: less, for lists mix.
const LISTED: u32 = 80;
/// A preposition of place, a verb of such things: just enough for an everyday word.
const PLACE: u32 = 70;
const ACTS: u32 = 70;

/// The points of each candidate of a name; none where there is nothing to decide.
pub(super) fn points(text: &Text, named: &[Named], index: usize) -> Vec<u32> {
    let Some(one) = named.get(index).filter(|one| one.beyond_doubt().is_none()) else { return Vec::new() };
    let tokens = text.tokens_in(one.span);
    let (located, acts) = (is_located(text, &tokens), Acts::of(text, &tokens));
    let points = |candidate: &Candidate| {
        if candidate.name.kind == NameKind::Demonym {
            return 0; // “an English county” and “the English language” are not told apart
        }
        let located = if located && candidate.name_type == NameType::Loc { PLACE } else { 0 };
        let acts = if acts.fit(candidate) { ACTS } else { 0 };
        located + acts + class(text, &tokens, candidate) + listed(text, named, index, candidate)
    };
    one.candidates.iter().map(points).collect()
}

/// “in Georgia”, “from Nice”: not at the beginning of a sentence.
pub(super) fn is_located(text: &Text, tokens: &Range<usize>) -> bool {
    let sentence = text.sentences.get(text.sentence_of(tokens.start)).map_or(0, |sentence| sentence.tokens.start);
    let before = (sentence..tokens.start).next_back();
    before.is_some_and(|before| PLACE_WORDS.contains_any_case(text.word(before)))
}

static PLACE_WORDS: WordList =
    WordList::new("in near from outside around across inside throughout visiting visited leaving downtown");

/// What a name does, by the verb behind it.
struct Acts {
    speaks: bool,
    governs: bool,
}

impl Acts {
    fn of(text: &Text, tokens: &Range<usize>) -> Self {
        let passed = |token: &usize| text.is(*token, "has have had also will would");
        let verb = (tokens.end..tokens.end + 3).find(|token| !passed(token)).map_or("", |token| text.word(token));
        let has_ending = |verb: &str| verb.ends_with('s') || verb.ends_with("ed") || verb == "said";
        let finite = has_ending(verb) || passed(&tokens.end);
        Self {
            speaks: finite && is_form_of(verb, &SPEAKS) || verb == "said",
            governs: finite && is_form_of(verb, &GOVERNS),
        }
    }

    /// Bodies speak and act; of a country that speaks it may be a person who bears its name (“Jordan said”).
    fn fit(&self, candidate: &Candidate) -> bool {
        match candidate.name_type {
            NameType::Org => self.speaks || self.governs,
            NameType::Loc => self.governs && candidate.is_country(),
            _ => false,
        }
    }
}

static SPEAKS: WordList = WordList::new("say report announce warn declare claim estimate confirm deny argue publish");

static GOVERNS: WordList = WordList::new(
    "condemn expel recall ratify annex invade recognise recognize sanction deploy mobilise mobilize withdraw accuse \
     impose abstain host border export import legalise legalize intercept arrest deport",
);

/// Words that only things of a class have, right behind the name or before “of” and it.
fn class(text: &Text, tokens: &Range<usize>, candidate: &Candidate) -> u32 {
    let cues = CLASSES.iter().find(|(classes, _)| classes.contains(&candidate.class));
    let Some((_, words)) = cues else { return 0 };
    let is_cue = |word: &str| is_form_of(word, words);
    if behind(text, tokens).any(is_cue) || before(text, tokens).is_some_and(is_cue) { CLASS } else { 0 }
}

/// The two words behind a name, its possessive passed over, up to a sign.
fn behind<'t>(text: &Text<'t>, tokens: &Range<usize>) -> impl Iterator<Item = &'t str> {
    let possessive = text.is_kind(tokens.end, TokenKind::Possessive);
    let first = tokens.end + usize::from(possessive);
    let is_word = |token: &usize| text.is_kind(*token, TokenKind::Word);
    (first..first + 2).take_while(is_word).map(|token| text.word(token))
}

/// “governor” in “governor of Georgia” and “mayor of the Georgia town”.
fn before<'t>(text: &Text<'t>, tokens: &Range<usize>) -> Option<&'t str> {
    let word = |back: usize| tokens.start.checked_sub(back).map(|token| text.word(token));
    let article = usize::from(word(1) == Some("the"));
    (word(1 + article)? == "of").then(|| word(2 + article))?
}

static CLASSES: [(&[&str], WordList); 8] = [
    (
        &["country"],
        WordList::new(
            "president parliament ambassador embassy premier army troop republic independence country border \
             foreign nation kingdom king prime",
        ),
    ),
    (
        &["state", "region"],
        WordList::new(
            "governor gov senator sen lawmaker legislature legislator statehouse congressman congresswoman county state \
             voter delegate resident democrat republican primary sheriff",
        ),
    ),
    (
        &["city", "capital"],
        WordList::new("mayor city town suburb airport councillor borough downtown hospital outskirt"),
    ),
    (
        &["mountain", "building"],
        WordList::new("summit peak top foot slope climber expedition avalanche skyscraper storey rise tower"),
    ),
    (
        &["newspaper", "newsMedium", "newsAgency"],
        WordList::new("newspaper reporter journalist correspondent columnist magazine news editor agency"),
    ),
    (
        &["company", "onlineService"],
        WordList::new(
            "share stock shareholder ceo chief app user platform employee profit revenue customer inc post account \
             investor spokesman spokeswoman",
        ),
    ),
    (
        &["armedGroup"],
        WordList::new("fighter militia commander militant gunman rebel paramilitary soldier troop drone"),
    ),
    (
        &["internationalOrganisation", "governmentAgency", "court"],
        WordList::new(
            "official chief director director-general spokesman spokeswoman member agent agency guideline prosecutor \
             judge warrant leader secretary-general declaration",
        ),
    ),
];

/// “Armenia and Georgia”: in a list stands like by like.
fn listed(text: &Text, named: &[Named], index: usize, candidate: &Candidate) -> u32 {
    let joined = |one: &Named, other: &Named| {
        let between = Span::new(one.span.end, other.span.start.max(one.span.end)).of(text.article.text());
        matches!(between.trim(), "," | "and" | "or" | ", and" | ", or" | "&")
    };
    let is_like = |other: &Named| {
        other.beyond_doubt().is_some_and(|other| other.class == candidate.class && other.name.kind != NameKind::Demonym)
    };
    let Some(one) = named.get(index) else { return 0 };
    let before = index.checked_sub(1).and_then(|before| named.get(before)).filter(|other| joined(other, one));
    let after = named.get(index + 1).filter(|other| joined(one, other));
    if before.into_iter().chain(after).any(is_like) { LISTED } else { 0 }
}

/// Whether an article reports sport, so that cities play: by the different words of sport in it.
pub(super) fn is_sport(text: &Text) -> bool {
    const ENOUGH: usize = 4;
    let mut seen: Vec<&str> = Vec::new();
    for word in (0..text.tokens.len()).map(|token| text.word(token)).filter(|word| SPORT.contains(word)) {
        if !seen.contains(&word) {
            seen.push(word);
        }
        if seen.len() == ENOUGH {
            return true;
        }
    }
    false
}

/// Whether a city stands where a club does: “Madrid won”, “lost to Madrid”, “the Madrid striker”.
pub(super) fn may_play(text: &Text, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |before| text.word(before));
    PLAYS.contains(text.word(tokens.end)) || BEATEN.contains(before)
}

static PLAYS: WordList = WordList::new(
    "beat beats won win lost lose drew draw face faces faced host hosts hosted led lead trailed scored play plays played went \
     need needs sit sits are were is was have has had will could would can striker midfielder goalkeeper defender winger \
     captain skipper manager coach boss side fans players team squad took made equalised stand top thrashed moved improved improve put leads pitcher catcher fell",
);

static BEATEN: WordList = WordList::new(
    "beat to against over past thrashed defeated v vs versus with for by joined left sign signed face hosted",
);

static SPORT: WordList = WordList::new(
    "league cup striker midfielder midfield goalkeeper goals goal season match matches fixture playoffs playoff inning \
     innings touchdown quarterback semi-final semi-finals semifinal quarter-final quarterfinal equaliser equalizer \
     half-time halftime kick-off wicket wickets tournament derby nil header stoppage relegation title coach defender \
     winger unbeaten scored 1-0 2-0 2-1 3-0 3-1 3-2 kick penalties penalty League Cup Championship away-goals rebounds pitcher catcher homer homered baseman shortstop outfielder bullpen strikeouts lineup",
);
