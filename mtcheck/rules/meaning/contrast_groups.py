# ruff: noqa: E501 (a table)
"""Groups of words of which a translation may not take one for another: opposites, and things of one kind.

One line a group: its name, then its members between bars, each as its English words. A word with `?` has other readings
(`second`, `fall`): it excuses, but is never flagged by itself. `a~b` at the end of a line lets two members stand for each
other, counted from 0. The words of the other languages are learnt from these (`training/words/contrasts.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
season: spring springtime | summer summers summertime | autumn autumnal autumns fall? | winter winters wintertime
daytime: morning mornings am? | afternoon afternoons | evening evenings pm? tonight? | night nights nightly overnight tonight? nighttime | noon midday lunchtime | midnight | dawn sunrise daybreak | dusk sunset : 1~2 2~3 3~5 1~4 0~6 2~7
unit-of-time: second? seconds | minute? minutes | hour hours hourly | day days daily | week weeks weekly fortnight | month months monthly | year? years yearly annual annually | decade decades | century centuries : 2~3
day: yesterday | today tonight? nowadays | tomorrow
coming: next following? upcoming forthcoming coming? | last previous previously past? preceding former?
rank: first firstly | last lastly final finally latest? ultimate
begin: begin begins began begun beginning beginnings start starts started starting onset outset launch? launched starter | end ends ended ending endings finish finished finishes finishing conclude concluded conclusion stop? stopped ceased cessation late?
open: open opens opened opening openings reopen reopened reopening unlock unlocked | close closes closed closing closure shut shuts lock? locked
trade: buy buys bought buying buyer buyers purchase purchased purchases purchasing purchaser acquire acquired acquisition | sell sells sold selling seller sellers sale sales vendor
abroad: import imports imported importing importer importers importation | export exports exported exporting exporter exporters exportation
contest: win wins won winning winner winners victory victories victorious champion prevailed triumph | lose loses lost losing loser losers defeat? defeated defeats loss losses
rise: rise rises rising rose risen increase increases increased increasing increasingly grow grows growing grew grown growth raise raised raises raising climb? climbed soared surge surged expand expanded expansion upward higher? up? gain? more? | fall? falls falling fell fallen decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping reduce reduced reduces reducing reduction reductions lower? lowered cut? cuts? shrink shrank shrinks sank sink? sinking dwindled downturn downward diminish diminished down? less? fewer?
accept: accept accepts accepted accepting acceptance approve approved approves approval approving agree agreed agrees agreeing agreement? adopted? consent welcomed uphold upholds upheld upholding granted? support supports supported supporting supporter supporters backed backing favour? favor? endorse endorsed | reject rejects rejected rejecting rejection refuse refuses refused refusing refusal decline? declined? turned? deny? denied? denies? disagree? dismissed? vetoed object? objects? objected objecting objection objections rebuffed oppose opposes opposed opposing opponent? opponents? opposition against criticise? criticised?
allow: allow allows allowed allowing permit permits permitted permitting permission? authorised authorized permissible enabled? enables? lets? let? may? can? | forbid forbids forbidden forbade prohibit prohibits prohibited prohibiting prohibition ban bans banned banning prevent? prevents? outlawed
come-go: arrive arrives arrived arriving arrival arrivals came? come? | leave leaves left? leaving departed departure departures depart departs
feel: love loves loved loving lover like? likes? | hate hates hated hating hatred detest detested
ally: friend friends friendship friendly ally? allies? allied? | enemy enemies foe foes hostile
lifetime: life lives? lifetime living? alive live? | death deaths
birth: birth births born birthday? | die dies died dying death deaths dead
alive: alive living survived survivor survivors | dead died deceased killed? corpse
peace: peace peaceful peacetime | war wars warfare wartime
age: old older oldest elder eldest elderly aged? senior seniors ancient? | young younger youngest youth youths youthful teenagers? junior juniors
news: new newer newest newly modern? recent? | old older oldest ancient former? earlier?
soon: early earlier earliest sooner soon? | late later latest delayed belated
order: before prior beforehand previously? ahead? until? ago? pre? | after afterwards afterward subsequently? following? since? later? post? upon? once?
place-of: front in_front forefront | behind rear? back?
above: above overhead? upper top? | below beneath underneath lower? under? bottom?
over: over above? exceeding exceeds exceed exceeded more? older? upwards? | under below? fewer less?  less? younger?
amount: more greater exceeding? additional? | less fewer
surpass: exceed exceeds exceeded exceeding | below? under?
many: many numerous lot? lots? plenty multitude | few little? scarce handful
most: most? most_of majority mostly predominantly | least? minority fewest few handful
bound: at_least minimum no_less_than not_less_than no_fewer_than minimal no_earlier_than? not_earlier_than? | at_most maximum no_more_than not_more_than up_to maximal not_exceed? no_later_than? not_later_than?
quantity: all every everyone everybody each? whole? entire everything any? anyone? always? full? total? both? throughout? | some several certain? someone somebody partly? sometimes? number? few? various? a_number? | no? none nobody no_one neither? nothing never? | half halves | majority most mostly? | many? numerous?: 1~5 4~5
often: always? constantly invariably ever? every? all? | sometimes occasionally | often frequently | rarely seldom hardly? scarcely? rare? : 0~2
size: big bigger biggest large larger largest huge enormous vast giant great? major? | small smaller smallest little? tiny minor? minute?
height: high higher highest tall taller tallest upper? | low lower lowest
length: long longer longest lengthy | short shorter shortest briefly? brief?
width: wide wider widest broad broader | narrow narrower narrowest
depth: deep deeper deepest | shallow shallower
thickness: thick thicker | thin thinner
weight: heavy heavier heaviest | light? lighter lightest lightweight
speed: fast faster fastest quick quicker quickly rapid rapidly swiftly | slow slower slowest slowly
strength: strong stronger strongest strengthen strengthened powerful? | weak weaker weakest weaken weakened weakness
ease: easy easier easiest easily simple? simpler? | difficult hard? harder hardest difficulty
wealth: rich richer richest wealthy | poor poorer poorest poverty
heat: hot hotter hottest warm warmer warmest warmth heat? | cold colder coldest cool cooler coolest? chilly freezing frosty
wet: dry drier driest dryness arid | wet wetter wettest humid moist damp rainy
fill: full fuller filled? | empty emptied vacant
price: cheap cheaper cheapest inexpensive | expensive costly dearer pricier dear?
fee: free gratis complimentary | paid chargeable payable for_a_fee for_an_extra_fee for_an_additional_fee for_a_charge at_extra_cost at_an_extra_charge charge? charges? charged? fee? fees? pay? pays? payment? payments?
good: good? better best? improve improved improves improving improvement | bad worse worst worsen worsened worsening deteriorate deteriorated deterioration
bright: dark darker darkest darkness | bright brighter light? lit?
owner: public | private privately
inner: internal inner inside? interior | external outer outside? exterior
border: domestic | foreign? abroad overseas
law: legal lawful legally | illegal unlawful illegally
able: possible | impossible
need: necessary required? need? needed? | unnecessary unneeded
fame: known famous? | unknown
official: official officially | unofficial unofficially
danger: safe safer safest safely | dangerous unsafe hazardous perilous
health: healthy healthier | sick ill unhealthy sickness illness?
guilt: guilty | innocent
land: urban city? town? | rural countryside? village?
success: success successful successfully succeed succeeded succeeds managed_to manages_to manage_to managed? | failure failures fail fails failed failing unsuccessful unsuccessfully
hope: hope hopes hoped hoping hopeful | fear fears feared fearing afraid worry? worried?
memory: remember remembers remembered remembering | forget forgets forgot forgotten forgetting
find: find finds found discovered discovery | lose loses lost losing
send: send sends sent sending sender | receive receives received receiving recipient
ask: ask asks asked asking question questions | answer answers answered answering reply replied replies respond? responded?
attack: attack attacks attacked attacking attackers attacker offensive? | defend defends defended defending defence defense defender defenders
build: build builds built building? construct constructed construction rebuilt? erected | destroy destroyed destroys destroying destruction demolish demolished demolition
add: add adds added adding | remove removes removed removing delete deletes deleted deleting
include: include includes included including? | exclude excludes excluded excluding except?
appear: appear appears appeared appearance | disappear disappears disappeared disappearance vanish vanished
lend: lend lends lent lending | borrow borrows borrowed borrowing
hire: hire hires hired hiring recruit recruited recruitment employ? | dismiss dismissed dismisses dismissal fired sacked redundancies
praise: praise praised praises praising | criticise criticised criticize criticized criticism condemn condemned
confirm: confirm confirmed confirms confirming | deny denied denies denying refute refuted
profit: profit profits profitable | loss losses
supply: supply supplies supplied | demand? demands?
merit: advantage advantages | disadvantage disadvantages drawback drawbacks
compass-ns: north northern northward northwards northerly northeast northwest northeastern northwestern | south southern southward southwards southerly southeast southwest southeastern southwestern
compass-ew: east eastern eastward eastwards easterly northeast southeast northeastern southeastern | west western westward westwards westerly northwest southwest northwestern southwestern
hand-side: left leftmost leftist | right rightmost
inside: inside indoors within? | outside outdoors beyond?
near: near? nearby nearer nearest close? closer? closest? | far? distant farther farthest further? remote? faraway
ascend: ascend ascent climb climbed climbing | descend descent descended
direction: forward forwards | backward backwards
vertical: vertical vertically | horizontal horizontally
past: past? | future
lasting: temporary temporarily interim provisional | permanent permanently
entrance: entrance entry? | exit exits
cause: victim victims | perpetrator perpetrators culprit attacker?
earn: income incomes revenue revenues earnings | expense expenses expenditure expenditures spending costs?
party: employer employers | employee employees worker? workers? staff?
duty: voluntary optional voluntarily | compulsory mandatory obligatory
mood: happy happier happiness joyful glad | sad sadness unhappy sorrow
outlook: optimistic optimism optimist | pessimistic pessimism pessimist
taste: sweet sweeter | bitter sour salty
noise: loud louder loudly noisy | quiet quieter quietly silent silence
move: advance? advances? | retreat retreats retreated retreating withdraw? withdrew?
value: positive positively | negative negatively
sign: plus | minus
limit: maximum maximal | minimum minimal
connect: connect connected connecting connection | disconnect disconnected disconnecting
enable: enable enabled enables enabling | disable disabled? disables disabling
speech: truth true? truthful | lie? lies? lied false falsehood
family: father fathers dad daddy fatherly? | mother mothers mom mum mama | son sons | daughter daughters | brother brothers | sister sisters | husband husbands | wife wives | uncle uncles | aunt aunts | nephew nephews | niece nieces | grandfather granddad grandpa grandfathers | grandmother grandma granny grandmothers | grandson grandsons | granddaughter granddaughters | cousin cousins | widow widows | widower | bride | groom bridegroom | stepsister | stepfather | stepmother : 7~17 6~18 7~19 6~20
sex: man men male males gentleman gentlemen | woman women female females lady ladies
child: boy boys | girl girls
crown: king kings | queen queens
royal: prince princes | princess princesses
address: mr | mrs ms miss? madam
colour: black blackened | white whitish? | red reddish? | green greenish? | blue bluish? | yellow yellowish? | brown | grey gray greyish? | pink | purple violet | orange? : 4~9 8~2
metal: gold? golden? | silver silvery | bronze | iron ironic? | copper | steel | aluminium aluminum | tin? | lead? | platinum : 3~5
ordinal: first firstly | second secondly | third thirdly thirds | fourth | fifth | sixth | seventh | eighth | ninth | tenth
fraction: half halves halved | third? thirds | quarter quarters quarterly? | three_quarters : 2~3
times: once | twice double doubled doubling twofold | triple tripled threefold thrice three_times | four_times quadruple quadrupled fourfold
faith: christian christians christianity | muslim muslims islam islamic | jewish jews jew judaism hebrew? | buddhist buddhists buddhism | hindu hindus hinduism
church-kind: catholic catholics | protestant protestants lutheran evangelical? | orthodox
animal: dog dogs puppy hound | cat cats kitten | horse horses stallion mare? | cow cows cattle bull? ox oxen | pig pigs swine boar? | sheep lamb lambs ram? | goat goats | wolf wolves | bear? bears | fox foxes | deer stag elk moose reindeer | chicken hen hens rooster chickens | duck ducks | goose geese | mouse mice rat rats | lion lions | tiger tigers leopard | elephant elephants | monkey monkeys ape | snake snakes | frog frogs toad | bee bees | eagle eagles hawk falcon | owl owls | hare hares rabbit rabbits | whale whales dolphin | shark sharks | lynx | beaver beavers | hedgehog | squirrel | crow crows raven | stork storks crane? | swan swans | camel
tree: oak oaks | pine pines fir spruce | birch birches | maple | willow | linden lime? | beech | poplar | olive olives
fruit: apple apples | pear pears | cherry cherries | plum plums | peach peaches | grape grapes vineyard? | lemon lemons | strawberry strawberries | apricot apricots | banana bananas
vegetable: potato potatoes | tomato tomatoes | cucumber cucumbers | cabbage cabbages | onion onions | carrot carrots | garlic | pumpkin pumpkins | mushroom mushrooms | beans bean | peas
grain: wheat | rye | barley | rice | corn? maize | oats
drink: wine wines | beer beers | coffee coffees | tea teas | milk | juice | vodka | whisky whiskey
food: bread loaf loaves | meat? beef? pork? | cheese cheeses | butter | sugar | salt | honey | egg eggs | flour
material: wood wooden timber oak? | stone stones granite? marble? | glass? | steel? metal? iron? | concrete? | plastic | brick bricks | clay
building: school schools kindergarten? | hospital hospitals clinic clinics | church churches cathedral chapel monastery? | mosque mosques | synagogue | bridge bridges | tunnel tunnels | museum museums | library libraries | theatre theater theatres theaters | cinema cinemas | castle castles fortress palace? | factory factories plant? | prison prisons jail | airport airports | harbour harbor port? | hotel hotels inn | restaurant restaurants cafe | university universities | tower towers | lighthouse lighthouses | stadium stadiums | farm farms | mill mills | cemetery graveyard | bakery bakeries | pharmacy pharmacies | shop? store? : 23~12
water-body: river rivers stream? creek | lake lakes pond | sea seas ocean oceans | canal canals channel? : 1~2
landform: mountain mountains hill? hills peak? | forest forests woods woodland | desert deserts | island islands isle | valley valleys | glacier glaciers | volcano volcanoes | cave caves | beach beaches
vehicle: car cars automobile automobiles vehicle? | bus buses minibus coach? | train trains railway? | plane planes aircraft airplane aeroplane airliner | ship ships vessel vessels boat? steamer | ferry ferries | bicycle bicycles bike bikes | motorcycle motorcycles motorbike | truck trucks lorry lorries | tram trams | helicopter helicopters | tractor tractors | submarine submarines : 4~5
weather: rain rains? rainfall rainy downpour | snow snowfall snowy | wind winds windy | storm storms hurricane? thunderstorm | fog foggy mist | hail | drought droughts | flood floods flooding flooded | frost frosts frosty | earthquake earthquakes | fire? fires blaze wildfire : 2~3
job: teacher teachers headteacher? | doctor doctors physician physicians | nurse nurses | lawyer lawyers attorney | judge judges? | engineer engineers | journalist journalists reporter reporters | farmer farmers peasant | fisherman fishermen | soldier soldiers | firefighter firefighters fireman firemen | driver? drivers? | pilot pilots | writer writers novelist author? | poet poets | painter painters artist? | musician musicians | singer singers | actor actors actress | historian historians | biologist biologists | physicist physicists | chemist? chemists | mathematician mathematicians | astronomer astronomers | archaeologist archaeologists archeologist | architect architects | baker bakers | butcher butchers | cook? chef | hunter hunters | priest priests | bishop bishops | mayor mayors | governor governors | ambassador ambassadors | captain captains | sailor sailors | miner miners | librarian librarians | translator translators | composer composers conductor? | accountant accountants : 16~17
learner: teacher teachers | pupil pupils student? students? schoolchildren
sport: football footballer soccer | basketball | volleyball | tennis | hockey | chess | swimming swimmer | boxing boxer | skiing skier skiers | cycling cyclist cyclists | rugby | golf
instrument: piano pianist | violin violinist | guitar guitarist | flute | drum drums drummer | trumpet | cello cellist | organ?
body: hand? hands arm arms | leg legs foot? feet? | head | eye eyes | ear ears | heart hearts | lung lungs | liver | kidney kidneys | knee knees | shoulder shoulders | tooth teeth | nose | brain brains | skin | stomach | finger fingers
house-part: door doors | window windows | roof roofs rooftop | wall? walls | stairs staircase stairway | kitchen kitchens | garden? gardens? | cellar basement | attic
science: physics | chemistry | biology | mathematics maths | geography | literature | medicine? | economics | astronomy | philosophy | psychology
meal: breakfast | lunch | dinner supper : 1~2
politics: republican republicans | democrat democrats
wing: conservative conservatives | liberal liberals | socialist socialists | communist communists
power: government governments | opposition
forces: army armies | navy naval
share-of: percentage_point percentage_points | percent per_cent percentages?
number: two? | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen | twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety | hundred hundreds | thousand thousands
calm: reassured reassure reassures reassuring relieved calm? calmed calming soothed | worried worry worries? worrying alarmed alarming anxious anxiety concerned? concern? frightened scared
endure: resist resists resisted resisting resistant resistance withstand withstands withstood withstanding endure? endures? | break_down breaks_down broke_down breaking_down disintegrate disintegrates disintegrated decompose decomposes decomposed succumb succumbs succumbed collapse? collapses? collapsed?
harm: harmful harm harms harmed harming detrimental damaging bad? damage? | good beneficial useful benefit benefits helpful
store: store? stores? stored storing storage? retain? retains? absorb absorbs absorbed absorbing | release releases? released? releasing emit emits emitted emitting
pace: accelerate accelerated accelerates accelerating acceleration speed_up sped_up speeds_up speeding_up hasten hastened faster? | slow_down slows_down slowed_down slowing_down slowed slowing slows slowdown slower?
extent: lengthen lengthened lengthens extend? extended? extends? extension? prolong prolonged prolongs prolonging | shorten shortened shortens shortening curtail curtailed cut_short cuts_short
retain: keep? keeps? kept? preserve preserved preserves preserving preservation retain retained retains | discard discarded discards throw_away throws_away threw_away thrown_away scrap? scrapped dumped? abandoned?
thrift: save? saves? saved? saving? savings economise | waste? wasted wastes? squander squandered wasting
reveal: hide hides hid hidden? hiding conceal concealed conceals | show? shows? reveal reveals revealed revealing disclose disclosed uncovered? exposed?
lure: attract attracts attracted attracting attractive? | repel repels repelled deter deters deterred scare_off scared_off scare_away scared_away
seen: visible | invisible unseen
clean: clean cleaner? cleaned? cleanliness | dirty dirtier filthy contaminated? polluted? muddy?
softness: soft softer softest | hard? harder? hardest? hardness stiff tough?
surface: smooth? smoother | rough? rougher uneven bumpy
same: same? identical similar? similarly? alike? equal? | different differently? differ differs differed? dissimilar other? another? various?
rarity: common? commonplace widespread usual? ubiquitous | rare rarer rarest uncommon unusual? scarce? rarity
genuine: genuine authentic real? original? true? authenticity | fake fakes faked counterfeit counterfeits forged forgery forgeries bogus false? fraudulent imitation? imitations?
nature: natural naturally? | artificial artificially synthetic man-made
cooking: raw? uncooked | cooked boiled fried roasted
tame: wild feral | domesticated tame tamed captive? captivity domestic?
company: alone single-handedly individually separately lone? solo? | together? jointly collectively joint? shared?
sleep: sleep sleeps slept sleeping asleep | awake woke wakes waking woken
beauty: beautiful? beauty? pretty? handsome | ugly ugliest ugliness
wit: clever smart? intelligent wise wisest | stupid foolish silly dumb? stupidity
courtesy: polite politely courteous | rude rudely impolite
courage: brave bravely courageous courage? bravery | cowardly coward cowards cowardice
content: satisfied pleased delighted satisfaction content? happy? glad? thrilled | dissatisfied disappointed dissatisfaction displeased disgruntled disappointment disappointing unhappy? angry? outraged?
laugh: laugh laughs laughed laughing laughter smile? smiled? | weep weeps wept weeping cry? cries? cried? crying? sob sobbed
pardon: forgive forgives forgave forgiven pardon? pardoned amnesty? | punish punishes punished punishing punishment?
heart: encourage encourages encouraged encouraging encouragement urge? urged? | discourage discourages discouraged discouraging dissuade dissuaded deter? deterred?
shelter: protect protects protected protecting protection safeguard? defend? | threaten threatens threatened threatening endanger endangers endangered? jeopardise jeopardises
union: unite united? unites uniting merge merged merges merger unification | divide? divided divides dividing split? splits? separated? separation?
membership: join joins joined? joining? | quit quits withdrew withdrawal? resign resigned resignation left? leave?
wedlock: marry marries married? marrying marriage wedding | divorce divorced divorces
descent: ancestor ancestors forefathers forebears | descendant descendants
plenty: shortage shortages deficit deficits scarcity lack? dearth | surplus surpluses abundance abundant excess? glut
creditor: creditor creditors | debtor debtors
stream: upstream upriver | downstream downriver
storey: upstairs | downstairs
turning: clockwise? | anticlockwise counterclockwise counter-clockwise
thaw: melt melts melted melting thaw thawed thawing | freeze freezes froze frozen? freezing?
ignite: ignite ignites ignited kindled lit? light? | extinguish extinguishes extinguished extinguishing put_out
cargo: load? loaded? loading? loads? | unload unloaded unloads unloading
pull: push pushes? pushed? pushing? | pull? pulls? pulled? pulling?
verdict: acquit acquits acquitted acquittal | convict? convicted convicts? conviction? sentenced condemned?
custody: arrest arrested arrests? arresting detain detained detains detention? jailed? imprisoned | freed? released? free? release?
party-at-law: plaintiff plaintiffs claimant claimants | defendant defendants accused?
tenancy: landlord landlords landlady lessor | tenant tenants renter renters lessee
parentage: parent parents | child? children? kids?
treatment: doctor doctors physician physicians | patient? patients
prey: predator predators | prey?
abolish: introduce introduces introduced introducing introduction? impose? imposed? | abolish abolishes abolished abolishing abolition scrap? scrapped? repeal repealed lifted?
install: install installs installed installing mounted? | dismantle dismantles dismantled dismantling uninstall uninstalled removed?
go-on: continue continues continued? continuing? resume resumed resumes resumption | halt? halted halts? discontinue discontinued ceased? ceases? stopped? stop? suspended?
flight: take-off took_off takes_off takeoff | landed lands? landing? touchdown
trust: trust? trusts? trusted? | distrust mistrust distrusted distrustful
doubt: believe? believes? believed? convinced confident | doubt doubts doubted doubting sceptical skeptical doubtful
whole: fully completely entirely totally wholly | partly partially in_part part? half?
exact: exactly precisely accurately? | approximately roughly around? about? nearly? almost?
direct: directly direct? | indirectly indirect
sudden: suddenly sudden abruptly abrupt | gradually gradual
purpose: deliberately deliberate intentionally intentional on_purpose knowingly purposely | accidentally accidental by_accident inadvertently unintentionally unintentional
by-hand: manually manual? by_hand | automatically automatic automated
online: online? internet? | offline in_person
calling: amateur amateurs | professional? professionals
grown-up: adult? adults | child? children minors? kids teenagers?
marital: married? | unmarried single?
complexity: simple simpler simplest simplicity | complex? complicated complexity intricate
tightness: tight tightly? | loose loosely?
gravity: mild milder | severe severely severity harsh? serious?
epoch: modern contemporary? | ancient medieval antiquity
earning: earn earns earned earning? | spend spends spent spending?
account: deposit? deposits? deposited | withdraw withdraws withdrew withdrawn withdrawal? withdrawals?
repair: repair repairs repaired repairing mend mended fix? fixed? restored? | broke broken? broken_down? breaks? damaged? damage?
forestry: plant? planted planting? | felled cut_down chopped_down uprooted fell?
crop: sow sowed sown sowing | harvest? harvested harvesting? reap reaped
rigour: tighten tightened tightens tightening toughen toughened stricter | loosen loosened loosening relax relaxed relaxing eased? easing? lenient
charge-of: accuse accused? accuses accusing accusation? accusations? blame? blamed? | exonerated justified? acquitted? defended?
admission: admit? admits? admitted acknowledge? acknowledged acknowledges confess confessed concede conceded | deny denies denied denying
obedience: comply complies complied complying obey obeys obeyed obeying adhere adhered observe? observed? | violate violates violated violating violation? violations? breach? breached flouted
stay: remain remains remained? stay stays stayed staying | leave? leaves? leaving departed left?
fastening: attach attached? attaches fasten fastened fastens | detach detached unfasten unfastened removed?
switch: switch_on switched_on switches_on turn_on turned_on turns_on activate activated activates | switch_off switched_off switches_off turn_off turned_off turns_off deactivate deactivated
float: float floats floated floating? afloat | sink? sinks sank sunk drown drowned
gather: gather gathers gathered gathering? assemble? assembled? | scatter scattered scatters disperse dispersed disperses
chance: likely probable? probably? likelihood? | unlikely improbable
popularity: popular? popularity? | unpopular
expectation: expected? | unexpected unexpectedly surprising? surprisingly?
fortune: fortunately luckily lucky? fortunate | unfortunately sadly? unlucky? unfortunate
fairness: fair? just? fairly? fairness justice? | unfair unjust unfairly injustice
right-wrong: correct correctly right? accurate? | incorrect incorrectly wrong wrongly erroneous mistaken inaccurate
completeness: complete? | incomplete unfinished
pleasure: pleasant pleasantly enjoyable | unpleasant
comfort: comfortable comfortably cosy? | uncomfortable
reliance: reliable reliably dependable | unreliable
stability: stable stability? | unstable instability
work: employed? employment | unemployed unemployment jobless
settled: inhabited? | uninhabited deserted?
edible: edible | inedible
effect: effective effectively? efficient? | ineffective
suitability: suitable appropriate? | unsuitable inappropriate
dependence: dependent dependence? | independent independently? independence
equality: equal? equality? | unequal inequality
presence: present? presence? attended? attend? | absent absence?
wakeful: sober | drunk drunken intoxicated
tide: high_tide | low_tide
noticeable: noticeable? significant? significantly? considerably? | insignificant negligible
majority-age: senior? seniors? | junior? juniors?
ever: never | always constantly invariably often? frequently? usually? sometimes? occasionally?
person: nobody no_one none? | everyone everybody anyone? all? someone? somebody? some?
"""

#: A member of a group: (group, place among its members).
Member = tuple[str, int]


def _parsed() -> tuple[dict[Member, tuple[frozenset[str], frozenset[str]]], dict[Member, frozenset[Member]]]:
    """Each member's words (telling, only excusing), and the members that may not stand for it."""
    members: dict[Member, tuple[frozenset[str], frozenset[str]]] = {}
    others: dict[Member, frozenset[Member]] = {}
    for line in _GROUPS.strip().splitlines():
        name, _, rest = line.partition(":")
        body, _, pairs = rest.partition(":")
        rows = [row.split() for row in body.split("|")]
        alike = {tuple(map(int, pair.split("~"))) for pair in pairs.split()}
        for n, row in enumerate(rows):
            loose = frozenset(word[:-1] for word in row if word.endswith("?"))
            members[name, n] = frozenset(word for word in row if not word.endswith("?")), loose
            others[name, n] = frozenset(
                (name, k) for k in range(len(rows)) if k != n and (n, k) not in alike and (k, n) not in alike
            )
    return members, others


#: The English words of each member: telling, only excusing. A word with `_` is a phrase.
MEMBERS: Mapping[Member, tuple[frozenset[str], frozenset[str]]]
#: The members that may not stand for a member.
OTHERS: Mapping[Member, frozenset[Member]]
MEMBERS, OTHERS = _parsed()
#: Members that deny by themselves, or whose words hold a denial (`no more than`).
DENYING = (("ever", 0), ("person", 0), ("quantity", 2), ("bound", 0), ("bound", 1))
