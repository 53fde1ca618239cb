//! One markup for input and expectation: `[surface](kind#group=entity)`.
//!
//! [`read`] gives the bare text and its marks, [`render`] draws the notes of that text back into it; a case holds when the two
//! give the line it started from. `#1` ties the parts of one attribution, `=Q230 or Q1428` has the runners-up where the text
//! does not decide. A bracket without `](...)` is text.

use postil::{
    Article, Knowledge, MentionSense, NameType, Notes, QuoteKind, Span,
    claim::{Answer, Arithmetic, Claim},
};

/// The text without its marks, and the marks: what each covers in that text, and its label without the brackets.
pub(crate) fn read(marked: &str) -> (String, Vec<(Span, String)>) {
    let mut out = String::with_capacity(marked.len());
    let mut marks = Vec::new();
    let mut open = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match (c, label_len(rest)) {
            (']', Some(len)) if !open.is_empty() => {
                let at: usize = open.pop().expect("checked above");
                out.remove(at);
                shift(&mut marks, at);
                marks.push((Span::new(at, out.len()), rest[1..len - 1].to_owned()));
                rest = &rest[len..];
            }
            _ => {
                if c == '[' {
                    open.push(out.len());
                }
                out.push(c);
            }
        }
    }
    (out, marks)
}

/// A bracket was taken out at `at`: the marks behind it move up.
fn shift(marks: &mut [(Span, String)], at: usize) {
    for (span, _) in marks.iter_mut().filter(|(span, _)| span.start > at) {
        *span = Span::new(span.start - 1, span.end - 1);
    }
}

/// The length of a label such as `(loc=Q212)` at the start of `rest`.
fn label_len(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('(')?;
    let end = inner.find(')')?;
    let kind = inner[..end].split(['#', '=']).next()?;
    let is_kind = !kind.is_empty() && kind.chars().all(|c| c.is_ascii_lowercase() || c == '.');
    is_kind.then_some(end + 2)
}

/// Which findings a case shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Only {
    All,
    Names,
    Quotes,
    Claims,
}

/// The text with its notes drawn into it.
pub(crate) fn render(article: &Article, notes: &Notes, knowledge: &Knowledge, only: Only) -> String {
    let mut marks = Vec::new();
    let shows = |kind| only == Only::All || only == kind;
    if shows(Only::Claims) {
        marks.extend(claims(notes, knowledge));
    }
    if shows(Only::Quotes) {
        marks.extend(attributions(notes, knowledge));
    }
    if shows(Only::Names) {
        marks.extend(names(notes, knowledge));
    }
    draw(article.text(), marks)
}

fn draw(text: &str, mut marks: Vec<(Span, String)>) -> String {
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    for (i, (a, label)) in marks.iter().enumerate() {
        if let Some((b, other)) = marks[i..].iter().find(|(b, _)| a.crosses(*b)) {
            panic!("`{}` ({label}) crosses `{}` ({other})", a.of(text), b.of(text));
        }
    }
    let mut edges: Vec<(usize, String)> = Vec::new();
    let mut open: Vec<(Span, String)> = Vec::new();
    let close = |(span, label): (Span, String), edges: &mut Vec<_>| edges.push((span.end, format!("]({label})")));
    for (span, label) in marks {
        while open.last().is_some_and(|(outer, _)| outer.end <= span.start) {
            close(open.pop().expect("checked above"), &mut edges);
        }
        edges.push((span.start, "[".into()));
        open.push((span, label));
    }
    while let Some(mark) = open.pop() {
        close(mark, &mut edges);
    }
    let mut out = text.to_owned();
    for (at, edge) in edges.into_iter().rev() {
        out.insert_str(at, &edge);
    }
    out
}

fn names(notes: &Notes, knowledge: &Knowledge) -> Vec<(Span, String)> {
    let mut marks = Vec::new();
    for (index, entity) in notes.entities.iter().enumerate() {
        if let Some(role) = entity.role {
            marks.push((role, format!("role={}", name_of(notes, knowledge, index))));
        }
    }
    for mention in &notes.mentions {
        let sense = match mention.sense {
            MentionSense::Itself => "",
            MentionSense::Demonym => ".demonym",
            MentionSense::Government => ".government",
        };
        let kind = match notes.entities[mention.entity].name_type {
            NameType::Per => "per",
            NameType::Loc => "loc",
            NameType::Org => "org",
            NameType::Misc => "misc",
        };
        let others = mention.or_else.iter().filter_map(|other| knowledge.entity(*other));
        let others: String = others.map(|other| format!(" or {}", other.id)).collect();
        marks.push((mention.span, format!("{kind}{sense}={}{others}", name_of(notes, knowledge, mention.entity))));
    }
    marks
}

fn attributions(notes: &Notes, knowledge: &Knowledge) -> Vec<(Span, String)> {
    let mut marks = Vec::new();
    for (index, attribution) in notes.attributions.iter().enumerate() {
        let n = index + 1;
        let kind = match attribution.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Scare => "scare",
        };
        marks.extend(attribution.content.iter().map(|span| (*span, format!("{kind}#{n}"))));
        let speakers: Vec<_> = attribution.speakers.iter().map(|&entity| name_of(notes, knowledge, entity)).collect();
        let speaker = if speakers.is_empty() { String::new() } else { format!("={}", speakers.join(" and ")) };
        let source = if attribution.unnamed { "unnamed" } else { "source" };
        marks.extend(attribution.source.map(|span| (span, format!("{source}#{n}{speaker}"))));
        marks.extend(attribution.when.map(|span| (span, format!("when#{n}"))));
        for relay in &attribution.chain {
            marks.extend([(relay.source, format!("relay#{n}")), (relay.cue, format!("cue#{n}"))]);
        }
        marks.extend(attribution.cue.map(|span| (span, format!("cue#{n}"))));
        marks.extend(attribution.setting.map(|span| (span, format!("setting#{n}"))));
    }
    marks
}

fn claims(notes: &Notes, knowledge: &Knowledge) -> Vec<(Span, String)> {
    let label = |claim: &Claim| match &claim.answer {
        Some(Answer::Order { list, verdict, .. }) => {
            let id = list.and_then(|list| knowledge.lists().get(list).map(|list| list.id.to_owned()));
            let (rank, id) = (claim.stated.rank.unwrap_or(0), id.unwrap_or_else(|| "no list".into()));
            format!("ordinal={rank} {id} {verdict:?}").to_lowercase()
        }
        Some(Answer::Tally { list, verdict, .. }) => {
            let id = knowledge.lists().get(*list).map_or("no list", |list| list.id).to_owned();
            format!("{} {id} {verdict:?}", stated(claim)).to_lowercase()
        }
        Some(Answer::Day(date)) => format!("date={date}"),
        Some(Answer::Weekday { date, .. }) => format!("date={date} is {}", date.weekday()).to_lowercase(),
        Some(Answer::Arithmetic(Arithmetic { computed, verdict, .. })) => {
            format!("{} gives {computed:.4} {verdict:?}", stated(claim)).to_lowercase()
        }
        Some(Answer::Fact { entity, property }) => {
            format!("{} {} of {}", stated(claim), property.key(), name_of(notes, knowledge, *entity))
        }
        Some(Answer::Elsewhere { figure, .. }) => format!("{} elsewhere {}", stated(claim), figure.value),
        Some(Answer::Conversion { verdict, .. }) => format!("conversion={verdict:?}").to_lowercase(),
        None => stated(claim),
    };
    notes.claims.iter().map(|claim| (claim.span, label(claim))).collect()
}

/// A claim without an answer: `count=200`, `change=8 %`, `superlative=5`.
fn stated(claim: &Claim) -> String {
    let kind = claim.kind.key();
    let rank = claim.stated.rank.map(|rank| rank.to_string());
    let value = claim.stated.value.map(|figure| format!("{} {}", figure.value, figure.unit).trim_end().to_owned());
    rank.or(value).map_or_else(|| kind.to_owned(), |number| format!("{kind}={number}"))
}

/// The pack's identifier, or the name where only the article knows the entity.
fn name_of(notes: &Notes, knowledge: &Knowledge, entity: usize) -> String {
    let entity = &notes.entities[entity];
    let id = entity.known.and_then(|known| knowledge.entity(known)).map(|record| record.id.to_owned());
    id.unwrap_or_else(|| entity.name.clone())
}
