//! Which quotation mark opens, which one closes, and which is none.
//!
//! Takes the segmented text; gives its outermost [`Quotation`]s in order. Example: in “the ’90s were ‘fun’ for them,” the
//! two double marks form one quotation; the apostrophe is left alone and the inner pair belongs to the outer one.
//!
//! Invariant: quotations do not overlap, each lies within one block, and the work is linear in the number of marks.

use crate::segment::{Text, TokenKind};
use crate::word_list::{WordList, lower_case};
use std::ops::Range;

/// Words between quotation marks, within one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// From the opening mark to the closing one, both included; to the end of the block where that is missing.
    pub(super) tokens: Range<usize>,
    /// How many tokens the opening mark takes: two where it is written `''`.
    pub(super) mark_len: usize,
    /// Whether the closing mark is there.
    pub(super) closed: bool,
    /// Whether it goes on with the quotation before it, which its block left open.
    pub(super) continues: bool,
}

impl Quotation {
    /// The tokens between the marks.
    pub(super) fn inside(&self) -> Range<usize> {
        let end = self.tokens.end - if self.closed { self.mark_len } else { 0 };
        let start = self.tokens.start + self.mark_len;
        start..end.max(start)
    }
}

/// The outermost quotations of a text.
pub(super) fn quotations(text: &Text) -> Vec<Quotation> {
    let blocks = blocks(text);
    let mut all: Vec<Quotation> = Vec::new();
    let mut awaited = None;
    for (index, tokens) in blocks.iter().enumerate() {
        let next_opener = blocks.get(index + 1).and_then(|next| mark_at(text, next.clone(), next.start));
        let found = Pairing::new(text, tokens.clone(), next_opener.filter(|mark| mark.opens)).run();
        let first = all.len();
        all.extend(found.quotations);
        if let Some(first) = all.get_mut(first) {
            first.continues = awaited.is_some() && first.tokens.start == tokens.start;
        }
        awaited = found.left_open;
    }
    all
}

/// The tokens of each block that has any.
pub(super) fn blocks(text: &Text) -> Vec<Range<usize>> {
    let same = text.sentences.chunk_by(|a, b| a.block == b.block);
    same.filter_map(|block| Some(block.first()?.tokens.start..block.last()?.tokens.end)).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
}

const FAMILIES: usize = 6;

#[derive(Clone, Copy, Debug)]
struct Mark {
    token: usize,
    len: usize,
    family: Family,
    opens: bool,
    closes: bool,
    /// Stands after a plural, where it may be a possessive's apostrophe.
    after_plural: bool,
}

fn family_of(sign: char) -> Option<Family> {
    Some(match sign {
        '"' | '“' | '”' | '„' | '‟' | '＂' => Family::Double,
        '\'' | '‘' | '’' | '‚' | '‛' => Family::Single,
        '«' | '»' => Family::Guillemet,
        '‹' | '›' => Family::SingleGuillemet,
        '「' | '」' => Family::Corner,
        '『' | '』' => Family::WhiteCorner,
        _ => return None,
    })
}

/// The mark that begins at a token of a block, unless it is an apostrophe or a unit.
fn mark_at(text: &Text, block: Range<usize>, token: usize) -> Option<Mark> {
    let first = text.tokens.get(token).filter(|first| first.kind == TokenKind::Quote)?;
    let touches = |next: usize| text.tokens.get(next).is_some_and(|next| next.span.start == first.span.end);
    let sign = text.word(token).chars().next()?;
    let doubled = sign == '\'' && token + 1 < block.end && text.is(token + 1, "'") && touches(token + 1);
    let len = if doubled { 2 } else { 1 };
    let family = if doubled { Family::Double } else { family_of(sign)? };
    let around = Around::of(text, block, token, len);
    let apostrophe = family == Family::Single && around.is_elision(text, token);
    if apostrophe || around.is_unit(text, token, sign, family) {
        return None;
    }
    let (opens, closes) = around.roles(sign, family);
    Some(Mark { token, len, family, opens, closes, after_plural: around.after_plural })
}

/// What stands directly at a mark's two sides.
struct Around {
    before: Option<char>,
    after: Option<char>,
    after_number: bool,
    after_plural: bool,
}

impl Around {
    fn of(text: &Text, block: Range<usize>, token: usize, len: usize) -> Self {
        let whole = text.article.text();
        let span = text.span(token..token + len);
        let before = whole.get(..span.start).filter(|_| token > block.start).and_then(|left| left.chars().next_back());
        let after = whole.get(span.end..).filter(|_| token + len < block.end).and_then(|right| right.chars().next());
        let touching = token.checked_sub(1).and_then(|left| text.tokens.get(left)).filter(|l| l.span.end == span.start);
        let after_number = touching.is_some_and(|left| left.kind == TokenKind::Number);
        let word = touching.filter(|left| matches!(left.kind, TokenKind::Word | TokenKind::Number));
        let after_plural = word.is_some_and(|left| left.span.of(whole).ends_with(['s', 'S', 'z', 'x']));
        Self { before, after, after_number, after_plural }
    }

    fn roles(&self, sign: char, family: Family) -> (bool, bool) {
        let free_left =
            self.before.is_none_or(|c| c.is_whitespace() || is_bracket_or_dash(c) || crate::segment::is_quote(c));
        let opens = free_left && self.after.is_some_and(|c| !c.is_whitespace());
        let closes = self.before.is_some_and(|c| !c.is_whitespace()) && self.after.is_none_or(|c| !c.is_alphanumeric());
        match sign {
            '“' | '‘' | '‛' | '‟' => (opens || !closes, !opens && closes),
            '”' => (opens && !closes, closes || !opens),
            '’' => (false, closes),
            '„' | '‚' | '「' | '『' => (true, false),
            '」' | '』' => (false, true),
            '«' | '‹' => (!closes || free_left, closes && !free_left),
            '»' | '›' if self.after.is_some_and(char::is_alphanumeric) => (opens, !opens),
            '»' | '›' => (false, true),
            _ if family == Family::Single => (opens && self.after.is_some_and(|c| !c.is_ascii_punctuation()), closes),
            _ => (opens, closes),
        }
    }

    /// `’90s`, `’tis`: a letter or digit left out.
    fn is_elision(&self, text: &Text, token: usize) -> bool {
        let touches = self.after.is_some_and(char::is_alphanumeric);
        let is_year = || {
            let decade = text.tokens.get(token + 1).zip(text.tokens.get(token + 2));
            let written = decade.is_some_and(|(number, s)| number.span.end == s.span.start);
            text.word(token + 1).len() == 2 && written && text.is(token + 2, "s")
        };
        touches && (is_year() || ELISIONS.contains(&lower_case(text.word(token + 1))))
    }

    /// `6'2"`: feet and inches. A mark after a number may also close, so only the full pattern or a free mark counts.
    fn is_unit(&self, text: &Text, token: usize, sign: char, family: Family) -> bool {
        let straight = matches!(sign, '\'' | '"' | '’' | '”');
        let feet = family == Family::Single && self.after.is_some_and(|c| c.is_ascii_digit());
        let inches = family == Family::Double && token > 1 && text.is(token - 2, "' ’");
        straight && self.after_number && (feet || inches)
    }
}

/// Words that begin with an apostrophe.
static ELISIONS: WordList = WordList::new("tis twas em til cause bout n round cos im");

fn is_bracket_or_dash(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '―' | '/' | '¿' | '¡')
}

struct Found {
    quotations: Vec<Quotation>,
    left_open: Option<Family>,
}

/// The pairing of one block's marks.
struct Pairing {
    marks: Vec<Mark>,
    tokens: Range<usize>,
    next_opener: Option<Family>,
    /// The marks that are open, outermost first.
    open: Vec<Mark>,
    open_of: [usize; FAMILIES],
    /// The latest token at which a pair of a family opened.
    paired: [Option<usize>; FAMILIES],
    pairs: Vec<Quotation>,
}

impl Pairing {
    fn new(text: &Text, tokens: Range<usize>, next_opener: Option<Mark>) -> Self {
        let mut marks = Vec::new();
        let mut token = tokens.start;
        while token < tokens.end {
            let mark = mark_at(text, tokens.clone(), token);
            token += mark.map_or(1, |mark| mark.len);
            marks.extend(mark);
        }
        let next_opener = next_opener.map(|mark| mark.family);
        let (open, pairs) = (Vec::new(), Vec::new());
        Self { marks, tokens, next_opener, open, open_of: [0; FAMILIES], paired: [None; FAMILIES], pairs }
    }

    fn run(mut self) -> Found {
        self.settle_possessives();
        for mark in std::mem::take(&mut self.marks) {
            self.step(mark);
        }
        let left_open = self.leave_open();
        crate::order::sort_by(&mut self.pairs, |pair| (pair.tokens.start, 0));
        let mut reached = 0;
        self.pairs.retain(|pair| {
            let outermost = pair.tokens.start >= reached;
            reached = reached.max(pair.tokens.end);
            outermost
        });
        Found { quotations: self.pairs, left_open }
    }

    /// `the workers’ rights were ignored,’`: an apostrophe after a plural closes only if nothing later does.
    fn settle_possessives(&mut self) {
        let mut closed_later = false;
        for mark in self.marks.iter_mut().rev().filter(|mark| mark.family == Family::Single) {
            if mark.opens {
                closed_later = false;
            } else if mark.after_plural && closed_later {
                mark.closes = false;
            } else {
                closed_later = true;
            }
        }
    }

    fn step(&mut self, mark: Mark) {
        let is_open = self.open_of[mark.family as usize] > 0;
        match (mark.opens, mark.closes) {
            (true, false) => self.open(mark),
            (true, true) if !is_open => self.open(mark),
            (true | false, true) if is_open => self.close(mark),
            (false, false) if mark.family == Family::Double && is_open => self.close(mark),
            (false, false) if mark.family == Family::Double => self.open(mark),
            _ => {}
        }
    }

    fn open(&mut self, mark: Mark) {
        self.open_of[mark.family as usize] += 1;
        self.open.push(mark);
    }

    /// Closes the innermost open mark of the family; what was opened inside and not closed was no quotation mark.
    fn close(&mut self, mark: Mark) {
        while let Some(open) = self.open.pop() {
            self.open_of[open.family as usize] -= 1;
            if open.family == mark.family {
                let paired = &mut self.paired[mark.family as usize];
                *paired = (*paired).max(Some(open.token));
                self.pair(open, mark.token + mark.len, true);
                return;
            }
        }
    }

    fn pair(&mut self, open: Mark, end: usize, closed: bool) {
        // A closing mark may be shorter than the opening one; the shorter counts, so that no word is lost.
        self.pairs.push(Quotation { tokens: open.token..end, mark_len: open.len, closed, continues: false });
    }

    /// The outermost mark left open runs to the end of the block, unless it looks like a stray one.
    fn leave_open(&mut self) -> Option<Family> {
        let runs_on = |mark: &&Mark| {
            let reopened = self.next_opener == Some(mark.family);
            let holds_pair = self.paired[mark.family as usize] > Some(mark.token);
            reopened || (mark.family != Family::Single && !holds_pair)
        };
        let mark = self.open.iter().find(runs_on).copied()?;
        self.pair(mark, self.tokens.end, false);
        (self.next_opener == Some(mark.family)).then_some(mark.family)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    /// The quotations of a text, joined by ` | `; `…` after one that is left open, `+` before one that goes on.
    fn drawn(text: &str) -> String {
        let article = Article::from_text(text);
        let text = Text::new(&article);
        let draw = |q: &Quotation| {
            let words = text.span(q.tokens.clone()).of(article.text());
            format!("{}{words}{}", if q.continues { "+" } else { "" }, if q.closed { "" } else { "…" })
        };
        quotations(&text).iter().map(draw).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn pairs() {
        let table = [
            ("He said “yes” and \"no\".", "“yes” | \"no\""),
            ("‘The workers’ rights were ignored,’ he said.", "‘The workers’ rights were ignored,’"),
            ("'We don't,' he said of the '90s and 'em.", "'We don't,'"),
            ("The workers' rights and the teams' bus.", ""),
            ("“She said ‘no, never’ to me,” he said.", "“She said ‘no, never’ to me,”"),
            ("A 6'2\" man bought a 12' pole.", ""),
            ("„So ist es“, sagte er. »Nein«, sagte sie.", "„So ist es“ | »Nein«"),
            ("Il a dit « jamais ».", "« jamais »"),
            ("彼は「はい」と言った。", "「はい」"),
            ("''We will,'' he said.", "''We will,''"),
            ("“It never closes, he said.", "“It never closes, he said.…"),
            ("“First.\n“Second.\n“Third,” he said.", "“First.… | +“Second.… | +“Third,”"),
            ("A stray \" mark and “this one”.", "“this one”"),
            ("(“In brackets”) and —“after a dash”—", "“In brackets” | “after a dash”"),
            ("”Swedish,” he said.", "”Swedish,”"),
            ("Nothing here.", ""),
        ];
        for (text, expected) in table {
            assert_eq!(drawn(text), expected, "{text}");
        }
    }

    #[test]
    fn a_hundred_thousand_opening_marks() {
        let article = Article::from_text(&"“a ".repeat(100_000));
        assert_eq!(quotations(&Text::new(&article)).len(), 1);
    }
}
