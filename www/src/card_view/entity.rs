//! The card of a name: who or what it is, in which sense it stands here, what is known of it and where else it stands.
//!
//! Takes an [`EntityCard`], draws it. Example: Pyongyang, “City”, “Here it stands for the government of North Korea.”
//!
//! Invariant: a fact shows the day to which it is known, where its pack tells.

use super::{frame::GO_TO, pen::Pen};
use crate::{
    dom::{button, child, label, link, text, web_host},
    error::PageError,
    strings::fill,
};
use postil::card::{Agreement, Details, EntityCard, FactLine, Mentions, Origin, Sense};
use web_sys::Element;

impl Pen<'_> {
    pub(super) fn entity(&self, to: &Element, card: &EntityCard) -> Result<(), PageError> {
        let head = self.head(to, self.strings.class(&card.class), &card.name)?;
        self.picture(to, card.picture.as_ref())?;
        self.description(&head, card)?;
        self.nothing_known(to, card)?;
        self.details(to, card.details)?;
        self.sense(to, &card.sense)?;
        self.facts(to, &card.facts)?;
        self.alternatives(to, &card.or_else)?;
        self.excerpts(to, &self.strings.said_here, &card.said)?;
        self.mentions(to, &card.mentions)?;
        self.read_more(to, card.link.as_deref())
    }

    fn description(&self, head: &Element, card: &EntityCard) -> Result<(), PageError> {
        let Some(description) = card.description.as_deref().filter(|text| !text.trim().is_empty()) else {
            return Ok(());
        };
        let line = text(head, "p", "description", description)?;
        self.reference(&line, card.description_source.as_slice())?;
        if card.origin == Origin::Article && card.description_source.is_none() {
            label(head, "p", "aside", &self.strings.role_from_article)?;
        }
        Ok(())
    }

    /// A card that says no more than its name says so.
    fn nothing_known(&self, to: &Element, card: &EntityCard) -> Result<(), PageError> {
        let described = card.description.as_deref().is_some_and(|text| !text.trim().is_empty());
        let awaited = card.details != Details::Here;
        match described || awaited || !card.facts.is_empty() || !card.said.is_empty() || card.link.is_some() {
            true => Ok(()),
            false => label(to, "p", "aside", &self.strings.nothing_known).map(drop),
        }
    }

    /// What is not here yet, or could not be had.
    pub(super) fn details(&self, to: &Element, details: Details) -> Result<(), PageError> {
        let words = match details {
            Details::Here => return Ok(()),
            Details::Awaited => &self.strings.facts_coming,
            Details::Missing => &self.strings.facts_missing,
        };
        label(to, "p", "aside details", words).map(drop)
    }

    fn sense(&self, to: &Element, sense: &Sense) -> Result<(), PageError> {
        match sense {
            Sense::Itself => Ok(()),
            Sense::Demonym => label(to, "p", "note", &self.strings.stands_for_people).map(drop),
            Sense::Government { of } => {
                self.sentence(to, "p", "note", &self.strings.stands_for_government, &[("of", of)]).map(drop)
            }
        }
    }

    /// What a pack knows of whom or what a claim names.
    pub(super) fn single_fact(
        &self,
        to: &Element,
        name: &str,
        fact: &FactLine,
        verdict: Agreement,
    ) -> Result<(), PageError> {
        self.verdict(to, verdict, self.at_precision(verdict))?;
        text(to, "p", "line", name)?;
        self.facts(to, std::slice::from_ref(fact))
    }

    fn facts(&self, to: &Element, facts: &[FactLine]) -> Result<(), PageError> {
        if facts.is_empty() {
            return Ok(());
        }
        let list = child(to, "dl", "facts")?;
        for fact in facts {
            let value = self.row(&list, self.strings.property(&fact.property), &fact.value)?;
            if let Some(source) = fact.source {
                self.reference(&value, &[source])?;
            }
            if let Some(when) = self.validity(fact) {
                text(&value, "span", "when", &when)?;
            }
        }
        Ok(())
    }

    /// “since 2011, as of 2022”
    fn validity(&self, fact: &FactLine) -> Option<String> {
        let since = fact.since.as_deref().map(|date| self.format.date(date));
        let as_of = fact.as_of.as_deref().map(|date| self.format.date(date));
        match (since, as_of) {
            (Some(since), Some(as_of)) => Some(fill(&self.strings.since_as_of, &[("since", &since), ("asOf", &as_of)])),
            (Some(since), None) => Some(fill(&self.strings.since, &[("since", &since)])),
            (None, Some(as_of)) => Some(fill(&self.strings.as_of, &[("asOf", &as_of)])),
            (None, None) => None,
        }
    }

    fn alternatives(&self, to: &Element, names: &[String]) -> Result<(), PageError> {
        if names.is_empty() {
            return Ok(());
        }
        self.heading(to, &self.strings.may_also_mean)?;
        let list = child(to, "ul", "names")?;
        names.iter().try_for_each(|name| text(&child(&list, "li", "")?, "bdi", "", name).map(drop))
    }

    /// “Mention 2 of 5” between the ways to the one before and the one after.
    fn mentions(&self, to: &Element, mentions: &Mentions) -> Result<(), PageError> {
        let (here, all) = (mentions.here, &mentions.annotations);
        if all.len() < 2 {
            return Ok(());
        }
        let pager = child(to, "div", "pager")?;
        self.turn(&pager, "previous", &self.strings.previous_mention, here.checked_sub(1).and_then(|i| all.get(i)))?;
        let (n, m) = (self.format.whole(here + 1), self.format.whole(all.len()));
        label(&pager, "span", "count", &fill(&self.strings.mention_of, &[("n", &n), ("m", &m)]))?;
        self.turn(&pager, "next", &self.strings.next_mention, all.get(here + 1))
    }

    fn turn(&self, pager: &Element, class: &str, name: &str, to: Option<&usize>) -> Result<(), PageError> {
        let turn = button(pager, class, "")?;
        turn.set_attribute("aria-label", name)?;
        match to {
            Some(annotation) => turn.set_attribute(GO_TO, &annotation.to_string())?,
            None => turn.set_attribute("disabled", "")?,
        }
        Ok(())
    }

    fn read_more(&self, to: &Element, url: Option<&str>) -> Result<(), PageError> {
        let Some(host) = url.and_then(web_host) else { return Ok(()) };
        let more = link(to, "more", &self.strings.read_more, url)?;
        more.set_attribute("part", "link")?;
        // Where a link leads is part of its name.
        self.dot(&more)?;
        text(&more, "bdi", "", &host).map(drop)
    }
}
