# ruff: noqa: E501 (tables)
"""Idioms, and what they become where they are translated word by word.

A line an idiom: a pattern for it, a pattern for its literal translation, what it means. Made by hand; only idioms of
which the other language has no word-for-word equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from mtcheck.rules.meaning._crumbs import crumbs_of
from mtcheck.rules.text import Span

#: Idioms of a language, and their literal translation into English.
_TO_ENGLISH: Mapping[str, str] = {
    "de": """
tomaten auf den augen = tomatoes on (?:his|her|their|your|my|the|our) eyes = blind to the obvious
(?:drück\\w*|halt\\w*) \\w{0,4} ?(?:die|ihm|ihr|euch|dir)? ?daumen|daumen (?:drück|halt|gedrückt)\\w* = (?:press|hold|squeez|push)\\w* (?:\\w+ ){0,3}thumbs? = fingers crossed
nur bahnhof versteh\\w*|versteh\\w* nur bahnhof = only (?:understand\\w* )?(?:the )?(?:train |railway )?station = it is all Greek
ins gras (?:beiß|biss|gebissen)\\w*|(?:beiß|biss)\\w* ins gras = (?:bit|bite|bites|bitten|biting) (?:in|into) the grass = kick the bucket
schwein gehabt|schwein hab\\w* = had (?:a )?pigs?\\b = be lucky
(?:das|die) ist mir wurst|ist mir wurst|mir wurscht = (?:is|was) (?:me )?(?:a )?sausage = I do not care
um den heißen brei = around the hot (?:porridge|mash|pulp|mush) = beat about the bush
auf dem holzweg = on (?:the|a) wood(?:en)? (?:way|path|track) = be on the wrong track
unter vier augen = (?:under|among|between) four eyes = in private
fix und fertig = fix(?:ed)? and (?:ready|finished) = exhausted
die nase voll = (?:the|his|her|their|my|our) noses? (?:is |are |was |were )?full|full noses? = be fed up
jemandem einen korb|einen korb (?:gab|geb|bekam|gegeben)\\w*|korb bekommen = (?:gave|give|got|given|received|giving|get) (?:\\w+ ){0,2}(?:a )?basket = turn down
ins wasser (?:gefallen|fall|fiel)\\w*|(?:fiel|fällt) ins wasser = (?:fell|falls?|fallen) (?:in|into) the water = be called off
(?:mit|auf) dem holzhammer = wooden hammer = with a sledgehammer
das fünfte rad am wagen = fifth wheel on the (?:wagon|car|cart) = odd one out
seinen senf dazu|senf dazu = mustard to it = put in one's two penn'orth
auf die palme (?:bring|brach|gebracht)\\w*|(?:bring|brach)\\w* \\w+ auf die palme = (?:on|up|to) the palm(?: tree)? = drive up the wall
da liegt der hund begraben = dog (?:is|lies|lay) buried = that is the crux
kein blatt vor den mund = leaf (?:in front of|before) (?:\\w+ )?mouth = not mince one's words
katze im sack = cat in (?:the|a) (?:bag|sack) = a pig in a poke
hals- und beinbruch = neck and leg (?:fracture|break)\\w* = break a leg
in den sauren apfel = sour apple = bite the bullet
zwei fliegen mit einer klappe = two flies with one (?:swat\\w*|flap|clap) = two birds with one stone
alles in butter = everything (?:is |was )?in butter = everything is fine
eine extrawurst = extra sausage = special treatment
""",
    "fr": """
pos\\w+ un lapin|un lapin (?:a été )?posé = (?:put|laid|pos|plac)\\w* (?:\\w+ )?a rabbit = stand someone up
le cafard = (?:the|a) cockroach = feel blue
(?:il )?pleu\\w* des cordes = rain\\w* (?:of )?(?:ropes|strings|cords) = rain cats and dogs
tomb\\w+ dans les pommes = (?:f[ae]ll\\w*) (?:in|into) (?:the )?apples = faint
poisson d'avril = april fish|fish of april = April fool
les carottes sont cuites = carrots are cooked = it is all over
(?:la )?fin des haricots = end of (?:the )?beans = the last straw
mettre son grain de sel|son grain de sel = grain of salt = put in one's two penn'orth
coup de foudre = (?:lightning|thunder)(?:bolt| bolt| blow| strike|-strike)? (?:strike|hit|blow) = love at first sight
coup de main = (?:blow|stroke|strike|hit) of (?:the )?hand|hand (?:blow|stroke) = a helping hand
coup de fil = (?:blow|stroke|shot) of (?:the )?(?:wire|thread|phone) = a phone call
coup de tête = (?:blow|stroke) of (?:the )?head = on impulse
(?:avoir|a|ont|avait) d'autres chats à fouetter = (?:other )?cats to whip = have other fish to fry
(?:les )?doigts dans le nez = fingers in (?:the|his|her|their) nose = hands down
quand les poules auront des dents = (?:hens|chickens) (?:will )?have teeth = when pigs fly
mett\\w+ les pieds dans le plat = (?:foot|feet) in the (?:dish|plate) = put one's foot in it
cass\\w+ sa pipe = br[eo]ke?n? (?:his|her|their) pipe = kick the bucket
à la queue leu leu = tail (?:wolf|leu) = in single file
coût\\w* les yeux de la tête = (?:the )?eyes of the head = cost an arm and a leg
chercher midi à quatorze heures = (?:noon|midday) at (?:two|2|fourteen|14) = overcomplicate things
pas sorti\\w* de l'auberge = out of the (?:inn|hostel) = not out of the woods
la moutarde (?:lui|me|leur) mont\\w* = mustard (?:ris|rose|goes|went|climb)\\w* = lose one's temper
faire la grasse matinée|grasse matinée = (?:fat|greasy) morning = sleep in
""",
    "es": """
tom\\w+ el pelo|el pelo tomad\\w+ = (?:tak|took|taken)\\w* (?:\\w+ )?(?:the |his |her |their |my )?hair = pull someone's leg
me importa un pimiento|importa un (?:pimiento|bledo|comino) = (?:a )?(?:pepper|cumin|bledo) = not give a damn
(?:en|por) (?:todas partes cuecen|todos lados cuecen) habas = (?:cook|boil)\\w* (?:broad )?beans = it is the same everywhere
media naranja = half (?:an? )?orange|orange half = better half
dar en el clavo|(?:dio|dado|da|dieron) en el clavo = (?:gave|give|gives|hit) (?:in|on) the nail = hit the nail on the head
(?:dio|dan|da|dar|dado|dieron) calabazas = (?:gave|give|gives|given) (?:\\w+ )?pumpkins? = turn down
(?:estar|está|están|estaba) sin blanca = without white = be broke
cuatro gatos = four cats = hardly anyone
no hay moros en la costa|moros en la costa = moors (?:on|at) the coast = the coast is clear
(?:meter|metió|metido|mete|metieron) la pata = (?:put|stuck|stick|plac|mett)\\w* (?:the|his|her|their|my) (?:paw|leg|foot)(?! in) = put one's foot in it
(?:ser|es|son|era|fue) pan comido = (?:eaten bread|bread eaten) = be a piece of cake
(?:ponerse|pusieron|puso|pone|ponen) las pilas = (?:put|puts) (?:on )?(?:the|his|her|their|its) batteries|batteries (?:on|in) = get one's act together
(?:estirar|estiró|estirado) la pata = stretch\\w* (?:the|his|her|their) (?:leg|paw) = kick the bucket
(?:costar|cuesta|costó|cuestan|costaba) un ojo de la cara = eye (?:of|from) the face = cost an arm and a leg
(?:de|por) la noche a la mañana = (?:from|of) (?:the )?night to (?:the )?morning = overnight
en un abrir y cerrar de ojos = open\\w* and clos\\w* (?:of )?eyes = in the blink of an eye
(?:dormir|durmió|dormido) la mona = (?:the )?monkey = sleep it off
(?:llover|llueve|llovía|llovió) a cántaros = (?:rain\\w*) (?:to|at|in|by)? ?(?:pitchers|jugs) = rain cats and dogs
(?:echar|echó|echan|echar una|echa una) una mano = (?:throw|threw|cast|thrown)\\w* (?:\\w+ )?a hand = lend a hand
(?:hacer|hizo|hacen|hace) la vista gorda = fat (?:sight|view|eye) = turn a blind eye
(?:ir|va|fue|irse|se fue|se van) al grano = (?:to the|at the) grain = get to the point
(?:no tener|no tiene|sin) pelos en la lengua = hairs? (?:on|in) (?:the|his|her|their) tongue = not mince one's words
""",
    "it": """
in bocca al lupo = (?:in|into) the (?:mouth of the wolf|wolf's mouth) = good luck
non (?:vedo|vede|vediamo|vedono) l'ora = (?:do|does) not see the (?:hour|time)|n't see the (?:hour|time) = look forward
(?:prend\\w+|preso|presa) (?:\\w+ )?in giro = (?:tak|took)\\w* (?:\\w+ )?(?:around|for a (?:ride|tour|walk|spin)|in (?:a )?(?:tour|circle)) = make fun of
(?:costa|costare|costato|costava|costano) un occhio della testa = eye (?:of|from) the head = cost an arm and a leg
acqua in bocca = water in (?:the|your) mouth = keep it quiet
quattro gatti = four cats = hardly anyone
(?:piove|pioveva|piovere) a catinelle = (?:rain\\w*) (?:at|in|by|to)? ?(?:basins|buckets of) = rain cats and dogs
(?:conosco|conosce|conoscono) i (?:miei|suoi|loro) polli = (?:my|his|her|their) chickens = know whom one deals with
(?:cercare|cerca|trovare) il pelo nell'uovo = hair in the egg = nitpick
(?:mangiare|mangiato|mangia|mangiata) la foglia = (?:eat|ate|eaten) the leaf = smell a rat
(?:avere|ha|hanno|aveva) le mani in pasta = hands in (?:the )?(?:dough|pasta) = have a finger in the pie
(?:dare|dato|dà|danno) buca = (?:give|gave|given|giving) (?:a )?hole = stand someone up
tutto fa brodo = (?:makes?|does) (?:the )?broth = every little helps
le ciambelle riescono col buco = doughnuts? = not everything turns out as planned
(?:a|alla) quattr'occhi|a quattro occhi = (?:at|to|in|with|under) four eyes = in private
fare il ponte|fa il ponte|fanno il ponte = (?:mak|made|do|build)\\w* (?:a|the) bridge = take a long weekend
(?:rompere|rompe|rotto|rompono) le scatole = br[eo]ak?\\w* (?:the|my|his|their) boxes = get on someone's nerves
""",
    "pt": """
(?:pagar|paga|pagou) o pato = (?:pay|paid|pays) (?:for )?the duck = carry the can
(?:engolir|engoliu|engole) sapos? = (?:swallow\\w*) (?:the )?(?:frogs?|toads?) = grin and bear it
(?:quebrar|quebra|quebrou|partir) o galho = br[eo]ke?\\w* the branch = do for now
(?:fazer|faz|fez) uma? vaquinha|vaquinha = (?:little|small) cow = chip in
chov\\w+ a cântaros|chov\\w+ canivetes = rain\\w* (?:\\w+ )?(?:pitchers|pocket ?knives|penknives|jugs) = rain cats and dogs
(?:onde|aonde) judas perdeu as botas = judas lost = in the middle of nowhere
(?:custar|custa|custou|custam) os olhos da cara = eyes (?:of|from) the face = cost an arm and a leg
(?:bater|bateu|bate) as botas|(?:esticar|esticou) o pernil = (?:beat|hit|knock)\\w* the boots = kick the bucket
(?:dar|deu|dá|dão) (?:uma )?mãozinha|mãozinha = (?:little|small) hand = lend a hand
(?:nem|sem) pés nem cabeça = (?:feet (?:n?or|and) head|without feet) = make no sense
(?:meter|meteu|mete) os pés pelas mãos = feet (?:through|by|for) (?:the )?hands = make a mess of it
(?:acertar|acertou) na mosca|na mosca = (?:in|on|hit|at) the fly = hit the bull's eye
(?:tirar|tira|tirou) o cavalinho da chuva = horse (?:out of|from) the rain = forget it
(?:encher|enchendo|enche) linguiça = (?:fill|stuff)\\w* sausages? = waffle
""",
    "ru": """
(?:веша\\w+|повесил\\w*) лапшу на уши|лапш\\w+ на уш\\w+ = noodles? (?:on|onto|over) (?:\\w+ )?ears? = pull the wool over someone's eyes
ни пуха ни пера = (?:neither|no) (?:fluff|down)(?: n?or| and)? (?:feather)?s? = break a leg
кот наплакал = (?:cat (?:has )?(?:cried|wept)|cat's tears) = next to nothing
(?:бить|бьют|била|бил) баклуши = (?:beat|hit)\\w* (?:the )?(?:baklushi|buckets?|thumbs) = twiddle one's thumbs
(?:водит|водил\\w*|водить) за нос = (?:lea?d|led|drive|drove)\\w* (?:\\w+ )?by the nose = lead up the garden path
(?:делать|делает|делают|сделал\\w*) из мухи слона = elephants? (?:out )?(?:of|from) (?:a )?fl(?:y|ies)|fl(?:y|ies) into (?:an )?elephants? = make a mountain out of a molehill
(?:медведь|слон) на ухо наступил = (?:bear|elephant) (?:has )?(?:stepped|stood|trod) on = be tone-deaf
(?:спустя|после) рукава = (?:after|down|through|with) (?:the |his |lowered )?sleeves? = carelessly
(?:как|словно) снег на голову|снег на голову = (?:like )?snow (?:on|onto|over) (?:the|his|her|their|our|your) head = out of the blue
собак\\w+ съел\\w*|съел\\w* собак\\w+ = (?:eaten|ate) (?:a|the) dog = know inside out
(?:сесть|сел|сели|села|сядет) в лужу|в лужу (?:сел|сели|села) = s[aie]t (?:down )?in(?:to)? (?:a|the) puddle = make a fool of oneself
(?:тянуть|тянет|тянут|тянул\\w*) кота за хвост = (?:pull|drag)\\w* (?:the|a) cat = drag things out
(?:зарубить|заруби\\w*) (?:\\w+ )?на носу = (?:on|in|upon) (?:the|your|his|her) nose = mark my words
(?:после дождичка в четверг) = after (?:the |a )?(?:little )?rain(?: shower)? on thursday = when pigs fly
(?:когда рак на горе свистнет) = (?:crayfish|crab|lobster|cancer) (?:\\w+ )*whistl\\w* = when pigs fly
(?:вилами (?:по|на) воде) = pitchforks? (?:on|over|in) (?:the )?water = it is far from certain
(?:яблоку негде упасть) = (?:no ?where|no place|no room) for (?:an |the )?apple = be packed
(?:душа (?:ушла|уходит) в пятки) = (?:soul|heart) (?:\\w+ )*heels? = have one's heart in one's mouth
(?:не в своей тарелке) = (?:in|on) (?:his|her|their|your|my|its) (?:own )?(?:plate|dish) = feel out of place
(?:руки не доходят|руки не дошли|не доходили руки) = hands (?:do|did|have|has)(?: not|n't) reach\\w* = not get round to
(?:с гулькин нос) = (?:pigeon|gulk\\w+)(?:'s)? (?:nose|beak) = tiny
(?:ежу понятно) = (?:clear|understandable|obvious) to (?:a|the) hedgehog = it is a no-brainer
(?:первый блин комом) = (?:first )?pancake = practice makes perfect
(?:сыр-бор|весь сыр-?бор) = cheese|(?:damp|raw|moist) (?:pine )?(?:forest|wood) = fuss
(?:держать|держит|держат|держи) нос по ветру = nose (?:to|in|with|into) the wind = see which way the wind blows
(?:до лампочки|по барабану) = (?:to the|on the|by the) (?:light ?bulb|lamp|drum) = not care
(?:остаться|остался|остались|осталась) с носом = with (?:the|a|his|her|their) nose = be left with nothing
(?:кормить|кормят|кормил\\w*) завтраками = (?:feed|fed)\\w* (?:\\w+ )?(?:with |on )?breakfasts? = keep making promises
(?:валять|валяет|валял\\w*) дурака = (?:roll|throw|lie)\\w* (?:a |the |around )?(?:the )?fool = play the fool
""",
    "uk": """
(?:вішати|вішає|вішають|вішав) локшину на вуха|локшин\\w+ на вух\\w+ = noodles? (?:on|onto|over) (?:\\w+ )?ears? = pull the wool over someone's eyes
(?:бити|б'ють|байдики бит\\w*|б'є) байдики|байдики (?:бити|б'є|б'ють) = (?:beat|hit)\\w* (?:the )?\\w+ = twiddle one's thumbs
(?:як|мов|наче) сніг на голову|сніг на голову = snow (?:on|onto|over) (?:the|his|her|their|our|your) head = out of the blue
кіт наплакав = cat (?:has )?(?:cried|wept) = next to nothing
(?:робити|робить|роблять) з мухи слона = elephants? (?:out )?(?:of|from) (?:a )?fl(?:y|ies)|fl(?:y|ies) into (?:an )?elephants? = make a mountain out of a molehill
(?:водити|водить|водив|водили) за ніс = (?:lea?d|led|drive|drove)\\w* (?:\\w+ )?by the nose = lead up the garden path
(?:як|мов) грім серед ясного неба = thunder (?:from|in|out of|amid|among) (?:a |the )?clear sk(?:y|ies) = a bolt from the blue
(?:не в своїй тарілці) = (?:in|on) (?:his|her|their|your|my|its) (?:own )?(?:plate|dish) = feel out of place
(?:яблуку ніде впасти) = (?:no ?where|no place|no room) for (?:an |the )?apple = be packed
(?:після дощику в четвер) = after (?:the |a )?(?:little )?rain(?: shower)? on thursday = when pigs fly
(?:пекти|пече|печуть) раків = (?:bak|roast)\\w* (?:the )?(?:crayfish|crabs|crawfish) = blush
(?:клювати|клює|клював) носом = (?:peck|bit)\\w* (?:with )?(?:the|his|her|their) nose = nod off
(?:собаку з'їв|собаку з'їла|з'їв собаку|з'їла собаку) = (?:eaten|ate) (?:a|the) dog = know inside out
""",
    "pl": """
(?:bułka z masłem) = (?:roll|bun|bread) (?:with|and) butter = a piece of cake
(?:nie mój cyrk|nie moje małpy) = (?:my )?(?:circus|monkeys) = not my problem
(?:robić|zrobił\\w*|robi|robią) w konia = (?:mak|made|do|did)\\w* (?:\\w+ )?(?:in|into) (?:a |the )?horse = make a fool of
(?:mieć|ma|mają|miał\\w*) muchy w nosie = flies in (?:the|his|her|their) nose = be in a huff
(?:kupować|kupił\\w*|kupuje|kupić) kota w worku|kota w worku = cat in (?:the|a) (?:bag|sack) = a pig in a poke
(?:co ma piernik do wiatraka) = (?:gingerbread|windmill) = what has that to do with it
(?:wiercić|wierci|wiercił\\w*) (?:\\w+ )?dziurę w brzuchu = hole in (?:the|his|her|their|my|your|someone's) (?:belly|stomach) = pester
(?:trzymać|trzymam|trzymają|trzymał\\w*|trzyma) (?:\\w+ )?kciuki = (?:hold|held|keep|kept)\\w* (?:\\w+ )?thumbs = keep one's fingers crossed
(?:rzucać|rzucał\\w*|rzuca) grochem o ścianę|grochem o ścianę = (?:peas?) (?:at|against|on) (?:the|a) wall = talk to a brick wall
(?:z igły widły|robić z igły widły) = (?:needle|pitchfork) = make a mountain out of a molehill
(?:raz na ruski rok) = russian year = once in a blue moon
(?:owijać|owija|owijał\\w*) w bawełnę|w bawełnę = (?:wrap\\w*|in|into) (?:\\w+ )?cotton = beat about the bush
(?:wpaść|wpadł\\w*|wpada) jak śliwka w kompot|śliwka w kompot = plum in(?:to)? (?:the )?compote = get into a mess
(?:musztarda po obiedzie) = mustard after (?:the )?(?:dinner|lunch) = too late
(?:siedzieć|siedzi|siedział\\w*) jak na szpilkach|na szpilkach = (?:on|like on) (?:stilettos|high heels|the pins) = be on tenterhooks
(?:leje jak z cebra) = (?:pour|rain)\\w* (?:like |as )?(?:from |out of )?(?:a |the )?(?:bucket|pail|tub) = rain cats and dogs
""",
}
#: Idioms of English, and their literal translation.
_FROM_ENGLISH: Mapping[str, str] = {
    "ru": """
kick(?:ed|s)? the bucket = (?:пну|пина|ударил|пнул)\\w* (?:по )?ведр\\w* = умереть
piece of cake = кус(?:ок|ка|ком|очек) (?:торта|пирога|кекса) = пара пустяков
rain\\w* cats and dogs = (?:кошк\\w+|кот\\w+) и соба\\w+ = лить как из ведра
under the weather = под погод\\w+ = нездоровиться
br(?:eak|oke) the ice = (?:слома|разби|разбил|ломал|разруш)\\w* л[её]д = растопить лёд
once in a blue moon = (?:голуб|син)\\w+ лун\\w+ = раз в год по обещанию
cost\\w* an arm and a leg = рук\\w+ и ног\\w+ = стоить бешеных денег
hit the nail on the head = (?:гвозд\\w+ (?:по|в) (?:голов|шляпк)\\w+) = попасть в точку
spill\\w*(?:ed)? the beans = (?:просып|пролил|рассып|пролив)\\w* бобы = проболтаться
the ball is in (?:your|his|her|their|our) court = (?:мяч|шар) (?:на|в) (?:\\w+ )?(?:корт|суд|двор|площадк)\\w* = слово за вами
beat(?:ing|s)? around the bush = (?:бить|бьёт|бьют|вокруг) (?:\\w+ )?куст\\w* = ходить вокруг да около
red tape = красн\\w+ (?:лент|плёнк|пленк)\\w+ = волокита
white elephant = бел\\w+ слон\\w* = обуза
silver bullet = серебрян\\w+ пул\\w+ = панацея
black sheep = чёрн\\w+ ов(?:ц|ец|еч)\\w* = белая ворона
cold feet = холодн\\w+ ног\\w* = струсить
break a leg = (?:слома|сломай|ломай)\\w* ногу = ни пуха ни пера
bit(?:e|es|ing)? the bullet = (?:кус|укус|прикус)\\w+ пул\\w+ = стиснуть зубы
long shot = длинн\\w+ (?:выстрел|удар)\\w* = маловероятно
couch potato\\w* = диван\\w+ картошк\\w+|картошк\\w+ (?:на )?диван\\w+ = лежебока
elephant in the room = слон\\w* в (?:комнат|помещени)\\w+ = очевидная проблема
low-hanging fruit = низко ?вис\\w+ (?:фрукт|плод)\\w* = лёгкая добыча
paint(?:ed|s|ing)? the town red = (?:крас|покрас|рас)\\w* город = кутить
pull(?:ed|ing|s)? (?:\\w+ )?leg = (?:тян|потян|дёрг|дерг)\\w* (?:\\w+ )?(?:за )?ног\\w* = разыгрывать
the last straw = последн\\w+ солом\\w+ = последняя капля
a wild goose chase = (?:погон\\w+|охот\\w+) (?:за )?(?:дик\\w+ )?гус\\w+ = напрасные поиски
on the house = (?:на|за) дом(?:е|у|)\\b(?!аш) = за счёт заведения
""",
    "de": """
kick(?:ed|s)? the bucket = (?:trat|tritt|treten|getreten)\\w* (?:\\w+ )?(?:den )?eimer|eimer (?:ge)?tr\\w+ = den Löffel abgeben
piece of cake = stück (?:kuchen|torte) = Kinderspiel
rain\\w* cats and dogs = katzen und hunde = in Strömen regnen
under the weather = unter dem wetter = sich nicht wohlfühlen
once in a blue moon = blaue\\w? mond\\w* = alle Jubeljahre
cost\\w* an arm and a leg = einen arm und ein bein = ein Vermögen kosten
spill\\w*(?:ed)? the beans = bohnen (?:aus)?(?:verschütt|geschütt|schütt)\\w*|verschütt\\w+ (?:\\w+ )?bohnen = aus dem Nähkästchen plaudern
beat(?:ing|s)? around the bush = (?:um den|um die) (?:busch|büsche) = um den heißen Brei herumreden
red tape = rote\\w? (?:band|klebeband) = Bürokratie
break a leg = (?:brich|brecht|brechen) (?:\\w+ )?(?:dir |euch |sich )?ein bein = Hals- und Beinbruch
bit(?:e|es|ing)? the bullet = (?:in die|auf die) kugel = in den sauren Apfel beißen
couch potato\\w* = sofa-?kartoffel\\w*|couch-?kartoffel\\w* = Stubenhocker
pull(?:ed|ing|s)? (?:\\w+ )?leg = (?:zieh|zog|gezogen)\\w* (?:\\w+ ){0,2}(?:am |an )(?:\\w+ )?bein = auf den Arm nehmen
the last straw = letzte\\w? strohhalm\\w* = der Tropfen, der das Fass zum Überlaufen bringt
low-hanging fruit = (?:tief|niedrig) ?hängende\\w? (?:früchte|obst) = leicht zu erreichende Ziele
hit(?:s|ting)? the road = (?:schlug|schlagen|schlägt|trafen|traf)\\w* (?:\\w+ )?die straße = sich auf den Weg machen
a wild goose chase = wildgans\\w*|wilde\\w? gänse\\w* = vergebliche Suche
on the house = auf (?:dem|das) haus = aufs Haus
it's all greek to me = (?:ist|klingt) (?:\\w+ )?(?:alles )?griechisch = nur Bahnhof verstehen
""",
    "es": """
kick(?:ed|s)? the bucket = (?:pate|patear|pateó|golpe)\\w* (?:el|al) (?:cubo|balde) = estirar la pata
piece of cake = (?:pedazo|trozo|porción) de (?:pastel|tarta|torta|bizcocho) = pan comido
rain\\w* cats and dogs = gatos y perros|perros y gatos = llover a cántaros
under the weather = bajo el (?:tiempo|clima) = indispuesto
once in a blue moon = luna azul = de Pascuas a Ramos
cost\\w* an arm and a leg = un brazo y una pierna = costar un ojo de la cara
spill\\w*(?:ed)? the beans = (?:derram|tir)\\w+ (?:los )?(?:frijoles|judías|alubias) = irse de la lengua
beat(?:ing|s)? around the bush = alrededor del arbusto|golpe\\w+ (?:el )?arbusto = andarse por las ramas
red tape = cinta roja = burocracia
break a leg = (?:romp\\w+|quiebr\\w+) una pierna = mucha suerte
bit(?:e|es|ing)? the bullet = (?:mord|muerd)\\w+ la bala = hacer de tripas corazón
couch potato\\w* = (?:patata|papa)s? de sofá = teleadicto
pull(?:ed|ing|s)? (?:\\w+ )?leg = (?:tir|jal)\\w+ (?:\\w+ )?(?:de )?la pierna = tomar el pelo
the last straw = última paja = la gota que colma el vaso
low-hanging fruit = frut\\w+ (?:que cuelga\\w*|colgante\\w*|de bajo) = lo más fácil
a wild goose chase = (?:persecución|caza) (?:de|del) (?:gansos?|ocas?) = búsqueda inútil
on the house = (?:en|sobre) la casa = invita la casa
cold feet = pies fríos = echarse atrás
long shot = (?:tiro|disparo) largo = poco probable
""",
    "fr": """
kick(?:ed|s)? the bucket = (?:donn|frapp)\\w+ (?:un coup de pied (?:dans|au) )?(?:le |au )?seau = casser sa pipe
piece of cake = (?:morceau|part) de gâteau = un jeu d'enfant
rain\\w* cats and dogs = (?:des )?chats et (?:des )?chiens = pleuvoir des cordes
under the weather = sous (?:le temps|la météo) = patraque
once in a blue moon = lune bleue = tous les trente-six du mois
cost\\w* an arm and a leg = un bras et une jambe = coûter les yeux de la tête
spill\\w*(?:ed)? the beans = (?:renvers|répand)\\w+ les (?:haricots|fèves) = vendre la mèche
beat(?:ing|s)? around the bush = (?:battre|bat|battent|tourn\\w+) (?:autour )?(?:du|le) buisson = tourner autour du pot
red tape = (?:ruban|bande) rouge = paperasserie
break a leg = cass\\w+ (?:\\w+ )?une jambe = merde !
bit(?:e|es|ing)? the bullet = mord\\w* (?:dans )?la balle = serrer les dents
couch potato\\w* = (?:patate|pomme de terre)s? de canapé = pantouflard
pull(?:ed|ing|s)? (?:\\w+ )?leg = tir\\w+ (?:\\w+ )?(?:sur )?la jambe = faire marcher
the last straw = (?:dernière paille) = la goutte d'eau qui fait déborder le vase
low-hanging fruit = fruits? (?:à portée basse|suspendus? bas|bas|pendants?) = le plus facile
a wild goose chase = (?:chasse|poursuite) (?:à|aux|de|d'une?) (?:l')?oies? (?:sauvages?)? = fausse piste
on the house = sur la maison = offert par la maison
cold feet = pieds froids = se dégonfler
""",
}  # fmt: skip

Entry = tuple[re.Pattern[str], re.Pattern[str], str]


@cache
def _entries(source: str, target: str) -> tuple[Entry, ...]:
    """(idiom, its literal translation, its meaning)."""
    table = _TO_ENGLISH.get(source, "") if target == "en" else _FROM_ENGLISH.get(target, "") if source == "en" else ""
    found = []
    for line in table.strip().splitlines():
        idiom, literal, meaning = (part.strip() for part in line.split(" = "))
        patterns = [re.compile(rf"(?<!\w)(?:{part})(?!\w)", re.IGNORECASE) for part in (idiom, literal)]
        found.append((patterns[0], patterns[1], meaning))
    return tuple(found)


@cache
def _any_idiom(source: str, target: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry[0].pattern})" for entry in _entries(source, target)), re.IGNORECASE)


@cache
def crumbs(source: str, target: str) -> tuple[str, ...]:
    """Letters, one of which a source has that any of the idioms stands in."""
    return tuple(
        {
            crumb
            for entry in _entries(source, target)
            for crumb in crumbs_of(entry[0].pattern[len("(?<!\\w)(?:") : -len(")(?!\\w)")])
        }
    )


def supports(source: str, target: str) -> bool:
    """Whether there are idioms of one language with their literal translations into the other."""
    return bool(_entries(source, target))


def literal(source: str, target: str, langs: tuple[str, str]) -> Iterator[tuple[Span, Span, str]]:
    """Places of idioms and of their literal translations, and what the idioms mean."""
    source, target = source.replace("’", "'"), target.replace("’", "'")
    if not _any_idiom(*langs).search(source):
        return
    for idiom, wrong, meaning in _entries(*langs):
        here = idiom.search(source)
        there = wrong.search(target) if here else None
        if here and there:
            yield here.span(), there.span(), meaning
