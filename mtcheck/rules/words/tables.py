"""Word lists by language that the garble families decide with: small closed classes, written by hand.

Every table is keyed by the language part of a BCP 47 tag; a language without an entry is left alone.
"""

from __future__ import annotations

from mtcheck.rules.text import word_set


def _table(**rows: str) -> dict[str, frozenset[str]]:
    return {lang.rstrip("_"): frozenset(row.split()) for lang, row in rows.items()}


#: Function words that stand glued to a name or to the end of a sentence (`Merkelwas`, `endThe`). Left out are words
#: that are also common endings or beginnings of other words.
FUNCTION_WORDS = _table(
    en="the and that this with from have has had was were are is of to in on at by for as it its he she they we you "
    "his her their our your but not which who when where what how if then than there here been will would could "
    "should can may must after before while about into over because also said says did does do be or an so no all "
    "these those them him us only more most some such between during until since against under through both each",
    de="der die das den dem des ein eine einen einem einer eines und oder aber nicht ist war sind waren hat "
    "hatte haben "
    "hatten wird wurde werden wurden mit von aus bei nach vor für auf über unter zwischen gegen durch ohne sich "
    "er sie "
    "es wir ihr ich als wie wenn dass weil auch noch nur schon sehr mehr so doch dann da hier zu im am in an um bis "
    "seit während sein seine seiner seinem seinen ihre ihrer ihrem ihren diese dieser dieses diesem diesen kann soll "
    "sagte sagt nach laut was wer wo",
    fr="le la les un une des du de et ou mais que qui quoi dont où est était sont étaient a ont avait avaient "
    "sera dans "
    "sur sous avec pour par sans chez vers entre après avant pendant depuis contre il elle ils elles nous vous je ce "
    "cet cette ces son sa ses leur leurs notre votre ne pas plus aussi comme si quand lorsque car donc alors très en "
    "au aux se été être avoir fait selon",
    es="el la los las un una unos unas de del y o pero que quien cual donde es era son eran fue fueron ha han había "
    "habían será en con por para sin sobre entre hasta desde hacia contra según durante tras él ella ellos ellas "
    "nosotros usted ustedes se su sus este esta estos estas ese esa esos esas no más también como si cuando porque "
    "muy ya al lo le les está están",
    it="il lo la i gli le un uno una di del dello della dei degli delle e o ma che chi cui dove è era sono erano ha "
    "hanno aveva avevano sarà in nel nella nei nelle con per senza su sul sulla tra fra dopo prima durante contro "
    "secondo egli lui lei loro noi voi si suo sua suoi sue questo questa questi queste quello quella non più anche "
    "come se quando perché al alla ai alle da dal dalla stato stata",
    pt="o a os as um uma uns umas de do da dos das e ou mas que quem qual onde é era são eram foi foram há tem têm "
    "tinha será em no na nos nas com por para sem sobre entre até desde contra segundo durante após ele ela "
    "eles elas "
    "nós você vocês se seu sua seus suas este esta estes estas esse essa isso não mais também como quando porque "
    "muito já ao à pelo pela",
    nl="de het een en of maar niet is was zijn waren heeft had hebben hadden wordt werd worden werden zal met "
    "van uit "
    "bij naar voor op over onder tussen tegen door zonder zich hij zij ze wij we jij ik die dat deze dit als wie wat "
    "waar wanneer omdat ook nog alleen al zeer meer dan te in aan om tot sinds tijdens na hun haar",
    sv="och men inte är var har hade blir blev kommer med från till för på över under mellan mot genom utan han "
    "hon de "
    "vi jag den det denna detta dessa som vem vad där när eftersom också bara redan mycket mer än att av om "
    "efter före "
    "hans hennes deras sin sina ett en i",
    da="og men ikke er var har havde bliver blev vil med fra til for på over under mellem mod gennem uden han hun de "
    "vi jeg den det denne dette disse som hvem hvad hvor når fordi også kun meget mere end at af om efter før hans "
    "hendes deres sin et en i",
    no="og men ikke er var har hadde blir ble vil med fra til for på over under mellom mot gjennom uten han hun "
    "de vi "
    "jeg den det denne dette disse som hvem hva hvor når fordi også bare meget mer enn at av om etter før hans "
    "hennes "
    "deres sin et en i",
    pl="i oraz a ale lub albo nie jest był była było byli są ma mają miał będzie w we z ze na do od po za przez "
    "dla bez "
    "przy pod nad między przed podczas się on ona ono oni ich jego jej który która które którzy że żeby jak jako gdy "
    "kiedy gdzie kto co czy to ten ta te tego tej tym także również już tylko bardzo",
    cs="a i ale nebo ne je byl byla bylo byli jsou má mají měl bude v ve z ze na do od po za pro bez při pod "
    "nad mezi "
    "před během se si on ona ono oni jejich jeho její který která které kteří že aby jak jako když kde kdo co zda to "
    "ten ta tento tato také již jen velmi",
    sk="a aj ale alebo nie je bol bola bolo boli sú má majú mal bude v vo z zo na do od po za pre bez pri pod "
    "nad medzi "
    "pred počas sa si on ona ono oni ich jeho jej ktorý ktorá ktoré ktorí že aby ako keď kde kto čo či to ten "
    "tá tento "
    "táto tiež už len veľmi",
    ru="и а но или не ни что как это то он она оно они мы вы я его её их был была было были есть будет в во на "
    "с со к "
    "ко от до из у о об при под над между перед после для без по за про через который которая которое которые если "
    "когда где кто чтобы потому также уже только очень более так все этот эта эти того этого",
    uk="і й та а але або не ні що як це то він вона воно вони ми ви я його її їх був була було були є буде в у "
    "на з із "
    "зі до від о об при під над між перед після для без по за про через який яка яке які якщо коли де хто щоб тому "
    "також вже тільки дуже більш так усі цей ця ці того цього",
    be="і й ды а але або не ні што як гэта то ён яна яно яны мы вы я яго яе іх быў была было былі ёсць будзе ў "
    "у на з "
    "са да ад пры пад над паміж перад пасля для без па за пра праз які якая якое якія калі дзе хто каб таму таксама "
    "ужо толькі вельмі",
    bg="и а но или не че да как това той тя то те ние вие аз го му ги беше бяха е са ще в във на с със към от "
    "до из при "
    "под над между пред след за без по през който която което които ако когато къде кой какво защото също вече само "
    "много повече така този тази тези",
    sr="i a ali ili ne da kako to on ona ono oni mi vi ja ga ih bio bila bilo je su će u na s sa k od do iz pri "
    "pod nad "
    "između pred posle za bez po kroz koji koja koje ako kada gde ko šta jer takođe već samo vrlo и а али или не да "
    "како то он она оно они био била било је су ће у на са од до из при под над између пред после за без кроз који "
    "која које ако када где ко шта јер такође већ само врло",
    hr="i a ali ili ne da kako to on ona ono oni mi vi ja ga ih bio bila bilo je su će u na s sa k od do iz pri "
    "pod nad "
    "između pred poslije za bez po kroz koji koja koje ako kada gdje tko što jer također već samo vrlo",
    sl="in a ali ne da kako to on ona ono oni mi vi jaz ga jih bil bila bilo je so bo v na s z k od do iz pri "
    "pod nad "
    "med pred po za brez skozi ki če ko kje kdo kaj ker tudi že samo zelo",
    ro="și sau dar nu este era sunt erau a au avea va în din cu pe la de pentru fără sub peste între până după "
    "înainte "
    "contra prin el ea ei ele noi voi eu se său sa lui lor acest această acești aceste că care cine ce unde când cum "
    "dacă deoarece mai foarte doar o un al ai ale fost",
    hu="a az és vagy de nem hogy mint volt voltak van vannak lesz ezt azt ez ami aki amely amikor ahol mert is csak "
    "már még nagyon egy után előtt között alatt szerint ellen miatt által ő ők mi ti én",
    fi="ja tai mutta ei on oli ovat olivat ole että joka jotka jonka kun koska jos kuin myös vain jo hyvin hän "
    "he me te "
    "se ne tämä nämä jälkeen ennen aikana kanssa mukaan",
    et="ja või aga ei on oli olid et kes mis kui sest ka ainult juba väga ta nad me te see need pärast enne ajal koos",
    lv="un vai bet ne ir bija ka kas kad kur jo arī tikai jau ļoti viņš viņa viņi mēs jūs tas tā šis šī pēc "
    "pirms ar no "
    "uz par pie bez starp",
    lt="ir ar bet ne yra buvo kad kas kuris kuri kai kur nes taip tik jau labai jis ji jie mes jūs tai šis ši "
    "po prieš "
    "su iš į apie prie be tarp",
    tr="ve veya ama fakat değil bir bu şu o için ile gibi kadar sonra önce göre karşı daha çok en ki ne kim "
    "nasıl neden "
    "olan olarak oldu olduğu var yok her hiç",
    el="και ή αλλά δεν ο η το οι τα του της των τον την τους τις στο στη στην στον στα είναι ήταν έχει έχουν "
    "είχε θα να "
    "με από για σε προς χωρίς μετά πριν μεταξύ κατά που ποιος όταν όπου αν γιατί επίσης μόνο πολύ πιο αυτός "
    "αυτή αυτό "
    "ένας μια ένα",
    ca="el la els les un una de del dels i o però que qui on és era són eren ha han havia serà en amb per sense "
    "sobre "
    "entre fins des cap contra segons durant després ell ella ells es seu seva aquest aquesta no més també com "
    "si quan "
    "perquè molt ja al als",
    id_="dan atau tetapi tidak yang ini itu adalah di ke dari dengan untuk pada oleh dalam akan telah sudah karena "
    "sebagai bahwa ia dia mereka kami kita juga lebih",
)

#: Words that open a clause and are written small inside a sentence: pronouns, articles, conjunctions. A capital on
#: one of them after a comma shows that a sentence was cut there. No polite pronouns (German Sie, Italian Lei ...).
CLAUSE_OPENERS = _table(
    en="He She They It We The This That These Those But And His Her Their There Its Many Some Most Our My Who Which "
    "When While Because If Although",
    fr="Il Elle Ils Elles Nous On Les Ces Cette Cela Mais Et Ce Leurs Leur",
    es="Él Ella Ellos Ellas Nosotros Los Las Este Esta Estos Estas Pero Y Su Sus Esto",
    it="Egli Essi Esse Noi Gli Questo Questa Questi Queste Ma E I",
    pt="Ele Ela Eles Elas Nós Os As Este Esta Estes Estas Mas E Isso Seu Sua Seus Suas",
    de="Er Wir Es Der Die Das Ein Eine Dieser Diese Dieses Aber Und Seine Sein",
    nl="Hij Wij We Het De Een Deze Dit Maar En Zijn Hun",
    sv="Han Hon De Vi Det Den Denna Detta Dessa Men Och",
    da="Han Hun Vi Det Den Denne Dette Disse Men Og",
    no="Han Hun De Vi Det Den Denne Dette Disse Men Og",
    pl="On Ona Oni One My Ten Ta To Te Ale I Jego Jej Ich",
    cs="On Ona Oni My Ten Ta To Ti Ale A Jeho Její Jejich",
    sk="On Ona Oni My Ten Tá To Tí Ale A Jeho Jej Ich",
    ru="Он Она Они Мы Это Этот Эта Эти Но И А Его Её Их",
    uk="Він Вона Вони Ми Це Цей Ця Ці Але І А Його Її Їх",
    be="Ён Яна Яны Мы Гэта Гэты Але І А Яго Яе Іх",
    bg="Той Тя Те Ние Това Този Тази Тези Но И А",
    ro="El Ea Ei Ele Noi Acest Această Aceste Dar Și",
    ca="Ell Ella Ells Elles Nosaltres Els Les Aquest Aquesta Però I",
)

#: Conjunctions and relative words that no name begins with, so that even a name may follow them.
CLAUSE_LINKS = _table(
    en="Which When While Because Although Though Since Whether Unless Whereas Where Whose Nor",
    fr="Qui Que Dont Où Lorsque Quand Puisque Alors Ainsi Mais",
    es="Que Quien Quienes Donde Cuando Aunque Porque Mientras Sino Pero Pues Así",
    it="Che Dove Quando Perché Mentre Anche Ma Però Poiché Quindi Perciò Tuttavia",
    pt="Que Quem Onde Quando Embora Porque Enquanto Mas Pois Porém Portanto",
    de="Dass Weil Obwohl Während Damit Denn Sondern Daher Deshalb Deswegen Darum Trotzdem Dennoch Jedoch Allerdings "
    "Außerdem Zudem Sodass Nachdem Bevor Wobei Womit Wodurch Weshalb Falls Sobald Solange",
    nl="Waar Toen Omdat Terwijl Hoewel Maar",
    sv="Som Där När Eftersom Medan Men",
    da="Som Hvor Når Fordi Mens Men",
    no="Som Hvor Når Fordi Mens Men",
    pl="Że Który Która Które Którzy Gdzie Gdy Ponieważ Aby Kto Lecz Ale Jednak Dlatego Więc Kiedy Choć Jeśli Gdyż Bo",
    cs="Že Kde Co Kdo Když Protože Který Která Které Kteří Aby Jak Jestli Ale Proto Neboť Pokud Přestože Ačkoli",
    sk="Že Kde Čo Kto Keď Pretože Ktorý Ktorá Ktoré Aby Ako Ale",
    ru="Что Чтобы Который Которая Которые Которое Где Когда Если Хотя Но Поэтому Однако Зато Потому Поскольку Пока Или",
    uk="Що Щоб Який Яка Яке Які Де Коли Якщо Хоча Але Тому Однак Проте Оскільки Поки Бо Або",
    fi="Että Joka Jotka Kun Jos Mutta Koska Jossa",
    tr="Ancak Çünkü Fakat Ama Oysa Yoksa",
    id="Yang Dan Tetapi Karena Ketika",
    ro="Care Unde Când Deoarece Dar Iar",
)

#: Words that no sentence ends with: articles, prepositions, conjunctions.
NEVER_LAST = _table(
    en="the a an of and or with from into than that's because between whose our their your my its his every if "
    "although unless whether upon toward towards amid among despite",
    de="der den dem des ein eine einen einem einer und oder dass weil obwohl sowie zwischen gegen wegen "
    "seine seiner seinen seinem ihre ihrer ihrem unsere",
    fr="le la les un une des du de et ou que dont dans avec pour par sur chez vers entre aux au ses leurs si car",
    es="el la los las un una de del y o que con por para en al su sus cuyo cuya según aunque porque entre",
    it="il lo gli un uno una di del della dei degli delle e o che con per nel nella tra fra cui dal dalla sul sulla",
    pt="o os um uma de do da dos das e ou que com por para em no na nos nas ao pelo pela cujo entre",
    nl="de het een en of omdat dat met van bij naar tussen tegen zonder wiens hun",
    sv="och eller att med från mellan mot utan vars ett en",
    da="og eller at med fra mellem mod uden hvis et en",
    no="og eller at med fra mellom mot uten hvis et en",
    pl="i oraz lub albo że żeby który która które w we z ze na do od dla przez pod nad między przy",
    cs="a i nebo že aby který která které v ve z ze na do od pro bez při pod nad mezi",
    sk="a aj alebo že aby ktorý ktorá ktoré v vo z zo na do od pre bez pri pod nad medzi",
    ru="и или что чтобы который которая которые в во на с со к от до из у о об при под над между для без",
    uk="і й та або що щоб який яка які в у на з із до від при під над між для без",
    bg="и или че да който която които в във на с със към от до из при под над между за без",
    ro="și sau că care în din cu pe de pentru fără sub peste între prin unui unei",
    el="και ή ο η το οι τα του της των τον την τους τις στο στη στην στον με από για σε",
    tr="ve veya ile bir",
    id_="dan atau yang di ke dari dengan untuk pada oleh bahwa",
    ca="el els les un una de del dels i o que amb per en al als",
)

#: Doublings that are right: pronouns and articles that meet, emphasis, reduplication.
LEGIT_DOUBLES = _table(
    en="had that very no many so much her ha bye yes now long far big more really never well blah hey oh wow ho "
    "yeah knock chop aye hear tut tick",
    de="die der das sie den ja nein sehr so lange viel",
    fr="nous vous très non oui bien ha",
    es="no muy sí bien ya",
    it="piano via ora sì no molto così man bene poco ben quasi pian",
    pt="não sim muito se bem logo já",
    nl="die dat heel ja nee u haar er je hun",
    sv="den det de är har som så ja nej mycket",
    da="der det den de er har som så ja nej meget",
    no="der det den de er har som så ja nei meget",
    pl="nie tak bardzo no to",
    cs="to ne ano tak moc",
    sk="to nie áno tak",
    ru="да нет очень так не много долго давно еле чуть то ну быстро тихо вот но",
    uk="так ні дуже то ледь",
    be="так не вельмі",
    bg="да не много се",
    hr="je da ne se",
    sr="je da ne se је да не се",
    sl="je da ne se so bo",
    ro="nu da foarte mai",
    hu="az a egy ki már",
    fi="hyvin",
    et="väga ei",
    lv="ļoti nē",
    lt="labai ne",
    ca="no molt",
    el="πολύ όχι ναι το του να σιγά λίγο",
)
#: Doublings that are right only between this before and this after them (each may be empty).
DOUBLES_IN_CONTEXT: dict[tuple[str, str], tuple[str, str]] = {
    ("en", "is"): (r"(?i)\b(?:what|it|this|that|he|she|thing|problem|point|question|how|where|who|all)\b", ""),
    ("cs", "se"): ("", r"(?i)\s+[\W_]?(?:[szšž\d]|vš|mn|čt|ct|dv)"),
    ("sk", "sa"): ("", r"(?i)\s+[\W_]?[szšž\d]"),
}  # fmt: skip
#: Languages that double words as grammar or idiom; only function words are looked at there.
REDUPLICATING = word_set("tr id ms hi bn ta te mr ur vi th zh ja ko ar fa he tl jv su my km lo sw az kk uz hu ka hy")
