//! What is read of a page and what is left out: every rule, with its reason, in this one place.
//!
//! Takes nothing; gives [`SKIP`] and [`SIGNS`], which the walk helper looks up and [`crate::find_article`] judges by.
//! Example: `<div class="social-share">` carries the sign [`Sign::Share`].
//!
//! Invariant: a rule names a habit of the web, never a site.

/// Elements that hold no reading text: they are not read at all.
pub(crate) const SKIP: &str = "script,style,noscript,template,iframe,object,embed,svg,math,canvas,audio,video,\
    select,input,textarea,button,code,pre,rt,rp,label,\
    nav,dialog,[role=navigation],[role=banner],[role=search],[role=contentinfo],[role=menu],[role=menubar],\
    [role=toolbar],[role=tablist],[role=dialog],[role=alertdialog],[role=tooltip],[role=button],\
    [role=alert],[role=status],[role=log],[role=marquee],[role=timer],[aria-live=polite],[aria-live=assertive],\
    [contenteditable]:not([contenteditable=false]),[role=textbox],[aria-hidden=true],[hidden],\
    [role=doc-noteref],sup:has(a[href]),[class*=editsection],postil-notes[for],postil-host,postil-paper";

/// What an element is for, as far as its name, role, class or id tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Headline,
    Heading,
    Paragraph,
    Caption,
    Quote,
    Item,
    Article,
    Body,
    Main,
    Standfirst,
    Advert,
    Related,
    Byline,
    Share,
    Comments,
    Newsletter,
    Consent,
    Frame,
    Meta,
    Table,
}

impl Sign {
    /// Its place in the helper's numbers.
    pub(crate) const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// By what a sign is known.
pub(crate) struct Rule {
    /// The sign.
    pub(crate) sign: Sign,
    /// Elements by name, role or microdata.
    pub(crate) selector: &'static str,
    /// Words of class and id, as alternatives of a pattern, matched at the ends of words.
    pub(crate) words: &'static str,
    /// Whether such an element is left out, and why.
    pub(crate) leave_out: Option<&'static str>,
}

const fn keep(sign: Sign, selector: &'static str, words: &'static str) -> Rule {
    Rule { sign, selector, words, leave_out: None }
}

const fn leave_out(sign: Sign, selector: &'static str, words: &'static str, why: &'static str) -> Rule {
    Rule { sign, selector, words, leave_out: Some(why) }
}

/// All signs, in the order of their bits.
pub(crate) const SIGNS: &[Rule] = &[
    keep(Sign::Headline, "h1,[itemprop~=headline]", ""),
    keep(Sign::Heading, "h2,h3,h4,h5,h6,[role=heading]", ""),
    keep(Sign::Paragraph, "p", ""),
    keep(
        Sign::Caption,
        "figcaption,caption,[itemprop~=caption]",
        "[a-z]*caption|legend|legende|bildunterschrift|(?:photo|image|img|picture|foto|bild)[-_]*desc(?:ription)?",
    ),
    keep(Sign::Quote, "blockquote", "pullquote|pull-quote"),
    keep(Sign::Item, "li,dd,dt,td,th", ""),
    keep(Sign::Article, "article,[role=article],[itemtype*='Article'],[itemtype$='BlogPosting']", ""),
    keep(
        Sign::Body,
        "[itemprop~=articleBody],[data-component=text-block],[property='articleBody']",
        "(?:article|story|post|entry|news)[-_]*(?:body|content|text|copy)",
    ),
    keep(Sign::Main, "main,[role=main]", ""),
    keep(
        Sign::Standfirst,
        "[itemprop~=description],[itemprop~=alternativeHeadline],[role=doc-subtitle]",
        "standfirst|dek|deck|sub-?head(?:line)?|sub-?title|summary|strapline|kicker-text|chapo|intro|lead|lede|excerpt|teaser-?text|description|perex|bajada",
    ),
    leave_out(
        Sign::Advert,
        "[data-ad],[data-ad-slot],ins.adsbygoogle",
        "ad|ads|advert|adverts|advertisement|advertising|adslot|adunit|adbox|dfp|gpt|sponsor|sponsored|sponsors|promo|promos|promotion|anzeige|werbung|reklama|publicidad|pub|outbrain|taboola",
        "paid for by others",
    ),
    leave_out(
        Sign::Related,
        "aside:not([role=note]),[role=complementary],[rel=tag]",
        "related|recirc|recirculation|recommend|recommended|recommendations|trending|popular|most-?read|more-?(?:on|from|stories|articles|news|like)|read-?(?:more|next|also)|see-?also|also-?read|next-?article|sidebar|rail|teaser|teasers|carousel|listicle-nav|river|latest|hub-?links|link-?list|in-?article-?link|hatnote|navbox|toc|reflist|references|catlinks",
        "another story's words",
    ),
    leave_out(
        Sign::Byline,
        "address,[rel=author],[itemprop~=author]",
        "byline|bylines|author|authors|author-?(?:bio|info|box)|contributor|contributors|credit|credits|bio|writer|reporter|auteur|autor|signature",
        "who wrote it is not what it says",
    ),
    leave_out(
        Sign::Share,
        "",
        "share|shares|sharing|sharebar|sharetools|social|socials|follow|follow-?us|addthis|whatsapp|print-?button|toolbar|tools|actions|buttons?",
        "buttons",
    ),
    leave_out(
        Sign::Comments,
        "",
        "comment|comments|commenting|disqus|respond|reply|replies|discussion|coral|feedback|kommentare",
        "the readers' words",
    ),
    leave_out(
        Sign::Newsletter,
        "form",
        "newsletter|newsletters|subscribe|subscription|subscriber|signup|sign-?up|paywall|registration|login|donate|donation|membership|cta|app-?promo",
        "an offer to the reader",
    ),
    leave_out(
        Sign::Consent,
        "",
        "cookie|cookies|consent|gdpr|ccpa|cmp|onetrust|didomi|usercentrics|privacy-?(?:banner|notice)",
        "a question of the site to the reader",
    ),
    leave_out(
        Sign::Frame,
        "footer",
        "nav|navbar|navigation|breadcrumb|breadcrumbs|menu|masthead|site-?header|footer|skip-?link|pagination|pager|copyright|disclaimer|modal|popup|pop-?up|overlay|toast|lightbox|sr-?only|visually-?hidden|visuallyhidden|screen-?reader(?:-text)?|no-?print|print-?only|off-?screen|infobox|metadata",
        "the site's frame around every page",
    ),
    leave_out(
        Sign::Meta,
        "time,[itemprop~=datePublished],[itemprop~=dateModified]",
        "date|dates|dateline-?time|datetime|timestamp|time|published|pubdate|updated|read(?:ing)?-?time|tags?|tag-?list|topics?|keywords?|categor(?:y|ies)|kicker|eyebrow|rubrique|section-?(?:name|label)|counter|views|location-?tag|media-?controls?|player|transcript-?button|slideshow-?(?:count|nav)",
        "about the article, not of it",
    ),
    keep(Sign::Table, "table", ""),
];

/// The signs of what is left out, as bits.
pub(crate) fn left_out() -> u32 {
    SIGNS.iter().filter(|rule| rule.leave_out.is_some()).fold(0, |bits, rule| bits | rule.sign.bit())
}

#[cfg(test)]
mod tests {
    use super::SIGNS;

    #[test]
    fn rules_stand_in_the_order_of_their_bits() {
        for (bit, rule) in SIGNS.iter().enumerate() {
            assert_eq!(rule.sign as usize, bit, "{:?}", rule.sign);
        }
    }
}
