# ruff: noqa: E501 (a table)
"""Words that mean a member of a contrast group and nothing else of the group; made by hand, for what pairs show too seldom.

`*` stands for every ending that word lists and texts have; `_` for a space.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Language -> lines of `group/place: words`.
WORDS: Mapping[str, str] = {
    "ru": """
thickness/0: толст* толще
thickness/1: тонк* тоньше
fee/1: за_плату за_дополнительную_плату за_отдельную_плату за_деньги
harm/0: вред* вредн* навред*
harm/1: полезн* польз*
order/0: до_этого до_войны до_революции до_того
bound/0: не_менее не_меньше
bound/1: не_более не_больше
fraction/1: треть трети третью
fraction/2: четверть четверти четвертью
building/2: церковь церкви церковью храм храма собор собора
building/0: школа школы школе школу
building/1: больница больницы больнице больницу
job/28: пекарь пекаря
ever/0: никогда
ever/1: всегда
person/0: никто никого никому никем
person/1: все всех
alive/0: жив жива живы живой живого живые живых живым живыми живая живую выжив*
alive/1: мертв* мёртв* погиб* мертвец* труп*
amount/0: больше более
amount/1: меньше менее
over/0: старше свыше
over/1: младше моложе
age/0: старый старая старого старой старую старые старых старше старший старшая старшего старшей старшие старик* пожил*
age/1: молодой молодая молодого молодые молодых моложе младше младший младшая младшего младшей младшие молод*
order/1: после спустя
rank/0: первый первая первое первые первого первой первым первых первую сначала
rank/1: последний последняя последнее последние последнего последней последних последним последнюю напоследок
coming/0: следующ* будущ*
coming/1: прошл* предыдущ* минувш*
soon/0: рано раньше ранн* пораньше досрочн*
soon/1: поздно позже позднее поздн* позже
accept/0: поддерж* одобр* принял* согласил* согласн* соглас*
accept/1: отклон* отверг* отказ* против выступил* возраж* возраз*
allow/0: разреш* позвол* дозвол*
allow/1: запре* запрещ*
open/0: откры* открыв* распахн*
open/1: закры* закрыв* заперт*
begin/0: начал* начин* старт*
begin/1: конч* заверш* оконч* законч* финал* конец концу конца концом
quantity/0: все всех всем всеми каждый каждая каждое каждого каждой каждому всякий
quantity/1: некоторые некоторых некоторым некоторыми несколько
quantity/3: половина половины половину половиной полтор*
most/0: большинств*
most/1: меньшинств*
many/0: много многие многих многим многочисл* множеств*
many/1: мало немного немногие немногих
often/0: всегда постоянно
often/2: часто
often/3: редко изредка
price/0: дешев* дешёв* недорог*
price/1: дорог* дорож* подорож*
fee/0: бесплатн* даром
fee/1: платн* платно
heat/0: тепл* тёпл* жарк* жара горяч* теплее жарче
heat/1: холодн* холод* мороз* прохладн*
wet/0: сух* сушь
wet/1: влажн* мокр* сыр* дождлив*
height/0: высок* выше
height/1: низк* ниже
length/0: длинн* длиннее дольше долго долг*
length/1: коротк* короче
width/0: широк* шире
width/1: узк*
depth/0: глубок* глубже
depth/1: мелк* мельче
size/0: больш* крупн* огромн*
size/1: маленьк* небольш* мал* крошечн*
weight/0: тяжел* тяжёл*
weight/1: легк* лёгк* легче
strength/0: сильн* сильнее
strength/1: слаб* слабее
speed/0: быстр* быстрее скоростн*
speed/1: медленн* медленнее
ease/0: легко прост*
ease/1: трудн* сложн*
wealth/0: богат*
wealth/1: бедн*
fill/0: полн* переполн* заполн*
fill/1: пуст* опустел* пустовал*
good/0: лучше лучш* хорош* улучш*
good/1: хуже худш* плох* ухудш*
hand-side/0: лев* слева налево
hand-side/1: прав* справа направо
find/0: нашел нашла нашли нашло нашёл найд* обнаруж*
find/1: потер* утрат* лишил*
memory/0: помн* запомн* вспомн*
memory/1: забы*
hope/0: надее* надеют* надежд*
hope/1: боит* боял* опаса* страх*
feel/0: люб*
feel/1: ненави*
ally/0: друг друга друзья друзей друзьям друж*
ally/1: враг* вражд*
birth/0: роди* рожд*
birth/1: умер* умир* смерт* сконча*
peace/0: мир мира миру миром мирн*
peace/1: войн* воен* воев*
build/0: постро* стро* возв* соору*
build/1: разруш* снес* снос* уничтож*
danger/0: безопасн*
danger/1: опасн*
guilt/0: винов* виноват*
guilt/1: невинов* невинн*
lasting/0: временн*
lasting/1: постоянн*
family/8: дядя дяди дяде дядю дядей
family/9: тетя тётя тети тёти тете тёте тетю тётю тетей
family/10: племянник племянника племянники
family/11: племянниц*
family/12: дед деда деду дедом дедушк*
family/13: бабушк* бабк*
family/14: внук внука внуку внуком внуки внуков
family/15: внучк*
family/0: отец отца отцу отцом папа папы папе
family/1: мать матери матерью мама мамы маме маму
family/2: сын сына сыну сыном сыновья сыновей
family/3: дочь дочери дочерью дочка дочки дочку
family/4: брат брата брату братом братья братьев
family/5: сестр* сестёр
family/6: муж мужа мужу мужем
family/7: жена жены жене жену женой
season/0: весн* весен*
season/1: лето лета летом летн*
season/2: осен*
season/3: зима зимы зимой зиму зимн*
daytime/0: утро утра утром утренн*
daytime/1: днём
daytime/2: вечер* вечером
daytime/3: ночь ночи ночью ночн*
daytime/4: полдень полудня
daytime/5: полночь полуночи
above/0: над сверху верхн* наверху
above/1: под снизу нижн* внизу
inside/0: внутри
inside/1: снаружи вне
near/0: близк* ближе рядом недалеко вблизи
near/1: далек* далёк* дальше вдали
fraction/1: треть трети третью
colour/0: черн* чёрн*
colour/1: бел*
colour/2: красн*
colour/3: зелен* зелён*
colour/4: син* голуб*
colour/5: желт* жёлт*
colour/6: коричнев*
""",
    "uk": """
thickness/0: товст* товщ*
thickness/1: тонк* тонш*
fee/1: за_плату за_додаткову_плату за_окрему_плату за_гроші
harm/0: шкідлив*
harm/1: корисн*
accept/1: відхил* запереч* відмов*
order/0: до_цього до_війни до_революції
bound/0: не_менше не_менш
bound/1: не_більше не_більш
fraction/1: третина третину третини третиною
fraction/2: чверть чверті чвертю
fraction/0: половина половину половини
quantity/3: половина половину половини
building/2: церква церкви церкву церкві
ever/0: ніколи
ever/1: завжди
person/0: ніхто нікого нікому
person/1: всі усі
alive/0: живий жива живі живих живим живими живого вижи*
alive/1: мертв* загиб* мрець
amount/0: більше більш
amount/1: менше менш
over/0: понад старше
over/1: молодше
age/0: стар* літн*
age/1: молод*
order/0: перед
order/1: після
rank/0: перш* спочатку
rank/1: останн*
coming/0: наступн* майбутн*
coming/1: минул* попередн* торік
soon/0: рано раніше ранн*
soon/1: пізно пізніше пізн*
accept/0: підтрим* схвал* погод* прийнял*
accept/1: відхил* відмов* проти заперечу*
allow/0: дозвол*
allow/1: заборон*
open/0: відкри* відчин*
open/1: закри* зачин* замкн*
begin/0: поча* почин* розпоч*
begin/1: кінець кінця кінці закінч* заверш*
quantity/0: всі усі всіх усіх всім усім кожен кожна кожне кожного кожної
quantity/1: деякі деяких деяким декілька кілька
quantity/3: половин*
fraction/0: половин*
fraction/1: третин*
fraction/2: чверть чверті чвертю
most/0: більшіст* більшост*
most/1: меншіст* меншост*
many/0: багато багатьох численн*
many/1: мало небагато
often/0: завжди постійно
often/2: часто
often/3: рідко зрідка
price/0: дешев*
price/1: дорог* дорожч*
fee/0: безкоштовн* безплатн*
fee/1: платн*
heat/0: тепл* спек* гаряч*
heat/1: холод* мороз* прохолод*
wet/0: сух*
wet/1: волог* мокр* дощов*
height/0: висок* вищ*
height/1: низьк* нижч*
length/0: довг* довш*
length/1: корот*
width/0: широк* ширш*
width/1: вузьк* вужч*
depth/0: глибок* глибш*
depth/1: мілк*
size/0: велик* більш*
size/1: маленьк* мал* менш* невелик*
hand-side/0: лів* ліворуч зліва
hand-side/1: прав* праворуч справа
find/0: знайш* знайд* виявил*
find/1: втрат* загубил*
hope/0: сподіва* надію надії надія
hope/1: бояться боїться боявся боялися побою*
family/0: батько батька батькові батьком тато
family/1: мати матері матір матір'ю мама мами мамі
family/4: брат брата брату братом брати братів
family/5: сестр*
family/6: чоловіком
family/7: дружин*
family/8: дядько дядька дядьком
family/9: тітк*
family/12: дід діда дідом дідусь дідуся
family/13: бабус*
family/2: син сина синові сином сини синів
family/3: дочк* доньк*
season/0: весн*
season/1: літо літа влітку літн*
season/2: осін* восен* осен*
season/3: зима зими зиму зимою зимов* взимку узимку
daytime/0: ранок ранку вранці уранці ранков*
daytime/2: вечір вечора ввечері увечері вечірн*
daytime/3: ніч ночі вночі уночі нічн*
unit-of-time/3: день дня дні днів дня доба доби діб добу
unit-of-time/4: тиждень тижня тижні тижнів
unit-of-time/5: місяць місяця місяці місяців
unit-of-time/2: година години годин
need/0: потрібн* необхідн*
need/1: непотрібн*
""",
    "de": """
thickness/0: dick dicke dicker dicken dickes dickere
thickness/1: dünn* dünner
fee/1: gegen_gebühr gegen_aufpreis gegen_entgelt gegen_bezahlung
harm/0: schädlich*
harm/1: nützlich* wohltuend*
bound/0: mindestens zumindest wenigstens
bound/1: höchstens maximal allenfalls
rise/0: stieg stiegen gestiegen steigt steigen wuchs gewachsen
rise/1: sank sanken gesunken sinkt sinken gefallen
ever/0: nie niemals
ever/1: immer stets
person/0: niemand niemanden niemandem
person/1: alle jeder
alive/0: lebend* lebendig* überleb*
alive/1: tot tote toten toter verstorben*
amount/0: mehr
amount/1: weniger
age/0: alt alte alten alter altes älter* ältest*
age/1: jung* jünger* jüngst*
order/0: bevor vorher zuvor vorherig*
order/1: nachdem nachher danach
rank/0: erst* zuerst zunächst
rank/1: letzt* zuletzt
coming/0: nächst* kommend* künftig*
coming/1: vorig* vergangen* vorherig*
soon/0: früh* frühestens
soon/1: spät* spätestens
accept/0: akzeptier* zugestimm* zustimm* befürwort* unterstütz* angenommen annahm genehmig* dafür
accept/1: ablehn* abgelehn* lehnte lehnten lehnt lehnen dagegen gegen verweiger*
allow/0: erlaub* gestatt* zugelass*
allow/1: verbot* verbiet* untersag*
open/0: offen öffn* eröffn* geöffn*
open/1: geschlossen schließ* schloss
begin/0: beginn* begann* begonn* anfang* start*
begin/1: ende endet* beend* endete*
quantity/0: alle allen aller alles jede jeder jedes jeden jedem sämtlich*
quantity/1: einige einigen einiger manche manchen mehrere
quantity/2: kein keine keinen keinem keiner niemand
quantity/3: hälfte halb*
fraction/0: hälfte halb*
fraction/1: drittel*
fraction/2: viertel*
most/0: meisten mehrheit* mehrzahl
most/1: wenigsten minderheit* mindesten
many/0: viele vielen vieler zahlreich*
many/1: wenige wenigen
often/0: immer stets
often/1: manchmal gelegentlich
often/2: oft häufig*
often/3: selten*
price/0: billig* günstig*
price/1: teuer* teure* teurer
fee/0: kostenlos* gratis kostenfrei* unentgeltlich*
fee/1: kostenpflichtig* gebührenpflichtig*
heat/0: heiß* warm* wärm* hitze
heat/1: kalt* kält* kühl* frost*
wet/0: trocken* dürr*
wet/1: nass* feucht* nässe*
height/0: hoch hohe hohen höher* höchst*
height/1: niedrig* niedriger
length/0: lang lange langen länger* längst*
length/1: kurz* kürzer* kürzest*
width/0: breit*
width/1: schmal*
depth/0: tief tiefe tiefer tiefen
depth/1: flach* seicht*
size/0: groß* größer* größt* riesig*
size/1: klein* winzig*
weight/0: schwer schwere schwerer
weight/1: leicht leichte leichter
strength/0: stark* stärk*
strength/1: schwach* schwäch*
speed/0: schnell* rasch*
speed/1: langsam*
wealth/0: reich reiche reichen reicher
wealth/1: arm arme armen ärmer
fill/0: voll volle vollen
fill/1: leer*
good/0: besser* best* gut* verbesser*
good/1: schlechter* schlecht* verschlechter* schlimm*
hand-side/0: links linke linken linker
hand-side/1: rechts
find/0: fand fanden gefunden findet entdeck*
find/1: verlor* verlier* verloren
memory/0: erinner*
memory/1: vergess* vergaß*
hope/0: hoff*
hope/1: fürcht* befürcht* angst
build/0: gebaut baute bauten baut errichtet*
build/1: zerstör* abgeriss* abriss
lasting/0: vorübergehend* vorläufig* zeitweilig*
lasting/1: dauerhaft* ständig*
share-of/0: prozentpunkt prozentpunkte prozentpunkten
share-of/1: prozent
family/8: onkel onkels
family/9: tante tanten
family/10: neffe neffen
family/11: nichte nichten
family/12: großvater* opa
family/13: großmutter oma großmütter
family/14: enkel enkels
family/15: enkelin*
season/0: frühling* frühjahr*
season/1: sommer*
season/2: herbst*
season/3: winter*
daytime/0: morgens vormittag*
daytime/1: nachmittag*
daytime/2: abend*
daytime/3: nacht nachts nächte*
""",
    "fr": """
thickness/0: épais épaisse épaisses
thickness/1: mince minces
fee/1: moyennant_un_supplément contre_paiement
bound/0: au_moins minimum
bound/1: au_plus au_maximum maximum
fraction/1: tiers
fraction/2: quart quarts
many/1: trop_peu
ever/0: jamais
ever/1: toujours
alive/0: vivant* vivante* survivant* survécu
alive/1: mort morts morte mortes décédé*
amount/0: davantage
amount/1: moins
over/1: moins
age/0: vieux vieil vieille* aîné aînée aînés âgé*
age/1: jeune jeunes cadet cadette cadets
order/0: avant auparavant
order/1: après
rank/0: premier premiers première premières
rank/1: dernier derniers dernière dernières
coming/0: prochain* suivant*
coming/1: précédent* passé passée
soon/0: tôt
soon/1: tard tardi*
accept/0: accept* approuv* soutien* soutenu* soutenir favorable*
accept/1: refus* rejet* oppos* contre
allow/0: autoris* permis permet* permettre
allow/1: interdi*
open/0: ouvr* ouvert* rouvr*
open/1: ferm*
begin/0: commenc* début*
begin/1: fin finir termin* achev*
quantity/0: tous toutes chaque chacun*
quantity/1: certains certaines quelques plusieurs
quantity/2: aucun aucune
quantity/3: moitié
fraction/0: moitié demi demie
fraction/2: quart quarts
most/0: plupart majorité
most/1: minorité
many/0: beaucoup nombreux nombreuses
many/1: peu
often/0: toujours
often/1: parfois
often/2: souvent fréquemment
often/3: rarement
price/1: cher chers chère chères coûteu*
fee/0: gratuit gratuits gratuite gratuites gratuitement
fee/1: payant payante payants payantes
heat/0: chaud* chaleur*
heat/1: froid* froide*
wet/0: sec secs sèche sèches
wet/1: humide* mouillé* pluvieu*
height/0: haut haute hauts hautes élevé*
height/1: basse* faible*
length/0: long longs longue longues
length/1: court courts courte courtes
width/0: large* vaste*
width/1: étroit*
depth/0: profond*
size/0: grand grands grande grandes énorme*
size/1: petit petits petite petites
weight/0: lourd*
weight/1: léger légers légère*
strength/0: puissant*
strength/1: faible* affaibli*
speed/0: rapide* vite
speed/1: lent* lentement
wealth/0: riche*
wealth/1: pauvre*
fill/0: plein pleine pleins
fill/1: vide*
good/0: meilleur* mieux bon bonne amélior*
good/1: pire* mauvais* pis
hand-side/0: gauche
hand-side/1: droite
find/0: trouv* retrouv* découv*
find/1: perdu* perdre perd* perdent
memory/0: souvien* souven* rappel*
memory/1: oubli*
hope/0: espér* espoir*
hope/1: crain* peur redout*
contest/0: gagn* vainqueur* victoire* remport*
contest/1: perdant* défaite* perdu
rise/0: augment* hausse* croissance accru* relev*
rise/1: diminu* baisse* baissé* recul* réduit* réduc* chut*
build/0: constru* bâti*
build/1: détrui* démol*
lasting/0: provisoire* temporaire*
lasting/1: permanent* définiti*
family/8: oncle oncles
family/9: tante tantes
family/10: neveu neveux
family/11: nièce nièces
family/12: grand-père
family/6: mari maris époux
family/7: épouse
season/0: printemps
season/2: automne*
season/3: hiver*
daytime/0: matin matins matinée
daytime/1: après-midi
daytime/2: soir soirs soirée
daytime/3: nuit nuits nocturne*
daytime/4: midi
address/1: mme mlle
""",
    "es": """
thickness/0: grues*
thickness/1: delgad*
fee/1: de_pago
bound/0: al_menos por_lo_menos como_mínimo
bound/1: como_máximo a_lo_sumo
fraction/1: tercio tercios
fraction/2: cuarto
ever/0: nunca jamás
ever/1: siempre
person/0: nadie
person/1: todos
alive/0: vivos viva vivas sobreviv*
alive/1: muerto muertos muerta muertas fallecid*
amount/1: menos
age/0: viejo viejos vieja viejas anciano*
age/1: joven jóvenes menor menores
order/0: antes
order/1: después tras
rank/0: primer primero primera primeros primeras
rank/1: último última últimos últimas
coming/0: próximo próxima próximos próximas siguiente siguientes
coming/1: pasado pasada pasados anterior anteriores
soon/0: temprano
soon/1: tardío*
accept/0: acept* aprob* apoy*
accept/1: rechaz* neg* contra opon* opuso
allow/0: permit* autoriz*
allow/1: prohib*
open/0: abr* abiert* reabr*
open/1: cerr* cierr* clausur*
begin/0: empez* empiez* comenz* comienz* inici* principio
begin/1: termin* acab* final finales fin finaliz*
quantity/0: todos todas cada
quantity/1: algunos algunas varios varias
quantity/2: ningún ninguno ninguna nadie
quantity/3: mitad
fraction/0: mitad medio media
fraction/2: cuarto
most/0: mayoría
most/1: minoría
many/0: muchos muchas numerosos numerosas
many/1: pocos pocas
often/0: siempre
often/2: frecuentemente menudo
often/3: raramente
price/0: barato* barata*
price/1: caro caros costoso*
fee/0: gratis gratuito* gratuita*
heat/0: caliente* calor cálid* caluros*
heat/1: frío fríos fría frías helad*
wet/0: seco secos seca secas árid*
wet/1: húmed* mojad* lluvios*
height/0: alto altos alta altas elevad*
height/1: bajos baja bajas
length/0: largos larga largas
length/1: corto cortos corta cortas
width/0: ancho* amplio*
width/1: estrech*
depth/0: profund*
size/0: grande* enorme*
size/1: pequeñ*
weight/0: pesad*
weight/1: liger*
strength/0: fuerte*
strength/1: débil*
speed/0: rápid*
speed/1: lent*
wealth/0: rico ricos rica ricas
wealth/1: pobre*
fill/0: lleno llenos llena llenas
fill/1: vacío* vacía*
good/0: mejor* buen*
good/1: peor* malo*
hand-side/0: izquierd*
hand-side/1: derech*
find/0: encontr* encuentr* halla* hall*
find/1: perd* pierd*
memory/0: record* recuerd*
memory/1: olvid*
hope/0: espera* esperan*
hope/1: teme* temor* miedo*
rise/0: aument* subió subieron sube suben crec* increment*
rise/1: disminu* bajó bajaron cayó cayeron reduj* reduc* descend*
build/0: constru*
build/1: destru* demol* derrib*
colour/0: negr*
colour/1: blanc*
colour/2: roj*
colour/3: verde*
colour/4: azul*
colour/5: amarill*
family/6: marido maridos esposo
family/7: esposa esposas
family/2: hijo
family/3: hija hijas
family/8: tío tíos
family/9: tía tías
family/10: sobrino sobrinos
family/11: sobrina sobrinas
family/12: abuelo abuelos
family/13: abuela abuelas
family/14: nieto nietos
family/15: nieta nietas
season/0: primavera*
season/1: verano*
season/2: otoño*
season/3: invierno*
daytime/0: madrugada
daytime/3: noche noches nocturn*
daytime/4: mediodía
daytime/5: medianoche
""",
    "it": """
thickness/0: spessa spesse
thickness/1: sottil*
fee/1: a_pagamento
bound/0: almeno
bound/1: al_massimo
fraction/1: terzo_di
family/4: fratello fratelli
family/5: sorella sorelle
ever/0: mai
ever/1: sempre
person/0: nessuno
person/1: tutti
alive/0: vivo vivi sopravviss*
alive/1: morto morti morta decedut*
amount/1: meno
age/0: vecchi* anzian*
age/1: giovan* minore minori
order/1: dopo
rank/0: primo primi
rank/1: ultim*
coming/0: prossim* seguent*
coming/1: scors* precedent*
soon/0: presto
soon/1: tardi tardiv*
accept/0: accett* approv* appoggi* sosten* favorevol*
accept/1: rifiut* respin* contro oppos*
allow/0: consent* permess* permett* autorizz* ammess*
allow/1: vietat* viet* proib*
open/0: apert* apre aprì aprire riapr* apertura
open/1: chius* chiud*
begin/0: inizi* cominci* inizio avvi*
begin/1: finì termin* conclu*
quantity/0: tutti tutte ogni ciascun*
quantity/1: alcuni alcune qualche diversi
quantity/2: nessun nessuno nessuna
quantity/3: metà
fraction/0: metà mezzo mezza
fraction/2: quarti
most/0: maggioranza
most/1: minoranza
many/0: molti molte numeros*
many/1: pochi poche
often/0: sempre
often/1: talvolta
often/2: spesso
often/3: raramente
price/0: convenient*
price/1: caro cari cara care costos*
fee/0: gratis gratuit*
heat/0: cald* calor*
heat/1: fredd* gelid*
wet/0: secc* asciutt*
wet/1: umid* bagnat* piovos*
height/0: alto alti alta alte
height/1: basso bassi bassa basse
length/0: lunghi lunga lunghe
length/1: corto corti corta breve brevi
width/0: largo larghi larga larghe ampi*
width/1: strett*
depth/0: profond*
size/0: grande grandi enorm*
size/1: piccol*
weight/0: pesant*
weight/1: legger*
strength/0: forte forti
strength/1: debol*
speed/0: veloc* rapid*
speed/1: lent*
wealth/0: ricco ricchi ricca ricche
wealth/1: pover*
fill/0: pieno pieni piena piene
fill/1: vuot*
good/0: miglior* meglio buon*
good/1: peggior* peggio cattiv*
hand-side/0: sinistr*
hand-side/1: destr*
find/0: trov* ritrov* scopert*
find/1: pers* perd* smarrit*
memory/0: ricord*
memory/1: dimentic*
hope/0: sper* speranz*
hope/1: tem* teme temono paur*
rise/0: aument* salì salito salita cresc* cresciut*
rise/1: diminu* scese sceso scesa cal* ridott* riduzion*
build/0: costru* edific*
build/1: distrutt* distrugg* demol*
family/0: padre padri papà
family/1: madre madri mamma
family/8: zio zii
family/9: zia zie
family/12: nonno nonni
family/13: nonna nonne
family/6: marito mariti
family/7: moglie mogli
season/0: primaver*
season/1: estate estiv*
season/2: autunn*
season/3: inverno invern*
daytime/0: mattin*
daytime/1: pomerigg*
daytime/2: sera serata sere
daytime/3: notte notti notturn*
daytime/4: mezzogiorno
daytime/5: mezzanotte
compass-ew/0: est oriental*
compass-ew/1: ovest occidental*
lifetime/0: vita vite
lifetime/1: morte
""",
    "zh": """
thickness/0: 厚
thickness/1: 薄
fee/1: 收费 付费 有偿
calm/0: 放心 安心
calm/1: 担心 担忧
harm/0: 有害 危害
harm/1: 有益 有利
price/0: 便宜 廉价
price/1: 贵 昂贵
rise/0: 升 涨 上涨 增加 增长 提高 上升 升至 涨到
rise/1: 降 跌 下降 减少 降低 下跌 降到 降至
age/0: 老人 年老 年长 老年
age/1: 年轻 青年
coming/0: 下个 下周 下月 明年 来年
coming/1: 上个 上周 上月 去年
quantity/0: 所有 全部 每个 全体
quantity/1: 有些 一些 某些 部分
quantity/3: 一半
fraction/0: 一半
fraction/2: 刻钟
most/0: 大多 多数
most/1: 少数
compass-ns/0: 城北 北部 北方
compass-ns/1: 城南 南部 南方
begin/0: 开始
begin/1: 结束
open/0: 开门 开放 打开 开张
open/1: 关门 关闭 关上
order/0: 之前 以前
order/1: 之后 以后
find/0: 找到 发现
find/1: 丢失 失去 丢了
trade/0: 购买 买了 买下 买入
trade/1: 卖掉 出售 卖出 卖了
contest/0: 冠军 获胜 胜利 赢得 赢了
contest/1: 失败 输给 输了 落败
accept/0: 接受 同意 支持 批准
accept/1: 拒绝 反对 否决
allow/0: 允许 准许
allow/1: 禁止 严禁
family/2: 儿子
family/3: 女儿
season/0: 春天 春季
season/1: 夏天 夏季
season/2: 秋天 秋季
season/3: 冬天 冬季
daytime/0: 上午 早上 早晨
daytime/1: 下午
daytime/2: 晚上 傍晚
daytime/3: 夜里 深夜
fee/0: 免费
heat/0: 炎热 温暖
heat/1: 寒冷 冷
amount/0: 多于 超过
amount/1: 少于 不到
birth/0: 出生
birth/1: 去世 逝世 死亡
hand-side/0: 左侧 左边
hand-side/1: 右侧 右边
""",
    "pl": """
thickness/0: grub*
thickness/1: cienk* cieńsz*
fee/1: za_opłatą za_dodatkową_opłatą odpłatn*
harm/0: szkodliw*
harm/1: pożyteczn* korzystn*
accept/0: poparł* zaakcept* zatwierdz*
accept/1: odrzuc* sprzeciw*
""",
    "pt": """
thickness/0: gross* espess*
thickness/1: fino fina finos finas delgad*
harm/0: prejudicial prejudiciais nociv*
harm/1: benéfic* útil úteis
accept/1: rejeit* recus* contra
""",
    "tr": """
fee/0: ücretsiz bedava
fee/1: ücretli paralı
harm/0: zararlı
harm/1: yararlı faydalı
thickness/0: kalın
thickness/1: ince
""",
    "ja": """
fee/0: 無料
fee/1: 有料
harm/0: 有害
harm/1: 有益
thickness/0: 厚
thickness/1: 薄
accept/0: 賛成 承認 可決
accept/1: 反対 拒否 否決
open/0: 開店 開館
open/1: 閉店 閉館
rise/0: 増加 増え 上昇
rise/1: 減少 減っ 下落 低下
""",
    "ar": """
fee/0: مجاني مجانية مجانا مجانًا
harm/0: ضار ضارة مضر مضرة
harm/1: مفيد مفيدة نافع
""",
}


def rows(lang: str) -> list[tuple[tuple[str, int], list[str]]]:
    """The members of a language that have words, with the words; a `*` at the end is kept."""
    found = []
    for line in WORDS.get(lang, "").strip().splitlines():
        member, _, words = line.partition(":")
        name, _, place = member.partition("/")
        found.append(((name, int(place)), words.split()))
    return found
