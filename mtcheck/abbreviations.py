"""Words that a full stop belongs to, by language, for `segment`; from general knowledge and the languages' own usage.

Entries are lower case without the last full stop; inner full stops are kept and inner spaces dropped (`z.b` stands for
both "z.B." and "z. B."). Single letters need no entry: `segment` takes them for initials.

* `NEVER`: the sentence goes on, whatever follows (titles, "e.g.").
* `NUMBER`: the sentence goes on when a number follows ("No. 5", "fig. 2"); otherwise the full stop counts.
* `SOME`: may stand at a sentence's end; a following capital ends the sentence ("etc. The").
* `NAME`: like `SOME`, but names follow so often that only a known sentence opener ends it ("U.S. Army", "Inc. The").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

_NEVER: Mapping[str, str] = {
    "": "ee mr mrs ms dr prof vs e.g i.e cf ca st capt lt col gen sgt rev hon",
    "en": "mr mrs ms messrs mmes dr drs prof rev revd hon sen rep reps gov pres gen col lt capt cpl sgt maj cmdr adm "
    "brig supt insp det fr sr st mt ft vs viz e.g i.e cf al approx dept est asst assoc "
    "a.k.a b.k.a c/o ed eds trans illus",
    "de": "hr fr frl hl dr drs prof dipl ing med phil rer nat jur h.c z.b d.h i.d.r u.a o.g u.u u.u.a m.e s.o s.u v.a "
    "z.t z.zt i.a i.v bzw ca evtl ggf inkl exkl vgl sog geb gest verh st bspw einschl insb insbes zzgl abzgl max min "
    "allg amtl ev kath lat griech engl frz russ dt österr schweiz ehem gegr gen str tel univ vors i.e r.k b.a",
    "fr": "m mm mme mmes mlle mlles me mgr dr pr st ste vve p.ex c.-à-d c.à.d cf env av boul bd éd éds hab "
    "ms prof gal col cap lt cdt",
    "es": "sr sra sres sras srta dr dra dres d dª prof profa gral cnel tte cap ing lic arq mons pbro p.ej ej cf vs "
    "av avda c/ ud uds vd vds fr sto sta excmo excma ilmo ilma rvdo depto dpto aprox ee rr ff cc tel",
    "pt": "sr sra srs sras srta dr dra drs prof profa eng arq exmo exma ilmo gen cel cap ten d v.ex p.ex ex cf av "
    "r tel aprox sto sta pe",
    "it": "sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing arch avv geom rag on sen mons gen col cap ten "
    "s ss p.es es cfr ca ecc.mo ill.mo v.le p.zza c.so tel fig.li",
    "nl": "dhr mevr mw mr mrs dr drs ir ing prof ds st bijv bv b.v.d d.w.z m.a.w m.b.t o.a o.m i.p.v i.v.m m.n t.a.v "
    "t.o.v z.g.n zgn ca resp incl excl evt vgl vnl mgr gen kol kap lt",
    "pl": "p dr hab inż mgr prof doc gen płk mjr kpt por ppłk ppor chor sierż ks bp abp kard o św bł np m.in tzw tzn "
    "tj ok ul al pl os pt ws wg zob śp lek med ob",
    "cs": "p pí sl dr mudr judr phdr rndr ing arch mgr bc prof doc gen plk pplk mjr kpt por npor st sv tzv tzn tj "
    "např popř příp resp zvl cca ca mj vč tř nám ul náb",
    "sk": "p sl dr mudr judr phdr rndr ing arch mgr bc prof doc gen plk mjr kpt por sv tzv tzn t.j tj napr príp resp "
    "cca ca vč nám ul",
    "ru": "т.е т.н т.о им ул пр-т просп пер пл наб бул б-р ш пос дер обл р-н респ стр-во д-р проф доц акад чл.-кор "
    "ген полк подполк кап лейт серж тов гр г-н г-жа г-да св преп сщмч прот архиеп еп митр о-в о-ва оз напр ср см "
    "англ нем фр франц исп ит итал лат греч рус укр кит яп араб евр устар букв род урожд ок прибл т.к т.ч в.т.ч "
    "т.наз н.с к.т.н д.т.н д.э.н к.э.н к.м.н д.м.н и.о вр.и.о врио зам нач пом ред сост изд-во",
    "uk": "т.зв т.зн тобто ім вул просп пр-т пров пл наб бул б-р сел обл р-н д-р проф доц акад чл.-кор ген полк "
    "п гр св прп о-в напр ср див англ нім фр ісп іт лат грец рос укр букв бл прибл т.ч в.т.ч зам нач ред",
    "be": "г.зн т.зв т.е ім вул пр-т зав пл наб вобл р-н д-р праф дац акад ген палк св прп в-аў напр гл англ ням фр "
    "лац рус укр літар бл",
    "bg": "т.е т.нар т.н т.г напр д-р проф доц акад инж арх ген полк г-н г-жа г-ца св ул бул пл вж ср срв обл общ "
    "чл.-кор англ нем фр лат",
    "sr": "tj npr tzv dr mr prof doc akad gen puk sv ul bul g gđa gđica inž odn sl тј нпр тзв др мр проф доц акад ген "
    "пук св ул бул г гђа гђица инж одн",
    "hr": "tj npr tzv dr mr prof doc akad gen puk sv ul g gđa gđica inž odn ing mons o vlč",
    "sl": "tj npr t.i dr mag prof doc inž sv ul g ga gdč oz",
    "ro": "dl dna d-na d-l d-ra dr prof ing arh acad gen col lt cpt sf str bd bul ex p.ex de.ex cca cf vs nr.crt",
    "hu": "dr ifj id özv prof gen szt st ún pl ill kb vö ti tkp hg u.i",
    "tr": "dr prof doç yrd av müh mim sn bn gen alb yzb tğm hz örn bkz krş mah cad sok",
    "el": "κ κα κκ δρ καθ π.χ δηλ λ.χ βλ αγ οδ λεωφ πρβλ",
    "fi": "esim mm ns nk prof tri toht maist rva hra st ks vrt eräs",
    "sv": "t.ex bl.a d.v.s dvs s.k m.a.o p.g.a pga t.o.m f.n resp ca dr prof st hr fr jfr kl inkl exkl",
    "da": "f.eks bl.a d.v.s dvs s.k m.a.o p.g.a pga ca dr prof hr fr skt jf kl inkl ekskl hhv resp vedr",
    "no": "f.eks bl.a d.v.s dvs s.k m.a.o p.g.a pga ca dr prof hr fr st jf kl inkl ekskl hhv resp vedr",
    "et": "hr pr prl dr prof nt st s.t s.o nn u ca mag akad",
    "lv": "kgs dr prof t.i piem sk resp apm",
    "lt": "p dr prof doc akad gen plk kun šv t.y pvz vad žr gim ap g pr al",
    "vi": "ts ths gs pgs bs tp q p kts ks",
    "id": "nn bpk sdr sdri dr drs ir prof h hj kh jl gg tn ny yth a.n u.p",
    "ca": "sr sra srs dr dra prof p.ex cf av c/ st sta aprox",
    "fa": "",
    "ar": "",
}

_NUMBER: Mapping[str, str] = {
    "": "no nos nr p pp vol fig figs art sec ch par",
    "en": "no nos p pp vol vols fig figs ch sec secs art arts para eq eqs ref refs app bk pt pts ser v jan feb mar apr "
    "jun jul aug sep sept oct nov dec tel ext c ver",
    "de": "nr nrn s bd bde abs art ziff kap abb tab anm aufl jg h fn rn rdnr tel jan feb apr jun jul aug sep sept okt "
    "nov dez ab um kl",
    "fr": "n nº no p pp vol t fig art chap al sect tél janv févr avr juil sept oct nov déc",
    "es": "n nº núm no pág págs p pp vol t fig art arts cap tel ene feb abr ago sept oct nov dic",
    "pt": "n nº núm no pág págs p pp vol fig art arts cap tel séc jan fev mar abr jun jul ago set out nov dez",
    "it": "n nn nº num p pp pag pagg vol fig art artt cap sec tel gen feb mar apr giu lug ago set ott nov dic",
    "nl": "nr nrs blz p pp fig art afd hfst par jg dl tel jan febr mrt apr jun jul aug sept okt nov dec",
    "pl": "nr s str t tom rys ryc tab art ust pkt rozdz par godz tel r w poz zał",
    "cs": "č s str sv obr tab čl odst písm kap hod tel roč",
    "sk": "č s str zv obr tab čl ods písm kap hod tel roč",
    "ru": "№ с стр гл п пп ч рис табл илл ст разд абз примеч вып т тт кн тел д кв корп стр-е оф к ум род",
    "uk": "№ с стор гл п пп ч рис мал табл ст розд абз вип т тт кн тел буд кв корп",
    "be": "№ с стар гл п ч мал табл арт разд т кн тэл д кв",
    "bg": "№ с стр гл т фиг табл чл ал кн тел бр ет ап вх",
    "sr": "br str gl sl tab čl tel бр стр гл сл таб чл тел",
    "hr": "br str gl sl tab čl st tel",
    "sl": "št str sl tab čl tel",
    "ro": "nr p pp pag vol fig art alin cap tel",
    "hu": "sz o old évf köt ábra tel",
    "tr": "no s sf cilt c şek md tel m.ö m.s",
    "el": "αρ σ σελ τ τόμ εικ αρθ άρθ τηλ",
    "fi": "n:o nro s ss kuva art puh klo",
    "sv": "nr s sid fig art kap tel",
    "da": "nr s fig art kap tlf kl",
    "no": "nr s fig art kap tlf kl",
    "et": "nr lk joon art ptk tel",
    "lv": "nr lpp att tab p pp tālr",
    "lt": "nr p psl pav lent str tel",
    "id": "gbr no hlm hal pasal tel",
    "ca": "núm n pàg p vol fig art cap tel",
}

_SOME: Mapping[str, str] = {
    "": "etc al",
    "en": "etc al a.m p.m a.d b.c b.c.e c.e ibid op.cit hrs mins secs yrs mos in lbs oz sq",
    "de": "usw etc u.s.w ff f u.ä o.ä u.dgl u.a.m dgl v.chr n.chr jh std sek",
    "fr": "etc av.j.-c apr.j.-c j.-c",
    "es": "etc s.a a.m p.m",
    "pt": "etc a.c d.c s.a",
    "it": "ecc etc a.c d.c s.p.a s.r.l",
    "nl": "enz etc e.d e.a v.chr n.chr n.v b.v",
    "pl": "itd itp etc in r w tys mln mld zł gr n.e p.n.e",
    "cs": "atd apod aj tis mil mld n.l př.n.l stol",
    "sk": "atď a.pod tis mil mld n.l pred.n.l stor",
    "ru": "т.д т.п др пр проч н.э до.н.э тыс млн млрд трлн руб коп долл гг г в вв ч мин сек м км кг экз чел шт л",
    "uk": "т.д т.п ін н.е до.н.е тис млн млрд грн коп крб дол рр р ст стт год хв сек км кг прим шт",
    "be": "т.д т.п інш н.э да.н.э тыс млн млрд руб кап гг г ст ч хв",
    "bg": "и.др др т.н пр.хр сл.хр пр.н.е хил млн млрд лв ст г гг в мин сек",
    "sr": "itd i.sl i.dr n.e p.n.e hilj mil din итд и.сл и.др н.е п.н.е хиљ мил дин",
    "hr": "itd i.sl i.dr n.e pr.kr po.kr tis mil",
    "sl": "itd ipd idr itn pr.n.št tis mio",
    "ro": "etc ș.a ş.a î.hr d.hr mil mld",
    "hu": "stb i.sz i.e kr.e kr.u",
    "tr": "vb vs vd m.ö m.s yy",
    "el": "κ.λπ κλπ κ.ά μ.χ κ.ο.κ χιλ εκ δισ",
    "fi": "jne ym yms mrd milj eaa jaa eKr jKr".lower(),
    "sv": "osv etc m.m m.fl o.s.v o.d e.kr f.kr",
    "da": "osv etc m.m m.v o.l e.kr f.kr mio mia",
    "no": "osv etc m.m m.v o.l e.kr f.kr mill mrd",
    "et": "jne jt jms vms e.m.a m.a.j eKr pKr tuh mln mld".lower(),
    "lv": "utt u.c u.tml p.m.ē tūkst milj",
    "lt": "ir.kt kt ir.t.t t.t ir.pan pan tūkst mln mlrd m d val min pr.kr",
    "vi": "v.v",
    "id": "dll dsb dst a.s",
    "ca": "etc a.c d.c",
}

_NAME: Mapping[str, str] = {
    "": "inc corp ltd co jr sr bros llc u.k u.n e.u",
    "en": "inc corp ltd co jr sr bros llc plc u.k u.n e.u u.s.a u.s.s.r d.c n.y l.a ph.d m.d b.a m.a b.sc m.sc "
    "univ ave blvd rd ln hwy esq n.j r.i s.c n.c n.h n.m w.va mass calif tex fla conn penn wash ore mich "
    "ill wis minn ind tenn va ky ga ala miss ark okla mo kan neb colo ariz nev mont wyo ida",
    "de": "mio mrd tsd inc co corp ltd jr sen jun",
    "ru": "инк ко мл ст.л",
}

#: Frequent sentence openers: after an abbreviation that names may follow, only these begin a new sentence.
_OPENERS: Mapping[str, str] = {
    "en": "the a an this that these those it its he she they we i you his her their our my your there here in on at by "
    "for from with after before when while where what who how why if as but and or so yet however although though "
    "because since until during despite according also then now today many most some all no not one two both each "
    "every such another other more",
    "de": "der die das den dem des ein eine einen er sie es wir ich ihr in im am an auf bei mit nach von vor zu "
    "zum zur aber und oder doch auch als wenn da dann so dies diese dieser dieses jedoch",
    "fr": "le la les l un une des il elle ils elles on nous je ce cette ces cet en dans au aux à de du d pour par mais "
    "et ou si selon après avant",
    "es": "el la los las un una él ella ellos en de del a al por para con pero y si este esta según tras no se su",
    "it": "il lo la i gli le un una l in nel nella di del della a al per con ma e se questo questa secondo dopo non si",
    "pt": "o a os as um uma ele ela em no na de do da para por com mas e se este esta segundo após não",
    "nl": "de het een hij zij ze we wij ik in op bij met na van voor maar en of dit dat deze die er",
    "ru": "в на с к по из у о об от до за при для и а но он она оно они мы вы я это этот эта эти тот та те так как что "
    "когда если хотя после перед однако также затем не все его её их",
    "uk": "в у на з до по із о об від за при для і й та а але він вона воно вони ми ви я це цей ця ці той так як що "
    "коли якщо хоча після перед однак також потім не всі його її їх",
    "pl": "w we na z ze do po o od za przy dla i a ale on ona ono oni to ten ta te tak jak gdy jeśli po przed jednak "
    "nie",
    "cs": "v ve na z ze do po o od za při pro i a ale on ona to ten ta tak jak když po před však ne",
}

#: Languages that write ordinals with a full stop ("3. Mai", "20. století"): after a short number it is no end.
ORDINAL_LANGUAGES = frozenset(
    ["de", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "fi", "et", "lv", "da", "no", "is", "pl", "tr", "eu"]
)


@cache
def _words(table_name: str, lang: str) -> frozenset[str]:
    table = {"never": _NEVER, "number": _NUMBER, "some": _SOME, "name": _NAME, "openers": _OPENERS}[table_name]
    # Titles and the like of the "" row turn up in every language, in names that were not translated.
    return frozenset(f"{table.get('', '')} {table.get(lang, '')}".split())


def never_ends(word: str, lang: str) -> bool:
    """Whether the sentence goes on after this abbreviation, whatever follows."""
    return word in _words("never", lang)


def before_number(word: str, lang: str) -> bool:
    """Whether the sentence goes on after this abbreviation when a number follows."""
    return word in _words("number", lang)


def may_end(word: str, lang: str) -> bool:
    """Whether a capital after this abbreviation opens a new sentence."""
    return word in _words("some", lang)


def before_name(word: str, lang: str) -> bool:
    """Whether only a known sentence opener ends the sentence after this abbreviation."""
    return word in _words("name", lang)


def is_opener(word: str, lang: str) -> bool:
    """Whether the lower-case word opens sentences often; False for a language without a list."""
    return word in _words("openers", lang)
