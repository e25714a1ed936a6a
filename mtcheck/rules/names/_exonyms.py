# ruff: noqa: E501 (a table)
"""Names of towns, rivers, lands, peoples and persons of old that languages do not spell alike: `Douvres` is Dover.

CLDR has countries and the towns of time zones; these are the others of which gazetteers have forms of their own, by
what the forms of a word begin with, in Latin letters. Asked for findings alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from anyascii import anyascii

from mtcheck.rules.text import word_set

#: One line a name: how its forms begin in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish,
#: Czech, Russian, Ukrainian, Turkish, romanised, as far as they are no spelling of each other.
_ROWS = """
dover douvres duvr
england englan anglet inglat inghil anglia anglii anglie angli engela ingilt anglij
scotland schott ecosse escoci scozia schotl skottl szkoc skots shotl iskocy
wales galles gales walii walia uels uelz galler
ireland irland irlande irlanda ierlan irlandi
london londre londra londyn lundun
edinburgh edimb edynb edinb
thames themse tamise tamesi tamigi tamiza temza teems
danube donau dunaj tuna duna dunare danubi dunav
rhine rhein rhin reno ren renu rin ryn
moselle mosel mozel mosela
meuse maas mosa moza
scheldt schelde escaut escald
elbe elba labe lab
oder odra odry
vistula weichsel wisl visl vistule
neisse nysa nis nisa
vltava moldau veltav
loire loar luar loira
seine sekwan senn sena senny
rhone ron rodan rodano
tagus tajo tejo
tiber tevere tybr tibr
nile nil nilo
volga wolga wolg
dnieper dnepr dnipro dniepr dnjepr
dniester dnestr dnister dniestr
euphrates eufrat firat
tigris dicle tigr
alps alpen alpes alpi alpern alp alpy alper
carpathians karpat carpat
pyrenees pyren piren
apennines apenn apenin
channel armelkanal manche mancha manica kanal
cologne koln coloni keln kolin kolon
munich munch monaco monak mnich mniuch miunch muniqu
nuremberg nurn norimb nurem niurnb
regensburg ratisb ratysb rezno
brunswick braunschw brunsw
hanover hannov hanow
mainz mayenc maguncia mogunc mohuc
trier treves trevir trevi trewir
aachen aquisg aix akwizg cachy aken
leipzig lips lipsk lipsia
dresden drezn drazd dresde
bavaria bayern bavier bavar beieren bawar bavor baier
saxony sachsen saxe sajon sasson saxon sakson sask
swabia schwaben souabe suabia svevia szwab svab
prussia preussen preuss prusse prusia prus pruss
thuringia thuring turyng turing
rhineland rheinl rhenan renani nadren
palatinate pfalz palatin palatyn
hesse hessen heska hesj hess
silesia schles siles slesi slask slezsk silez silezi
pomerania pommern pomer pomor
bohemia bohmen boheme bohem cech czech chekh chekhi bogem
moravia mahren morav moraw
galicia galiz galic galiy galits halych halic
transylvania siebenb transy transilv siedmi erdel
wallachia walach valaq valach wolosz
vienna wien vienne viena wieden wiedn viden vidn vena viyana wenen
prague prag praga praha
warsaw warschau varsov varsavi varshav warszaw
krakow krakau cracov crac krak
wroclaw breslau vratisl
gdansk danzig
szczecin stettin shchetsin
poznan posen
torun thorn
lviv lemberg lwow lvov leopol leopold
chernivtsi czernow tschernow cernaut chernov czerniow
uzhhorod ungvar
bratislava pressb pozson
budapest budape
belgrade belgrad beograd belhrad bilhor
zagreb agram
ljubljana laib lubian liublian
rijeka fiume
split spalato
dubrovnik ragusa
timisoara temesv temeschw
cluj klausenb kolozsv
sibiu hermannst
brasov kronst brasso
bucharest bukar bucar bukures
sofia sofij
thessaloniki salon salonic salonik selanik solun
athens athen aten afin atina
corinth korint korynt corint korinth
sparta spart
thebes theben teb fiv fivy
thrace traki trakia trakya thrak frak frakij
macedonia mazedon makedon macedo
peloponnese peloponn mora moree
crete kreta creta krit girit kret
cyprus zypern chypre chipre cipro kypr cypr kipr kibris
rhodes rhodos rodas rodi rodos
istanbul konstantinop constantinop konstantynop carigr tsargrad
jerusalem jeruz jerozol kudus ierusal gerusal
bethlehem betlej beytlah bethle belen
damascus damask damas dimashk sam
aleppo alep halab halep
cairo kairo kair caire kahire kagir
alexandria alexandri aleksandr iskenderiye
tripoli tripol trablus
algiers algier alger argel algeri cezayir
morocco marok maroc marrueco marrocos fas
tangier tanger tangeri
beijing peking pequi pekin
nanjing nanking nankin nanqui
guangzhou kanton canton
mumbai bombay bombai bombei
kolkata kalkut calcut
geneva genf geneve ginebra ginevra zhenev genew zeneva cenevre
basel basle bale basile bazyle bazel
zurich zurig zuriqu curych tsiurikh
bern berne berna
lucerne luzern lucern
lausanne losanna
milan mailand milano mediol
turin torino turyn
venice venedig venise venec venezia veneza weneck wenecj benat venets venedik
florence florenz firenz floren florenc
genoa genua genes genov genu cenova
naples neapel napol neapol
rome rom roma rzym rim rzymu
padua padov padoue
mantua mantov mantoue
syracuse syrak sirac siracus
sicily sizilien sicile sicil sycyl sitsil
sardinia sardin sardeg sardyn
tuscany toskan toscan
lombardy lombard
savoy savoi saboya sabaud
corsica korsik corse corceg
brussels brussel bruxel brusel bruksel briussel
antwerp antwerpen anvers amberes anversa antuer
ghent gent gand gante gandaw
bruges brugge brujas
louvain leuven lovaina lowan
liege luttich lieja liegi luik
mons bergen
tournai doornik
flanders flandern flandre flandes fiandr flandry vlaander
wallonia wallon valon
hague haag haye haia haga gaag aja
netherlands niederl paysbas paises nederl niderl holand
paris paryz pariz parij
dunkirk dunkerq dunker dunkierk diunkerk
lille rijsel lila
reims rheims rems
strasbourg strass estrasb strasb
lyon lione leon liyon
marseille marsigli marsel marsyli marsella marselha
bordeaux burdeos burdigal
toulouse tolosa tuluz
nice nizza nicea niza
avignon avinon awinion
burgundy burgund bourgogne borgon borgogn burgond
brittany bretagne bretan bretagn breton
normandy normand norman
champagne champan szampan
alsace elsas alsaci alzac elzas
lorraine lothring lorena loten lotaryng lotar
gascony gascog gascon gaskon
catalonia katalon catalo catalun
castile kastil castil castel kastyl
andalusia andalus andaluz andalou
aragon arago
navarre navarr navarra
basque bask vasco basco euskad
biscay biskaj biscaye vizcaya
seville sevill siviglia sewill
cordoba kordob cordou cordov
saragossa zaragoz saragos
lisbon lissab lisbo lizbo lissabon
porto oporto
azores azoren acores azor
madeira mader
canary kanar canari
gibraltar gibralt cebel
copenhagen kopenh copenh kobenh kopenga
jutland jutl jyll yutl
zealand seel sjaell zeland selandi
funen fyn fionia
gothenburg gotebo gotenb goteb
scania schonen skane skania
lapland lappl lapon laplan
stockholm estocol stoccol sztokh stokgol
helsinki helsing
turku abo
tampere tammerf
finland finlan
tallinn reval
tartu dorpat jurjev
riga ryg
livonia livl livon inflant
courland kurl kurland courlande
vilnius wiln wilno vilna
kaunas kowno kauen
klaipeda memel klajped
kaliningrad konigsb krolew
moscow mosk moskau moscou mosku mosca moskw
petersburg peterb petersb petrohr petrograd pietroburg
kyiv kiew kijow kyjev kiev kiyev
kharkiv charkow harkov kharkov
odesa odessa odess
crimea krim crimee krym kirim
sevastopol sewast sebast
caucasus kaukas caucas kawkaz kafkas
georgia georgi grusin gruz gurcist
siberia sibir siberi syber
yakutia jakut yakut sakha
tartary tatar tartar
mongolia mongol
manchuria mandschur manchuri mandzur
genghis dschingis gengis czyng chingiz chingis cengiz dzingis
tamerlane timur tamerlan
columbus colon colomb kolumb colombo kolomb
avicenna sina awicen avitsen
averroes averro awerroes rushd
muhammad moham mahom magom muhamm mehmet
jesus jezus jezis iisus isus isa gesu jesu
christ hristos chryst khrist xrist cristo krist
moses mose moise mois mojzes mojzis mosiei musa
solomon salom suleim salamon
david dawid davud
peter petrus pierre pedro pietro piotr petr petro petar pedr
paul paulus pablo paolo pawel pavel pavlo pavol
john johann jean juan giovanni joao jan ivan ioann yuhanna johan
james jakob jacques jacob santiago giacomo tiago jakub iakov yakup
mary maria marie mariia meryem
joseph josef jose giuseppe jozef iosif yusuf
michael miguel michele michal mikhail mihail mykhail michel
george georg jorge giorgio jerzy jiri georgi yorgi georges
charles karl carlos carlo karol karel
henry heinrich henri enrique enrico henryk jindrich genrikh henrique
louis ludwig luis luigi ludwik ludvik liudovik
william wilhelm guillaume guillermo guglielmo guilherme vilem vilgelm willem
frederick friedrich frederic federico frederico fryderyk bedrich fridrikh
francis franz francois francisco francesco franciszek frantisek frants
philip philipp felipe filippo filip
richard ricardo riccardo ryszard
edward eduard edouard eduardo edoardo
stephen stephan etienne esteban stefano szczepan stepan stefan estevao istvan
margaret margar margher malgorz marketa margarit
catherine kathar catal cater katarz katerin ekater
elizabeth elis isabel elzbiet alzbet yelizav elizav
joan johanna jeanne juana giovanna joanna jana zhann
caesar cesar cezar tsezar sezar
augustus august auguste augusto
octavian oktawian oktavi octave octavio ottavi
homer homere homero omero gomer
plato platon platone
aristotle aristot arystot aristote
pontius ponce ponzio poncjusz pontij pilat
bible bibel biblia bibbia incil bibl bibli
christians christen chretien cristian chrzes krest khrist
christmas weihnacht noel navidad natale natal boze vanoc rozhdest rizdv
easter ostern paques pascua pasqua pascoa wielkanoc velikon pask velykod
pentecost whitsun pfingst pentec trinit zielon letnic troits
huguenots hugen hugon gugen
jews juden juif judio ebre judeu zyd zid evrei yahudi ievre
greeks griech grec griego greci grek rek yunan
turks turken turc turco turk turci
gypsies zigeun roma cygan tsygan
germans deutsch allemand aleman tedesc niem nemc nemts almanl
pharaoh pharao faraon firavun
pharisees pharis faryz farise
achaeans achaer acheen aque achaj achai akhei
khwarezm chores khorezm chwarez harezm corasm
ottoman osman otoman ottom
"""
#: A form has so many letters more at most, by the letters that are given.
_MOST_ENDING = {3: 2, 4: 3}
_MOST_ENDING_OF_LONG = 6


@cache
def _names() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_ROWS.strip().splitlines()):
        for stem in word_set(row):
            found.setdefault(stem, set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


def _rows_of(word: str) -> frozenset[int]:
    low = anyascii(word).lower().replace("'", "")
    names = _names()
    for length in range(min(len(low), 14), 2, -1):
        rows = names.get(low[:length])
        if rows is not None and len(low) - length <= _MOST_ENDING.get(length, _MOST_ENDING_OF_LONG):
            return rows
    return frozenset()


def is_same_name(one: str, others: Iterable[str]) -> bool:
    """Whether some other word is a language's own form of a name.

    >>> is_same_name("Douvres", ["Dover"]), is_same_name("Дунаем", ["the", "Danube"]), is_same_name("Köln", ["Bonn"])
    (True, True, False)
    """
    rows = _rows_of(one)
    return bool(rows) and any(not rows.isdisjoint(_rows_of(other)) for other in others)
