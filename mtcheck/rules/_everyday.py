# ruff: noqa: E501 (tables)
"""Everyday nouns that no list may have and that hardly any other language borrows: trees, beasts, tools, the house.

Word lists are made of news and encyclopaedias, where `rovere` is a surname and `nettle` rare. Such words are always
translated, so one that stands in small letters on both sides was left over. Words that are borrowed (`mousse`,
`sauna`, `salami`) or that another language spells the same are not here.
"""

from __future__ import annotations

from mtcheck.rules._text import word_set

EVERYDAY: dict[str, frozenset[str]] = {
    "en": word_set(
        "oak birch willow beech hazel hawthorn elder yew larch maple rowan poplar spruce alder hedge hedges hedgerow"
        " hedgerows bark twig twigs acorn acorns nettle nettles thistle thistles clover moss fern ferns reed reeds"
        " heather bramble brambles blackberry blackberries gooseberry cranberry rhubarb turnip parsnip leek cabbage"
        " barley rye oats hay straw wheat plough sickle scythe hoe shovel trowel wheelbarrow bucket chisel"
        " hinge hinges screw screws nails pliers spanner anvil bellows ladder rope ropes yarn wool loom thread"
        " needle thimble dye kettle saucepan cupboard drawer drawers shelf shelves windowsill doorstep threshold chimney"
        " hearth attic cellar shed barn stable gutter kerb pavement bridge ferry oar oars rudder anchor sail sails"
        " ditch pond brook stream marsh meadow orchard furrow gravel pebble pebbles clay chalk mud dew hail sleet"
        " drizzle frost badger hedgehog squirrel otter weasel owl swallow swallows skylark lark thrush blackbird"
        " sparrow sparrows magpie heron geese gull gulls puffin goose lamb calf foal piglet beehive beehives wasp moth"
        " beetle snail slug earthworm tadpole toad trout eel herring mussel mussels oyster oysters whisk dough yeast"
        " flour bread butter lard honey candle candles wick soap broom mop apron sleeve button buttons knot quilt"
        " pillow blanket curtain shoelace heel elbow knuckle wrist ankle toe eyebrow eyelid chin thumb shoulder"
        " tide tides dawn dusk lantern lanterns lighthouse shepherd shepherds blacksmith cobbler weaver potter miller beekeeper"
        " thatcher gravedigger bricklayer plumber locksmith clockmaker sluice weir lock-keeper millstone kiln crate barrel barrels"
        " basket baskets jar jars lid kitchen spoon fork knife ladle sieve grater rug mattress bedsheet towel handkerchief scarf"
        " glove gloves mitten mittens boot boots sock socks trousers skirt pocket sewing knitting thatch plaster brick bricks tile"
        " tiles roof ceiling floor wall fence gate gatepost padlock keyhole latch graveyard tombstone churchyard bell-ringer"
        " feather feathers beak claw claws paw paws hoof hooves horn fur tail udder egg eggs nest nests seed seeds leaf leaves"
        " stem stems root roots blossom petal petals mushroom mushrooms onion garlic pea peas bean beans plum plums cherry pear"
        " walnut chestnut raspberry strawberry currant"
    ),
    "it": word_set(
        "rovere quercia larice ciliegio betulla faggio frassino ontano salice pioppo castagno noce olmo abete tiglio"
        " ginepro sambuco nocciolo siepe corteccia ramoscello ghiande ortica ortiche cardo trifoglio muschio felce canna"
        " canne ghiaia fango sabbia creta gesso sasso sassi ciottoli rugiada grandine brina secchio scalpello martello"
        " cacciavite chiodo chiodi vite viti cardine cardini tenaglie incudine mantice badile zappa falce rastrello"
        " carriola aratro scala corda filo lana telaio ago ditale tintura pentola armadio cassetto mensola davanzale"
        " soglia camino soffitta cantina fienile stalla grondaia marciapiede traghetto remo remi timone albero scafo"
        " stagno ruscello palude prato frutteto solco sughero orzo segale avena fieno paglia grano tasso riccio"
        " scoiattolo lontra donnola lepre gufo rondine rondini allodola tordo merlo passero gazza airone oca oche gabbiano"
        " agnello vitello puledro alveare vespa falena lumaca chiocciola rospo trota anguilla aringa cozza cozze ostriche"
        " cinghiale lupo volpe farina lievito burro miele candela candele sapone scopa grembiule manica bottone nodo"
        " marea alba lanterna faro pastore fabbro ciabattino tessitore vasaio mugnaio apicoltore fornaio orologiaio chiusa mulino"
        " fornace botte botti cesto ceste barattolo coperchio cucchiaio forchetta coltello mestolo setaccio materasso lenzuolo"
        " asciugamano sciarpa guanto guanti stivale stivali calze gonna tasca mattone mattoni tetto pavimento muro recinto cancello"
        " lucchetto serratura cimitero piuma piume becco artiglio zampa zoccolo corno pelo coda uovo uova nido nidi seme semi foglia"
        " foglie radice radici fungo funghi cipolla aglio piselli fagioli prugna ciliegia pera castagna lampone fragola"
        " coperta cuscino tenda gomito polso caviglia spalla trave travi argine chiatta barcaiolo legname tegola tegole"
    ),
    "fr": word_set(
        "chêne bouleau hêtre saule mélèze frêne aulne peuplier érable sapin tilleul noisetier sureau houx haie écorce"
        " brindille gland orties ortie chardon trèfle fougère roseau roseaux gravier boue sable argile craie caillou"
        " cailloux rosée grêle givre seau ciseau marteau tournevis clou clous vis charnière tenaille enclume soufflet"
        " pelle bêche faux râteau brouette charrue échelle corde fil laine aiguille teinture casserole armoire tiroir"
        " étagère seuil cheminée grenier cave grange étable gouttière trottoir rame rames gouvernail coque étang ruisseau"
        " marais verger sillon liège orge seigle avoine foin paille blé blaireau hérisson écureuil loutre belette lièvre"
        " hibou hirondelle hirondelles alouette grive merle moineau héron oie oies mouette agneau veau poulain ruche"
        " ruches guêpe escargot limace crapaud truite anguille hareng moule moules huître huîtres sanglier loup renard"
        " marée aube aurore lanterne phare berger forgeron cordonnier tisserand potier meunier apiculteur horloger écluse moulin four"
        " tonneau tonneaux panier paniers bocal couvercle cuillère fourchette couteau louche tamis matelas drap serviette mouchoir"
        " écharpe gant gants botte bottes chaussette jupe poche brique briques toit plafond plancher mur clôture portail cadenas"
        " serrure cimetière plume plumes bec griffe patte sabot poil œuf œufs nid nids graine graines feuille feuilles racine racines"
        " champignon champignons oignon ail haricots prune cerise poire noix châtaigne framboise fraise"
        " farine levure beurre miel bougie bougies savon balai tablier manche nœud couverture oreiller rideau coude"
        " poignet cheville épaule poutre poutres digue tuile tuiles cuivre étain plomb"
    ),
    "es": word_set(
        "roble abedul haya sauce alerce fresno aliso álamo arce abeto tilo avellano saúco acebo encina corteza ramita"
        " bellota bellotas ortiga ortigas cardo trébol musgo helecho junco juncos grava barro arena arcilla tiza guijarro"
        " rocío granizo escarcha cubo cincel martillo destornillador clavo clavos tornillo tornillos bisagra tenazas yunque"
        " fuelle azada hoz guadaña rastrillo carretilla arado escalera cuerda hilo lana telar aguja dedal tinte olla"
        " armario cajón cajones estante umbral chimenea desván bodega granero establo canalón acera remo remos timón casco"
        " estanque arroyo pantano prado huerto surco corcho cebada centeno avena heno paja trigo tejón erizo ardilla"
        " marea alba amanecer linterna faro farero pastor herrero zapatero tejedor alfarero molinero apicultor panadero relojero"
        " esclusa molino horno barril barriles cesta cestas tarro tapa cuchara tenedor cuchillo cucharón colador colchón sábana toalla"
        " pañuelo bufanda guante guantes bota botas calcetín falda bolsillo ladrillo ladrillos tejado techo suelo pared valla verja"
        " candado cerradura cementerio pluma plumas pico garra pata pezuña cuerno pelo cola huevo huevos nido nidos semilla semillas"
        " hoja hojas raíz raíces seta setas cebolla ajo guisantes judías ciruela cereza pera castaña frambuesa fresa"
        " nutria comadreja liebre búho golondrina golondrinas alondra tordo mirlo gorrión gorriones urraca garza ganso"
        " gaviota cordero ternero potro colmena colmenas avispa polilla caracol babosa sapo trucha anguila arenque mejillón"
        " mejillones ostras jabalí lobo zorro harina levadura mantequilla miel vela velas jabón escoba delantal manga botón"
        " nudo manta almohada cortina codo muñeca tobillo hombro viga vigas dique teja tejas cobre estaño plomo"
    ),
    "pt": word_set(
        "carvalho bétula faia salgueiro freixo amieiro choupo abeto tília aveleira sabugueiro azevinho sobreiro casca"
        " bolota urtiga urtigas cardo trevo musgo junco juncos cascalho lama areia argila giz seixo orvalho granizo geada"
        " balde cinzel martelo parafuso parafusos prego pregos dobradiça alicate bigorna fole enxada foice ancinho arado"
        " escada corda fio lã tear agulha dedal tinta panela armário gaveta prateleira soleira chaminé sótão adega celeiro"
        " estábulo calha passeio remo remos leme casco lagoa ribeiro pântano pomar sulco cortiça cevada centeio aveia feno"
        " palha trigo texugo ouriço esquilo lontra doninha lebre coruja andorinha andorinhas cotovia tordo melro pardal"
        " garça ganso gaivota cordeiro bezerro potro colmeia colmeias vespa traça caracol lesma sapo truta enguia arenque"
        " mexilhão ostras javali lobo raposa farinha fermento manteiga vela velas sabão vassoura avental botão nó cobertor"
        " maré aurora lanterna farol faroleiro pastor ferreiro sapateiro tecelão oleiro moleiro apicultor padeiro relojoeiro eclusa"
        " moinho forno barril cesto cestos frasco tampa colher garfo faca concha peneira colchão lençol toalha lenço cachecol luva"
        " luvas bota botas meia saia bolso tijolo tijolos telhado teto chão muro cerca portão cadeado fechadura cemitério pena penas"
        " bico garra pata chifre pelo cauda ovo ovos ninho ninhos semente sementes folha folhas raiz raízes cogumelo cogumelos cebola"
        " alho ervilhas feijão ameixa cereja pera castanha framboesa morango rede redes"
        " almofada cortina cotovelo pulso tornozelo ombro viga vigas dique telha telhas cobre estanho chumbo"
    ),
    "pl": word_set(
        "dąb dębu brzoza brzozy buk buku wierzba wierzby modrzew jesion jesionu olcha topola klon jodła lipa leszczyna"
        " jarzębina żywopłot kora kory gałązka żołądź pokrzywa pokrzywy oset koniczyna mech mchu paproć trzcina żwir żwiru"
        " błoto piasek glina gliny kreda kamyk rosa grad szron wiadro dłuto młotek śrubokręt gwóźdź śruba zawias kowadło"
        " miech łopata motyka kosa sierp grabie taczka pług drabina lina nić wełna wełny krosno igła naparstek garnek szafa"
        " szuflada półka próg komin strych piwnica stodoła stajnia rynna chodnik wiosło wiosła ster kadłub staw strumień"
        " bagno łąka sad bruzda jęczmień żyto żyta owies siano słoma pszenica borsuk jeż wiewiórka wydra łasica zając sowa"
        " jaskółka jaskółki skowronek drozd kos wróbel sroka czapla gęś mewa jagnię cielę źrebię ul ule osa ćma ślimak"
        " przypływ świt latarnia pasterz kowal szewc tkacz garncarz młynarz pszczelarz piekarz zegarmistrz śluza młyn piec beczka beczki"
        " kosz kosze słoik pokrywka łyżka widelec nóż sito materac prześcieradło ręcznik chusteczka szalik rękawica rękawice but buty"
        " skarpeta spódnica kieszeń cegła cegły dach sufit podłoga ściana płot brama kłódka zamek cmentarz pióro pióra dziób pazur łapa"
        " kopyto róg futro ogon jajko jajka gniazdo gniazda nasiona liść liście korzeń korzenie grzyb grzyby cebula czosnek groch fasola"
        " śliwka wiśnia gruszka orzech kasztan malina truskawka wahadło"
        " ropucha pstrąg węgorz śledź małże dzik wilk lis mąka drożdże masło miód świeca mydło miotła fartuch rękaw guzik"
        " węzeł koc poduszka zasłona łokieć nadgarstek kostka ramię belka belki grobla dachówka miedź cyna ołów"
    ),
    "de": word_set(
        "eiche buche birke weide erle esche ahorn pappel lärche tanne fichte hasel holunder hecke hecken rinde zweig eichel"
        " brennnessel brennnesseln distel klee moos farn schilf kies schlamm lehm kreide kiesel tau hagel raureif eimer meißel"
        " schraubenzieher nägel schraube schrauben scharnier zange amboss blasebalg hacke sense sichel rechen schubkarre pflug"
        " leiter seil faden wolle webstuhl nadel fingerhut topf schrank schublade regal schwelle schornstein dachboden keller"
        " scheune stall dachrinne gehsteig ruder anker mast segel rumpf teich sumpf wiese obstgarten furche kork gerste roggen hafer"
        " heu stroh weizen dachs igel eichhörnchen wiesel eule schwalbe schwalben lerche drossel amsel spatz elster reiher gans gänse"
        " möwe lamm kalb fohlen ferkel bienenstock wespe motte käfer schnecke kröte forelle aal hering muschel muscheln austern"
        " wildschwein mehl hefe butter honig kerze kerzen seife besen schürze ärmel knopf knoten decke kissen vorhang ellbogen"
        " handgelenk knöchel schulter balken deich dachziegel kupfer zinn wehr schleuse imker imkerin müller"
        " uhrmacher mühle ofen fass fässer korb körbe deckel löffel gabel messer sieb matratze handtuch schal handschuh handschuhe"
        " stiefel socke rock tasche ziegel dach boden wand zaun tor schloss friedhof federn schnabel kralle pfote huf schwanz ei"
        " eier nest nester samen blatt blätter wurzel wurzeln pilz pilze zwiebel knoblauch erbsen bohnen pflaume kirsche birne walnuss"
        " himbeere erdbeere"
    ),
    "tr": word_set(
        "meşe söğüt kavak çam çınar ladin çit kabuk dal yosun eğrelti kamış çakıl çamur kum kil tebeşir çiy dolu kova keski çekiç çivi vida"
        " menteşe örs körük çapa orak tırmık saban merdiven ip yün iplik iğne boya tencere dolap çekmece raf eşik baca mahzen ahır oluk"
        " kürek çapa dümen yelken gölet dere bataklık çayır arpa çavdar yulaf saman buğday porsuk kirpi sincap samur tavşan baykuş kırlangıç"
        " serçe saksağan balıkçıl kaz martı kuzu buzağı kovan arı güve salyangoz alabalık yılanbalığı midye kurt tilki un maya tereyağı bal"
        " mum sabun süpürge önlük düğme düğüm battaniye yastık perde dirsek bilek omuz kiriş bakır kalay zeytin çoban demirci değirmenci"
        " fırıncı değirmen fıçı sepet kaşık çatal bıçak elek havlu eldiven çizme çorap etek cep tuğla çatı duvar kilit mezarlık tüy gaga"
        " pençe kuyruk yumurta yuva tohum yaprak kök mantar soğan sarımsak bezelye fasulye erik kiraz armut ceviz kestane ahududu çilek"
    ),
    "nl": word_set(
        "eik eikenhout berk beuk wilg es els populier esdoorn spar linde hazelaar vlier heg heggen schors twijg eikel"
        " brandnetel distel klaver varen riet grind modder zand klei krijt kiezel dauw hagel rijp emmer beitel hamer"
        " schroevendraaier spijker spijkers schroef schroeven scharnier tang aambeeld blaasbalg schop spade sikkel zeis"
        " hark kruiwagen ploeg touw garen weefgetouw naald vingerhoed kleurstof pan kast lade plank vensterbank drempel"
        " schoorsteen zolder kelder schuur stal dakgoot stoep roeispaan roer romp vijver beek moeras weide boomgaard voor"
        " kurk gerst rogge haver hooi stro tarwe das egel eekhoorn wezel haas uil zwaluw zwaluwen leeuwerik lijster mus"
        " mussen ekster reiger ganzen meeuw kalf veulen bijenkorf wesp mot slak pad forel paling haring mossel mosselen"
        " oesters everzwijn wolf vos meel gist boter honing kaars zeep bezem schort mouw knoop deken kussen gordijn elleboog"
        " pols enkel schouder balk balken dijk dakpan koper"
    ),
}  # fmt: skip
