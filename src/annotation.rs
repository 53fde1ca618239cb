//! What the host gets: the notes of one article.
//!
//! [`annotate`](crate::annotate) gives [`Notes`]: who and what the article names, who said what, which claims can be
//! checked, and the marks that show them. Example: in “Kyiv said so.” one annotation covers “Kyiv”; its body is a mention
//! of the entity Kyiv in the sense of Ukraine's government.
//!
//! Invariant: annotations stand in the order of the text, outer before inner, and no two cross.

use crate::{EntityRef, Span, claim::Claim, review::ReviewMatch};
use serde::Serialize;

/// All that was found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// What to mark, in the order of the text.
    pub annotations: Vec<Annotation>,
    /// Who and what the article names; mentions refer here.
    pub entities: Vec<Entity>,
    /// Where each name stands, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Who said, or called something, what.
    pub attributions: Vec<Attribution>,
    /// What can be checked.
    pub claims: Vec<Claim>,
    /// What was checked by others: sentences that state a reviewed claim, in the order of the text.
    pub reviews: Vec<ReviewMatch>,
}

impl Notes {
    /// An annotation for each claim that none of [`Notes::annotations`] marks, in the order of the text: for lists of claims.
    pub fn unmarked(&self) -> Vec<Annotation> {
        let mut marked = vec![false; self.claims.len()];
        for annotation in &self.annotations {
            if let Body::Claim(index) = annotation.body
                && let Some(marked) = marked.get_mut(index)
            {
                *marked = true;
            }
        }
        let unmarked = self.claims.iter().enumerate().zip(marked).filter(|(_, marked)| !marked);
        let note = |(index, claim): (usize, &Claim)| Annotation {
            spans: vec![claim.span],
            body: Body::Claim(index),
            salience: 0.0,
        };
        unmarked.map(|(claim, _)| note(claim)).collect()
    }
}

/// One mark: the words it covers and what it refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// The words, in order; several where a quotation is interrupted.
    pub spans: Vec<Span>,
    /// What they are.
    pub body: Body,
    /// How much a reader may want it, from 0 to 1.
    pub salience: f32,
}

/// What an annotation refers to: an index into a list of its [`Notes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// `Notes::mentions`
    Mention(usize),
    /// `Notes::attributions`
    Attribution(usize),
    /// `Notes::claims`
    Claim(usize),
    /// `Notes::reviews`
    Review(usize),
}

/// The type of a name, as tagged corpora have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum NameType {
    /// A person.
    Per,
    /// A place, including countries.
    Loc,
    /// An organisation.
    Org,
    /// Any other name: demonyms, events, works.
    Misc,
}

/// Somebody or something that the article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// The fullest name: a pack's, or the longest that the article gives.
    pub name: String,
    /// What kind of name it is.
    pub name_type: NameType,
    /// Its record, where a pack knows it.
    pub known: Option<EntityRef>,
    /// What the article first says it is: the role before its name (“DPR envoy”) or the apposition behind it (“architect from Lund”).
    pub role: Option<Span>,
    /// The country whose body it is, where the article names it by that: of “Ukraine’s foreign ministry” Ukraine.
    pub country: Option<EntityRef>,
}

/// A place in the text where an entity is named.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The name's words.
    pub span: Span,
    /// Whom or what it means: an index into `Notes::entities`.
    pub entity: usize,
    /// In which sense.
    pub sense: MentionSense,
    /// The rule that found it.
    pub rule: Rule,
    /// Other records that the same words may mean, when the text does not decide.
    pub or_else: Vec<EntityRef>,
}

/// In which sense a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MentionSense {
    /// The thing itself.
    Itself,
    /// What belongs to it, or its people: “Ukrainian”.
    Demonym,
    /// A seat of power that stands for its government: “Moscow said”.
    Government,
}

/// The rule by which a mention was found: the answer to “why this mark?”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    /// A pack holds the name.
    Pack,
    /// A role stands before or after it: “DPR envoy Olga Makeyeva”.
    Role,
    /// The article defined it: “Donetsk People's Republic (DPR)”.
    Acronym,
    /// Part of a name that stood before: “Pushilin”.
    ShortForm,
    /// It shares its last words with its neighbour: “Donetsk and Luhansk People's Republics”.
    Coordination,
    /// Its words tell whose it is, and what: “Ukraine's foreign ministry”.
    Chain,
    /// It is written and used as names are: “the Kyiv School of Economics”.
    Wording,
}

/// What kind of quoting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Whole sentences between quotation marks.
    Direct,
    /// Quoted words inside reported speech.
    Mixed,
    /// Reported without quotation marks.
    Indirect,
    /// Marks that keep a term at a distance: no speech.
    Scare,
}

/// Somebody's words, or somebody's term.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// What kind it is.
    pub kind: QuoteKind,
    /// The words, in order: quoted words with their quotation marks, a clause where it is reported.
    pub content: Vec<Span>,
    /// The words that name the speaker.
    pub source: Option<Span>,
    /// Who that is: indices into `Notes::entities`, several where several speak.
    pub speakers: Vec<usize>,
    /// Whether the source keeps its name to itself: “a senior official”.
    pub unnamed: bool,
    /// The verb, or words such as “according to”.
    pub cue: Option<Span>,
    /// Where it was said: “in a statement on its website”.
    pub setting: Option<Span>,
    /// When it was said: “on Wednesday”.
    pub when: Option<Span>,
    /// Whom the source cites in turn, and whom they cite: in “TASS reported that the embassy confirmed …”, the embassy.
    pub chain: Vec<Relay>,
}

impl Attribution {
    /// Whose words they are, as indices into `Notes::entities`: of a chain the last speakers, who said what the others pass on.
    pub fn said_by(&self) -> &[usize] {
        self.chain.last().map_or(&self.speakers, |relay| &relay.speakers)
    }
}

impl Attribution {
    /// Words of which nothing is known but what kind of quoting they are.
    pub fn new(kind: QuoteKind, content: Vec<Span>) -> Self {
        Attribution {
            kind,
            content,
            source: None,
            speakers: Vec::new(),
            unnamed: false,
            cue: None,
            setting: None,
            when: None,
            chain: Vec::new(),
        }
    }
}

/// Somebody whose words another passes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Relay {
    /// The words that name the speaker.
    pub source: Span,
    /// Who that is: indices into `Notes::entities`.
    pub speakers: Vec<usize>,
    /// The verb.
    pub cue: Span,
}
