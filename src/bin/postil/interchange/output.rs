//! Notes as JSON.
//!
//! Takes an article's notes; gives their interchange form. Example: a mention becomes
//! `{"start":0,"end":4,"type":"LOC","text":"Kyiv","entity":"Q1899","rule":"pack"}`.
//!
//! Invariant: an entity is named by its pack's identifier, or by its name where only the text knows it.

use super::names::Names;
use postil::{
    Article, Attribution, Knowledge, LinkedData, Mention, MentionSense, NameType, Notes, QuoteKind, Relay, Rule, Span,
    card::Agreement,
    claim::{Answer, Arithmetic, Claim, ClaimKind, Figure, Property},
    offsets::{Unit, convert},
    pack::ReviewRecord,
    review::ReviewMatch,
};
use serde::Serialize;
use serde_json::{Map, Value};

/// The notes of one article.
#[derive(Serialize)]
pub(crate) struct Output {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    more: Map<String, Value>,
    entities: Vec<OutputMention>,
    /// What somebody said.
    quotes: Vec<OutputQuote>,
    /// Words that marks keep at a distance: nobody's speech, though the text may tell whose term they are.
    terms: Vec<OutputQuote>,
    claims: Vec<OutputClaim>,
    /// Sentences that state what others have checked; absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reviews: Vec<OutputReview>,
    /// The same in schema.org's words, if asked for.
    #[serde(rename = "jsonLd", skip_serializing_if = "Option::is_none")]
    pub(crate) json_ld: Option<LinkedData>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutputMention {
    #[serde(flatten)]
    span: Span,
    #[serde(rename = "type")]
    name_type: NameType,
    text: String,
    entity: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sense: Option<MentionSense>,
    rule: Rule,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    or_else: Vec<String>,
}

#[derive(Serialize)]
struct OutputQuote {
    #[serde(flatten)]
    span: Span,
    kind: QuoteKind,
    #[serde(serialize_with = "pairs")]
    content: Vec<Span>,
    speaker: Option<Span>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unnamed: bool,
    cue: Option<Span>,
    setting: Option<Span>,
    when: Option<Span>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    chain: Vec<OutputRelay>,
}

/// Somebody whose words the speaker passes on.
#[derive(Serialize)]
struct OutputRelay {
    speaker: Span,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    speakers: Vec<String>,
    cue: Span,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutputClaim {
    #[serde(flatten)]
    span: Span,
    kind: ClaimKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    predicate: Option<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<Span>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<Span>,
    /// Whose words it stands in, as in `speakers` of a quotation; empty where the source is not named. Without it the article states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated_by: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<OutputAnswer>,
}

#[derive(Serialize)]
#[serde(tag = "check", rename_all = "camelCase", rename_all_fields = "camelCase")]
enum OutputAnswer {
    Order { after: Vec<String>, list: Option<String>, place: Option<usize>, verdict: Agreement },
    Tally { list: Option<String>, listed: usize, verdict: Agreement },
    Day { date: String },
    Weekday { date: String, stated: Span },
    Arithmetic(Arithmetic),
    Fact { entity: Option<String>, property: Property },
    Elsewhere { at: Span, figure: Figure },
    Conversion { stated: Figure, computed: f64, verdict: Agreement },
}

/// A sentence, and what was published on it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutputReview {
    #[serde(flatten)]
    span: Span,
    reviews: Vec<OutputCheck>,
    /// As of a claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated_by: Option<Vec<String>>,
    /// Whether one of them names this article's address.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    by_address: bool,
}

/// A published fact-check, in its publisher's words.
#[derive(Serialize)]
struct OutputCheck {
    claim: String,
    verdict: String,
    publisher: String,
    url: String,
    date: Option<String>,
}

/// Spans as pairs: `[[start, end], …]`.
fn pairs<S: serde::Serializer>(spans: &[Span], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(spans.iter().map(|span| [span.start, span.end]))
}

/// The notes' interchange form, with offsets in bytes; `more` passes through.
pub(crate) fn output(article: &Article, notes: &Notes, knowledge: &Knowledge, mut more: Map<String, Value>) -> Output {
    ["entities", "quotes", "terms", "claims", "reviews", "jsonLd"].iter().for_each(|key| drop(more.remove(*key)));
    let names = Names { notes, knowledge };
    let attributions = |wanted: fn(QuoteKind) -> bool| {
        notes.attributions.iter().filter(|one| wanted(one.kind)).map(|one| quote(one, &names)).collect()
    };
    Output {
        id: more.remove("id"),
        more,
        entities: notes.mentions.iter().map(|one| mention(one, article, &names)).collect(),
        quotes: attributions(|kind| kind != QuoteKind::Scare),
        terms: attributions(|kind| kind == QuoteKind::Scare),
        claims: notes.claims.iter().map(|one| claim(one, &names)).collect(),
        reviews: notes.reviews.iter().map(|one| review(one, &names)).collect(),
        json_ld: None,
    }
}

fn mention(mention: &Mention, article: &Article, names: &Names) -> OutputMention {
    let own_type = names.entity(mention.entity).map_or(NameType::Misc, |entity| entity.name_type);
    OutputMention {
        span: mention.span,
        name_type: if mention.sense == MentionSense::Demonym { NameType::Misc } else { own_type },
        text: mention.span.of(article.text()).to_owned(),
        entity: names.of(mention.entity).unwrap_or_default(),
        sense: Some(mention.sense).filter(|sense| *sense != MentionSense::Itself),
        rule: mention.rule,
        or_else: mention.or_else.iter().filter_map(|other| names.known(*other)).collect(),
    }
}

fn quote(attribution: &Attribution, names: &Names) -> OutputQuote {
    OutputQuote {
        span: attribution.content.iter().copied().reduce(Span::cover).unwrap_or(Span::new(0, 0)),
        kind: attribution.kind,
        content: attribution.content.clone(),
        speaker: attribution.source,
        speakers: names.all(&attribution.speakers),
        unnamed: attribution.unnamed,
        cue: attribution.cue,
        setting: attribution.setting,
        when: attribution.when,
        chain: attribution.chain.iter().map(|relay| relayed(relay, names)).collect(),
    }
}

fn relayed(relay: &Relay, names: &Names) -> OutputRelay {
    OutputRelay { speaker: relay.source, speakers: names.all(&relay.speakers), cue: relay.cue }
}

fn claim(claim: &Claim, names: &Names) -> OutputClaim {
    let stated = &claim.stated;
    OutputClaim {
        span: claim.span,
        kind: claim.kind,
        subject: stated.subject.and_then(|subject| names.of(subject)),
        predicate: stated.predicate,
        set: stated.set,
        rank: stated.rank,
        value: stated.value,
        base: stated.base,
        time: stated.time,
        stated_by: names.said_by(claim.attribution),
        answer: claim.answer.as_ref().map(|given| answer(given, names)),
    }
}

fn review(found: &ReviewMatch, names: &Names) -> OutputReview {
    let records = found.reviews.iter().filter_map(|&index| names.knowledge.review(index));
    let check = |record: ReviewRecord| OutputCheck {
        claim: record.claim.to_owned(),
        verdict: record.verdict.to_owned(),
        publisher: record.publisher.to_owned(),
        url: record.url.to_owned(),
        date: record.date.map(str::to_owned),
    };
    OutputReview {
        span: found.span,
        reviews: records.map(check).collect(),
        stated_by: names.said_by(found.attribution),
        by_address: found.by_address,
    }
}

fn answer(answer: &Answer, names: &Names) -> OutputAnswer {
    let list_id = |index: usize| names.knowledge.list(index).map(|list| list.id.to_owned());
    match answer {
        Answer::Order { after, list, place, verdict } => OutputAnswer::Order {
            after: names.all(after),
            list: list.and_then(list_id),
            place: place.map(|place| place + 1),
            verdict: *verdict,
        },
        Answer::Tally { list, places, verdict } => {
            OutputAnswer::Tally { list: list_id(*list), listed: places.len(), verdict: *verdict }
        }
        Answer::Day(date) => OutputAnswer::Day { date: date.to_string() },
        &Answer::Weekday { date, stated } => OutputAnswer::Weekday { date: date.to_string(), stated },
        Answer::Arithmetic(arithmetic) => OutputAnswer::Arithmetic(arithmetic.clone()),
        &Answer::Fact { entity, property } => OutputAnswer::Fact { entity: names.of(entity), property },
        &Answer::Elsewhere { at, figure } => OutputAnswer::Elsewhere { at, figure },
        &Answer::Conversion { stated, computed, verdict } => OutputAnswer::Conversion { stated, computed, verdict },
    }
}

impl Output {
    /// Turns all offsets from bytes into another unit.
    pub(crate) fn convert(&mut self, text: &str, unit: Unit) {
        let mut spans = self.spans();
        let mut offsets: Vec<usize> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
        convert(text, Unit::Byte, unit, &mut offsets);
        for (span, pair) in spans.iter_mut().zip(offsets.chunks_exact(2)) {
            **span = Span::new(pair[0], pair[1]);
        }
    }

    fn spans(&mut self) -> Vec<&mut Span> {
        let mut spans: Vec<&mut Span> = self.entities.iter_mut().map(|mention| &mut mention.span).collect();
        for OutputQuote { span, content, speaker, cue, setting, when, chain, .. } in
            self.quotes.iter_mut().chain(&mut self.terms)
        {
            spans.push(span);
            spans.extend(content);
            spans.extend([speaker, cue, setting, when].into_iter().flatten());
            spans.extend(chain.iter_mut().flat_map(|relay| [&mut relay.speaker, &mut relay.cue]));
        }
        for OutputClaim { span, predicate, set, time, answer, .. } in &mut self.claims {
            spans.push(span);
            spans.extend([predicate, set, time].into_iter().flatten());
            if let Some(OutputAnswer::Elsewhere { at: span, .. } | OutputAnswer::Weekday { stated: span, .. }) = answer
            {
                spans.push(span);
            }
        }
        spans.extend(self.reviews.iter_mut().map(|review| &mut review.span));
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use postil::Entity;
    use postil::claim::Stated;
    use serde_json::json;

    /// “Kyiv” at 4 bytes, 2 UTF-16 units, 1 code point.
    const TEXT: &str = "😀Kyiv said “no”.";

    fn notes() -> Notes {
        let entity = |name: &str| Entity {
            name: name.to_owned(),
            name_type: NameType::Loc,
            known: None,
            role: None,
            country: None,
        };
        let mention = |sense| Mention { span: Span::new(4, 8), entity: 0, sense, rule: Rule::Role, or_else: vec![] };
        let quote = Attribution {
            kind: QuoteKind::Mixed,
            content: vec![Span::new(14, 22)],
            source: Some(Span::new(4, 8)),
            speakers: vec![0],
            unnamed: false,
            cue: None,
            setting: None,
            when: None,
            chain: vec![],
        };
        let ordinal = Claim {
            span: Span::new(0, 8),
            kind: ClaimKind::Ordinal,
            stated: Stated { subject: Some(0), predicate: Some(Span::new(4, 8)), rank: Some(3), ..Stated::default() },
            attribution: Some(0),
            answer: Some(Answer::Order { after: vec![0], list: None, place: None, verdict: Agreement::Open }),
        };
        Notes {
            entities: vec![entity("Kyiv")],
            mentions: vec![mention(MentionSense::Itself), mention(MentionSense::Demonym)],
            attributions: vec![quote],
            claims: vec![ordinal],
            ..Notes::default()
        }
    }

    fn written(unit: Unit) -> Value {
        let article = Article::from_text(TEXT);
        let mut output = output(&article, &notes(), &Knowledge::new(), Map::new());
        output.convert(TEXT, unit);
        serde_json::to_value(output).expect("JSON")
    }

    #[test]
    fn notes_are_written_in_the_interchange_form() {
        let expected = json!({
            "entities": [
                {"start": 1, "end": 5, "type": "LOC", "text": "Kyiv", "entity": "Kyiv", "rule": "role"},
                {"start": 1, "end": 5, "type": "MISC", "text": "Kyiv", "entity": "Kyiv", "sense": "demonym", "rule": "role"},
            ],
            "quotes": [{
                "start": 11, "end": 15, "kind": "mixed", "content": [[11, 15]], "speaker": {"start": 1, "end": 5},
                "speakers": ["Kyiv"], "cue": null, "setting": null, "when": null,
            }],
            "terms": [],
            "claims": [{
                "start": 0, "end": 5, "kind": "ordinal", "subject": "Kyiv", "predicate": {"start": 1, "end": 5}, "rank": 3,
                "statedBy": ["Kyiv"], "answer": {"check": "order", "after": ["Kyiv"], "list": null, "place": null, "verdict": "open"},
            }],
        });
        assert_eq!(written(Unit::CodePoint), expected);
    }

    #[test]
    fn offsets_count_what_was_asked_for() {
        let place = |unit| (written(unit)["quotes"][0]["content"].clone(), written(unit)["entities"][0]["end"].clone());
        assert_eq!(place(Unit::Byte), (json!([[14, 22]]), json!(8)));
        assert_eq!(place(Unit::Utf16), (json!([[12, 16]]), json!(6)));
    }
}
