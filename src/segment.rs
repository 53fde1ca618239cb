//! Tokens and sentences.
//!
//! Takes an [`Article`]; gives its [`Text`]: tokens in order, and the sentences and blocks that they form. Example:
//! “Mr. Kim paid $6.5bn.” is one sentence of the tokens `Mr.` `Kim` `paid` `$` `6.5` `bn` `.`
//!
//! Invariant: tokens are not empty, do not overlap, and every character outside them is white space or invisible.

use crate::cut::{has, head, tail};
use crate::word_list::{WordList, is_among};
use crate::{Article, Span};
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with the apostrophes, hyphens and stops that belong to the word: `Hong-chol`, `don’t`, `U.S.`
    Word,
    /// Digits with their separators: `6,500`. A unit or ordinal ending written to it is a token of its own.
    Number,
    /// `’s` at the end of a word.
    Possessive,
    /// A quotation mark of any kind, including an apostrophe that may be one.
    Quote,
    /// A dash with or without spaces, not a hyphen inside a word.
    Dash,
    /// Any other sign, one character each.
    Mark,
}

/// A word, number or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// A sentence, or a heading without a stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to the end of its last one.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The block that it stands in: an index into [`Article::blocks`].
    pub block: usize,
}

/// An article, segmented.
#[derive(Debug)]
pub struct Text<'a> {
    /// What was segmented.
    pub article: &'a Article,
    /// The article's text in small letters, where each takes as many bytes as its capital: so no rule makes a string to look a
    /// word up.
    lower: String,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order; each token stands in one.
    pub sentences: Vec<Sentence>,
}

impl<'a> Text<'a> {
    /// Segments an article.
    pub fn new(article: &'a Article) -> Self {
        let lower = article.text().chars().map(small).collect();
        let mut text = Text { article, lower, tokens: Vec::new(), sentences: Vec::new() };
        for (index, block) in article.blocks().iter().enumerate() {
            let first = text.tokens.len();
            tokenize(article.text(), block.span, &mut text.tokens);
            text.cut_sentences(first, index);
        }
        text
    }

    /// The words of a token; empty for an index out of range.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.span.of(self.article.text()))
    }

    /// The words of a token in small letters; empty for an index out of range.
    #[inline(never)]
    pub fn lower(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.span.of(&self.lower))
    }

    /// Whether the words of a token are one of a few, parted by blanks.
    #[inline(never)]
    pub(crate) fn is(&self, token: usize, few: &str) -> bool {
        is_among(self.word(token), few)
    }

    /// The same of its words in small letters.
    #[inline(never)]
    pub(crate) fn is_lower(&self, token: usize, few: &str) -> bool {
        is_among(self.lower(token), few)
    }

    /// Whether a token is of a kind; none is, for an index out of range.
    #[inline(never)]
    pub(crate) fn is_kind(&self, token: usize, kind: TokenKind) -> bool {
        self.tokens.get(token).is_some_and(|token| token.kind == kind)
    }

    /// Whether a token begins with a capital.
    #[inline(never)]
    pub(crate) fn is_capital(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// Where a token begins; at the end of the text for an index out of range.
    #[inline(never)]
    pub(crate) fn start(&self, token: usize) -> usize {
        self.tokens.get(token).map_or(self.lower.len(), |token| token.span.start)
    }

    /// Where a token ends; at the end of the text for an index out of range.
    #[inline(never)]
    pub(crate) fn end(&self, token: usize) -> usize {
        self.tokens.get(token).map_or(self.lower.len(), |token| token.span.end)
    }

    /// The span from the first to the last of some tokens.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            _ => Span::new(0, 0),
        }
    }

    /// The tokens that lie within a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }

    /// The sentence that a token stands in: an index into `sentences`.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token)
    }

    fn cut_sentences(&mut self, first: usize, block: usize) {
        let mut start = first;
        for token in first..self.tokens.len() {
            if self.ends_sentence(token) {
                self.push_sentence(start..token + 1, block);
                start = token + 1;
            }
        }
        self.push_sentence(start..self.tokens.len(), block);
    }

    fn push_sentence(&mut self, tokens: Range<usize>, block: usize) {
        if !tokens.is_empty() {
            self.sentences.push(Sentence { span: self.span(tokens.clone()), tokens, block });
        }
    }

    /// Whether the next token, in the same block, begins a sentence.
    fn ends_sentence(&self, token: usize) -> bool {
        let Some(next) = self.tokens.get(token + 1) else { return false };
        let stop = self.stop_before(token);
        let spaced = self.tokens[token].span.end < next.span.start;
        match stop {
            Some(Stop::Sure) => spaced && !self.closes(token + 1) && begins_sentence(self.word(token + 1)),
            Some(Stop::Abbreviation) => STARTERS.contains(self.word(token + 1)),
            None => false,
        }
    }

    /// The stop that `token` is, or closes by a quotation mark or bracket.
    fn stop_before(&self, token: usize) -> Option<Stop> {
        let mut at = token;
        while at > 0 && token - at < CLOSING && self.closes(at) {
            at -= 1;
        }
        match self.word(at) {
            "." | "!" | "?" | "…" | "。" | "！" | "？" => Some(Stop::Sure),
            word if at == token && is_dotted(word) => Some(Stop::Abbreviation),
            _ => None,
        }
    }

    /// Whether a token closes what stands before it: a mark written to the token on its left.
    fn closes(&self, token: usize) -> bool {
        let written_to_left = token > 0 && self.tokens[token - 1].span.end == self.tokens[token].span.start;
        written_to_left && (self.is_kind(token, TokenKind::Quote) || self.is(token, ") ]"))
    }
}

/// A letter's small form, where that is one letter as long.
fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    let mut small = letter.to_lowercase();
    small.next().filter(|c| small.next().is_none() && c.len_utf8() == letter.len_utf8()).unwrap_or(letter)
}

/// The most quotation marks and brackets that close one sentence.
const CLOSING: usize = 6;

enum Stop {
    Sure,
    Abbreviation,
}

fn begins_sentence(word: &str) -> bool {
    word.chars().next().is_some_and(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ')' | ']' | '.' | '…'))
}

/// `U.S.` and `a.m.` may end a sentence; `Mr.` never does.
fn is_dotted(word: &str) -> bool {
    word.len() > 2 && word.ends_with('.') && has(head(word, word.len() - 1), b'.')
}

/// Words that begin a sentence after a dotted abbreviation far more often than they go on with it.
static STARTERS: WordList = WordList::new(
    "The A An He She It They We I You In On At But And This That His Her Their Its There As For When While After \
     Before If So Yet Some Many",
);

/// Abbreviations that keep their stop and do not end a sentence.
static ABBREVIATIONS: WordList = WordList::new(
    "Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cmdr Sgt Adm Sen Rep Gov Rev Hon Pres St Mt Ft Jr Sr vs v No Nos Jan \
     Feb Mar Apr Aug Sept Sep Oct Nov Dec approx est Ave Blvd Rd Bros Calif Conn Fla Ga Ill Mass Mich Minn Pa Tenn Va \
     Wash Wis Tex Okla Ore Ariz Ala Ark Del Md Mo Mont Neb Nev",
);

fn tokenize(text: &str, block: Span, tokens: &mut Vec<Token>) {
    let mut at = block.start;
    while let Some(c) = Span::new(at, block.end).of(text).chars().next() {
        let rest = Span::new(at, block.end).of(text);
        let (kind, len) = match c {
            c if c.is_whitespace() || is_invisible(c) => {
                at += c.len_utf8();
                continue;
            }
            c if c.is_ascii_digit() => (TokenKind::Number, number_len(rest)),
            c if c.is_alphanumeric() => (TokenKind::Word, word_len(rest)),
            '\'' | '’' if follows_word(tokens, at) && possessive_len(rest) > 0 => {
                (TokenKind::Possessive, possessive_len(rest))
            }
            c if is_quote(c) => (TokenKind::Quote, c.len_utf8()),
            '–' | '—' | '―' => (TokenKind::Dash, c.len_utf8()),
            '-' => (TokenKind::Dash, rest.len() - rest.trim_start_matches('-').len()),
            _ => (TokenKind::Mark, c.len_utf8()),
        };
        tokens.push(Token { span: Span::new(at, at + len), kind });
        at += len;
    }
}

fn follows_word(tokens: &[Token], at: usize) -> bool {
    tokens.last().is_some_and(|token| token.span.end == at && matches!(token.kind, TokenKind::Word | TokenKind::Number))
}

fn possessive_len(rest: &str) -> usize {
    let mut chars = rest.chars();
    let len = chars.next().map_or(0, char::len_utf8);
    let ends = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    if matches!(chars.next(), Some('s' | 'S')) && ends(chars.next()) { len + 1 } else { 0 }
}

fn number_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let goes_on = c.is_ascii_digit() || (matches!(c, ',' | '.') && chars.peek().is_some_and(char::is_ascii_digit));
        if !goes_on {
            break;
        }
        len += c.len_utf8();
    }
    len
}

fn word_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let goes_on = match c {
            c if c.is_alphanumeric() || is_invisible(c) || is_combining(c) => true,
            '\'' | '’' => possessive_len(tail(rest, len)) == 0 && chars.peek().is_some_and(|c| c.is_alphabetic()),
            '-' | '‐' | '‑' | '&' | '·' => chars.peek().is_some_and(|c| c.is_alphanumeric()),
            '.' => stop_belongs(head(rest, len), chars.peek().copied()),
            _ => false,
        };
        if !goes_on {
            break;
        }
        len += c.len_utf8();
    }
    len
}

/// Whether a stop after `word` belongs to it: initials, `U.S.`, `a.m.`, known abbreviations.
fn stop_belongs(word: &str, next: Option<char>) -> bool {
    let last = word.rsplit('.').next().unwrap_or(word);
    let mut letters = last.chars();
    let single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    let dotted = has(word, b'.');
    let next_letter = next.is_some_and(char::is_alphabetic);
    (single && (next_letter || dotted || last.chars().all(char::is_uppercase) && word != "I"))
        || (!dotted && ABBREVIATIONS.contains(word) && !next_letter)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Characters that take no room: soft hyphen, zero-width space and joiners, byte order mark, bidirectional controls.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a character is a quotation mark in some language.
pub fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let article = Article::from_text(text);
        let text = Text::new(&article);
        let sentence = |s: &Sentence| s.tokens.clone().map(|t| text.word(t)).collect::<Vec<_>>().join(" ");
        let sentences: Vec<_> = text.sentences.iter().map(sentence).collect();
        assert_eq!(sentences.join(" | "), expected);
    }

    #[test]
    fn tokens_and_sentences() {
        check("Mr. Kim paid $6.5bn. He left.", "Mr. Kim paid $ 6.5 bn . | He left .");
        check("Ukraine’s east and the People's Republic.", "Ukraine ’s east and the People 's Republic .");
        check("It is 6,500km (4,000 miles) away.", "It is 6,500 km ( 4,000 miles ) away .");
        check("“We will,” he said. “Now.” Then he left.", "“ We will , ” he said . | “ Now . ” | Then he left .");
        check("J. K. Rowling met George W. Bush.", "J. K. Rowling met George W. Bush .");
        check("The U.S. Army left at 5 p.m. The end.", "The U.S. Army left at 5 p.m. | The end .");
        check("Sin Hong-chol – don’t ask – left.", "Sin Hong-chol – don’t ask – left .");
        check("the 1990s’ end, the workers’ rights", "the 1990 s ’ end , the workers ’ rights");
        check("Really?! “Yes!” she said.", "Really ? ! | “ Yes ! ” she said .");
        check("", "");
    }
}
