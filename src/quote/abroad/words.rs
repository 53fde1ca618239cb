//! The words of each language that direct speech needs, as data.
//!
//! Takes nothing; gives [`ALL`]. Example: of German, “sagte” is a verb, “hat” an auxiliary before “gesagt”, “laut” cites.
//!
//! Invariant: lists are in small letters; a language stands once.

use crate::word_list::WordList;

/// What direct speech needs to know of a language.
pub(crate) struct Words {
    /// Its BCP 47 primary subtag.
    pub(super) tag: &'static str,
    /// Small words that are frequent in it and rare elsewhere.
    pub(super) small: WordList,
    /// Finite forms of reporting verbs.
    pub(super) verbs: WordList,
    /// Participles of reporting verbs, which need an auxiliary.
    pub(super) participles: WordList,
    /// Auxiliaries before or after a participle.
    pub(super) auxiliaries: WordList,
    /// Words before whoever is cited: según el alcalde. Two words stand with a hyphen between them.
    pub(super) cites: WordList,
    /// Personal pronouns that may be the subject.
    pub(super) pronouns: WordList,
    /// Words that end the name of a speaker: of place, of time, of hearers.
    pub(super) ends: WordList,
    /// What opens a clause after a verb, so that no subject follows it.
    pub(super) that: WordList,
    /// The sign before a narrator who cuts into the marks: « …, dit-elle, … », «…, — сказала она. — …».
    pub(super) aside: Option<&'static str>,
    /// Whether a dash at a paragraph's beginning opens speech.
    pub(super) dash: bool,
}

/// All languages but English.
pub(crate) static ALL: [Words; 6] = [
    Words {
        tag: "es",
        small: WordList::new("el los las del y que una por con para se su al como más pero lo"),
        verbs: WordList::new(
            "dijo dijeron dice dicen decía afirmó afirmaron afirma afirman aseguró aseguraron asegura aseguran declaró \
             declararon declara explicó explicaron explica explican añadió añadieron añade agregó agregaron agrega señaló \
             señalaron señala indicó indicaron indica sostuvo sostuvieron sostiene manifestó manifestaron subrayó subrayaron \
             subraya destacó destacaron destaca advirtió advirtieron advierte anunció anunciaron anuncia denunció denunciaron \
             denuncia reconoció reconoce admitió admite insistió insistieron insiste respondió respondieron responde contestó \
             contesta preguntó pregunta exclamó comentó comentaron comenta escribió escribieron escribe reiteró reitera recordó \
             recuerda concluyó concluye apuntó apunta precisó precisa expresó lamentó lamenta criticó critica pidió pidieron \
             pide prometió replicó replica relató relata contó cuenta confesó confiesa aclaró aclara sentenció remarcó opinó opina",
        ),
        participles: WordList::new(
            "dicho afirmado asegurado declarado explicado añadido agregado señalado indicado manifestado subrayado destacado \
             advertido anunciado denunciado reconocido admitido insistido respondido escrito reiterado recordado concluido \
             apuntado precisado lamentado criticado pedido comentado contado",
        ),
        auxiliaries: WordList::new("ha han había habían"),
        cites: WordList::new("según"),
        pronouns: WordList::new("él ella ellos ellas"),
        ends: WordList::new(
            "en a ante durante tras desde por con sobre al ayer hoy anoche este esta que mientras cuando al para lunes martes \
             miércoles jueves viernes sábado domingo y",
        ),
        that: WordList::new("que si"),
        aside: None,
        dash: true,
    },
    Words {
        tag: "fr",
        small: WordList::new("le les des du et une est dans pour sur au qui il ne pas aux ce cette"),
        verbs: WordList::new(
            "dit disent disait déclare déclarent déclarait affirme affirment affirmait assure assurent assurait explique \
             expliquent expliquait ajoute ajoutent précise précisent souligne soulignent estime estiment estimait indique \
             indiquent rappelle rappellent note notent raconte racontent confie confient répond répondent demande écrit écrivent \
             annonce annoncent dénonce dénoncent regrette regrettent insiste insistent martèle lance lancent poursuit poursuivent \
             conclut reconnaît admet prévient avertit exclame déplore déplorent commente résume observe observent plaide tranche \
             explique relève salue",
        ),
        participles: WordList::new(
            "dit déclaré affirmé assuré expliqué ajouté précisé souligné estimé indiqué rappelé noté raconté confié répondu \
             demandé écrit annoncé dénoncé regretté insisté martelé lancé poursuivi conclu reconnu admis prévenu averti déploré \
             commenté résumé plaidé salué",
        ),
        auxiliaries: WordList::new("a ont avait avaient"),
        cites: WordList::new("selon d’après d'après"),
        pronouns: WordList::new("il elle ils elles on"),
        ends: WordList::new(
            "dans à lors devant pendant après avant hier aujourd’hui aujourd'hui lundi mardi mercredi jeudi vendredi samedi \
             dimanche ce cette qui sur en au aux par mais et",
        ),
        that: WordList::new("que qu’il qu’elle si"),
        aside: Some(","),
        dash: true,
    },
    Words {
        tag: "de",
        small: WordList::new("der die das und den dem ein eine ist nicht mit von zu im auf auch für sich des"),
        verbs: WordList::new(
            "sagte sagten sagt sagen erklärte erklärten erklärt erklären betonte betonten betont meinte meinten meint schrieb \
             schrieben schreibt ergänzte ergänzten warnte warnten warnt forderte forderten fordert kritisierte kritisierten \
             kritisiert berichtete berichteten berichtet behauptete behaupteten antwortete antworteten fragte fragten rief riefen \
             versicherte versicherten bestätigte bestätigten lobte lobten mahnte mahnten urteilte bilanzierte entgegnete \
             erwiderte verkündete klagte erzählte erzählt beteuerte befand konstatierte teilte fügte räumte",
        ),
        participles: WordList::new(
            "gesagt erklärt betont mitgeteilt geschrieben gewarnt gefordert berichtet bestätigt",
        ),
        auxiliaries: WordList::new("hat haben hatte hatten"),
        cites: WordList::new("so laut"),
        pronouns: WordList::new("er sie es wir"),
        ends: WordList::new(
            "in im am auf bei nach vor während gegenüber dem gestern heute montag dienstag mittwoch donnerstag freitag samstag \
             sonntag hinzu mit ein zu und aber",
        ),
        that: WordList::new("dass daß ob"),
        aside: None,
        dash: false,
    },
    Words {
        tag: "pt",
        small: WordList::new("o os as do da dos das não uma com em um ao à é foi mais"),
        verbs: WordList::new(
            "disse disseram diz dizem dizia afirmou afirmaram afirma afirmam declarou declararam declara explicou explicaram \
             explica acrescentou acrescentaram acrescenta destacou destacaram destaca ressaltou ressalta salientou salienta \
             sublinhou sublinha garantiu garantiram garante assegurou assegura anunciou anunciaram anuncia alertou alertaram alerta \
             advertiu adverte admitiu admite reconheceu reconhece respondeu responderam responde perguntou pergunta questionou \
             comentou comenta escreveu escreveram escreve contou contaram conta relatou relata concluiu conclui lembrou lembra \
             reforçou reforça avaliou avalia criticou critica lamentou lamenta pediu pediram pede prometeu argumentou argumenta \
             apontou aponta defendeu defende informou informaram informa exclamou",
        ),
        participles: WordList::new("dito afirmado declarado explicado anunciado escrito alertado admitido"),
        auxiliaries: WordList::new("tem têm tinha tinham havia"),
        cites: WordList::new("segundo conforme"),
        pronouns: WordList::new("ele ela eles elas"),
        ends: WordList::new(
            "em no na nos nas durante após ontem hoje nesta neste que ao à para por sobre enquanto quando segunda terça quarta \
             quinta sexta sábado domingo e",
        ),
        that: WordList::new("que se"),
        aside: None,
        dash: true,
    },
    Words {
        tag: "uk",
        small: WordList::new("і що та й у не він вони це від які який його ще або є"),
        verbs: WordList::new(
            "сказав сказала сказали каже кажуть заявив заявила заявили заявляє заявляють зазначив зазначила зазначили зазначає \
             повідомив повідомила повідомили повідомляє пояснив пояснила пояснили пояснює додав додала додали додає наголосив \
             наголосила наголосили наголошує підкреслив підкреслила підкреслили написав написала написали пише відповів \
             відповіла відповіли запитав запитала розповів розповіла розповіли розповідає вважає вважають стверджує стверджують \
             попередив попередила запевнив запевнила визнав визнала нагадав нагадала прокоментував прокоментувала уточнив \
             уточнила закликав закликала підтвердив підтвердила вигукнув крикнув продовжив продовжила",
        ),
        participles: WordList::new(""),
        auxiliaries: WordList::new(""),
        cites: WordList::new("за-словами"),
        pronouns: WordList::new("він вона вони"),
        ends: WordList::new("у в на під після перед про вчора сьогодні який яка та і що коли"),
        that: WordList::new("що чи"),
        aside: Some("—"),
        dash: true,
    },
    Words {
        tag: "ru",
        small: WordList::new("и что на не он это как по его они был из к от для ещё или"),
        verbs: WordList::new(
            "сказал сказала сказали говорит говорят заявил заявила заявили заявляет заявляют отметил отметила отметили отмечает \
             сообщил сообщила сообщили сообщает пояснил пояснила пояснили поясняет объяснил объяснила объяснили добавил добавила \
             добавили добавляет подчеркнул подчеркнула подчеркнули написал написала написали пишет ответил ответила ответили \
             спросил спросила рассказал рассказала рассказали рассказывает считает считают утверждает утверждают предупредил \
             предупредила заверил заверила признал признала напомнил напомнила прокомментировал прокомментировала уточнил уточнила \
             призвал призвала подтвердил подтвердила заметил заметила воскликнул воскликнула продолжил продолжила",
        ),
        participles: WordList::new(""),
        auxiliaries: WordList::new(""),
        cites: WordList::new("по-словам"),
        pronouns: WordList::new("он она они"),
        ends: WordList::new("в во на под после перед о об вчера сегодня который которая и что когда"),
        that: WordList::new("что ли"),
        aside: Some("—"),
        dash: true,
    },
];
