//! Given names that tell a man from a woman.
//!
//! Takes a full name; gives the [`Sex`] that its first word tells, where it tells one. Example: “Anna Keller” is no “he”.
//!
//! Invariant: names that both bear (“Kim”, “Andrea”, “Sasha”) tell nothing; a name that is not listed neither.

use crate::word_list::WordList;

/// What a given name, a form of address or a pronoun tells of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Female,
    Male,
}

/// What the first word of a full name tells; one word alone is a family name.
pub(crate) fn sex_of(name: &str) -> Option<Sex> {
    let first = name.split_once(' ')?.0;
    if FEMALE.contains(first) { Some(Sex::Female) } else { MALE.contains(first).then_some(Sex::Male) }
}

/// Whether a word is a given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    FEMALE.contains(word) || MALE.contains(word)
}

static FEMALE: WordList = WordList::new(
    "Abigail Agnes Alexandra Alice Alicia Amanda Amelia Amy Ana Angela Anita Anna Anne Annie Antonia Barbara Beatrice \
     Bridget Caitlin Camilla Carla Carmen Carol Caroline Catherine Charlotte Chloe Christina Christine Claire Clara \
     Claudia Cynthia Daniela Debbie Deborah Diana Diane Donna Dorothy Edith Eleanor Elena Elizabeth Ella Ellen Emily \
     Emma Esther Eva Fatima Fiona Florence Frances Giorgia Gloria Grace Hannah Heather Helen Helena Hillary Ingrid \
     Irene Isabel Isabella Ivanka Jacinda Jane Janet Jennifer Jessica Jill Joan Joanna Josephine Judith Julia Julie \
     Kamala Karen Kate Katherine Kathleen Kathy Katie Laura Leila Linda Lisa Liz Louise Lucia Lucy Luisa Margaret Maria \
     María Marie Marina Marta Martha Mary Maya Megan Melania Melissa Michelle Mira Monica Nadia Nancy Natalia Natalie \
     Nicola Nina Olga Olivia Pamela Patricia Paula Penelope Penny Priya Rachel Rebecca Rosa Rose Ruth Sandra Sanna \
     Sarah Silvia Sofia Sophie Stella Stephanie Susan Susana Svetlana Tatiana Teresa Theresa Ursula Valentina Vera \
     Veronica Victoria Wendy Yulia Yvonne Zoe",
);

static MALE: WordList = WordList::new(
    "Aaron Abdul Adam Ahmed Alan Albert Alberto Alejandro Alexander Alfred Ali Andrew Andriy Anthony Antonio António \
     Antony Arnold Arthur Barack Benjamin Bernard Bernie Bill Bob Boris Brad Brandon Brian Bruce Carl Carlos Cesar \
     Charles Christopher Chuck Clive Colin Craig Daniel David Denis Dennis Derek Diego Dmitri Dmitry Donald Douglas \
     Edward Elon Emmanuel Enrique Eric Ernest Fernando Francisco Frank Fred Frederick Gary Gavin Geoffrey George Gerald \
     Giovanni Giuseppe Gordon Graham Greg Guillermo Gustavo Hamid Harold Hassan Henry Herbert Howard Hugh Hugo Ian Igor \
     Ivan Jack Jacob James Javier Jason Jeff Jeffrey Jeremy Jerome Jim Joe John Jonathan Joseph José Juan Justin Karl \
     Keir Keith Kenneth Kevin Lloyd Luiz Marco Mario Mark Martin Matthew Michael Miguel Mike Mikhail Mohamed Mohammad \
     Mohammed Muhammad Mustafa Narendra Neil Nicholas Nigel Nikolai Norman Olaf Oleg Oliver Omar Oscar Patrick Paul \
     Pedro Peter Philip Pierre Piotr Rafael Rahul Raymond Recep Ricardo Richard Rishi Robert Roberto Rodrigo Roger \
     Roland Ronald Roy Samuel Scott Sean Sergei Sergey Sergio Simon Stefan Stephen Steve Steven Stuart Thomas Tim \
     Timothy Tom Tony Viktor Vincent Vladimir Volodymyr Walter William Xavier Yusuf",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_name_may_tell() {
        assert_eq!(sex_of("Anna Keller"), Some(Sex::Female));
        assert_eq!(sex_of("Tom Keller"), Some(Sex::Male));
        assert!(["Kim Keller", "Anna", "Andrea Keller", ""].into_iter().all(|name| sex_of(name).is_none()));
    }
}
