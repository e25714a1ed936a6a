# ruff: noqa: E501 (tables)
"""Words for opposites, and for what must and what may be, by language; made by hand.

A word that ends in `*` stands for every word of the language's list that begins so; `a/b/c` for the words `ab` and `ac`. Only words with one reading are here:
`left` and `may` (the month) would cry wolf. Chinese and Japanese rows are characters, searched as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

from mtcheck.rules.words.lexicon import ranks

#: Pairs of opposites, each "one | other"; a language has the pairs that it can tell.
_OPPOSITES: Mapping[str, Mapping[str, str]] = {
    "hardly": {
        "en": "hardly barely scarcely | entirely completely fully totally perfectly absolutely thoroughly",
        "ru": "едва вряд | полностью совершенно абсолютно вполне целиком", "uk": "ледь навряд | повністю цілком абсолютно",
        "de": "kaum | völlig vollkommen vollständig absolut total durchaus gänzlich", "fr": "guère | entièrement complètement totalement parfaitement absolument",
        "es": "apenas | totalmente completamente enteramente absolutamente perfectamente", "it": "appena difficilmente | completamente totalmente interamente assolutamente perfettamente",
        "pt": "mal dificilmente | totalmente completamente inteiramente absolutamente perfeitamente", "nl": "nauwelijks amper | volledig helemaal totaal absoluut volkomen",
        "pl": "ledwo ledwie chyba | całkowicie zupełnie absolutnie całkiem", "cs": "sotva stěží | zcela úplně naprosto docela", "sv": "knappt knappast | helt fullständigt totalt absolut",
        "tr": "zar zorlukla | tamamen bütünüyle kesinlikle", "zh": "几乎不 几乎没 勉强 | 完全 十分 彻底", "ja": "ほとんど かろうじて | 完全に 全く まったく",
    },
    "more": {
        "en": "more | less fewer", "de": "mehr | weniger", "fr": "plus davantage | moins", "es": "más | menos", "it": "più | meno", "pt": "mais | menos",
        "nl": "meer | minder", "sv": "mer fler | mindre färre", "ru": "больше более | меньше менее", "uk": "більше більш | менше менш", "pl": "więcej bardziej | mniej",
        "cs": "více víc | méně míň", "tr": "fazla | az", "zh": "更多 多于 超过 超過 | 更少 少于 少於 不到", "ja": "多い 多く より多 | 少ない 少なく 少なか", "ar": "أكثر | أقل",
    },
    "north": {
        "en": "north northern northward northwards | south southern southward southwards",
        "ru": "север* | юг юга юге югу югом южн*", "uk": "північ північн* | південь півдня півдні південн*",
        "de": "norden nördlich* nord | süden südlich* süd", "fr": "nord septentrional* | sud méridional*",
        "es": "norte septentrional* | sur meridional*", "it": "nord settentrional* | sud meridional*",
        "pt": "norte setentrional* | sul meridional*", "nl": "noorden noordelijk* noord | zuiden zuidelijk* zuid",
        "pl": "północ północy północn* | południe południu południow*", "cs": "sever severu severní* severn* | jih jihu jižní*",
        "sv": "norr norra nord nordlig* | söder södra syd sydlig*", "ar": "شمال الشمال شمالي الشمالية الشمالي شمالية | جنوب الجنوب جنوبي الجنوبية الجنوبي جنوبية",
        "tr": "kuzey* | güney*", "zh": "北 | 南", "ja": "北 | 南",
    },
    "east": {
        "en": "east eastern eastward eastwards | west western westward westwards",
        "ru": "восток востока востоке востоку востоком восточн* | запад запада западе западу западом западн*",
        "uk": "схід сході східн* | захід заході західн*", "de": "osten östlich* ost | westen westlich* west",
        "fr": "oriental* est | occidental* ouest", "es": "este oriental* | oeste occidental*",
        "it": "oriental* | occidental* ovest", "pt": "oriental* leste | ocidental* oeste",
        "nl": "oosten oostelijk* oost | westen westelijk* west", "pl": "wschód wschodzie wschodni* | zachód zachodzie zachodni*",
        "cs": "východ východu východní* | západ západu západní*", "sv": "öster östra | väster västra",
        "ar": "الشرق شرقي الشرقية الشرقي شرقية | الغرب غربي الغربية الغربي غربية", "tr": "doğusu doğusunda doğuda | batısı batısında batıda batı",
    },
    "father": {
        "en": "father fathers dad | mother mothers mom mum", "ru": "отец отца отцу отцом отце папа папы | мать матери матерью мама мамы маме",
        "uk": "батько батька батьком тато | мати матері матір мама мами", "de": "vater vaters vätern | mutter müttern",
        "fr": "père papa | mère maman", "es": "padre papá | madre mamá", "it": "padre papà | madre mamma",
        "pt": "pai | mãe", "nl": "vader | moeder", "pl": "ojciec ojca ojcu ojcem tata | matka matki matce matką mama",
        "cs": "otec otce otci otcem | matka matky matce matku matkou", "sv": "far fadern pappa | mor modern mamma",
        "ar": "والده والدها والد الأب | والدته والدتها والدة الأم", "tr": "baba babası babasının babam | anne annesi annesinin annem",
        "zh": "父亲 父親 爸 | 母亲 母親 妈 媽", "ja": "父 | 母",
    },
    "son": {
        "en": "son sons | daughter daughters", "ru": "сын сына сыну сыном сыновья | дочь дочери дочерью дочка",
        "uk": "син сина сину сином | дочка донька дочки доньки", "de": "sohn sohnes söhne | tochter töchter",
        "fr": "fils | fille filles", "es": "hijo | hija hijas", "it": "figlio | figlia figlie", "pt": "filho | filha filhas",
        "nl": "zoon zonen | dochter dochters", "pl": "syn syna synowi synem | córka córki córce córkę",
        "cs": "syn syna synovi synem | dcera dcery dceři dceru", "sv": "son sonen söner | dotter dottern döttrar",
        "ar": "ابنه نجله نجل | ابنته كريمته", "tr": "oğlu oğlunun oğlum | kızı kızının kızım", "zh": "儿子 兒子 | 女儿 女兒", "ja": "息子 | 娘",
    },
    "brother": {
        "en": "brother brothers | sister sisters", "ru": "брат брата брату братом братья | сестра сестры сестре сестру сестрой",
        "uk": "брат брата брату братом | сестра сестри сестрі сестру", "de": "bruder bruders brüder | schwester schwestern",
        "fr": "frère frères | sœur sœurs soeur", "es": "hermano | hermana hermanas", "it": "fratello fratelli | sorella sorelle",
        "pt": "irmão | irmã irmãs", "nl": "broer broers broeder | zus zussen zuster", "pl": "brat brata bratu bratem | siostra siostry siostrze siostrę",
        "cs": "bratr bratra bratrovi bratrem | sestra sestry sestře sestru", "sv": "bror brodern bröder | syster systern systrar",
        "ar": "شقيقه شقيق أخوه أخيه | شقيقته شقيقة أخته", "tr": "abisi ağabeyi | ablası", "zh": "哥哥 弟弟 兄弟 | 姐姐 妹妹 姊妹 姐妹", "ja": "兄 弟 | 姉 妹",
    },
    "husband": {
        "en": "husband husbands | wife wives", "ru": "муж мужа мужу мужем | жена жены жене жену женой",
        "uk": "чоловіком | дружина дружини дружині дружину дружиною", "de": "ehemann ehemannes gatte | ehefrau gattin",
        "fr": "mari maris époux | épouse", "es": "marido esposo | esposa", "it": "marito | moglie", "pt": "marido | esposa",
        "nl": "echtgenoot | echtgenote", "pl": "mąż męża mężowi mężem | żona żony żonie żonę żoną",
        "cs": "manžel manžela manželovi manželem | manželka manželky manželce manželku", "sv": "maken make | maka hustru",
        "ar": "زوجها | زوجته", "tr": "kocası | karısı", "zh": "丈夫 | 妻子", "ja": "夫 | 妻",
    },
    "woman": {
        "en": "woman women female | man men male", "ru": "женщина женщины женщине женщину женщин женщинам | мужчина мужчины мужчине мужчину мужчин мужчинам",
        "uk": "жінка жінки жінці жінку жінок | чоловік чоловіка чоловіки чоловіків", "de": "frau frauen | mann männer männern mannes",
        "fr": "femme femmes | homme hommes", "es": "mujer mujeres | hombre hombres", "it": "donna donne | uomo uomini",
        "pt": "mulher mulheres | homem homens", "nl": "vrouw vrouwen | man mannen", "pl": "kobieta kobiety kobiet kobiecie kobietę | mężczyzna mężczyzny mężczyźni mężczyzn",
        "cs": "žena ženy žen ženě ženu | muž muže mužů muži", "sv": "kvinna kvinnor kvinnan | man män mannen",
        "ar": "امرأة المرأة نساء النساء | رجل الرجل رجال الرجال", "tr": "kadın kadınlar kadının | erkek erkekler adam", "zh": "女性 女人 女子 | 男性 男人 男子", "ja": "女性 | 男性",
    },
    "she": {
        "en": "she her hers herself | he him his himself", "es": "ella | él", "it": "lei | lui", "sv": "hon hennes henne | han hans honom", "zh": "她 | 他",
        "de": "ihr ihre ihrer ihren ihrem ihres | er ihm ihn sein seine seiner seinen seinem seines",
    },
    "rise": {
        "en": "increase increased increases increasing rose risen rising rises grew grown grows growing growth | decrease decreased decreases decreasing fell falls falling fallen declined decline declines declining dropped dwindled dwindling shrank shrinking",
        "ru": "увелич* рост роста росте вырос выросла выросли выросло растёт растет растут росли росло повыш* возрос* прибыва/ет/ют | сниж* сниз* упал упала упали упало падает падают падало убыва/ет/ют уменьш* сократ* сокращ* паден*",
        "uk": "збільш* зріс зросла зросли зросло зростання зростає зростають більшає підвищ* | зниж* знизи* впав впала впали впало падає падають меншає зменш* скоро* падіння",
        "de": "stieg stiegen gestiegen steigt steigen anstieg zunahme erhöh* wuchs wächst wachsen gewachsen wachstum | sank sanken gesunken sinkt sinken schrumpft schrumpfen schrumpfte rückgang abnahme verringer* gesenkt senkung",
        "fr": "augment* hausse croissance croît croissent grimpé grimpe grimpent | diminu* baisse baissé baissent chuté chutent décroît décroissent chute recul reculé réduction",
        "es": "aument* crecimiento crece crecen creció crecieron crecido subió subieron subido incrementó incrementado | disminu* descenso descendido desciende descienden cae caen cayó cayeron caído bajó bajaron bajado reducción reduj*",
        "it": "aument* crescita cresce crescono crescendo cresciuto cresciuta salito salita saliti | diminu* calo calando calano calato calata calati sceso scesa scesi riduzione", "pt": "aument* crescimento cresce crescem crescendo cresceu cresceram subiu subiram subido | diminu* queda caindo caiu caíram caído desceu desceram reduç* reduz*",
        "nl": "steeg stegen stijgt stijgen groeit groeien gestegen stijging toename groei | daalde daalden daalt dalen krimpt krimpen gedaald daling afname vermindering",
        "pl": "wzrost* wzrósł wzrosła wzrosły wzrasta//ją rośnie rosną rosła rosły przybywa//ło zwiększ* | ubywa//ło spada spadają spadek spadku spadł spadła spadły zmniejsz*",
        "cs": "zvýš* vzrost* růst růstu roste rostou rostl rostla zvyšuj/e/í stoup/á/ají/l/la/lo přibýv/á/ají/alo přibyl//a/o/y nárůst* | ubýv/á/ají/alo ubyl//o/a sníž* snižuj/e/í klesl* klesá klesají klesal//a/o/y pokles* zmenš*", "sv": "ökade ökat ökar ökning steg stigit stiger växer | minskade minskat minskar minskning sjönk sjunkit sjunker föll faller",
        "ar": "ارتفع ارتفعت ارتفاع زيادة ازداد زاد يرتفع ترتفع يزداد تزداد يتزايد تتزايد | انخفض انخفضت انخفاض تراجع تراجعت هبط نقص ينخفض تنخفض يتراجع تتراجع", "tr": "arttı artış artışı yükseldi yükseliyor artıyor artmakta artırdı artarak | azaldı azalıyor azalmakta düşüyor azalış düştü düşüş azaltmak azalma",
        "zh": "增加 增长 增長 增多 上升 上涨 上漲 提高 | 减少 減少 下降 下跌 降低", "ja": "増加 上昇 増え 高ま | 減少 下落 低下 減っ 減り 下が",
    },
    "hardness": {
        "en": "softer softest softens softened flexible | harder hardest stiffer stiff rigid stiffens hardens hardened stiffened",
        "de": "weicher weicheren flexibler nachgiebiger biegsamer | härter härteren steifer starrer unnachgiebiger spröder",
        "fr": "souple souples souplesse mou molle | rigide rigides raide raides rigidité dur dure", "es": "blando blanda flexible flexibles | rígido rígida rígidos rígidas duro dura",
        "it": "morbido morbida morbidi flessibile flessibili tenero | rigido rigida rigidi rigide duro dura", "pt": "macio macia mole flexível flexíveis | rígido rígida rígidos duro dura",
        "nl": "zachter zachtere soepeler buigzamer | harder stijver stijf star", "sv": "mjukare mjukast böjlig | hårdare hårdast styvare stel stelare",
        "ru": "мягче мягкий мягкая мягким мягкой гибче гибкий гибким | жёстче жестче жёсткий жесткий жёсткая жестким твёрже тверже твёрдый твердый твёрдым твердым",
        "uk": "м'якший м'якшим м'якіше м'якшою гнучкіший гнучкішим | твердіший твердішим твердіше жорсткіший жорсткішим жорсткіше твердішою",
        "pl": "miękki miękka miększy elastyczny | twardszy twardy twarda sztywny sztywna sztywniejszy", "cs": "měkčí měkký měkká pružnější | tvrdší tvrdý tvrdá tužší tuhý",
        "zh": "变软 變軟 更软 更軟 柔软 柔軟 | 变硬 變硬 更硬 坚硬 堅硬", "ja": "柔らか やわらか 軟らか | 硬く 硬い 固く 堅く",
    },
    "sell": {
        "en": "sell sells sold selling sale sales seller | buy buys bought buying purchase purchased purchases buyer",
        "ru": "прода* | купил купила купили купить купля купли куплю куплей покуп*", "uk": "прода* | купив купила купили купити купівл*",
        "de": "verkauf* | kauft kaufte kaufen gekauft kauf käufer", "fr": "vend* vente ventes | achet* achat achats", "es": "vend* venta ventas | compr*",
        "it": "vend* vendita vendite | compr* acquist*", "pt": "vend* venda vendas | compr*", "nl": "verkoop* verkocht* | koopt kocht kopen gekocht aankoop koper",
        "pl": "sprzeda* | kupił kupiła kupili kupić kupno zakup zakupu zakupy", "cs": "prod*l* prodej* prodat | koup*", "sv": "säljer sålde sålt sälja försäljning | köper köpte köpt köpa köp",
        "ar": "باع باعت بيع يبيع | اشترى اشترت شراء يشتري", "tr": "sattı satış satışı satmak satıyor | aldı satın", "zh": "出售 卖 賣 销售 銷售 | 买 買 购 購", "ja": "売 販売 | 買 購入",
    },
    "win": {
        "en": "won win wins winning victory winner victories | lost lose loses losing loser",
        "ru": "победил* побед* выигра* | проигра* поражен* потер* утрат*", "uk": "перем* вигра* | програ* пораз* втра*",
        "de": "gewann gewonnen gewinnt gewannen sieg sieger | verlor verloren verliert niederlage verlust*", "fr": "gagn* victoire remport* | perd* défaite perte pertes",
        "es": "ganó ganaron ganar victoria ganador | perd* derrota pierd*", "it": "vinto vinse vincere vittoria | pers* perd* sconfitta", "pt": "venceu venceram vencer vitória ganhou | perd* derrota",
        "nl": "won wonnen gewonnen winnen overwinning | verlo* verlies nederlaag", "pl": "wygra* zwycię* | przegra* poraż* strac* utrac*", "cs": "vyhrá* vítěz* zvítěz* | prohrá* poráž* ztrat*", "sv": "vann vunnit vinna seger | förlor* nederlag",
        "ar": "فاز فازت فوز انتصار | خسر خسرت خسارة هزيمة", "tr": "kazandı kazanan zafer galip kazanmak | kaybetti kayıp yenilgi mağlup kaybeden",
    },
    "import": {
        "en": "import imports imported importing importer | export exports exported exporting exporter", "ru": "импорт* | экспорт* вывоз*", "uk": "імпорт* | експорт*",
        "de": "import* einfuhr* | export* ausfuhr*", "fr": "import* | export*", "es": "importación importaciones importó | export*", "it": "importazion* importat* | esport*",
        "pt": "importação importações importou | export*", "nl": "import* invoer* | export* uitvoer*", "pl": "import importu importow* przywóz | eksport* wywóz", "cs": "dovoz* dovez* import | vývoz* vyvez* export*",
        "sv": "import* | export*", "ar": "استيراد واردات الواردات | تصدير صادرات الصادرات", "tr": "ithal* | ihraç* ihraca*", "zh": "进口 進口 | 出口", "ja": "輸入 | 輸出",
    },
    "maximum": {
        "en": "maximum maximal | minimum minimal", "ru": "максим* | миним*", "uk": "максим* | мінім*", "de": "maximal* maximum höchstens | minimal* minimum mindest*", "fr": "maxim* | minim*",
        "es": "máxim* | mínim*", "it": "massim* | minim*", "pt": "máxim* | mínim*", "nl": "maxim* | minim* minstens", "pl": "maksym* | minim*", "cs": "maxim* | minim*", "sv": "maxim* | minim*",
        "tr": "maksimum azami | minimum asgari",
    },
    "positive": {
        "en": "positive positively | negative negatively", "ru": "положительн* позитивн* | отрицательн* негативн*", "uk": "позитивн* | негативн*", "de": "positiv* | negativ*", "fr": "positif positive positifs positives positivement | négati*",
        "es": "positiv* | negativ*", "it": "positiv* | negativ*", "pt": "positiv* | negativ*", "nl": "positie* | negatie*", "pl": "pozytywn* dodatni* | negatywn* ujemn*", "cs": "pozitivn* kladn* | negativn* záporn*", "sv": "positiv* | negativ*",
        "ar": "إيجابي إيجابية الإيجابي الإيجابية | سلبي سلبية السلبي السلبية", "tr": "olumlu pozitif | olumsuz negatif", "zh": "积极 積極 正面 阳性 | 消极 消極 负面 負面 阴性", "ja": "肯定的 陽性 | 否定的 陰性",
    },
    "advice": {
        "en": "recommend recommended recommends recommending recommendable advisable | contraindicated inadvisable", "ru": "рекоменд* рекомендован//а/о/ы рекоменду/ет/ют/ется/ются | противопоказан//а/о/ы",
        "uk": "рекоменд* рекоменду/є/ють/ється/ються рекомендован/ий/а/е/о/і | протипоказан//ий/а/е/о/і", "de": "empfohlen empfiehlt empfehlen empfehlenswert ratsam | kontraindiziert kontraindizierte",
        "fr": "recommand* recommandé//e/s/es conseillé//e/s/es préconisé//e/s/es | déconseill/e/ent/é/ée/és/ées contre-indiqué//e/s/es", "es": "recomend* recomiend* aconsej* aconsejable | contraindicad/o/a/os/as desaconsej/a/an/ado/ada/ados/adas/able",
        "it": "raccomand* raccomandat/o/a/i/e consigliat/o/a/i/e | controindicat/o/a/i/e sconsigli/a/ano/ato/ata/ati/ate", "pt": "recomend* recomendad/o/a/os/as aconselh* | contraindicad/o/a/os/as desaconselh/a/am/ado/ada/ados/adas/ável",
        "nl": "aanbevolen aanbeveelt aangeraden | afgeraden ontraden gecontra-indiceerd", "pl": "zaleca* zalecan/y/a/e/o poleca/ją/na/ny/ne | przeciwwskazan/y/a/e/o odradza//ją/na/ny/ne/ne", "cs": "doporuč* doporuč/uje/ují/en/ena/eno/eny/ený | kontraindikován//a/o/y nedoporuč/uje/ují/en/ena/eno/eny",
        "sv": "rekommender* rekommendera/s/d/t/de | avråd/s/er/de kontraindicera/d/t/de", "tr": "önerilir öneriliyor tavsiye önerilmektedir | sakıncalı sakıncalıdır kontrendike kontrendikedir", "ar": "يوصى ينصح موصى | محظور محظورة",
        "zh": "推荐 推薦 建议 建議 | 禁忌 忌用 禁用 慎用", "ja": "推奨 勧め すすめ | 禁忌",
    },
    "hurt": {
        "en": "unharmed unhurt unscathed uninjured scratch | seriously severely gravely critically badly fatally", "ru": "невредим//а/о/ы невредим/ый/ыми/ым | тяжело серьезно серьёзно сильно смертельно", "uk": "неушкоджен/ий/а/е/о/і/ими/им | тяжко важко серйозно сильно смертельно",
        "de": "unverletzt unversehrt schramme kratzer | schwer schwerverletzt/e/en lebensgefährlich tödlich", "fr": "indemne indemnes égratignure égratignures | grièvement gravement sérieusement mortellement", "es": "iles/o/a/os/as rasguño | gravemente mortalmente",
        "it": "illes/o/a/i/e incolum/e/i graffio | gravemente mortalmente", "pt": "iles/o/a/os/as arranhão | gravemente mortalmente", "nl": "ongedeerd ongedeerde schrammetje | zwaargewond ernstig dodelijk", "pl": "szwanku zadraśnięcia | ciężko poważnie śmiertelnie", "cs": "nezraněn//a/i/y škrábnutí | těžce vážně smrtelně",
        "sv": "oskadd oskadda skråma | allvarligt svårt dödligt", "tr": "yaralanmadan | ağır", "zh": "毫发无 毫髮無 安然无恙 | 重伤 重傷", "ja": "無傷 | 重傷 重体",
    },
    "slight": {
        "en": "slightly mildly marginally | seriously severely gravely critically drastically sharply", "ru": "слегка незначительно | тяжело серьезно серьёзно резко", "uk": "злегка незначно | тяжко серйозно різко",
        "de": "geringfügig leichtverletzt/e/en leicht | lebensgefährlich gravierend drastisch schwerverletzt/e/en schwer", "fr": "légèrement | grièvement gravement sérieusement", "es": "levemente ligeramente | gravemente drásticamente",
        "it": "leggermente lievemente | gravemente drasticamente", "pt": "ligeiramente levemente | gravemente drasticamente", "nl": "lichtjes lichtgewond enigszins | zwaargewond ernstig drastisch", "pl": "lekko nieznacznie | ciężko poważnie drastycznie", "cs": "lehce mírně nepatrně | těžce vážně drasticky",
        "sv": "lindrigt | allvarligt svårt drastiskt", "tr": "hafifçe | ağır", "zh": "轻微 輕微 轻伤 輕傷 | 重伤 重傷", "ja": "わずかに 軽傷 | 重傷 重体",
    },
    "stance": {
        "en": "endorse endorses endorsed endorsing applaud applauds applauded approve approves approved | dispute disputes disputed disputing reject rejects rejected rejecting condemn condemns condemned denounce denounces denounced",
        "ru": "одобря/ет/ют/л/ли одобрил//а/и поддержива/ет/ют поддержал//а/и приветств/ует/уют | оспарива/ет/ют/ли/л оспорил//а/и отверга/ет/ют отверг//ла/ли осужда/ет/ют осудил//а/и", "uk": "схвалю/є/ють схвали/в/ла/ли підтриму/є/ють підтрима/в/ла/ли | оскаржу/є/ють відкида/є/ють засуджу/є/ють засуди/в/ла/ли",
        "de": "befürwort/et/en/ete/eten begrüß/t/en/te/ten unterstütz/t/en/te/ten | bestreite/t/n bestritten bestritt verurteil/t/en/te/ten", "fr": "approuv/e/ent/é/ée/ait/aient soutien/t/nent soutenu salue saluent salué entérine entérinent | contest/e/ent/é/ée/ait/aient rejett/e/ent rejeté rejetée condamn/e/ent/é/ée dénonc/e/ent/é récus/e/ent/é réfut/e/ent/é",
        "es": "respald/a/an/ó/aron/ado apoy/a/an/ó/aron aprueb/a/an avala avalan | rechaz/a/an/ó/aron/ado cuestiona cuestionan impugna impugnan conden/a/an/ó/aron refut/a/an/ó", "it": "sostien/e sostengono approv/a/ano/ato appoggia appoggiano avalla avallano | contest/a/ano/ato respin/ge/gono respint/o/a condann/a/ano/ato smentis/ce/cono",
        "pt": "apoi/a/am/ou/aram aprov/a/am/ou/aram endoss/a/am/ou | contest/a/am/ou/aram rejeit/a/am/ou/aram conden/a/am/ou/aram repudi/a/am/ou refut/a/am/ou", "nl": "steun/t/en/de/den onderschrij/ft/ven goedkeur/t/en | betwist betwisten betwistte verwerp/t/en veroordel/en veroordeelt veroordeelde",
        "pl": "popiera//ją/ł/li poparł poparli pochwala pochwalają | kwestionuj/e/ą odrzuca//ją odrzucił odrzucili potępia//ją potępił potępili", "cs": "podporuj/e/í podpořil//a/i schvaluj/e/í | zpochybňuj/e/í odmít/á/ají/l/la/li odsuzuj/e/í odsoudil//a/i popír/á/ají",
        "sv": "stöder stödde välkomnar | bestrider bestred förkastar avvisar avvisade fördömer fördömde", "tr": "destekliyor destekledi onayladı | reddediyor reddetti kınadı", "ar": "يؤيد تؤيد أيد أيدت | يرفض ترفض رفض رفضت أدان أدانت",
        "zh": "赞同 贊同 赞成 贊成 认可 認可 | 质疑 質疑 驳斥 駁斥 谴责 譴責", "ja": "賛成 賛同 | 反対 非難",
    },
    "measure": {
        "en": "proportionate proportionately | disproportionate disproportionately", "ru": "соразмерн/о/ый/а/ая/ы/ым/ой | несоразмерн/о/ый/а/ая/ы/ым/ой непропорциональн/о/ый/а/ая/ы/ым/ой", "uk": "співмірн/о/ий/а/им/ою пропорційн/о/ий/а/им | неспівмірн/о/ий/а/им/ою непропорційн/о/ий/а/им",
        "de": "verhältnismäßig//e/er/en | unverhältnismäßig//e/er/en", "fr": "proportionné//e/s/es | disproportionné//e/s/es", "es": "proporcionad/o/a/os/as proporcional proporcionales | desproporcionad/o/a/os/as", "it": "proporzionat/o/a/i/e | sproporzionat/o/a/i/e", "pt": "proporciona/l/do/da/dos/das/is | desproporciona/l/do/da/dos/das/is",
        "nl": "evenredig evenredige proportioneel proportionele | onevenredig onevenredige disproportioneel disproportionele", "pl": "proporcjonaln/y/a/e/ie współmiern/y/a/e/ie | nieproporcjonaln/y/a/e/ie niewspółmiern/y/a/e/ie", "cs": "přiměřen/ý/á/é/ě | nepřiměřen/ý/á/é/ě", "sv": "proportionerlig/t/a | oproportionerlig/t/a", "tr": "orantılı | orantısız",
    },
    "poison": {
        "en": "poisonous toxic venomous | edible harmless nontoxic non-toxic", "ru": "ядовит//ый/ая/ое/ые/ым/ыми/ых/а/о/ы токсичн/ый/ая/ые/о/ы | съедобн/ый/ая/ые/ых/ы безвредн/ый/ая/ые/о/ы безобидн/ый/ая/ые/ы", "uk": "отруйн/ий/а/е/і/им/ими/их токсичн/ий/а/і | їстівн/ий/а/і/их нешкідлив/ий/а/і безпечн/ий/а/і",
        "de": "giftig//e/en/er/es toxisch//e/en | essbar//e/en/er ungiftig//e/en/er harmlos//e/en/er unbedenklich", "fr": "toxique toxiques vénéneux vénéneuse vénéneuses venimeux venimeuse | comestible comestibles inoffensi/f/fs/ve/ves", "es": "venenos/o/a/os/as tóxic/o/a/os/as | comestible comestibles inofensiv/o/a/os/as inocu/o/a/os/as",
        "it": "velenos/o/a/i/e tossic/o/a/i/he | commestibil/e/i innocu/o/a/i/e", "pt": "venenos/o/a/os/as tóxic/o/a/os/as | comestíve/l/is inofensiv/o/a/os/as inócu/o/a/os/as", "nl": "giftig//e toxisch//e | eetbaar eetbare ongevaarlijk ongevaarlijke onschuldig", "pl": "trując/y/a/e/ych toksyczn/y/a/e/ych jadowit/y/a/e | jadaln/y/a/e/ych nieszkodliw/y/a/e",
        "cs": "jedovat/ý/á/é/ých toxick/ý/á/é | jedl/ý/á/é/ých neškodn/ý/á/é", "sv": "giftig//a/t | ätlig//a/t ofarlig//a/t harmlös//a/t", "tr": "zehirli | yenilebilir zararsız", "ar": "سام سامة السامة | صالحة للأكل", "zh": "有毒 剧毒 劇毒 | 无毒 無毒 可食用 无害 無害", "ja": "有毒 猛毒 | 無毒 食用 無害",
    },
    "word": {
        "en": "confirm confirms confirmed confirming | deny denies denied denying refute refutes refuted", "ru": "подтвержда/ет/ют/л/ла/ли подтверд/ил/ила/или/ит/ят | опроверга/ет/ют опроверг//ла/ли/нут", "uk": "підтверджу/є/ють/вав підтверд/ив/ила/или | спросту/вав/вала/вали спростовує спростовують заперечу/є/ють/вав",
        "de": "bestätig/t/en/te/ten | bestreite/t/n bestritt bestritten dementier/t/en/te/ten", "fr": "confirm/e/ent/é/ée/ait/aient | dément démentent démenti démentit", "es": "confirm/a/an/ó/aron/ado | desmiente desmienten desmint/ió/ieron nieg/a/an neg/ó/aron", "it": "conferm/a/ano/ò/ato/ata | smentis/ce/cono smentito smentita smentì neg/a/ano/ato",
        "pt": "confirm/a/am/ou/aram | desmente desmentem desmentiu desmentiram neg/a/am/ou/aram", "nl": "bevestig/t/en/de/den bevestigd | ontken/t/nen/de/den ontkend", "pl": "potwierdza//ją/ł/ła/li potwierdził//a/i/o | zaprzecza//ją/ł/ła zaprzeczył//a/i zdementował//a/i dementuje", "cs": "potvrz/uje/ují/en/ena potvrdil//a/i | popír/á/ají/al popřel//a/i vyvrátil//a/i", "sv": "bekräftar bekräftade bekräftat | förnekar förnekade förnekat dementerar dementerade", "tr": "doğruladı doğruluyor | yalanladı yalanlıyor reddetti", "ar": "أكد أكدت يؤكد تؤكد | نفى نفت ينفي تنفي",
        "zh": "证实 證實 | 否认 否認 辟谣 闢謠", "ja": "認めた 認めている | 否定した 否定している 否認",
    },
    "praise": {
        "en": "praise praises praised praising hailed lauded | criticise criticises criticised criticising criticize criticizes criticized criticizing", "ru": "похвалил//а/и хвал/ит/ят/ил/или | раскритиковал//а/и критику/ет/ют критиковал//а/и", "uk": "похвали/в/ла/ли хвал/ить/ять | розкритикува/в/ла/ли критику/є/ють",
        "de": "lob/t/en/te/ten gelobt | kritisier/t/en/te/ten", "fr": "lou/e/ent/é salu/e/ent/é félicit/e/ent/é | critiqu/e/ent/é/ée/ait/aient", "es": "elogi/a/an/ó/aron/ado alab/a/an/ó/aron | critic/a/an/ó/aron/ado", "it": "elogi/a/ano/ò/ato lod/a/ano/ò/ato | critic/a/ano/ò/ato/ata", "pt": "elogi/a/am/ou/aram louv/a/am/ou | critic/a/am/ou/aram",
        "nl": "prijst prezen geprezen loofde looft | bekritiseer/t/de/den bekritiseren bekritiseerd hekelt hekelde", "pl": "pochwalił//a/i chwal/i/ą chwalił//a/i | skrytykował//a/i krytykuj/e/ą krytykował//a/i", "cs": "pochválil//a/i chvál/í chválil//a/i | zkritizoval//a/i kritizuj/e/í kritizoval//a/i", "sv": "berömmer berömde lovordar hyllar hyllade | kritiserar kritiserade kritiserat",
        "tr": "övdü övüyor övgüyle | eleştirdi eleştiriyor", "ar": "أشاد أشادت يشيد | انتقد انتقدت ينتقد", "zh": "赞扬 讚揚 称赞 稱讚 表扬 表揚 好评 | 批评 批評 抨击 抨擊", "ja": "称賛 絶賛 褒め ほめ | 批判",
    },
    "ruling": {
        "en": "upheld uphold upholds | overturn overturns overturned annul annuls annulled quash quashed overruled revoked repealed", "ru": "оставил//а/и | отменил//а/и отменен//а/о/ы отменён отменя/ет/ют аннулировал//а/и", "uk": "залиши/в/ла/ли | скасува/в/ла/ли скасован/о/ий/а/е/і скасову/є/ють",
        "de": "bestätig/t/te/ten | aufgehoben aufhob annullier/t/te", "fr": "confirm/e/ent/é/ée | annul/e/ent/é/ée/és/ées invalid/é/ée", "es": "confirm/a/an/ó/aron ratific/a/an/ó/aron | anul/a/an/ó/aron/ada/ado revoc/a/an/ó/aron/ada/ado", "it": "conferm/a/ano/ò/ato/ata convalid/ato/ata | annull/a/ano/ò/ato/ata revoc/a/ano/ò/ato/ata", "pt": "confirm/a/am/ou/aram mant/eve/iveram | anul/a/am/ou/aram/ada/ado revog/a/am/ou/aram/ada/ado",
        "nl": "bevestig/t/de bekrachtig/t/de | vernietig/t/de/den vernietigd", "pl": "utrzymał//a/i podtrzymał//a/i | uchyla uchylił//a/i/y uchylon/y/a/o/e unieważnił//a/i/y", "cs": "potvrdil//a/i | zrušil//a/i/y zrušen//a/o/y ruší", "sv": "fastställde fastställer | upphävde upphäver upphävt upphävdes", "tr": "onadı onayladı | iptal bozdu", "ar": "أيدت أيد | ألغت ألغى نقضت", "zh": "维持 維持 | 撤销 撤銷 推翻", "ja": "支持 | 取り消 破棄 覆し",
    },
    "fee": {
        "en": "gratis complimentary free-of-charge | charged paid surcharge", "ru": "бесплатн/о/ый/ая/ое/ые/ых/ым/ой | платн/о/ый/ая/ое/ые/ых/ым/ой доплат/а/у/ой", "uk": "безкоштовн/о/ий/а/е/і/их безплатн/о/ий/а/е/і | платн/о/ий/а/е/і/их доплат/а/у/ою", "de": "kostenlos//e/en/er/es gratis kostenfrei//e/en unentgeltlich//e/en | kostenpflichtig//e/en/er gebührenpflichtig//e/en/er aufpreis",
        "fr": "gratuit//e/s/es gratuitement | payant//e/s/es supplément", "es": "gratis gratuit/o/a/os/as gratuitamente | recargo", "it": "gratis gratuit/o/a/i/e gratuitamente | pagamento sovrapprezzo", "pt": "grátis gratuit/o/a/os/as gratuitamente | sobretaxa", "nl": "gratis kosteloos kosteloze | toeslag betaald", "pl": "bezpłatn/y/a/e/ie/ych darmow/y/a/e/ych | płatn/y/a/e/ie/ych odpłatn/y/a/e/ie", "cs": "zdarma bezplatn/ý/á/é/ě | placen/ý/á/é příplatek zpoplatněn//a/o/ý/á/é",
        "sv": "gratis kostnadsfri//tt/a | avgiftsbelagd avgiftsbelagt", "tr": "ücretsiz bedava | ücretli", "ar": "مجانا مجاني مجانية | مدفوع مدفوعة", "zh": "免费 免費 | 收费 收費", "ja": "無料 | 有料",
    },
    "fit": {
        "en": "appropriate suitable adequate | inappropriate unsuitable inadequate unfit", "ru": "пригодн/ый/ая/ое/ые/а/о/ы | непригодн/ый/ая/ое/ые/а/о/ы неподходящ/ий/ая/ее/ие неуместн/ый/ая/ое/ые/о/ы", "uk": "придатн/ий/а/е/і | непридатн/ий/а/е/і недоречн/ий/а/е/і/о", "de": "geeignet//e/en/er angemessen//e/en/er | ungeeignet//e/en/er unangemessen//e/en/er unzureichend//e/en", "fr": "approprié//e/s/es adéquat//e/s/es adapté//e/s/es | inapproprié//e/s/es inadéquat//e/s/es inadapté//e/s/es impropre impropres",
        "es": "adecuad/o/a/os/as apropiad/o/a/os/as apt/o/a/os/as | inadecuad/o/a/os/as inapropiad/o/a/os/as inapt/o/a", "it": "adeguat/o/a/i/e appropriat/o/a/i/e idone/o/a/i/e | inadeguat/o/a/i/e inappropriat/o/a/i/e inidone/o/a/i/e inadatt/o/a/i/e", "pt": "adequad/o/a/os/as apropriad/o/a/os/as | inadequad/o/a/os/as impropri/o/a impróprio imprópria", "nl": "geschikt//e gepast//e | ongeschikt//e ongepast//e", "pl": "odpowiedni//a/e/ego/ej | nieodpowiedni//a/e/ego/ej niestosown/y/a/e", "cs": "vhodn/ý/á/é/ě/ou přiměřen/ý/á/é | nevhodn/ý/á/é/ě/ou nepřiměřen/ý/á/é", "sv": "lämplig//t/a | olämplig//t/a otillräcklig//t/a", "tr": "uygun elverişli | uygunsuz elverişsiz yetersiz", "zh": "适合 適合 适宜 | 不适合 不適合 不当", "ja": "適切 | 不適切",
    },
    "peril": {
        "en": "safe safely | dangerous dangerously hazardous unsafe perilous", "ar": "آمن آمنة | خطير خطيرة خطر", "ja": "安全 | 危険", "zh": "安全 | 危险 危險 不安全", "de": "sicher//e/en/er ungefährlich//e/en | gefährlich//e/en/er/es", "fr": "sûr sûre sûrs sûres | dangereu/x/se/ses", "es": "segur/o/a/os/as | peligros/o/a/os/as", "it": "sicur/o/a/i/e | pericolos/o/a/i/e", "pt": "segur/o/a/os/as | perigos/o/a/os/as", "ru": "безопасн/ый/ая/ое/ые/о/ы/ым/ой | опасн/ый/ая/ое/ые/о/ы/ым/ой/а/ен", "uk": "безпечн/ий/а/е/і/о | небезпечн/ий/а/е/і/о", "pl": "bezpieczn/y/a/e/ie | niebezpieczn/y/a/e/ie groźn/y/a/e", "cs": "bezpečn/ý/á/é/ě | nebezpečn/ý/á/é/ě", "nl": "veilig//e | gevaarlijk//e onveilig//e", "sv": "säker säkra säkert | farlig//t/a", "tr": "güvenli | tehlikeli",
    },
    "mean": {
        "en": "above | below", "fr": "dessus supérieur//e/s/es | dessous inférieur//e/s/es", "es": "encima superior superiores | debajo inferior inferiores", "it": "sopra superior/e/i | sotto inferior/e/i", "pt": "acima superior superiores | abaixo inferior inferiores",
        "de": "oberhalb | unterhalb", "nl": "boven | onder beneden", "sv": "ovanför | nedanför", "ru": "выше | ниже", "uk": "вище | нижче", "pl": "powyżej | poniżej", "cs": "nad | pod", "tr": "üzerinde üstünde | altında", "ar": "فوق | تحت", "zh": "高于 高於 | 低于 低於", "ja": "上回 | 下回",
    },
    "price": {
        "en": "cheap cheaper cheapest inexpensive | expensive costly dearer pricey pricier priciest", "es": "barat/o/a/os/as económic/o/a/os/as | car/o/a/os/as costos/o/a/os/as", "it": "economic/o/a/i/he | car/o/a/i/e costos/o/a/i/e", "pt": "barat/o/a/os/as económic/o/a/os/as | car/o/a/os/as dispendios/o/a/os/as", "fr": "économique économiques avantageux | cher chers chère chères coûteu/x/se/ses onéreu/x/se/ses",
        "de": "billig//e/en/er/es/ere/eren günstig//e/en/er/es/ere/eren preiswert//e/en/er | teuer teure teuren teurer teures kostspielig//e/en/er", "ru": "дешёв/ый/ая/ое/ые/ых дешев/ый/ая/ое/ые/ых/о/ы дешевле недорог/ой/ая/ое/ие/их/о | дорогостоящ/ий/ая/ее/ие/их дороже", "uk": "дешев/ий/а/е/і/их/о дешевш/ий/а/е/і/их дешевше | дорожч/ий/а/е/і/их дорожче", "pl": "tani//a/e/ch tańsz/y/a/e/ych taniej | drog/i/ich/iego drożs/zy/za/ze/zych drożej kosztown/y/a/e/ych", "cs": "levn/ý/á/é/ých/ě levněj/ší/ších | drah/ý/é/ých/ého dražší dražších draze",
        "nl": "goedkoop goedkope goedkoper goedkopere | duur dure duurder duurdere", "sv": "billig//t/a/are/aste | dyr dyrt dyra dyrare dyrast", "tr": "ucuz ucuza | pahalı pahalıya", "ar": "رخيص رخيصة أرخص | غال غالية باهظ باهظة أغلى", "zh": "便宜 廉价 廉價 | 昂贵 昂貴 更贵 更貴", "ja": "安価 安く 安い | 高価 値上がり",
    },
    "schedule": {
        "en": "ahead | behind delay delays delayed late overdue", "de": "voraus | hinter rückstand verspätung verzug verspätet", "fr": "avance | retard retards retardé", "it": "anticipo | ritardo ritardi", "es": "adelanto adelantad/o/a/os/as | retraso retrasos retrasad/o/a/os/as", "pt": "adiantad/o/a/os/as | atraso atrasos atrasad/o/a/os/as",
        "ru": "опережа/ет/ют/ем/ли досрочно | отстаёт отста/ет/ют/ли/вание/вания/ванием запаздыва/ет/ют опоздани/е/ем/я", "uk": "випереджа/є/ють достроково | відста/є/ють/ли/вання запізненн/я/ям", "pl": "wyprzedz/a/ają | opóźnieni/e/em/a opóźnion/y/a/e", "cs": "předstih předstihu předstihem | zpoždění zpožděním", "nl": "voorsprong | vertraging achterstand", "sv": "före | försening förseningar försenad försenat", "tr": "ilerisinde | gerisinde gecikme gecikmeli", "zh": "提前 超前 | 落后 落後 滞后 延误", "ja": "前倒し | 遅れ",
    },
    "profit": {
        "en": "profit profits profitable | loss losses unprofitable loss-making", "ru": "прибыл/ь/и/ью прибыльн/ый/ая/ое/ые | убыт/ок/ка/ки/ков/ком убыточн/ый/ая/ое/ые", "uk": "прибут/ок/ку/ки/ків/ком прибутков/ий/а/е/і | збит/ок/ку/ки/ків/ками збитков/ий/а/е/і", "de": "gewinn gewinne gewinnen gewinns profitabel | verlust verluste verlusten verlusts unrentabel",
        "fr": "bénéfice bénéfices rentable rentables | perte pertes déficitaire déficitaires", "es": "beneficio beneficios ganancia ganancias rentable rentables | pérdida pérdidas deficitari/o/a/os/as", "it": "utile utili profitto profitti | perdita perdite", "pt": "lucro lucros lucrativ/o/a/os/as | prejuízo prejuízos", "nl": "winst winsten winstgevend//e | verlies verliezen verlieslijdend//e verliesgevend//e", "pl": "zysk zysku zyski zysków zyskiem | strata straty stratę stratą strat",
        "cs": "zisk zisku zisky zisků ziskem | ztráta ztráty ztrátu ztrátou ztrát", "sv": "vinst vinster vinsten | förlust förluster förlusten", "tr": "kâr kârı | zarar zararı", "ar": "ربح أرباح أرباحا | خسارة خسائر", "zh": "盈利 利润 利潤 | 亏损 虧損 亏本", "ja": "黒字 利益 | 赤字 損失",
    },
    "dirt": {
        "en": "clean uncontaminated unpolluted | contaminated polluted dirty filthy", "ru": "чист/ый/ая/ое/ые/ым/ой/а/о/ы | загрязнен/ный/ная/ное/ные//а/о/ы загрязнён//ный/ная/ное/ные гряз/ный/ная/ное/ные/ной", "uk": "чист/ий/а/е/і/ою/им | забруднен/ий/а/е/і/ою/им брудн/ий/а/е/і/ою/им", "de": "sauber//e/en/er/es | verschmutzt//e/en/er/es kontaminiert//e/en verseucht//e/en/er schmutzig//e/en/er", "fr": "propre propres | pollué//e/s/es contaminé//e/s/es sale sales souillé//e/s/es", "es": "limpi/o/a/os/as | contaminad/o/a/os/as suci/o/a/os/as",
        "it": "pulit/o/a/i/e | contaminat/o/a/i/e inquinat/o/a/i/e sporc/o/a/hi/he", "pt": "limp/o/a/os/as | contaminad/o/a/os/as poluíd/o/a/os/as suj/o/a/os/as", "nl": "schoon schone | vervuild//e besmet//te vuil vuile", "pl": "czyst/y/a/e/ą/ej | zanieczyszczon/y/a/e/ą/ej skażon/y/a/e/ą/ej brudn/y/a/e/ą/ej", "cs": "čist/ý/á/é/ou | znečištěn/ý/á/é/ou/a/o kontaminovan/ý/á/é špinav/ý/á/é", "sv": "ren rent rena | förorenad förorenat förorenade smutsig//t/a", "tr": "temiz | kirli kirlenmiş", "ar": "نظيف نظيفة | ملوث ملوثة", "zh": "清洁 清潔 干净 乾淨 | 污染 肮脏", "ja": "清潔 きれい | 汚染 汚れ",
    },
    "sentence": {
        "en": "convicted guilty | acquitted acquits acquit innocent exonerated", "ru": "виновн/ым/ой/ыми/ый/ая/ые осудили | оправдал//а/и оправдан//а/о/ы невиновн/ым/ой/ыми/ый/ая/ые", "uk": "винн/им/ою/ими/ий/а/і засуди/в/ли | виправда/в/ла/ли виправдан/ий/а/о/і невинн/им/ою/ими/ий/а/і", "de": "schuldig schuldige | freigesprochen freispruch unschuldig//e/en", "fr": "coupable coupables | acquitt/é/ée/és/ées/e innocent//e/s/es", "es": "culpable culpables | absuelt/o/a/os/as absolv/ió/ieron inocente inocentes", "it": "colpevol/e/i condannat/o/a/i/e | assolt/o/a/i/e innocent/e/i", "pt": "culpad/o/a/os/as | absolvid/o/a/os/as absolveu inocente inocentes",
        "nl": "schuldig schuldige | vrijgesproken vrijspraak onschuldig//e", "pl": "winn/y/a/ym/ą skazał//a/i skazan/y/a | uniewinnił//a/i uniewinnion/y/a/ego/o niewinn/y/a/ym/ą", "cs": "vinn/ý/á/ým/ou vinen vinna odsouzen//a/i | osvobodil//a/i zproštěn//a/i nevinn/ý/á/ým/ou nevinen", "sv": "skyldig skyldiga | friad friades friade oskyldig//a/t", "tr": "suçlu | suçsuz beraat masum", "ar": "مذنب مذنبة | بريء بريئة براءة", "zh": "有罪 | 无罪 無罪", "ja": "有罪 | 無罪",
    },
    "summer": {
        "en": "summer summers | winter winters", "ru": "лето лета летом летн* | зима зимы зиме зимой зимн*", "uk": "літо літа влітку літн* | зима зими взимку зимов*", "de": "sommer* | winter*", "fr": "été | hiver",
        "es": "verano | invierno", "it": "estate | inverno", "pt": "verão | inverno", "nl": "zomer* | winter*", "pl": "lato lata latem letni* | zima zimy zimą zimow*", "cs": "léto léta létě letní* | zima zimy zimě zimní*", "sv": "sommar* | vinter*",
        "ar": "الصيف صيف | الشتاء شتاء", "tr": "yaz yazın yazı | kış kışın", "zh": "夏天 夏季 | 冬天 冬季", "ja": "夏 | 冬",
    },
}  # fmt: skip

#: "must | may": what is ordered and what is only possible or allowed. Two words of a kind in one sentence tell nothing.
MODALS: Mapping[str, str] = {
    "en": "must obliged obligatory mandatory compulsory required requires require shall | may might can could optional",
    "ru": "должен должна должно должны обязан обязана обязаны обязательн* обязательно необходимо следует нужно надо требуется приходится придётся придется пришлось | может могут можно могли мог могла можете можем можешь возможно",
    "uk": "повинен повинна повинно повинні мусить мусять зобов'яза* обов'язков* необхідно слід треба потрібно | може можуть можна могли міг могла можете можемо",
    "de": "muss müssen musste mussten müsste verpflichtet verpflichtend obligatorisch muß | kann können könnte könnten konnte konnten darf dürfen dürfte",
    "fr": "faut faudra fallait faudrait doit doivent devez devons devra devront devait devaient obligatoire obligatoires tenu tenus | peut peuvent pouvez pouvons pourra pourrait pourraient pouvait pouvaient facultatif",
    "es": "debe deben debemos deberá deberán debía debían obligatorio obligatoria obligados | puede pueden podemos podrá podrán podría podrían podía podían",
    "it": "bisogna bisognava bisognerà occorre occorreva deve devono dobbiamo dovrà dovranno doveva dovevano obbligatorio obbligatoria | può possono possiamo potrà potranno potrebbe potrebbero poteva potevano",
    "pt": "deve devem devemos deverá deverão devia deviam obrigatório obrigatória | pode podem podemos poderá poderão poderia poderiam podia podiam",
    "nl": "moet moeten moest moesten verplicht verplichte | kan kunnen kon konden mag mogen zou zouden",
    "pl": "musi muszą musimy musiał musiała musieli trzeba należy obowiązek obowiązkow* zobowiązan* trzeba | może mogą możemy mógł mogła mogli można mógłby mogłaby mogliby",
    "cs": "musí musíme musel musela museli povinn* | může mohou můžeme mohl mohla mohli mohlo lze",
    "sv": "måste obligatorisk* skyldig skyldiga | kan kunde får fick",
    "ar": "يجب ويجب ينبغي يتعين إلزامي إلزامية | يمكن ويمكن قد يستطيع تستطيع ممكن بإمكان يجوز يمكنك يمكنها يمكنه",
    "tr": "gerekiyor gerekir gerekti gerektiği gerektiğini gerektiğine gerekecek gerekmekte gerekmektedir zorundayız zorundadır zorundalar zorunda zorunlu mecbur gerek gerekli | olabilir mümkün edebilir yapabilir isteğe",
    "zh": "必须 必須 务必 務必 必需 | 可以 可能 能 会 會 或许 也许",
    "ja": "なければなら なくてはなら 必須 義務 ねばなら | かもしれ ことができ ことができる 可能 でき てもよい",
}  # fmt: skip

#: Endings that say what modal words say, as one pattern for each kind.
_MODAL_ENDINGS = {
    "tr": (
        r"(?!(?:te|e|a|şe|ka|kre|ha)m[ae]l[ıi]\b)\w{2,}(?<!m[ae])m[ae]l[ıi](?:d[ıi]r|y[ıi][zm]|s[ıi]n(?:[ıi]z)?|l[ae]r|yd[ıi])?",
        r"\w{2,}[ae]bil(?:ir|iyor|ecek|ece[ğk]|di|miş|mek|me|di[ğk])\w{0,6}",
    )
}

#: What must be, said in two words: the first, which has other readings alone, and what follows it.
_MUST_IN_TWO: Mapping[str, tuple[str, str]] = {
    "en": ("have has had", r"to"),
    "es": (
        "tengo tiene tienen tenemos tendrá tendrán tenía tenían tuvo tuvieron hay había habrá",
        r"que \w+[aei]r(?:se|l[aeo]s?)?",
    ),
    "it": ("ha hanno aveva avevano avrà avranno", r"da \w+[aei]r(?:e|si|l[aoei])"),
    "pt": ("tem têm temos tinha tinham terá terão teve tiveram", r"(?:de|que) \w+[aeiô]r(?:-\w+)?"),
    "fr": ("a ont avait avaient aura auront", r"à \w{2,}(?:er|ir|re)"),
    "nl": ("dient dienen diende dienden", r"(?:\w+ ){0,4}?te \w+en"),
    "pl": ("ma mają miał miała miało mieli miały", r"(?:\w+ )?\w+[aeiyąęuó]ć"),
    "uk": ("має мають мав мала мало мали матиме матимуть", r"(?:\w+ )?\w{2,}ти(?:ся|сь)?"),
}


class TwoSides:
    """The words of a language for the one side and for the other; `endings` are of words without a list.

    `heads` begin a phrase that says the one, which `phrase` finds in lower case.
    """

    __slots__ = ("endings", "heads", "one", "other", "phrase", "signs")

    def __init__(
        self, row: str, lang: str, endings: tuple[str, str] | None = None, in_two: tuple[str, str] | None = None
    ) -> None:
        heads, rest = in_two or ("", "")
        self.heads = frozenset(heads.split())
        self.phrase = re.compile(rf"(?<!\w)(?:{'|'.join(heads.split())}) {rest}(?!\w)", re.IGNORECASE) if rest else None
        one, other = row.split("|")
        self.endings = tuple(map(re.compile, endings)) if endings else ()
        self.signs: tuple[re.Pattern[str], re.Pattern[str]] | None = None
        if lang in ("zh", "ja"):
            self.signs = (_any(one), _any(other))
            self.one, self.other = frozenset(one.split()), frozenset(other.split())
        else:
            self.one, self.other = _listed(one, lang), _listed(other, lang)


def _any(row: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, row.split())))


def _listed(row: str, lang: str) -> frozenset[str]:
    found = {word for word in row.split() if not word.endswith("*") and "/" not in word}
    for stem, *endings in (word.split("/") for word in row.split() if "/" in word):
        found.update(stem + ending for ending in endings)
    for stem in (word[:-1] for word in row.split() if word.endswith("*")):
        listed = _in_order(lang)
        first = bisect_left(listed, stem)
        last = bisect_left(listed, stem + "\U0010ffff", lo=first)
        found |= {stem, *listed[first:last]}
    return frozenset(found)


@cache
def _in_order(lang: str) -> list[str]:
    return sorted(ranks(lang))


@cache
def opposites(lang: str) -> dict[str, TwoSides]:
    """The pairs of opposites that a language has words for."""
    return {name: TwoSides(rows[lang], lang) for name, rows in _OPPOSITES.items() if lang in rows}


@cache
def opposite_words(lang: str) -> frozenset[str]:
    """All words of all pairs of a language."""
    return frozenset(word for pair in opposites(lang).values() for word in pair.one | pair.other)


@cache
def opposite_index(lang: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each word the pairs it belongs to, with 1 for the one side of the pair and 2 for the other."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for name, pair in opposites(lang).items():
        for bit, side in ((1, pair.one), (2, pair.other)):
            for word in side:
                found[word] = (*found.get(word, ()), (name, bit))
    return found


@cache
def opposite_signs(lang: str) -> re.Pattern[str]:
    """Any sign of any pair of a language without spaces, the longest of those at a place."""
    return re.compile("|".join(map(re.escape, sorted(opposite_index(lang), key=lambda sign: (-len(sign), sign)))))


@cache
def modals(lang: str) -> TwoSides | None:
    """What must and what may be in a language; None where there is no table."""
    return TwoSides(MODALS[lang], lang, _MODAL_ENDINGS.get(lang), _MUST_IN_TWO.get(lang)) if lang in MODALS else None
