//! What stands between quotation marks: a day named there is reckoned from the day of the speech, which nobody knows.
//!
//! Takes the segmented text; gives the quoted stretches. Example: in “He said: ‘See you on Friday.’” Friday is quoted.
//!
//! Invariant: in doubt it is quoted: marks that never close hold to the end of their block.

use crate::{BlockKind, Span, segment::Text, segment::TokenKind};

/// The quoted stretches of an article, in order.
pub(in crate::claim) struct Quoted(Vec<Span>);

impl Quoted {
    pub(in crate::claim) fn new(text: &Text) -> Self {
        let mut quoted = Vec::new();
        let mut tokens = text.tokens.iter().enumerate().peekable();
        for block in text.article.blocks() {
            if block.kind == BlockKind::Quote {
                quoted.push(block.span);
            }
            let mut open: Option<(usize, char)> = None;
            while let Some((index, token)) = tokens.next_if(|(_, token)| token.span.start < block.span.end) {
                if token.kind != TokenKind::Quote {
                    continue;
                }
                let sign = text.word(index).chars().next().unwrap_or('"');
                match open {
                    None => open = closer(sign, text, index).map(|closer| (token.span.start, closer)),
                    Some((start, closer)) if sign == closer => {
                        quoted.push(Span::new(start, token.span.end));
                        open = None;
                    }
                    Some(_) => {}
                }
            }
            quoted.extend(open.map(|(start, _)| Span::new(start, block.span.end)));
        }
        Self(quoted)
    }

    pub(in crate::claim) fn holds(&self, span: Span) -> bool {
        let next = self.0.partition_point(|quoted| quoted.start <= span.start);
        next.checked_sub(1).is_some_and(|at| self.0[at].overlaps(span))
    }
}

/// The mark that closes what `sign` opens; none where it opens nothing. A single one opens only after a space.
fn closer(sign: char, text: &Text, token: usize) -> Option<char> {
    let spaced = token == 0 || text.end(token - 1) < text.start(token);
    let written_on = text.tokens.get(token + 1).is_some_and(|next| next.span.start == text.end(token));
    match sign {
        '“' | '„' => Some('”'),
        '"' => Some('"'),
        '«' => Some('»'),
        '‘' if spaced && written_on => Some('’'),
        '\'' if spaced && written_on => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    #[track_caller]
    fn check(text: &str, word: &str, expected: bool) {
        let article = Article::from_text(text);
        let at = text.find(word).expect("the word stands in the text");
        let quoted = Quoted::new(&Text::new(&article));
        assert_eq!(quoted.holds(Span::new(at, at + word.len())), expected, "{text}");
    }

    #[test]
    fn what_stands_between_marks() {
        check("“We met on Friday,” he said.", "Friday", true);
        check("“We met,” he said on Friday. “It was late.”", "Friday", false);
        check("He said: 'We met on Friday.'", "Friday", true);
        check("The workers’ rights on Friday were “discussed”.", "Friday", false);
        check("\"One\" on Friday and \"two\".", "Friday", false);
        check("“One.\nOn Friday they met.", "Friday", false);
        check("“One on Friday.\nThey met.", "Friday", true);
    }
}
