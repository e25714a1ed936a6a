# ruff: noqa: E501 (tables)
"""Number words, scale words and Roman letters by language: tables that explain a figure written out in words.

Each entry is `value:form,form*,...`; `form*` is a stem that a word may begin with, a bare form is a whole word.
In the languages of `SUBSTRING` (compounds, or no spaces) a form may stand anywhere. The tables are deliberately
generous: they only ever excuse a figure that has no equal in digits, so a form too many costs a miss, never an alarm.
"""

from __future__ import annotations

#: Languages whose number words are looked for inside words as well.
SUBSTRING = frozenset(
    ["de", "nl", "sv", "da", "no", "fi", "hu", "et", "it", "tr", "zh", "ja", "ko", "th", "ar", "fa", "he"]
)

WORDS: dict[str, str] = {
    "en": "0:zero,nil,no,none,midnight 1:one,ones,single*,once,first*,sole 2:two,second*,twice,double*,both,pair*,couple*,twin*,two* "
    "3:three*,third*,triple*,thrice,trio,threefold 4:four,fourth*,quadrupl*,quartet*,fourfold 5:five,fifth*,quintupl*,fivefold "
    "6:six,sixth*,sixfold 7:seven,seventh* 8:eight,eighth* 9:nine,ninth* 10:ten,tenth*,decade*,tenfold,teens "
    "11:eleven* 12:twelve,twelfth*,dozen*,noon,midday 13:thirteen* 14:fourteen*,fortnight* 15:fifteen* 16:sixteen* "
    "17:seventeen* 18:eighteen* 19:nineteen* 20:twent*,score 30:thirt* 40:forty*,forti* 50:fift* 60:sixty*,sixti* 70:seventy*,seventi* 80:eighty*,eighti* "
    "90:ninet* 100:hundred*,century,centuries,centenar* 1000:thousand*,millenni*,grand 1000000:million* "
    "1000000000:billion* 1000000000000:trillion* 100000:lakh* 10000000:crore* 0.5:half,halves,halv* 0.25:quarter* 0.75:quarters "
    "15:quarter 30:half 50:half 25:quarter 6:half",
    "ru": "0:нол*,нул* 1:один*,одн*,перв*,раз,едини* 2:два,две,дву*,двум*,двое*,втор*,оба,обе,обеих,обеим,обеими,обо*,пар*,двойн*,вдво*,дважды,полтор*,двух*,вдвоем,вдвоём "
    "3:три,трем*,трех*,трёх*,трое,троих,трет*,тро*,втрое*,втроё*,трижды,тремя 4:четыре,четырех*,четырёх*,четырем,четырём,четырьмя,четвер*,четвёр*,вчетвер* 5:пять*,пяти*,пят*,впятер* 6:шест*,вшестер* 7:сем*,всемер* "
    "8:восем*,восьм*,ввосьмер* 9:девят*,вдевятер* 10:десят*,вдесятер*,декад* 11:одиннадцат* 12:двенадцат*,дюжин*,полдень,полдн* 13:тринадцат* 14:четырнадцат* "
    "15:пятнадцат* 16:шестнадцат* 17:семнадцат* 18:восемнадцат* 19:девятнадцат* 20:двадцат* 30:тридцат* 40:сорок* "
    "50:пятьдесят*,пятидесят* 60:шестьдесят*,шестидесят* 70:семьдесят*,семидесят* 80:восемьдесят*,восьмидесят* 90:девяност* "
    "100:сто,ста,сот*,век*,столет* 200:двест*,двухсот* 300:трист*,трехсот*,трёхсот* 400:четырест*,четырехсот* 500:пятьсот*,пятисот* "
    "600:шестьсот*,шестисот* 700:семьсот*,семисот* 800:восемьсот*,восьмисот* 900:девятьсот*,девятисот* 1000:тысяч*,тыс "
    "1000000:миллион*,млн 1000000000:миллиард*,млрд 1000000000000:триллион*,трлн 0.5:пол*,половин*,полу* 1.5:полтор* "
    "0.25:четверт* 15:четверт* 30:пол* 50:половин* 6:полгод* 25:четверт*",
    "uk": "0:нул* 1:один*,одн*,перш* 2:два,дві,дво*,друг*,пар*,оби*,двічі,удвічі,вдвічі,подвійн*,вдвох,удвох 3:три,трьо*,трет*,троє,тричі,втричі,втрьох,утрьох 4:чотир*,четвер*,вчотирьох,учотирьох "
    "5:п'ят*,п’ят*,пят*,вп'ят*,вп’ят* 6:шіст*,шест*,шост*,вшіст*,вшест* 7:сім*,сем*,сьом*,всімох,всемер* 8:вісім*,восьм* 9:дев'ят*,дев’ят* 10:десят* 11:одинадцят* "
    "12:дванадцят*,дюжин*,полудн* 13:тринадцят* 14:чотирнадцят* 15:п'ятнадцят*,п’ятнадцят* 16:шістнадцят* 17:сімнадцят* "
    "18:вісімнадцят* 19:дев'ятнадцят*,дев’ятнадцят* 20:двадцят* 30:тридцят* 40:сорок* 50:п'ятдесят*,п’ятдесят*,п'ятидесят*,п’ятидесят* 60:шістдесят*,шістдесят* "
    "70:сімдесят*,сімдесят* 80:вісімдесят*,вісімдесят* 90:дев'яност*,дев’яност* 100:сто,ста,сот*,столітт*,вік* 200:двіст*,двохсот* 300:трист*,трьохсот* "
    "400:чотирист* 500:п'ятсот*,п’ятсот* 600:шістсот* 700:сімсот* 800:вісімсот* 900:дев'ятсот*,дев’ятсот* 1000:тисяч*,тис "
    "1000000:мільйон*,млн 1000000000:мільярд*,млрд 1000000000000:трильйон*,трлн 0.5:пів*,половин* 1.5:півтор* 0.25:чверт* 15:чверт* 30:пів* 50:половин* 6:півр*",
    "be": "1:адзін*,адн*,перш* 2:два,дзве,дву*,друг*,пар* 3:тры,трох,трэц* 4:чатыр*,чацв* 5:пяц*,пят* 6:шэсц*,шаст* 7:сем*,сям*,сём* "
    "8:восем*,васьм* 9:дзевяц*,дзевят* 10:дзесяц*,дзесят* 11:адзінаццац* 12:дванаццац* 13:трынаццац* 14:чатырнаццац* 15:пятнаццац* "
    "16:шаснаццац* 17:семнаццац* 18:васемнаццац* 19:дзевятнаццац* 20:дваццац* 30:трыццац* 40:сорак* 50:пяцьдзесят* "
    "60:шэсцьдзесят* 70:семдзесят* 80:восемдзесят* 90:дзевяност* 100:сто,стагоддз*,сотн* 1000:тысяч* 1000000:мільён* "
    "1000000000:мільярд* 0.5:пал*,палов*",
    "bg": "0:нул* 1:един*,една,едно,първ*,еднократ* 2:два*,две,двам*,втор*,двой*,двукрат* 3:три,трим*,трет*,трой* 4:четири*,четвърт* "
    "5:пет* 6:шест* 7:седем*,седм* 8:осем*,осм* 9:девет* 10:десет* 11:единадесет*,единайсет* 12:дванадесет*,дванайсет*,дузин* "
    "13:тринадесет*,тринайсет* 14:четиринадесет*,четиринайсет* 15:петнадесет*,петнайсет* 16:шестнадесет*,шестнайсет* "
    "17:седемнадесет*,седемнайсет* 18:осемнадесет*,осемнайсет* 19:деветнадесет*,деветнайсет* 20:двадесет*,двайсет* 30:тридесет*,трийсет* "
    "40:четиридесет*,четирийсет* 50:петдесет* 60:шестдесет*,шейсет* 70:седемдесет* 80:осемдесет* 90:деветдесет* 100:сто,век*,стот* "
    "200:двеста* 300:триста* 1000:хиляд*,хил 1000000:милион*,млн 1000000000:милиард*,млрд 0.5:половин*,пол",
    "sr": "1:један*,једн*,прв*,jedan*,jedn*,prv* 2:два*,две,друг*,пар*,dva*,dve,dvije,drug*,par*,oba*,оба* 3:три*,трећ*,tri*,treć* 4:четири*,четврт*,četiri*,četvrt* "
    "5:пет*,pet* 6:шест*,šest* 7:седам*,седм*,sedam*,sedm* 8:осам*,осм*,osam*,osm* 9:девет*,devet* 10:десет*,deset* 11:једанаест*,jedanaest* 12:дванаест*,dvanaest* "
    "13:тринаест*,trinaest* 14:четрнаест*,četrnaest* 15:петнаест*,petnaest* 16:шеснаест*,šesnaest* 17:седамнаест*,sedamnaest* 18:осамнаест*,osamnaest* 19:деветнаест*,devetnaest* "
    "20:двадесет*,dvadeset* 30:тридесет*,trideset* 40:четрдесет*,četrdeset* 50:педесет*,pedeset* 60:шездесет*,šezdeset* 70:седамдесет*,sedamdeset* 80:осамдесет*,osamdeset* "
    "90:деведесет*,devedeset* 100:сто*,век*,sto,vek*,stoljeć*,stotin*,стотин* 1000:хиљад*,hiljad*,tisuć* 1000000:милион*,milion*,milijun* 1000000000:милијард*,milijard* 0.5:пола*,половин*,pola,polovi*",
    "hr": "1:jedan*,jedn*,prv* 2:dva*,dvij*,dvje*,drug*,par*,oba*,obje* 3:tri*,treć* 4:četiri*,četvr* 5:pet* 6:šest* 7:sedam*,sedm* 8:osam*,osm* 9:devet* 10:deset* 11:jedanaest* "
    "12:dvanaest* 13:trinaest* 14:četrnaest* 15:petnaest* 16:šesnaest* 17:sedamnaest* 18:osamnaest* 19:devetnaest* 20:dvadeset* 30:trideset* 40:četrdeset* 50:pedeset* 60:šezdeset* "
    "70:sedamdeset* 80:osamdeset* 90:devedeset* 100:sto,stoljeć*,stotin* 1000:tisuć* 1000000:milijun* 1000000000:milijard* 0.5:pola,polovi*",
    "sl": "1:ena,en,ene*,eno,prv* 2:dva,dve,dveh,drug*,par* 3:tri*,tret* 4:štir*,četrt* 5:pet* 6:šest* 7:sedem*,sedm* 8:osem*,osm* 9:devet* 10:deset* 11:enajst* 12:dvanajst* "
    "13:trinajst* 14:štirinajst* 15:petnajst* 16:šestnajst* 17:sedemnajst* 18:osemnajst* 19:devetnajst* 20:dvajset* 30:trideset* 40:štirideset* 50:petdeset* 60:šestdeset* 70:sedemdeset* "
    "80:osemdeset* 90:devetdeset* 100:sto*,stolet* 1000:tisoč* 1000000:milijon* 1000000000:milijard* 0.5:pol*",
    "cs": "0:nul* 1:jeden*,jedn*,prvn*,prv* 2:dva,dvě,dvou*,dvěm*,dvoj*,druh*,pár*,oba,obě*,dvakrát,dvaa* 3:tři*,tří,třem*,třet*,troj*,trojn* 4:čtyř*,čtvrt*,čtveř* 5:pět*,pát*,pěti* "
    "6:šest* 7:sedm* 8:osm* 9:devět*,devít*,devát* 10:deset*,desít*,desát*,desat*,deká* 11:jedenáct* 12:dvanáct*,tucet*,poledn* 13:třináct* 14:čtrnáct* 15:patnáct* 16:šestnáct* 17:sedmnáct* "
    "18:osmnáct* 19:devatenáct* 20:dvacet*,dvacát*,dvacít* 30:třicet*,třicát*,třicít* 40:čtyřicet*,čtyřicát*,čtyřicít* 50:padesát* 60:šedesát* 70:sedmdesát* 80:osmdesát* 90:devadesát* 100:sto,set,sta,stech,stovk*,stě,stolet* "
    "1000:tisíc* 1000000:milion*,mil 1000000000:miliard*,mld 1000000000000:bilion* 0.5:pol*,půl* 1.5:půldruh* 0.25:čtvrt* 15:čtvrt* 30:půl* 50:polovin* 6:půlro*,pololet*",
    "sk": "0:nul* 1:jeden*,jedn*,prv* 2:dva,dve,dvo*,dvom*,druh*,pár*,oba,obe*,dvakrát 3:tri*,tret*,troj* 4:štyr*,štvr* 5:päť*,piat* 6:šesť*,šiest* 7:sedem*,siedm* 8:osem*,ôsm* 9:deväť*,deviat* 10:desať*,desiat* "
    "11:jedenásť*,jedenást* 12:dvanásť*,dvanást* 13:trinás* 14:štrnás* 15:pätnás* 16:šestnás* 17:sedemnás* 18:osemnás* 19:devätnás* 20:dvadsa* 30:tridsa* 40:štyridsa* 50:päťdesia* 60:šesťdesia* 70:sedemdesia* "
    "80:osemdesia* 90:deväťdesia* 100:sto*,storoč* 1000:tisíc* 1000000:milión* 1000000000:miliard* 0.5:pol*",
    "pl": "0:zero,zera 1:jeden*,jedn*,pierwsz* 2:dwa*,dwie*,dwóch,dwoj*,dwój*,dwu*,drug*,par*,oba,obie,obu,obo* 3:trzy*,trzech,trzec*,troj*,trój* 4:czter*,czwart*,czwor*,czwór* 5:pięć*,pięc*,piąt* 6:sześć*,sześc*,szóst* "
    "7:siedem*,siedm*,siódm* 8:osiem*,ośm*,ósm* 9:dziewięć*,dziewięc*,dziewiąt* 10:dziesięć*,dziesięc*,dziesiąt*,dekad* 11:jedenaś*,jedenast* 12:dwanaś*,dwunast*,tuzin*,południ* 13:trzynaś*,trzynast* "
    "14:czternaś*,czternast* 15:piętnaś*,piętnast* 16:szesnaś*,szesnast* 17:siedemnaś*,siedemnast* 18:osiemnaś*,osiemnast* 19:dziewiętnaś*,dziewiętnast* 20:dwadzieś*,dwudziest* 30:trzydzieś*,trzydziest* "
    "40:czterdzieś*,czterdziest* 50:pięćdziesią*,pięćdziesięc* 60:sześćdziesią*,sześćdziesięc* 70:siedemdziesią*,siedemdziesięc* 80:osiemdziesią*,osiemdziesięc* 90:dziewięćdziesią*,dziewięćdziesięc* 100:sto,stu,setk*,setn*,wiek*,stulec* 200:dwieście,dwustu 300:trzysta,trzystu 400:czterysta "
    "500:pięćset* 600:sześćset* 700:siedemset* 800:osiemset* 900:dziewięćset* 1000:tysią*,tysięcy,tys 1000000:milion*,mln 1000000000:miliard*,mld 1000000000000:bilion* 0.5:pół*,połow* 1.5:półtor* 0.25:ćwierć*,kwart* 50:połow* 30:pół* 6:półroc*",
    "de": "0:null,keine* 1:ein*,erst*,einmal 2:zwei*,zweit*,beide*,paar*,doppel*,verdoppel*,zwo 3:drei*,dritt* 4:vier* 5:fünf* 6:sechs* 7:sieb* 8:acht* 9:neun* 10:zehn*,jahrzehnt* 11:elf* 12:zwölf*,dutzend*,mittag* "
    "13:dreizehn* 14:vierzehn* 15:fünfzehn* 16:sechzehn* 17:siebzehn* 18:achtzehn* 19:neunzehn* 20:zwanzig* 30:dreißig*,dreissig* 40:vierzig* 50:fünfzig* 60:sechzig* 70:siebzig* 80:achtzig* 90:neunzig* "
    "100:hundert*,jahrhundert* 1000:tausend*,tsd,jahrtausend* 1000000:million*,mio 1000000000:milliard*,mrd 1000000000000:billion* 0.5:halb*,hälft*,einhalb* 1.5:eineinhalb*,anderthalb* 0.25:viertel* 15:viertel* 30:halb* 50:hälfte,halb* 25:viertel* 6:halbjahr*,halbe*",
    "nl": "0:nul 1:een,één,eerst*,eenmaal 2:twee*,tweed*,beide*,paar,dubbel* 3:drie*,derd* 4:vier* 5:vijf* 6:zes* 7:zeven* 8:acht* 9:negen* 10:tien*,decenni* 11:elf* 12:twaalf*,dozijn*,middag 13:dertien* 14:veertien* 15:vijftien* "
    "16:zestien* 17:zeventien* 18:achttien* 19:negentien* 20:twintig* 30:dertig* 40:veertig* 50:vijftig* 60:zestig* 70:zeventig* 80:tachtig* 90:negentig* 100:honderd*,eeuw* 1000:duizend* 1000000:miljoen*,mln 1000000000:miljard*,mld 0.5:half*,helft* 0.25:kwart* 15:kwart* 50:helft",
    "sv": "0:noll 1:en,ett,först*,enda 2:två*,andra,båda*,par*,dubbel*,tva 3:tre*,tredj* 4:fyra*,fjärd* 5:fem* 6:sex*,sjätte* 7:sju* 8:åtta*,åttond* 9:nio*,niond* 10:tio*,tiond*,decenni*,årtiond* 11:elva*,elft* 12:tolv*,tolft*,dussin* "
    "13:tretton* 14:fjorton* 15:femton* 16:sexton* 17:sjutton* 18:arton* 19:nitton* 20:tjugo* 30:trettio* 40:fyrtio* 50:femtio* 60:sextio* 70:sjuttio* 80:åttio* 90:nittio* 100:hundra*,sekel,seklet* 1000:tusen* 1000000:miljon* 1000000000:miljard* 0.5:halv*,hälft* 0.25:kvart* 15:kvart* 1.5:halvannan 50:hälften",
    "da": "0:nul 1:en,et,først* 2:to,anden,andet,begge*,par,dobbel* 3:tre*,tredj* 4:fire*,fjerd* 5:fem* 6:seks*,sjett* 7:syv* 8:otte* 9:ni,niend* 10:ti,tiend*,årti* 11:elleve* 12:tolv*,dusin* 13:tretten* 14:fjorten* 15:femten* 16:seksten* "
    "17:sytten* 18:atten* 19:nitten* 20:tyve* 30:tredive* 40:fyrre* 50:halvtreds* 60:tres* 70:halvfjerds* 80:firs* 90:halvfems* 100:hundred*,århundred* 1000:tusind* 1000000:million*,mio 1000000000:milliard*,mia 0.5:halv*,halvdel* 1.5:halvand*",
    "no": "0:null 1:en,ett,én,et,først* 2:to,andre,annen,begge*,par,dobbel* 3:tre*,tredj* 4:fire*,fjerd* 5:fem* 6:seks*,sjett* 7:sju*,syv* 8:åtte*,åttend* 9:ni,niend* 10:ti,tiend*,tiår* 11:elleve* 12:tolv*,dusin* 13:tretten* 14:fjorten* 15:femten* "
    "16:seksten* 17:sytten* 18:atten* 19:nitten* 20:tjue*,tyve* 30:tretti* 40:førti* 50:femti* 60:seksti* 70:sytti* 80:åtti* 90:nitti* 100:hundre*,århundre* 1000:tusen* 1000000:million* 1000000000:milliard* 0.5:halv* 1.5:halvann*",
    "fr": "0:zéro,aucun* 1:un,une,premi*,seul* 2:deux*,second*,deuxièm*,double*,doubl*,paire,couple,quinzaine,bi* 3:trois*,tiers,tripl*,trio 4:quatre*,quatrièm*,quadrupl* 5:cinq*,quintupl* 6:six,sixièm* 7:sept,septièm* 8:huit*,huitièm* 9:neuf,neuvièm* "
    "10:dix,dixièm*,décenni*,dizaine* 11:onze*,onzièm* 12:douze*,douzaine*,midi 13:treize* 14:quatorze* 15:quinze*,quinzaine* 16:seize* 17:dix-sept* 18:dix-huit* 19:dix-neuf* 20:vingt* 30:trent* 40:quarant* 50:cinquant* 60:soixant* 70:soixante-dix*,septant* "
    "80:quatre-vingt*,octant*,huitant* 90:quatre-vingt-dix*,nonant* 100:cent,cents,centaine*,siècle*,centièm* 1000:mille,millier*,millénaire* 1000000:million* 1000000000:milliard* 1000000000000:billion* 0.5:demi*,moitié* 0.25:quart* 15:quart* 50:moitié,demi-centaine 30:demi* 6:semest* 25:quart*",
    "es": "0:cero,ningún,ningun* 1:un,uno,una,primer*,único,sola,solo,vez 2:dos,segund*,doble*,duplic*,ambos,ambas,par,pareja*,bi* 3:tres,tercer*,tercio*,triple*,triplic*,trío 4:cuatro,cuart*,cuadrupl*,cuádrupl* 5:cinco,quint* 6:seis,sext*,media docena 7:siete,séptim* 8:ocho,octav* 9:nueve,noven* "
    "10:diez,décim*,década*,decen* 11:once,undécim*,onceav* 12:doce,docen*,duodécim*,mediodía 13:trece,decimoterc* 14:catorce,decimocuart* 15:quince,quincen* 16:dieciséis,dieciseis* 17:diecisiet* 18:dieciocho* 19:diecinuev* 20:veint* 30:treint*,trigésim* 40:cuarent* 50:cincuent* 60:sesent* "
    "70:setent* 80:ochent* 90:novent* 100:cien*,ciento*,siglo*,centen* 200:doscient* 300:trescient* 400:cuatrocient* 500:quinient* 600:seiscient* 700:setecient* 800:ochocient* 900:novecient* 1000:mil,miles,millar*,milenio* 1000000:millón,millon* 1000000000:millard* 1000000000000:billón,billon* "
    "0.5:medi*,mitad* 0.25:cuart* 15:cuart* 50:mitad,medio centenar,medio millar,medi* 30:medi* 6:semest* 25:cuart* 21:veintiun* 22:veintidós,veintidos 23:veintitrés,veintitres 24:veinticuatro 25:veinticinco 26:veintiséis 27:veintisiete 28:veintiocho 29:veintinueve",
    "ca": "1:un,una,primer* 2:dos,dues,segon*,doble*,parell* 3:tres,tercer*,terç* 4:quatre,quart* 5:cinc,cinqu* 6:sis,sis* 7:set,set* 8:vuit* 9:nou,nov* 10:deu,dec*,dècad* 11:onze* 12:dotze*,dotzen* 13:tretze* 14:catorze* 15:quinze* 16:setze* 17:disset* 18:divuit* 19:dinou* 20:vint* 30:trent* 40:quarant* 50:cinquant* "
    "60:seixant* 70:setant* 80:vuitant* 90:norant* 100:cent*,segle* 1000:mil,milers 1000000:milió,milion* 0.5:mig*,mitj*,meitat*",
    "it": "0:zero 1:un,uno,una,prim*,unic* 2:due,second*,doppi*,raddopp*,entramb*,paio,coppi*,ambedue,duplic* 3:tre*,terz*,tripl* 4:quattro,quart* 5:cinque,quint* 6:sei,sest*,mezza dozzina 7:sette,settim* 8:otto,ottav* 9:nove,non* 10:dieci,decim*,decenni*,decin* 11:undici,undices* 12:dodici,dodices*,dozzin*,mezzogiorn* 13:tredic* 14:quattordic* "
    "15:quindic* 16:sedic* 17:diciassett* 18:diciott* 19:diciannov* 20:vent* 30:trent* 40:quarant* 50:cinquant* 60:sessant* 70:settant* 80:ottant* 90:novant* 100:cent*,secol* 1000:mille*,mila,miglia*,millenni* 1000000:milion* 1000000000:miliard* 0.5:mezz*,metà 0.25:quart* 15:quart* 50:metà,mezzo centinaio 30:mezz* 6:semest*",
    "pt": "0:zero,nenhum* 1:um,uma,primeir*,únic* 2:dois,duas,segund*,dobr*,dupl*,ambos,ambas,par,bi* 3:três,terceir*,terço*,tripl* 4:quatro,quart* 5:cinco,quint* 6:seis,sext*,meia dúzia 7:sete,sétim* 8:oito,oitav* 9:nove,non* 10:dez,décim*,década*,dezen* 11:onze 12:doze,dúzia*,meio-dia 13:treze 14:catorze,quatorze 15:quinze,quinzen* 16:dezesseis,dezasseis "
    "17:dezessete,dezassete 18:dezoito 19:dezenove,dezanove 20:vinte*,vigésim* 30:trint* 40:quarent* 50:cinquent* 60:sessent* 70:setent* 80:oitent* 90:novent* 100:cem,cento*,centen*,século* 200:duzent* 300:trezent* 400:quatrocent* 500:quinhent* 600:seiscent* 700:setecent* 800:oitocent* 900:novecent* 1000:mil,milhar*,milêni*,miléni* "
    "1000000:milhão,milhões 1000000000:bilh* 1000000000000:trilh* 0.5:mei*,metad* 0.25:quart* 50:metade,meia centena,meio cento 30:meia 6:semest*",
    "ro": "0:zero 1:un,una,unu,unul,prim*,o 2:doi,două,doua,doilea,dubl*,ambele,ambii,pereche* 3:trei*,treime*,tripl* 4:patru*,patra,sfert* 5:cinci*,cincea 6:șase*,şase* 7:șapte*,şapte* 8:opt* 9:nou* 10:zece*,deceni* 11:unsprezece* 12:doisprezece*,douăsprezece*,duzin*,amiază 13:treisprezece* 14:paisprezece* 15:cincisprezece* 16:șaisprezece* "
    "17:șaptesprezece* 18:optsprezece* 19:nouăsprezece* 20:douăzeci* 30:treizeci* 40:patruzeci* 50:cincizeci* 60:șaizeci* 70:șaptezeci* 80:optzeci* 90:nouăzeci* 100:sută*,sute*,secol*,veac* 1000:mie,mii,mileni* 1000000:milion*,milioane* 1000000000:miliard* 0.5:jumătat*,jumate 0.25:sfert* 50:jumătat*",
    "el": "0:μηδέν* 1:ένα*,ένας,μία,μια,μιας,πρώτ*,μον* 2:δύο,δυο,δεύτερ*,διπλ*,ζευγάρι*,ζεύγ*,δις 3:τρεις,τρία,τριών,τρίτ*,τριπλ*,τρι* 4:τέσσερ*,τεσσάρ*,τέταρτ* 5:πέντε*,πέμπτ* 6:έξι,έκτ*,έξη 7:επτά,εφτά,έβδομ* 8:οκτώ,οχτώ,όγδο* 9:εννέα,εννιά,ένατ* 10:δέκα,δέκατ*,δεκαετ*,δεκάδ* 11:έντεκα*,ενδέκατ* 12:δώδεκα*,δωδέκ*,δωδεκ*,ντουζίν* "
    "13:δεκατρ* 14:δεκατέσσ*,δεκατεσσ* 15:δεκαπέντ* 16:δεκαέξι,δεκάξι 17:δεκαεπτ*,δεκαεφτ* 18:δεκαοκτ*,δεκαοχτ* 19:δεκαεννέ*,δεκαεννι* 20:είκοσι*,εικοσ* 30:τριάντ*,τριακοντ*,τριακοστ* 40:σαράντ* 50:πενήντ* 60:εξήντ* 70:εβδομήντ* 80:ογδόντ* 90:ενενήντ* 100:εκατό*,εκατοντ*,αιών*,αιων* 200:διακόσ* 300:τριακόσ* 500:πεντακόσ* 1000:χίλι*,χιλιάδ*,χιλιετ* "
    "1000000:εκατομμ* 1000000000:δισεκατ* 0.5:μισ*,ήμισ* 0.25:τέταρτ* 50:μισ*",
    "hu": "0:nulla 1:egy*,első* 2:két*,kett*,másod*,dupl*,pár* 3:három*,harmad*,hárm* 4:négy*,negyed* 5:öt* 6:hat* 7:hét*,hete* 8:nyolc* 9:kilenc* 10:tíz*,tize*,évtized* 11:tizenegy* 12:tizenkett*,tizenkét*,tucat*,dél* 13:tizenhárom*,tizenharmad* 14:tizennégy* 15:tizenöt* 16:tizenhat* 17:tizenhét* 18:tizennyolc* 19:tizenkilenc* 20:húsz*,husz* 30:harminc* "
    "40:negyven* 50:ötven* 60:hatvan* 70:hetven* 80:nyolcvan* 90:kilencven* 100:száz*,század* 200:kétszáz*,kettőszáz* 1000:ezer*,ezre*,évezred* 1000000:millió* 1000000000:milliárd* 0.5:fél*,fele* 1.5:másfél* 0.25:negyed* 50:fele*",
    "fi": "0:nolla* 1:yksi*,yhde*,ensimmäi*,yhtä*,ainoa 2:kaksi*,kahde*,kahte*,toi*,molem*,pari*,kaksin* 3:kolme*,kolma*,kolmi* 4:neljä*,neljän* 5:viisi*,viide*,viite* 6:kuusi*,kuude*,kuute* 7:seitsemä*,seitsen* 8:kahdeksa* 9:yhdeksä* 10:kymmen*,vuosikymmen* 11:yksitoista* 12:kaksitoista*,tusin*,kahdestoista* 13:kolmetoista* 14:neljätoista* 15:viisitoista* "
    "16:kuusitoista* 17:seitsemäntoista* 18:kahdeksantoista* 19:yhdeksäntoista* 20:kaksikymmen* 30:kolmekymmen* 40:neljäkymmen* 50:viisikymmen* 60:kuusikymmen* 70:seitsemänkymmen* 80:kahdeksankymmen* 90:yhdeksänkymmen* 100:sata*,sadan*,sato*,vuosisa* 1000:tuhat*,tuhan*,tuhansi* 1000000:miljoon* 1000000000:miljard* 0.5:puol* 1.5:puolitoista* 0.25:neljännes* 50:puol*",
    "et": "1:üks*,ühe*,ühte*,esime*,ainus 2:kaks*,kahe*,kaht*,teine,teis*,mõlem*,paar* 3:kolm* 4:neli*,nelja* 5:viis*,viie* 6:kuus*,kuue* 7:seitse*,seitsme* 8:kaheksa* 9:üheksa* 10:kümme*,kümne*,aastakümme* 11:üksteist* 12:kaksteist*,tosin* 13:kolmteist* 14:neliteist* 15:viisteist* 16:kuusteist* 17:seitseteist* 18:kaheksateist* 19:üheksateist* 20:kakskümmen* "
    "30:kolmkümmen* 40:nelikümmen* 50:viiskümmen* 60:kuuskümmen* 70:seitsekümmen* 80:kaheksakümmen* 90:üheksakümmen* 100:sada*,saja*,sajand* 1000:tuhat*,tuhan* 1000000:miljon* 1000000000:miljard* 0.5:pool*",
    "lv": "1:vien*,pirm* 2:div*,otr*,ab*,pār* 3:trīs*,treš*,trij* 4:četr*,cetur* 5:piec*,piekt* 6:seš*,sest* 7:septiņ*,septīt* 8:astoņ*,astot* 9:deviņ*,devīt* 10:desmit*,desmitgad* 11:vienpadsmit* 12:divpadsmit*,ducis 13:trīspadsmit* 14:četrpadsmit* 15:piecpadsmit* 16:sešpadsmit* 17:septiņpadsmit* 18:astoņpadsmit* 19:deviņpadsmit* 20:divdesmit* 30:trīsdesmit* "
    "40:četrdesmit* 50:piecdesmit* 60:sešdesmit* 70:septiņdesmit* 80:astoņdesmit* 90:deviņdesmit* 100:simt*,gadsimt* 1000:tūksto* 1000000:miljon* 1000000000:miljard* 0.5:pus*",
    "lt": "1:vien*,pirm* 2:du,dvi*,dvie*,antr*,abu,abi*,pora* 3:tri*,treč*,trys,trij* 4:ketur*,ketvirt* 5:penk* 6:šeš* 7:septyn*,septint* 8:aštuon*,aštunt* 9:devyn*,devint* 10:dešimt* 11:vienuolik* 12:dvylik*,tuzin* 13:trylik* 14:keturiolik* 15:penkiolik* 16:šešiolik* 17:septyniolik* 18:aštuoniolik* 19:devyniolik* 20:dvidešimt* 30:trisdešimt* 40:keturiasdešimt* "
    "50:penkiasdešimt* 60:šešiasdešimt* 70:septyniasdešimt* 80:aštuoniasdešimt* 90:devyniasdešimt* 100:šimt*,amži* 1000:tūkst* 1000000:milijon* 1000000000:milijard* 0.5:pus*",
    "tr": "0:sıfır* 1:bir*,ilk*,birinci*,tek 2:iki*,çift*,ikinci* 3:üç* 4:dört*,dördünc* 5:beş* 6:altı* 7:yedi* 8:sekiz* 9:dokuz* 10:on,onu*,onl*,onda,ona 20:yirmi* 30:otuz* 40:kırk* 50:elli* 60:altmış* 70:yetmiş* 80:seksen* 90:doksan* 12:düzin*,on iki 100:yüz*,yüzyıl*,asır* 1000:bin* 1000000:milyon* 1000000000:milyar* 1000000000000:trilyon* 0.5:yarı*,buçuk*,yarım* 0.25:çeyrek* 15:çeyrek* 50:yarı*",
    "id": "0:nol 1:satu*,pertama*,se*,esa 2:dua*,kedua*,ganda 3:tiga*,ketiga* 4:empat*,keempat* 5:lima*,kelima* 6:enam*,keenam* 7:tujuh*,ketujuh* 8:delapan*,kedelapan* 9:sembilan* 10:sepuluh*,puluh*,dekade*,dasawarsa*,kesepuluh* 11:sebelas* 12:dua belas,lusin* 13:tiga belas 14:empat belas 15:lima belas 16:enam belas 17:tujuh belas 18:delapan belas 19:sembilan belas "
    "20:dua puluh* 30:tiga puluh* 40:empat puluh* 50:lima puluh* 60:enam puluh* 70:tujuh puluh* 80:delapan puluh* 90:sembilan puluh* 100:ratus*,seratus*,abad* 1000:ribu*,seribu*,milenium* 1000000:juta*,sejuta 1000000000:miliar*,milyar* 1000000000000:triliun* 0.5:setengah*,separuh* 0.25:seperempat* 50:setengah*,separuh*",
    "vi": "0:không 1:một,nhất,đầu 2:hai,nhì,đôi,cặp,hao 3:ba,tam 4:bốn,tư,tứ 5:năm,lăm,ngũ 6:sáu,lục 7:bảy,bẩy,thất 8:tám,bát 9:chín,cửu 10:mười,mươi,chục,thập 12:tá 100:trăm,thế kỷ 1000:nghìn,ngàn,thiên niên kỷ 1000000:triệu 1000000000:tỷ,tỉ 0.5:nửa,rưỡi,rưởi 50:nửa 0.25:một phần tư",
    "ar": "0:صفر 1:واحد*,أول*,اول*,أحد,إحدى,وحيد* 2:اثن*,إثن*,ثان*,ضعف*,زوج*,كلا,كلت*,مرتين,ين,ان 3:ثلاث*,ثالث*,ثلث* 4:أربع*,اربع*,رابع*,ربع* 5:خمس*,خامس* 6:ست*,سادس*,سدس* 7:سبع*,سابع* 8:ثمان*,ثامن*,ثمن* 9:تسع*,تاسع* 10:عشر*,عاشر*,عقد*,عقود* 20:عشرون,عشرين,عشرينات,عشرينيات 30:ثلاثون,ثلاثين* 40:أربعون,أربعين* 50:خمسون,خمسين* 60:ستون,ستين* 70:سبعون,سبعين* 80:ثمانون,ثمانين* 90:تسعون,تسعين* "
    "100:مئة,مائة,مئات,مائت*,قرن*,قرون* 200:مئتا*,مائتا*,مئتي*,مائتي* 300:ثلاثمائة,ثلاثمئة 500:خمسمائة,خمسمئة 1000:ألف*,آلاف,الف*,ألفي*,ألوف 2000:ألفا*,ألفي* 1000000:مليون*,ملايين 2000000:مليوني*,مليونا* 1000000000:مليار*,بليون* 1000000000000:تريليون* 0.5:نصف*,نصفي* 0.25:ربع* 15:ربع* 30:نصف* 50:نصف* 25:ربع* 12:دزين*,ظهر*",
    "fa": "0:صفر 1:یک*,اول*,نخست* 2:دو*,دوم*,جفت*,هردو 3:سه*,سوم* 4:چهار*,چار* 5:پنج* 6:شش* 7:هفت* 8:هشت* 9:نه*,نهم* 10:ده*,دهه* 11:یازده* 12:دوازده*,دوجین* 13:سیزده* 14:چهارده* 15:پانزده*,پونزده 16:شانزده* 17:هفده* 18:هجده*,هیجده* 19:نوزده* 20:بیست* 30:سی* 40:چهل* 50:پنجاه* 60:شصت* 70:هفتاد* 80:هشتاد* 90:نود* 100:صد*,قرن*,سده* 200:دویست* 300:سیصد* 500:پانصد* 1000:هزار* 1000000:میلیون*,ملیون* 1000000000:میلیارد* 1000000000000:تریلیون* 0.5:نیم*,نصف* 0.25:ربع*,چهارم* 50:نیمی*,نصف*",
    "he": "0:אפס 1:אחד*,אחת*,ראשו*,יחיד* 2:שני*,שתי*,שנ*,זוג*,כפול*,פעמיים,יים 3:שלוש*,שלושה,שליש* 4:ארבע*,רביע* 5:חמש*,חמיש* 6:שש*,שיש* 7:שבע*,שביע* 8:שמונה*,שמינ* 9:תשע*,תשיע* 10:עשר*,עשור*,עשיר* 20:עשרים 30:שלושים 40:ארבעים 50:חמישים 60:שישים 70:שבעים 80:שמונים 90:תשעים 12:תריסר,צהריים 100:מאה,מאות 200:מאתיים 1000:אלף*,אלפ*,אלפיים 2000:אלפיים 1000000:מיליון*,מליון* 1000000000:מיליארד* 1000000000000:טריליון* 0.5:חצי*,מחצית* 0.25:רבע* 15:רבע* 50:חצי*,מחצית*",
    "hi": "0:शून्य 1:एक*,पहल*,प्रथम* 2:दो,दोनों,दोनो,दूसर*,द्वितीय*,जोड़*,दोगुन*,डबल 3:तीन*,तीसर*,तृतीय*,तिहाई*,तीनों 4:चार*,चौथ*,चतुर्थ*,चौथाई*,चारों 5:पांच*,पाँच*,पंच*,पाँचव* 6:छह*,छः,छठ*,छे,छ 7:सात*,सातव*,सप्त* 8:आठ*,आठव*,अष्ट* 9:नौ*,नौव*,नौवी* 10:दस*,दसव*,दशक*,दशम* 11:ग्यारह* 12:बारह*,दर्जन* 13:तेरह* 14:चौदह* 15:पंद्रह*,पन्द्रह* 16:सोलह* 17:सत्रह* 18:अठारह*,अट्ठारह* 19:उन्नीस* "
    "20:बीस* 21:इक्कीस* 22:बाईस* 23:तेईस* 24:चौबीस* 25:पच्चीस* 26:छब्बीस* 27:सत्ताईस* 28:अट्ठाईस*,अठाईस* 29:उनतीस* 30:तीस* 31:इकतीस* 32:बत्तीस* 33:तैंतीस* 34:चौंतीस* 35:पैंतीस* 36:छत्तीस* 37:सैंतीस* 38:अड़तीस* 39:उनतालीस* 40:चालीस* 45:पैंतालीस* 48:अड़तालीस* 50:पचास* 55:पचपन* 60:साठ* 65:पैंसठ* 70:सत्तर* 75:पचहत्तर* 80:अस्सी* 85:पचासी* 90:नब्बे*,नब्बै* 95:पंचानवे* 99:निन्यानवे* "
    "100:सौ,शताब्दी*,सदी*,सैकड़* 1000:हज़ार*,हजार*,सहस्राब्दि* 100000:लाख* 10000000:करोड़*,करोड* 1000000000:अरब*,बिलियन* 1000000:मिलियन* 1000000000000:खरब*,ट्रिलियन* 0.5:आध*,आधा,आधे,साढ़* 1.5:डेढ़* 2.5:ढाई* 0.25:चौथाई*,सवा 0.75:पौन* 50:आध*",
    "bn": "1:এক*,প্রথম* 2:দুই*,দু*,দ্বিতীয়*,উভয়*,দ্বিগুণ* 3:তিন*,তৃতীয়* 4:চার*,চতুর্থ* 5:পাঁচ*,পঞ্চম* 6:ছয়*,ষষ্ঠ* 7:সাত*,সপ্তম* 8:আট*,অষ্টম* 9:নয়*,নবম* 10:দশ*,দশক* 12:বারো*,ডজন* 20:বিশ*,কুড়ি* 30:ত্রিশ*,তিরিশ* 40:চল্লিশ* 50:পঞ্চাশ* 60:ষাট* 70:সত্তর* 80:আশি* 90:নব্বই* 100:শত*,একশ*,শতাব্দী* 1000:হাজার* 100000:লাখ*,লক্ষ* 10000000:কোটি* 1000000:মিলিয়ন* 1000000000:বিলিয়ন* 0.5:অর্ধ*,আধ*",
    "ta": "1:ஒரு*,ஒன்*,முதல்* 2:இரு*,இரண்டு*,இரண்டா* 3:மூன்ற*,மூவ* 4:நான்கு*,நால்* 5:ஐந்து*,ஐந்தா* 6:ஆறு*,ஆறா* 7:ஏழு*,ஏழா* 8:எட்டு*,எட்டா* 9:ஒன்பது* 10:பத்து*,பத்தா* 20:இருபது* 30:முப்பது* 40:நாற்பது* 50:ஐம்பது* 100:நூறு*,நூற்* 1000:ஆயிர* 100000:லட்ச* 10000000:கோடி* 1000000:மில்லியன்* 1000000000:பில்லியன்* 0.5:அரை*,பாதி*",
    "th": "0:ศูนย์ 1:หนึ่ง,เอ็ด,แรก,เดียว 2:สอง,ยี่,คู่,ทั้งคู่ 3:สาม,ตรี 4:สี่ 5:ห้า 6:หก 7:เจ็ด 8:แปด 9:เก้า 10:สิบ,ทศวรรษ 12:โหล,เที่ยง 20:ยี่สิบ 100:ร้อย,ศตวรรษ 1000:พัน,สหัสวรรษ 10000:หมื่น 100000:แสน 1000000:ล้าน 0.5:ครึ่ง 50:ครึ่ง 30:ครึ่ง 0.25:เสี้ยว",
    "ko": "0:영,공 1:하나,한,첫,일,한번 2:둘,두,이,양,쌍 3:셋,세,석,삼 4:넷,네,사 5:다섯,오 6:여섯,육 7:일곱,칠 8:여덟,팔 9:아홉,구 10:열,십 20:스물,스무 30:서른 40:마흔 50:쉰 60:예순 70:일흔 80:여든 90:아흔 100:백,세기 1000:천 10000:만 100000000:억 1000000000000:조 0.5:반,절반 50:절반 12:다스,정오 24:하루",
}

#: `value:form,...` of the words that multiply the figure before them: `2,5 млн`. A value may have two readings.
SCALES: dict[str, str] = {
    "en": "100:hundred 1000:thousand,thousands,k 1000000:million,millions,mln,mn,mio 1000000000:billion,billions,bn,bln "
    "1000000000000:trillion,trillions,tn,trn 100000:lakh,lakhs,lac 10000000:crore,crores 12:dozen",
    "ru": "1000:тыс,тысяч* 1000000:млн,миллион* 1000000000:млрд,миллиард* 1000000000000:трлн,триллион* 100:сотен,сотни",
    "uk": "1000:тис,тисяч* 1000000:млн,мільйон* 1000000000:млрд,мільярд* 1000000000000:трлн,трильйон*",
    "be": "1000:тыс,тысяч* 1000000:млн,мільён* 1000000000:млрд,мільярд* 1000000000000:трлн,трыльён*",
    "bg": "1000:хил,хиляд* 1000000:млн,милион* 1000000000:млрд,милиард* 1000000000000:трлн,трилион*",
    "sr": "1000:хиљад*,hiljad*,tisuć* 1000000:милион*,milion*,мил,mil,milijun* 1000000000:милијард*,milijard*,млрд,mlrd",
    "hr": "1000:tisuć*,tis 1000000:milijun*,mil,mln 1000000000:milijard*,mlrd 1000000000000:bilijun*",
    "sl": "1000:tisoč* 1000000:milijon*,mio 1000000000:milijard*,mrd 1000000000000:bilijon*",
    "cs": "1000:tisíc*,tis 1000000:milion*,milión*,mil,mio 1000000000:miliard*,mld,mrd 1000000000000:bilion*,bil",
    "sk": "1000:tisíc*,tis 1000000:milión*,mil 1000000000:miliard*,mld 1000000000000:bilión*",
    "pl": "1000:tys,tysi*,tysięcy 1000000:mln,milion* 1000000000:mld,miliard* 1000000000000:bln,bilion*",
    "de": "100:hundert 1000:tausend*,tsd 1000000:mio,million,millionen 1000000000:mrd,milliarde,milliarden 1000000000000:billion,billionen",
    "nl": "1000:duizend* 1000000:miljoen*,mln,mio 1000000000:miljard*,mld,mrd 1000000000000:biljoen*",
    "sv": "1000:tusen*,tkr 1000000:miljon*,mn,mkr 1000000000:miljard*,mdr,md 1000000000000:biljon*",
    "da": "1000:tusind* 1000000:million*,mio,mill 1000000000:milliard*,mia,mrd 1000000000000:billion*",
    "no": "1000:tusen* 1000000:million*,mill,mio 1000000000:milliard*,mrd 1000000000000:billion*",
    "fr": "1000:mille,milliers 1000000:million,millions 1000000000:milliard,milliards,mds 1000000000000:billion,billions",
    "es": "1000000000:mil millones,millardo,millardos 1000:mil,miles 1000000:millón,millones,millon 1000000000000:billón,billones",
    "ca": "1000000000:mil milions 1000:mil,milers 1000000:milió,milions 1000000000000:bilió,bilions",
    "it": "1000:mila,mille,migliaia 1000000:milione,milioni,mln 1000000000:miliardo,miliardi,mld 1000000000000:bilione,bilioni",
    "pt": "1000000000:mil milhões,bilhão,bilhões 1000:mil 1000000:milhão,milhões,mi 1000000000000:bilião,biliões,trilhão,trilhões",
    "ro": "1000:mii,mie 1000000:milioane,milion,mil,mln 1000000000:miliarde,miliard,mld 1000000000000:bilioane,trilioane",
    "el": "1000:χιλιάδ*,χιλ 1000000:εκατομμύρι*,εκατομμυρί*,εκατ,εκ 1000000000:δισεκατομμύρι*,δισεκατομμυρί*,δισ 1000000000000:τρισεκατομμ*,τρισ",
    "hu": "1000:ezer* 1000000:millió* 1000000000:milliárd*,mrd 1000000000000:billió*",
    "fi": "1000:tuhat*,tuhan* 1000000:miljoon*,milj 1000000000:miljard*,mrd 1000000000000:biljoon*",
    "et": "1000:tuhat*,tuhan*,tuh 1000000:miljon*,mln 1000000000:miljard*,mld 1000000000000:triljon*",
    "lv": "1000:tūkst* 1000000:miljon*,milj 1000000000:miljard*,mljrd",
    "lt": "1000:tūkst* 1000000:milijon*,mln 1000000000:milijard*,mlrd",
    "tr": "1000:bin* 1000000:milyon*,mn 1000000000:milyar*,mlr 1000000000000:trilyon*",
    "id": "100:ratus 1000:ribu*,rb 1000000:juta*,jt 1000000000:miliar*,milyar* 1000000000000:triliun*",
    "vi": "1000000000000:nghìn tỷ,nghìn tỉ,ngàn tỷ,ngàn tỉ 100:trăm 1000:nghìn,ngàn 1000000:triệu 1000000000:tỷ,tỉ",
    "ar": "1000000000000:تريليون* 1000000000:مليار*,بليون* 1000000:مليون*,ملايين 1000:ألف*,آلاف,الف 100:مئة,مائة",
    "fa": "1000000000000:تریلیون* 1000000000:میلیارد* 1000000:میلیون*,ملیون* 1000:هزار* 100:صد",
    "he": "1000000000000:טריליון* 1000000000:מיליארד* 1000000:מיליון*,מליון* 1000:אלף*,אלפי* 100:מאות",
    "hi": "100000:लाख* 10000000:करोड़*,करोड* 1000000000:अरब*,बिलियन* 1000000:मिलियन* 1000:हज़ार*,हजार* 1000000000000:ट्रिलियन* 100000000000:खरब* 100:सौ",
    "bn": "100000:লাখ*,লক্ষ* 10000000:কোটি* 1000000:মিলিয়ন* 1000000000:বিলিয়ন* 1000:হাজার*",
    "ta": "100000:லட்ச* 10000000:கோடி* 1000000:மில்லியன்* 1000000000:பில்லியன்* 1000:ஆயிர*",
    "th": "1000000000000:ล้านล้าน 100000000000:แสนล้าน 10000000000:หมื่นล้าน 1000000000:พันล้าน 100000000:ร้อยล้าน 10000000:สิบล้าน 1000000:ล้าน 100000:แสน 10000:หมื่น 1000:พัน 100:ร้อย",
}

#: Characters that are digits or powers of ten in Chinese, Japanese and Korean numerals.
CJK_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
CJK_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "십": 10, "백": 100, "천": 1000}
CJK_LARGE = {
    "万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12,
}  # fmt: skip

#: Year 0 of the era names that stand before a year's number.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911, "民國": 1911}

#: Year differences between calendars: Buddhist, solar Hijri (before and after the spring new year).
CALENDARS = {"th": (543,), "fa": (621, 622)}
