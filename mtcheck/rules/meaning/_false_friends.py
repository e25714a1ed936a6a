# ruff: noqa: E501 (tables)
"""False friends: words that look alike in English and another language, and mean two things.

A line an entry: the foreign word, the English word that looks like it, what the foreign word means in English, what the
English word is in the language. `*` stands for any ending, `_` for a space. Made by hand; a word that does mean what it
looks like in a common use (`Figur`, `figure`) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from mtcheck.rules.text import Span, has_any
from mtcheck.rules.words.lexicon import places, words
from mtcheck.rules.words.views import kept

_ROWS: Mapping[str, str] = {
    "es": """
actualmente | actually | currently now nowadays today present presently | realidad hecho realmente
actual actuales | actual | current present today* existing modern latest | real reales verdader* efectiv*
asistir asistió asistieron asistirán asistirá asisten | assist assisted assists assisting | attend* present took_part | ayud* auxili* apoy*
eventual eventuales eventualmente | eventual eventually | possibl* temporary temporarily casual occasional* potential* any if_necessary | final* término acab* posterior*
éxito éxitos | exit exits | success* hit hits succeed* acclaim* triumph* | salida salidas
embarazada embarazadas | embarrassed | pregnant expecting expectant | avergonzad* incóm*
constipado constipada constipados | constipated | cold colds | estreñ*
sensible sensibles | sensible | sensitiv* tender considerable significant | sensat* razonable*
carpeta carpetas | carpet carpets | folder folders file files | alfombra* moqueta*
librería librerías | library libraries | bookshop* bookstore* bookcase* bookshelf | biblioteca*
pretender pretende pretenden pretendía pretendían pretendió | pretend pretends pretended pretending | intend* aim* want* seek* try* tries tried plan* hope* mean* attempt* claim* | fing* simul* aparent*
realizar realiza realizan realizó realizaron realizado realizada | realise realised realize realized realizes realising realizing | carr* perform* mak* made conduct* do did done hold held achiev* undert* execut* fulfil* come_true | cuenta comprend* entend*
recordar recuerda recuerdan recordó recordaron | record records recorded recording | rememb* remind* recall* commemor* | grab* regist* récord*
soportar soporta soportan soportó | support supports supported supporting | bear* endur* withstand* stand* tolerat* put_up suffer* carr* | apoy* respald* sosten* sustent*
sano sana sanos sanas | sane | healthy health wholesome sound | cuerd*
suceso sucesos | success successes | event* incident* happening* accident* crime* occurrence* | éxito*
conductor conductores conductora | conductor conductors | driver drivers motorist* | director* orquesta revisor* cobrador*
fábrica fábricas | fabric fabrics | factor* plant plants mill* works | tela telas tejid*
facultad facultades | facilities | facult* power* right* abilit* school | instalaci*
lectura lecturas | lecture lectures | reading* read | conferencia* ponencia* clase charla*
molestar molesta molestan molestó molestia molestias | molest molested molests molesting | bother* annoy* disturb* inconvenien* upset* trouble* nuisance | abus* acos* agred*
parientes pariente | parents parent | relativ* family kin | padre* madre*
ropa ropas | rope ropes | cloth* garment* laundr* linen wear | cuerda* soga* cabo
sopa sopas | soap soaps | soup soups | jabón jabones
vaso vasos | vase vases | glass glasses cup cups tumbler* vessel* | jarrón jarrones florero*
delito delitos | delight delights | crime* offence* offense* felon* criminal | deleite* placer* encant*
desgracia desgracias | disgrace disgraces | misfortun* traged* accident* disaster* bad_luck unfortunate* trouble* | vergüenza* deshonr*
disgusto disgustos | disgust | upset* annoy* displeas* trouble* disappoint* quarrel* | asco repugn*
idioma idiomas | idiom idioms | language* tongue* | modismo* frase*
simpático simpática simpáticos | sympathetic | nice friendl* likeable pleasant kind charming | compasiv* comprensiv*
noticia noticias | notice notices | news report* stor* | aviso* anuncio* cartel* notific*
once | once | eleven 11 | vez
red redes | red | network* net nets web grid* system | rojo* roja*
preservativo preservativos | preservative preservatives | condom* | conservante*
preocupado preocupada preocupados preocupadas | preoccupied | worri* concern* anxious | absort* ensimism*
rato ratos | rat rats | while moment* time bit | rata ratas
campo campos | camp camps | field* countryside country* rural land area course camps_in | campament*
bombero bomberos | bomber bombers | fire* | bombarder* terrorist*
billón billones | billion billions | trillion* 10* | mil_millones millardo*
advertir advierte advierten advirtió advirtieron | advertise advertises advertised | warn* note* notic* point* caution* | anunci* publici*
arma armas | arm arms | weapon* gun* arms_trade arms_race armament* armed | brazo*
casualidad casualidades | casualty casualties | chance coinciden* accident* luck | víctima* baja bajas herid*
decepción decepciones | deception deceptions | disappoint* let-down letdown | engaño* fraude*
jubilación jubilado jubilados | jubilation jubilant | retire* pension* | júbilo alegría
quitar quita quitan quitó | quit quits quitting | remov* tak* took away off | dej* abandon* renunc*
grosería grosero | grocery groceries | rude* vulgar* coarse swear* | tienda* comestible* ultramar*
matrícula matrículas | matriculated | registration* enrol* plate plates fee* licen* | matricul*
contestar contesta contestó contestaron | contest contests contested | answer* repl* respond* | impugn* disput*
horno hornos | horn horns | oven* furnace* kiln* | cuerno* bocina*
pie pies | pie pies | foot feet standing bottom caption | pastel* tarta* empanada*
sin | sin sins | without no non free un* lack* | pecado*
pan | pan pans | bread loaf loaves | sartén* cacerola*
""",
    "fr": """
actuellement | actually | currently now nowadays today present presently moment | fait réalité vraiment effectivement réellement
actuel actuelle actuels actuelles | actual | current present today* existing modern latest | réel* véritable* vrai* concr*
éventuellement éventuel éventuelle éventuels éventuelles | eventually eventual | possib* potential* perhaps any may might if_necessary | final* fin
assister assiste assistent assisté assistera assisteront | assist assisted assists assisting | attend* witness* watch* present see saw took_part | aid* second* assistance
attendre attend attendent attendu attendaient attendait attendus | attend attends attended attending | wait* expect* await* | assist* particip* fréquent* prése*
librairie librairies | library libraries | bookshop* bookstore* bookseller* | bibliothèque* médiathèque*
sensible sensibles | sensible | sensitiv* considerable significant noticeable tender responsive | raisonnable* sens* judicieu*
journée journées | journey journeys | day days daytime | voyage* trajet* parcours
location locations | location locations | rent* hire hiring lease leas* let letting* | lieu* emplacement* endroit* site*
pain pains | pain pains | bread loaf loaves roll* | douleur* mal souffran* peine
coin coins | coin coins | corner* area* spot | pièce* monnaie
chair | chair chairs | flesh meat | chaise* fauteuil* siège*
main mains | main | hand hands | princip* essentiel*
pour | pour pours poured | for to in_order | vers* coul*
prétendre prétend prétendent prétendu | pretend pretends pretended pretending | claim* alleg* assert* maintain* so-called supposed* | fei* simul* semblant
quitter quitte quittent quitté quittée quittent | quit quits quitting | leav* left depart* abandon* | démissionn* arrêt* cess*
rester restent resté restera restée | rest rests rested resting | stay* remain* left still | repos* repose* arrêt*
blesser blessé blessés blessée blessées blesse | bless blessed blesses blessing | injur* wound* hurt* casualt* | bén*
demander demandent demandera | demand demands demanded demanding | ask* request* application* want* call* seek* sought appl* wonder* | exig* réclam* revendic*
ignorer ignore ignorent ignorait ignoraient | ignore ignores ignored | know* knew unaware unknown ignoran* | néglig* tenir_compte ignorer
issue issues | issue issues | outcome* exit* result* end way_out solution* | problème* question* numéro* enjeu* sujet*
lecture lectures | lecture lectures | reading* read play* | conférence* cours exposé*
crayon crayons | crayon crayons | pencil* | pastel* cire craie*
déception déceptions | deception deceptions | disappoint* | tromperie* duperie*
délai délais | delay delays | deadline* time period* limit* notice lead | retard* délai_supp*
avertissement avertissements | advertisement advertisements | warning* caution* | publicité* annonce* réclame*
car cars | car cars | coach* bus buses because for since as | voiture* automobile*
cave caves | cave caves | cellar* basement* winer* vault* | grotte* caverne*
comédien comédiens comédienne comédiennes | comedian comedians | actor* actress* performer* player* | humorist* comique*
compréhensif compréhensive | comprehensive | understanding sympathetic | complet* exhaustif* exhaustive* global*
confidence confidences | confidence | secret* confid* | confiance assurance
évidence | evidence | obvious* clear* fact evident* | preuve* témoign* indice*
fabrique fabriques | fabric fabrics | factor* workshop* mill* mak* manufactur* | tissu* étoffe*
gentil gentille gentils gentilles | gentle | kind* nice friendl* sweet good | doux douce doux*
habit habits | habit habits | cloth* dress outfit* costume* coat suit | habitude* coutume*
hasard hasards | hazard hazards | chance coincidence* random* luck accident* | danger* risque*
injure injures | injury injuries | insult* abuse swear* | bless* lésion*
inhabité inhabitée inhabités | inhabited | uninhabited unoccupied empty deserted | habit* peupl*
médecin médecins | medicine medicines | doctor* physician* medic* | médicament* remède* médecine
once | once | ounce* oz | fois
patron patrons | pattern patterns | boss* employer* owner* manager* patron* head | motif* modèle* schéma*
préservatif préservatifs | preservative preservatives | condom* | conservateur*
procès | process processes | trial* lawsuit* case proceeding* court | processus procédé* procédure*
propre propres | proper | own clean* | convenable* approprié* correct* bon
rude rudes | rude | harsh* hard* rough tough severe | grossi* impoli* malpoli*
sort sorts | sort sorts | fate* destin* lot spell* lots | sorte* genre* type* espèce*
stage stages | stage stages | internship* placement* course* training traineeship* work_experience camp | scène* étape* phase* stade*
trouble troubles | troubled | disorder* disturb* trouble* blur* unrest murky | ennui* problème*
veste vestes | vest vests | jacket* | gilet* maillot* débardeur*
regarder regarde regardent regardé | regard regards regarded | look* watch* concern* see view* consider* gaz* | consid*
formidable formidables | formidable | great* wonderful* fantastic* terrific tremendous amazing | redoutable*
licencié licenciés licenciement licenciements | licensed | dismiss* laid lay-off* layoff* redundan* fired sacked licen* graduate* | autoris* agréé* licence
sympathique sympathiques | sympathetic | nice friendl* likeable pleasant kind | compatiss* compréhens*
achèvement achèvements | achievement achievements | complet* finish* conclu* | réalisation* exploit* réussite*
billion billions | billion billions | trillion* | milliard*
""",
    "de": """
aktuell aktuelle aktuellen aktueller aktuelles | actual actually | current* present* topical latest now today* recent* up-to-date | tatsächlich* eigentlich wirklich*
eventuell eventuelle eventuellen eventueller | eventual eventually | possib* perhaps may might maybe potential* any if_necessary | schließlich letztlich endlich
bekommen bekommt bekam bekamen bekomme | become becomes became becoming | get* got receiv* obtain* given gain* have had has | wird werden wurde* geworden
gymnasium gymnasien gymnasiums | gymnasium gymnasiums gym gyms | school* grammar secondary high | turnhalle* sporthalle* fitness*
also | also | so thus therefore then hence well that_is | auch ebenfalls zudem außerdem
brav brave braver braven | brave | good well-behaved obedient honest upright | mutig* tapfer*
chef chefs | chef chefs | boss* head* chief* manager* leader* director* ceo editor* | koch köch* küchenchef*
fast | fast | almost nearly virtually practically close | schnell* rasch*
gift gifte giften | gift gifts | poison* toxi* venom* | geschenk* gabe* begab* spende*
handy handys | handy | mobile* cell* phone* smartphone* | praktisch* nützlich* handlich*
konsequent konsequente konsequenten | consequent consequently | consistent* rigorous* strict* resolut* thorough* systematic* | folglich daher deshalb infolgedessen
mist | mist | dung manure rubbish crap nonsense damn | nebel* dunst*
rat rats räte | rat rats | advice council* counsel* board* | ratte*
rente renten | rent rents | pension* annuit* retire* | miete* mietzins*
sensibel sensible sensiblen sensibler | sensible | sensitiv* delicate | vernünftig* sinnvoll*
spenden spende spendet spendete spendeten gespendet | spend spends spent spending | donat* gave give* contribut* charit* | ausgeb* ausgab* ausgegeben verbring* verbracht*
stern sterne sternen | stern | star stars starred | heck streng*
strom stroms ströme | storm storms | electric* power current* stream* river* energy | sturm* stürm* gewitter*
sympathisch sympathische sympathischen | sympathetic | nice likeable pleasant friendl* congenial personable | mitfühlend* verständnisvoll*
wand wände wänden | wand wands | wall* | zauberstab*
fabrik fabriken | fabric fabrics | factor* plant* mill* works | stoff* gewebe*
kaution kautionen | caution cautions | bail* deposit* surety | vorsicht*
billion billionen | billion billions | trillion* | milliarde*
kritik kritiken | critic critics | criticism* review* critique* | kritiker*
mörder mörders | murder murders | murderer* killer* | mord morde mordes
meinung meinungen | meaning meanings | opinion* view* mind | bedeutung* sinn
novelle novellen | novel novels | novella* amend* | roman romane romans
oldtimer oldtimern | old-timer old-timers oldtimer | vintage classic veteran |
pathetisch pathetische | pathetic | emotional* dramatic* solemn bombastic grandiose | erbärmlich* jämmerlich* kläglich*
personal personals | personal | staff* personnel employee* workforce worker* crew | persönlich* privat*
preservativ präservativ präservative | preservative preservatives | condom* | konservierung*
promotion promotionen | promotion promotions | doctor* phd dissertation* graduat* | beförderung* werbung*
prospekt prospekte prospekten | prospect prospects | brochure* leaflet* prospectus* catalog* | aussicht* perspektiv*
provision provisionen | provision provisions | commission* | bestimmung* versorgung* vorschrift*
rezept rezepte rezepten | receipt receipts | recipe* prescription* formula* | quittung* beleg* kassenbon*
sekt | sect sects | sparkling champagne wine | sekte*
seriös seriöse seriösen seriöser | serious seriously | reputable respectable reliable trustworthy sound legitimate | ernst* schwer*
tablett tabletts | tablet tablets | tray* | tablette*
unternehmer unternehmern unternehmers | undertaker undertakers | entrepreneur* business* contractor* employer* | bestatt*
überhören überhört | overhear overheard | miss* ignor* not_hear | mithör* belausch* zufällig
übersehen übersieht übersah | oversee oversees oversaw overseeing | overlook* miss* | beaufsicht* überwach* leit*
warenhaus warenhäuser | warehouse warehouses | department_store* store* | lager*
winken winkt winkte | wink winks winked | wav* beckon* | zwinker*
bald | bald | soon shortly before_long | glatz* kahl*
dom dome doms | dome domes | cathedral* minster | kuppel*
engagiert engagierte engagierten | engaged | committed dedicated involv* hired active* commit* | verlobt*
familiär familiäre familiären | familiar | famil* informal domestic | vertraut* bekannt*
formular formulare formularen | formula formulas formulae | form forms | formel*
hose hosen | hose hoses | trouser* pants shorts | schlauch*
hut hüte hüten | hut huts | hat hats | hütte*
igel igels | eagle eagles | hedgehog* | adler*
kind kindes | kind | child* kid* boy girl bab* son daughter | art sorte freundlich*
lack lacke | lack | paint* varnish* lacquer* enamel | mangel*
list | list | cunning ruse* trick* guile | liste*
map mappe mappen | map maps | folder* briefcase* portfolio* | karte* landkarte*
tag tage tagen tages | tag tags | day days | etikett*
ton tons töne | ton tons | sound* tone* note* clay audio | tonne*
taste tasten | taste tastes | key keys button* | geschmack*
""",
    "it": """
attualmente | actually | currently now nowadays today present presently | realtà effettivamente davvero fatto
attuale attuali | actual | current present today* existing latest modern | reale reali effettiv* vero vera
eventualmente eventuale eventuali | eventually eventual | possib* potential* any perhaps may might if_necessary | infine alla_fine finale finalmente
assistere assiste assistono assistito assisteranno | assist assisted assists | attend* witness* watch* see saw care* | aiut* assistenza
camera camere | camera cameras | room* chamber* bedroom* house | fotocamera* telecamera* macchina
caldo calda caldi calde | cold | hot warm* heat* | freddo fredda freddi fredde
cantina cantine | canteen canteens | cellar* winer* basement* wine* | mensa mense
confidenza | confidence | familiarity intimacy confid* | fiducia
crudo cruda crudi crude | crude | raw uncooked harsh | grezz* rozz* greggio
delusione delusioni | delusion delusions | disappoint* | illusion* deliri*
estate estati | estate estates | summer* | tenuta* proprietà patrimonio
fabbrica fabbriche | fabric fabrics | factor* plant* mill* works | tessut* stoff*
fastidioso fastidiosa fastidiosi | fastidious | annoy* irritat* bothersome | pignolo meticolos*
fattoria fattorie | factory factories | farm* | fabbric* stabiliment*
firma firme | firm firms | signature* sign* designer brand* | azienda* ditta* impresa* società
libreria librerie | library libraries | bookshop* bookstore* bookcase* bookshel* | bibliotec*
lettura letture | lecture lectures | reading* read | conferenz* lezion*
lunatico lunatica | lunatic lunatics | moody temperamental | pazz* folle*
magazzino magazzini | magazine magazines | warehouse* store* depot* stock | rivista riviste
morbido morbida morbidi morbide | morbid | soft* smooth gentle | morboso* macabr*
noioso noiosa noiosi noiose | noisy | bor* dull tedious | rumoros*
parenti parente | parents parent | relativ* family kin | genitor* padre madre
patente patenti | patent patents | licen* driving | brevett*
peperoni peperone | pepperoni | pepper peppers | salame salam*
pretendere pretende pretendono preteso | pretend pretends pretended | demand* claim* expect* insist* require* | fing* finta
preservativo preservativi | preservative preservatives | condom* | conservant*
rumore rumori | rumour rumours rumor rumors | noise* sound* | voce voci dicer*
sensibile sensibili | sensible | sensitiv* considerable significant | ragionevol* sensat*
simpatico simpatica simpatici | sympathetic | nice likeable friendl* pleasant funny | comprensiv* compassion*
suggestivo suggestiva suggestivi suggestive | suggestive | evocative atmospheric picturesque charming striking enchanting impressive beautiful | allusiv* provocant*
tasto tasti | taste tastes | key keys button* | gust* sapor*
triviale triviali | trivial | vulgar coarse crude | banal* insignificant*
ultimamente | ultimately | lately recently | infine alla_fine
vacanza vacanze | vacancy vacancies | holiday* vacation* break | posto posti vacant*
bravo brava bravi brave | brave | good clever skilled capable talented well excellent great | coraggios*
conduttore conduttori conduttrice | conductor conductors | host* presenter* driver* anchor* conductor* | direttor* orchestra
comprensivo comprensiva | comprehensive | understanding inclu* sympathetic | complet* esaurient*
casuale casuali casualmente | casual casually | random* accident* chance coincid* | informal*
accomodare accomodarsi | accommodate | sit make_yourself comfortable come_in | ospitar* alloggi*
ricordare ricorda ricordano ricordato | record records recorded | rememb* remind* recall* | registr*
testa teste | test tests | head heads top | prova prove esame esami
box | box boxes | garage* pit* stall* | scatola scatole
occasione occasioni | occasional | occasion* opportunit* bargain* chance* |
romanzo romanzi | romance romances | novel* | storia amore
annoiare annoiato annoiati annoiata | annoy annoyed annoying | bor* | infastid* irrit*
salire sale salgono | sale | rise* rising rose climb* go* up increas* | vendita
""",
    "pt": """
atualmente | actually | currently now nowadays today present presently | realidade facto fato realmente verdade
atual atuais | actual | current present today* existing latest modern | real reais verdadeir* efetiv*
assistir assiste assistem assistiu assistiram | assist assisted assists | attend* watch* witness* see saw view* | ajud* auxili*
eventualmente eventual eventuais | eventually eventual | possib* occasion* any perhaps may potential* if_necessary | final* acab*
pretender pretende pretendem pretendia pretendiam | pretend pretends pretended | intend* plan* want* aim* wish* seek* hope* mean* | fing*
êxito êxitos | exit exits | success* | saída saídas
esquisito esquisita esquisitos | exquisite | strange* odd weird* peculiar | requintad* primoros*
constipado constipada constipados | constipated | cold colds | obstip* prisão
livraria livrarias | library libraries | bookshop* bookstore* | bibliotec*
parentes parente | parents parent | relativ* family kin | pais pai mãe
puxar puxe puxa puxou | push pushed pushes | pull* draw* drag* | empurr*
costume costumes | costume costumes | custom* habit* usual* tradition* | traje* fantasia*
data datas | data | date dates | dado dados
fábrica fábricas | fabric fabrics | factor* plant* mill* | tecido*
gripe gripes | grip grips | flu influenza | aperto punho
injúria injúrias | injury injuries | insult* slander* abuse offence* | feriment* lesão lesões
novela novelas | novel novels | soap* telenovela* | romance romances
notícia notícias | notice notices | news report* stor* | aviso* anúncio*
ofício ofícios | office offices | trade* craft* letter* profession* | escritóri* gabinete*
realizar realiza realizam realizou realizaram realizado realizada | realise realised realize realized | carr* perform* hold held mak* made conduct* do did done achiev* took_place | perceb* compreend*
recordar recorda recordam recordou | record records recorded | rememb* remind* recall* | grav* regist*
sensível sensíveis | sensible | sensitiv* | sensat* razoáve*
simpático simpática | sympathetic | nice friendl* likeable pleasant kind | compassiv* solidári*
tenente tenentes | tenant tenants | lieutenant* | inquilin* arrendatári*
vaso vasos | vase vases | pot pots vessel* toilet vase* | jarra jarras
enrolar enrola enrolou | enrol enroll enrolled | roll* wrap* wind* | inscrev* matricul*
lanche lanches | lunch lunches | snack* | almoço*
polícia police policial policiais | policy policies | police* officer* cop cops | política* apólice*
rato ratos | rate rates | mouse mice rat* | taxa*
resumir resume resumem resumiu | resume resumes resumed | summar* sum* | retom* recome*
ultimamente | ultimately | lately recently | final* fundo
bilião biliões | billion billions | trillion* | mil_milhões
largo larga largos largas | large | wide* broad* | grande*
preservativo preservativos | preservative preservatives | condom* | conservante*
""",
    "ru": """
магазин магазина магазине магазины магазинов магазину магазином магазинах | magazine magazines | shop* store* supermarket* outlet* retail* | журнал*
аккуратный аккуратно аккуратная аккуратные | accurate accurately | neat* tid* careful* gentl* orderly | точн*
актуальный актуальная актуальные актуальным актуальной актуально актуальность | actual actually | current* topical relevan* urgent pressing up-to-date important timely hot | действительн* фактическ* реальн* самом_деле
ангина ангины ангиной ангину | angina | tonsil* throat | стенокард*
бензин бензина бензином | benzine benzene | petrol gasoline gas fuel | бензол*
брат братья братьев | brat brats | brother* |
гимназия гимназии гимназию гимназий | gymnasium gymnasiums gym gyms | school* grammar gymnazi* high | спортзал* спортивн*
декада декады декаду декаде декад | decade decades | ten_days ten-day | десятилет*
проспект проспекта проспекте проспекту проспекты | prospect prospects prospectus | avenue* boulevard* street* prospekt | перспектив*
фамилия фамилии фамилию фамилией фамилий | family families | surname* last_name name names | семь* семей*
фабрика фабрики фабрику фабрике фабрикой фабрик | fabric fabrics | factor* mill* plant* | ткан*
кабинет кабинета кабинете кабинеты кабинетов | cabinet cabinets | office* study room* surgery classroom* | министр* правительств* шкаф*
интеллигентный интеллигентная интеллигентные интеллигентность интеллигентного | intelligent intelligence | cultured refined educated cultivated polite well-mannered | умн* интеллект*
клей клея клеем | clay | glue adhesive | глин*
комплекция комплекции | complexion | build figure physique frame | цвет_лица
конкурс конкурса конкурсе конкурсы | concourse | contest* competition* tender* |
лунатик лунатика | lunatic lunatics | sleepwalk* | сумасшедш* безум*
манифестация манифестации | manifestation manifestations | demonstrat* rall* march* | проявлени*
новелла новеллы новеллу новелл | novel novels | short_stor* novella* | роман романа романы
облигация облигации облигаций | obligation obligations | bond bonds | обязательств*
паста пасты пасту | pasta | paste* toothpaste | макарон*
презерватив презервативы презервативов | preservative preservatives | condom* | консервант*
претендовать претендует претендуют претендовал претендовали претендента | pretend pretends pretended pretending | claim* appl* aspir* compet* seek* vie* lay* bid* | притвор* делать_вид
проба пробы пробу проб | probe probes | sample* test* trial* hallmark* | зонд*
провизия провизии | provision | food provisions supplies | положени* условие*
ракета ракеты ракет ракету | racket rackets | rocket* missile* | ракетк*
реклама рекламы рекламу рекламой | reclaim reclamation | advert* ad ads commercial* publicity promot* |
репетиция репетиции репетиций репетицию | repetition repetitions | rehears* | повтор*
симпатичный симпатичная симпатичные симпатия симпатии симпатию | sympathetic sympathy | nice likeable attractive cute pretty pleasant liking affection* fond* | сочувств*
спирт спирта спиртом | spirit spirits | alcohol* | дух духа духом
стул стула стулья стульев | stool stools | chair* seat* | табурет*
транспарант транспаранты транспарантами | transparent transparency | banner* placard* | прозрачн*
физик физика физики физику | physician physicians | physicist* physics | врач* терапевт* медик*
экспертиза экспертизы экспертизу экспертизе экспертиз | expertise | examination* assess* analys* expert* test* review* apprais* forensic* | знани* опыт* компетен*
эксплуатация эксплуатации эксплуатацию | exploitation | operation* use service run* maintenance commission* | эксплуататор* угнет*
этикетка этикетки этикеток | etiquette | label* tag* | этикет этикета
юбилей юбилея юбилею юбилейный | jubilant | anniversar* jubilee birthday* | ликующ*
бисквит бисквита бисквитный | biscuit biscuits | sponge cake | печень*
вельвет вельвета вельветовый | velvet | corduroy | бархат*
инсульт инсульта инсультом | insult insults | stroke* | оскорбл*
камера камеры камеру камере | camera cameras | cell* chamber* luggage camera* inner | фотоаппарат* фотокамер* видеокамер* съёмк* съемк* видео* фото* снима* веб*
лист листа листы листов | list lists | sheet* leaf leaves page* | список списка списк* перечень перечн*
магистраль магистрали | magistrate magistrates | highway* main* trunk motorway* pipeline* line* | судь* магистрат*
персонал персонала персоналом персоналу | personal | staff* personnel employee* worker* | личн* персональн*
полис полиса полисы | police | polic* insurance | полици*
принципиальный принципиальная принципиально принципиальные | principal principally | principled fundamental* matter_of_principle of_principle crucial key essential* important radical* | главн* основн*
продукция продукции продукцию | productions | product* output goods |
ревизия ревизии ревизию ревизор | revision revisions | audit* inspect* inventory check* | пересмотр* правк*
резина резины резиновый | resin resins | rubber tyre* tire* | смол*
терапевт терапевта терапевты терапевту | therapist therapists | gp gps doctor* physician* practitioner* internist* | психотерап*
тост тоста трап трапа трапы | trap traps | gangway* ramp* steps ladder* stairs | ловушк* западн*
тушь туши | touch | mascara ink | прикос*
фен фена феном | fan fans | hairdryer* dryer* hair | вентилятор* поклонник* фанат*
фонд фонда фонды фондов | fond | fund* foundation* stock* | люб*
цирк цирка цирке | circle circles | circus* | круг*
шеф шефа шефу шефом | chef chefs | boss* chief* head* patron* | повар* шеф-повар*
экстренный экстренно экстренная экстренные | extra extremely | emergency urgent* | крайне дополнит*
""",
    "uk": """
магазин магазину магазині магазини магазинів магазином магазинах | magazine magazines | shop* store* supermarket* outlet* retail* | журнал* часопис*
акуратний акуратно акуратна акуратні | accurate accurately | neat* tid* careful* gentl* orderly | точн*
актуальний актуальна актуальні актуально актуальність актуальним | actual actually | current* topical relevan* urgent pressing up-to-date important timely | справжн* насправді фактичн* реальн* справді
ангіна ангіни ангіну | angina | tonsil* throat | стенокард*
гімназія гімназії гімназію | gymnasium gymnasiums gym gyms | school* grammar high | спортзал* спортивн*
декада декади декаду | decade decades | ten_days ten-day | десятиліт*
проспект проспекту проспекті | prospect prospects prospectus | avenue* boulevard* street* | перспектив*
фабрика фабрики фабрику фабриці | fabric fabrics | factor* mill* plant* | тканин*
кабінет кабінету кабінеті кабінети | cabinet cabinets | office* study room* surgery classroom* | міністр* уряд* шаф*
інтелігентний інтелігентна інтелігентні | intelligent | cultured refined educated cultivated polite | розумн*
новела новели новелу | novel novels | short_stor* novella* | роман роману романи
облігація облігації облігацій | obligation obligations | bond bonds | зобов* обов*
паста пасту | pasta | paste* toothpaste | макарон*
презерватив презервативи | preservative preservatives | condom* | консервант*
претендувати претендує претендують претендував | pretend pretends pretended | claim* appl* aspir* compet* seek* vie* bid* | вдава* прикида* удава*
репетиція репетиції репетицію | repetition repetitions | rehears* | повтор*
симпатичний симпатична симпатичні симпатія симпатії | sympathetic sympathy | nice likeable attractive cute pretty pleasant liking affection* | співчу*
спирт спирту спиртом | spirit spirits | alcohol* | дух духу духом
етикетка етикетки | etiquette | label* tag* | етикет етикету
інсульт інсульту інсультом | insult insults | stroke* | обра*
вельвет вельвету вельветовий | velvet | corduroy | оксамит*
бісквіт бісквіта бісквітний | biscuit biscuits | sponge cake | печив*
камера камери камеру камері | camera cameras | cell* chamber* camera* luggage | фото* відео* зйом* знім*
персонал персоналу персоналом | personal | staff* personnel employee* worker* | особист* персональн*
поліс поліса поліси | police | polic* insurance | поліц*
принциповий принципова принципово принципові | principal principally | principled fundamental* of_principle crucial key important | головн* основн*
ревізія ревізії ревізію | revision revisions | audit* inspect* inventory | перегляд*
терапевт терапевта терапевти | therapist therapists | gp gps doctor* physician* practitioner* | психотерап*
трап трапа трапи | trap traps | gangway* ramp* steps ladder* | пастк*
фен фена феном | fan fans | hairdryer* dryer* hair | вентилятор* шанувальн* фанат*
шеф шефа | chef chefs | boss* chief* head* | кухар*
експертиза експертизи експертизу | expertise | examination* assess* analys* expert* test* review* forensic* | знан* досвід*
експлуатація експлуатації експлуатацію | exploitation | operation* use service run* commission* maintenance | експлуататор* гноб*
магістраль магістралі | magistrate magistrates | highway* main* trunk motorway* pipeline* | судд* магістрат*
транспарант транспаранти транспарантами | transparent | banner* placard* | прозор*
""",
    "pl": """
aktualnie | actually | currently now nowadays present presently today | faktycznie właściwie rzeczywiście naprawdę
aktualny aktualna aktualne aktualnych aktualnego | actual | current present up-to-date latest valid topical | rzeczywist* faktyczn* prawdziw*
ewentualnie ewentualny ewentualna ewentualne ewentualnych | eventually eventual | possib* potential* alternativ* any or perhaps if_necessary | ostateczn* końcu wreszcie
sympatyczny sympatyczna sympatyczne sympatia | sympathetic sympathy | nice likeable friendl* pleasant liking | współczu*
ordynarny ordynarna ordynarne | ordinary | vulgar coarse crude rude | zwykł* zwyczajn*
patetyczny patetyczna | pathetic | pompous solemn lofty grandiose | żałosn*
prezerwatywa prezerwatywy prezerwatyw | preservative preservatives | condom* | konserwant*
dres dresu dresy | dress dresses | tracksuit* | sukien*
fabryka fabryki fabrykę fabryce fabryk | fabric fabrics | factor* plant* mill* works | tkanin* materiał*
genialny genialna genialne | genial | brilliant ingenious genius | serdeczn* miły
gimnazjum gimnazja gimnazjów | gymnasium gymnasiums gym gyms | school* secondary middle junior | siłown* hala hali gimnasty*
hazard hazardu hazardowe | hazard hazards | gambl* | zagroż* niebezp* ryzyk*
konkurs konkursu konkursie konkursy | concourse | contest* competition*
komunikat komunikatu komunikaty | communicate | statement* announcement* message* communiqué* release* | komunikow*
kryminał kryminału | criminal criminals | crime_novel* detective thriller* prison jail | przestęp*
lektura lektury lekturę | lecture lectures | reading* book* | wykład*
lunatyk lunatyka | lunatic lunatics | sleepwalk* | szale* wari* obłąk*
magazyn magazynu magazynie magazyny magazynów | magazine magazines | warehouse* store* stock* depot* | czasopis* pismo miesięczn* tygodn*
manifestacja manifestacji manifestacje | manifestation manifestations | demonstrat* protest* rall* march* | przejaw*
nowela noweli nowele | novel novels | novella* short amend* | powieś*
ordynator ordynatora | ordinator | head* consultant* ward
pensja pensji pensje | pension pensions | salar* wage* pay | emerytur* ren*
pasta pasty pastę | pasta | paste* toothpaste polish | makaron*
paragon paragonu | paragon | receipt* | wzór wzorem
prowizja prowizji prowizję | provision provisions | commission* fee* | zaopatrz* przepis* postanow* zapis*
recepta recepty receptę | receipt receipts | prescription* recipe | paragon* pokwitow* rachun*
transparent transparentu transparenty transparentami | transparent | banner* placard* | przejrzyst* przezroczyst*
szef szefa szefem szefowie | chef chefs | boss* chief* head* | kucharz*
data daty dacie datę | data | date dates | dane danych
karawan karawanu | caravan caravans | hearse* | przyczep* karawan_
konsekwentny konsekwentnie | consequent consequently | consistent* | konsekwencji rezultat* dlatego
ekspertyza ekspertyzy ekspertyzę | expertise | expert_opinion* report* assess* analys* opinion* | wiedz* doświadcz*
smoking smokingu | smoking | dinner_jacket* tuxedo* | pale* papieros*
pupil pupila | pupil pupils | favourite* favorite* pet* | uczeń uczni* źrenic*
okazja okazji okazję | occasional | opportunit* occasion* bargain* chance*
obligacja obligacje obligacji | obligation obligations | bond bonds | zobowiąz* obowiąz*
renta renty rentę | rent rents | pension* disability annuit* | czynsz*
dywan dywanu dywany | divan divans | carpet* rug*
angina anginy anginę | angina | tonsil* throat | dusznic*
bilion biliona bilionów biliony | billion billions | trillion* | miliard*
""",
    "nl": """
actueel actuele | actual actually | current* topical latest present up-to-date | werkelijk* eigenlijk feitelijk*
eventueel eventuele | eventual eventually | possib* any perhaps potential* if_necessary optional* | uiteindelijk*
braaf | brave | good well-behaved obedient | moedig* dapper*
chef chefs | chef chefs | boss* head* manager* chief* | kok koks chef-kok
gymnasium gymnasia | gymnasium gym gyms | school* grammar | gymzaal* sportschool* sporthal*
slim slimme | slim | smart clever intelligent | slank* mager*
biljoen | billion billions | trillion* | miljard*
fabriek fabrieken | fabric fabrics | factor* plant* mill* | stof stoffen weefsel*
room | room rooms | cream* | kamer* ruimte* zaal
ramp rampen | ramp ramps | disaster* catastroph* | helling* oprit*
roman romans | roman | novel* | romein*
rente rentes | rent rents | interest* | huur*
warenhuis warenhuizen | warehouse warehouses | department_store* store* | magazijn* loods*
mening meningen | meaning meanings | opinion* view* | betekenis*
concurrent concurrenten | concurrent | competitor* rival* | gelijktijdig*
consequent consequente | consequent consequently | consistent* | dus bijgevolg daarom
dom domme | dom dome | stupid cathedral* dumb | koepel*
advocaat advocaten | avocado avocados | lawyer* attorney* counsel* | avocado*
magazijn magazijnen | magazine magazines | warehouse* store* stock* | tijdschrift* magazine*
novelle | novel novels | novella* short | roman romans
pathetisch pathetische | pathetic | melodramatic bombastic emotional | zielig*
preservatief preservatieven | preservative preservatives | condom* | conserveer*
sympathiek sympathieke | sympathetic | likeable nice pleasant friendl* | meelevend* begripvol*
stage stages | stage stages | internship* placement* traineeship* | podium* fase*
""",
    "sv": """
aktuell aktuella aktuellt | actual actually | current* topical relevant latest question present | faktisk* egentlig* verklig*
eventuellt eventuell eventuella | eventual eventually | possib* any perhaps potential* | slutlig* småningom
chef chefer chefen | chef chefs | boss* head* manager* chief* director* | kock kockar köksmästare
fabrik fabriken fabriker | fabric fabrics | factor* plant* mill* | tyg tyger
gymnasium gymnasiet gymnasiets | gymnasium gym gyms | school* upper secondary high | gymnastiksal* gym gymmet
fart farten | fart farts | speed* pace
slut | slut | end* over finish*
semester semestern | semester semesters | holiday* vacation* leave | termin*
novell noveller novellen | novel novels | short_stor* | roman romaner romanen
recept recept | receipt receipts | recipe* prescription* | kvitto*
konsekvent | consequent consequently | consistent* | följaktligen därför
genial geniala | genial | brilliant ingenious | gemytlig*
advokat advokater advokaten | advocate advocates | lawyer* attorney* solicitor* barrister* counsel* | förespråk*
biljon biljoner | billion billions | trillion* | miljard*
blankett blanketter | blanket blankets | form forms | filt filtar täcke*
offer offret | offer offers | victim* sacrific* casualt* | erbjud*
barn barnen barns | barn barns | child* kid* | lada ladu*
kind kinder | kind kinds | cheek* | snäll* sort* vänlig*
glass glassen | glass | ice_cream ice | glas glaset
""",
    "tr": """
aktüel | actual actually | current topical | gerçek* aslında
apartman apartmanı apartmanda apartmanlar | apartment apartments | building* block* | daire dairesi
pasta pastası pastayı | pasta | cake* pastr* | makarna*
sempatik | sympathetic | likeable nice cute friendl* | anlayışlı
patron patronu patronlar | patron patrons | boss* employer* owner* | müşteri* hami*
kolej koleji | college | school* | üniversite*
prezervatif | preservative | condom* | koruyucu
ajanda ajandası | agenda | diary planner | gündem*
smokin | smoking | tuxedo* dinner_jacket | sigara*
fabrika fabrikası fabrikada | fabric | factor* plant* | kumaş*
""",
    "cs": """
aktuální aktuálně | actual actually | current* topical latest present up-to-date | skutečn* vlastně
eventuálně eventuální | eventual eventually | possib* potential* or any alternativ* | nakonec konečn*
sympatický sympatická sympatické | sympathetic | likeable nice friendl* pleasant | soucitn*
gymnázium gymnázia gymnáziu | gymnasium gym gyms | school* grammar secondary | tělocvičn* posilovn*
fabrika fabriky | fabric fabrics | factor* plant* | látk* tkanin*
novela novely novelu | novel novels | amend* novella* | román*
šéf šéfa šéfem | chef chefs | boss* head* chief* | kuchař*
konkurz konkurs konkurzu | concourse | bankrupt* audition* competition |
preservativ prezervativ prezervativy | preservative preservatives | condom* | konzervant*
promoce | promotion promotions | graduat* | povýšení propagac*
receptu recept | receipt receipts | recipe* prescription* | účtenk* stvrzenk*
bilion biliony bilionů | billion billions | trillion* | miliard*
host hosté hosta | host hosts | guest* visitor* | hostitel*
most mostu mosty | most | bridge* | nejvíce většin* nejvíc
pasta pasty | pasta | paste* toothpaste | těstovin*
transparent transparenty | transparent | banner* placard* | průhledn* transparentn*
ordinace ordinaci | ordination | surgery practice clinic* | svěcen* vysvěcen*
kriminál kriminálu | criminal criminals | prison jail | zločin* pachatel*
list listy listů | list lists | leaf leaves sheet* letter* | seznam*
""",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Friend:
    """Words as they begin: those that end in `*` with any ending."""

    foreign: tuple[str, ...]
    english: tuple[str, ...]
    excuses_english: tuple[str, ...]
    excuses_foreign: tuple[str, ...]


Bag = tuple[str, ...]


@cache
def _friends(lang: str) -> tuple[_Friend, ...]:
    found = []
    for line in _ROWS.get(lang, "").strip().splitlines():
        columns = [tuple(part.split()) for part in line.split("|")]
        columns += [()] * (4 - len(columns))
        found.append(_Friend(*columns[:4]))
    return tuple(found)


@cache
def _index(lang: str, side: str) -> dict[str, tuple[_Friend, ...]]:
    """Entries by each of their words on a side."""
    found: dict[str, list[_Friend]] = {}
    for friend in _friends(lang):
        for word in getattr(friend, side):
            found.setdefault(word.split("_")[0], []).append(friend)
    return {word: tuple(friends) for word, friends in found.items()}


def supports(source: str, target: str) -> bool:
    """Whether there is a table for two languages."""
    return (source == "en") != (target == "en") and (source in _ROWS or target in _ROWS)


@cache
def keys(lang: str, other: str) -> frozenset[str]:
    """The words of a language, in lower case, that have a false friend in the other."""
    return frozenset(_index(other, "english") if lang == "en" else _index(lang, "foreign"))


def misread(source: str, target: str, langs: tuple[str, str]) -> Iterator[tuple[Span, Span]]:
    """Places of a word of the source and of its false friend in the target, where nothing excuses it."""
    lang = langs[0] if langs[1] == "en" else langs[1]
    foreign, english = (source, target) if langs[1] == "en" else (target, source)
    here, there = _lower(foreign), _lower(english)
    index = _index(lang, "foreign")
    for word in set(here) & index.keys():
        for friend in index[word]:
            if word not in friend.foreign or not any(other in there for other in friend.english):
                continue
            if _is_excused(friend, (here, there), (foreign, english)):
                continue
            one = _place(foreign, friend.foreign)
            two = _place(english, friend.english)
            yield (one, two) if langs[1] == "en" else (two, one)


def _is_excused(friend: _Friend, bags: tuple[Bag, Bag], texts: tuple[str, str]) -> bool:
    """Whether another word on either side is what one of the two words does mean."""
    own = friend.foreign, friend.english
    excuses = friend.excuses_foreign, friend.excuses_english
    return any(
        _has([word for word in bag if word not in words_of], text, forms)
        for bag, text, words_of, forms in zip(bags, texts, own, excuses, strict=True)
    )


@kept
def _lower(text: str) -> tuple[str, ...]:
    return tuple(part for word in words(text) for part in word.lower().replace("’", "'").split("'"))


def _has(bag: Sequence[str], text: str, forms: tuple[str, ...]) -> bool:
    whole = frozenset(form for form in forms if form[-1] not in "*" and "_" not in form)
    if not whole.isdisjoint(bag):
        return True
    stems = tuple(form[:-1] for form in forms if form[-1] == "*" and "_" not in form)
    if stems and any(word.startswith(stems) for word in bag):
        return True
    return has_any(text.lower(), [form.rstrip("*").replace("_", " ") for form in forms if "_" in form])


def _place(text: str, forms: tuple[str, ...]) -> Span:
    wanted = frozenset(forms)
    for word, start, end in places(text):
        parts = word.lower().replace("’", "'").split("'")
        if not wanted.isdisjoint(parts):
            return start, end
    return 0, len(text)
