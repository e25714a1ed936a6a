# ruff: noqa: E501 (tables)
"""What a text forbids, spares, denies in part or whole, holds possible or certain: set phrases, by language.

Made by hand. A phrase that has another reading now and then is left out: what is not found is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mtcheck.rules.meaning._crumbs import crumbs_of, needed
from mtcheck.rules.text import Span, has_any

#: Forbids: `must not`; what only advises against it (`should not`) is not here.
_FORBIDS: Mapping[str, str] = {
    "en": r"must not|mustn't|may not be|(?:is|are|was|were) (?:not allowed|not permitted|forbidden|prohibited)|shall not",
    "de": r"dürfen (?:\w+ ){0,4}?nicht|darf (?:\w+ ){0,4}?nicht|durften? (?:\w+ ){0,4}?nicht|dürfen (?:\w+ ){0,3}?keine?\w{0,2}|darf (?:\w+ ){0,3}?keine?\w{0,2}|(?:ist|sind) (?:verboten|untersagt|nicht erlaubt|nicht gestattet)",
    "fr": r"ne (?:doit|doivent|devez|devra|devront|peut|peuvent) (?:pas|jamais)|il ne faut (?:pas|jamais)|(?:est|sont) (?:interdite?s?|défendue?s?)|interdit de",
    "es": r"no (?:debe|deben|debía|debían|deberá|deberán|se permite|está permitido|se debe|se puede)|(?:está|están|queda|quedan) prohibid\w+|prohibido",
    "it": r"non (?:deve|devono|dovrà|dovranno|si deve|bisogna|va|vanno) |(?:è|sono) (?:vietat|proibit)\w+|vietato",
    "pt": r"não (?:deve|devem|deverá|pode|podem|se deve|é permitido)|(?:é|são|está) proibid\w+|proibido",
    "nl": r"mag (?:\w+ ){0,3}?(?:niet|geen)|mogen (?:\w+ ){0,3}?(?:niet|geen)|(?:is|zijn) verboden",
    "sv": r"får (?:\w+ )?(?:inte|ej)|är (?:förbjud\w+|inte tillåt\w+)",
    "ru": r"нельзя|не (?:должен|должна|должно|должны|разреша\w+|допуска\w+)|(?<!не )запрещ\w+",
    "uk": r"не можна|не (?:повинен|повинна|повинно|повинні|дозволя\w+)|(?<!не )заборонен\w+|забороня\w+",
    "pl": r"nie (?:wolno|może być|powin\w+)|(?:jest|są) zabronion\w+|zabrania się|zakazan\w+",
    "cs": r"nesmí\w*|nesměl\w*|je zakázáno|zakázán\w*",
    "tr": r"yasak\w*|\w+(?:mamalı|memeli)\w*",
    "ar": r"يجب ألا|يجب أن لا|لا يجوز|ممنوع|يُمنع|يحظر",
    "zh": r"不得(?!不|已)|不准|不许|不許|禁止|严禁|嚴禁|切勿",
    "ja": r"てはな[らり]|ではな[らり]|てはいけ|ではいけ|禁止|禁じ",
}
#: Spares: `need not`.
_SPARES: Mapping[str, str] = {
    "en": r"need not|needn't|(?:do|does|did|will|would) not (?:have|need) to|(?:don|doesn|didn|won|wouldn)'t (?:have|need) to|no need|not (?:necessary|required|obliged|compulsory|mandatory)|unnecessary",
    "de": r"(?:kann|können) (?:\w+ ){0,3}?darauf verzichten|müssen (?:\w+ ){0,4}?nicht|muss (?:\w+ ){0,4}?nicht|mussten? (?:\w+ ){0,4}?nicht|müssen (?:\w+ ){0,3}?keine?\w{0,2}|muss (?:\w+ ){0,3}?keine?\w{0,2}|brauch\w+ (?:\w+ ){0,4}?(?:nicht|keine?\w{0,2})|nicht (?:nötig|erforderlich|notwendig|verpflichtet|zwingend)",
    "fr": r"(?:n'|ne )\w+ pas (?:besoin|obligé\w*|tenue?s?|nécessaire|obligatoire)|pas besoin|inutile de",
    "es": r"no (?:tiene|tienen|tenía|tenían|hay|hace|tendrá|tendrán) (?:que|falta)|no (?:necesita|necesitan|es necesario|es obligatorio|está obligad\w+|están obligad\w+)",
    "it": r"non (?:è|sono|era) (?:necessari|obbligat|obbligatori|tenut)\w*|non (?:occorre|serve|c'è bisogno|ha bisogno|hanno bisogno)",
    "pt": r"não (?:precisa|precisam|é preciso|é necessário|é obrigatório|tem de|têm de|tem que|têm que|está obrigad\w+)",
    "nl": r"hoef\w* (?:\w+ ){0,4}?(?:niet|geen)|niet (?:nodig|verplicht)",
    "sv": r"behöv\w+ (?:\w+ )?(?:inte|ej)|är inte (?:nödvändig\w*|obligatorisk\w*|skyldig\w*)",
    "ru": r"мо(?:жет|гут|жете|жно) (?:и |просто )?не \w+ть|не (?:обязан\w*|обязательн\w*|нужно|надо|требуется|придётся|придется|приходится)|необязательно|незачем|нет необходимости",
    "uk": r"мо(?:же|жуть|жете|жна) (?:й |і |просто )?не \w+ти|не (?:зобов'язан\w*|обов'язков\w*|потрібно|треба|доведеться|доводиться)|необов'язково|немає потреби",
    "pl": r"mo(?:że|gą|żna|żesz) nie \w+[ćc]|nie (?:musi\w*|muszą|trzeba|potrzeba)|nie ma (?:potrzeby|obowiązku)|niekonieczn\w+",
    "cs": r"nemus\w+|není (?:nutné|třeba|potřeba|povin\w+)",
    "tr": r"gerek (?:yok|kalma|duy\w*ma)\w*|gerekmi?y?e?z?\w*|zorunda (?:değil|kalma)\w*|şart değil|zorunlu değil\w*",
    "ar": r"لا (?:يلزم|حاجة|داعي)|ليس (?:من الضروري|ضروريا|ملزما|إلزاميا)|غير (?:ملزم|مضطر)\w*",
    "zh": r"不必|无需|無需|无须|無須|不需要|不用(?!说|說)|用不着|不要求",
    "ja": r"必要は?な[いく]|必要は?ありません|必要がな|なくてもよ|なくてもい|なくても良|不要|義務はな",
}
#: Has no power or leave to: `cannot`.
_UNABLE: Mapping[str, str] = {
    "en": r"cannot|can not|can't|could not|couldn't|(?:is|are|was|were) (?:not able|unable) to",
    "de": r"(?:kann|können|konnten?) (?:\w+ ){0,4}?(?:nicht|nichts|keine?\w{0,2})",
    "fr": r"ne (?:peut|peuvent|pourra|pourront|pouvait|pouvaient) (?:pas|plus|rien)",
    "es": r"no (?:puede|pueden|podrá|podrán|podía|podían|podemos)",
    "it": r"non (?:può|possono|potrà|potranno|poteva|potevano)",
    "pt": r"não (?:pode|podem|poderá|poderão|podia|podiam)",
    "nl": r"(?:kan|kunnen|kon|konden) (?:\w+ ){0,4}?(?:niet|niets|geen)",
    "sv": r"(?:kan|kunde) (?:\w+ )?(?:inte|ej)",
    "ru": r"не (?:может|могут|мог|могла|могли|сможет|смогут)(?! не )",
    "uk": r"не (?:може|можуть|міг|могла|могли|зможе|зможуть)(?! не )",
    "pl": r"nie (?:może|mogą|mógł|mogła|mogli|można)",
    "cs": r"nemůž\w+|nemoh\w+|nelze",
    "tr": r"\w{2,}(?:amaz|emez|amıyor|emiyor)\w*",
    "ar": r"لا (?:يمكن|يستطيع|تستطيع)\w*",
    "zh": r"不能|无法|無法",
    "ja": r"できな|できません",
}
#: Denies a part: `not all`, `not necessarily`.
_IN_PART: Mapping[str, str] = {
    "en": r"not (?:\w+ )?(?:all|every\w*|always|necessarily|entirely)|not (?:quite|completely|fully|everything|the only)|(?:is|are|was|were|do|does|did|wo|ca|has|have|had)n't (?:all|every\w*|always|necessarily|entirely)",
    "de": r"nicht (?:alle\w?|jede\w?|immer|unbedingt|zwangsläufig|notwendigerweise|ganz|völlig|überall|zwingend)",
    "fr": r"pas (?:tou[ts]e?s?|toujours|forcément|nécessairement|entièrement|partout|chaque)|(?:tous|toutes) (?:les|ces|nos|leurs|ses) (?:\w+ ){1,3}?(?:ne |n')\w+ pas",
    "es": r"no (?:todo\w?s?|toda\w?s?|siempre|necesariamente|del todo|\w+ necesariamente|\w+ siempre)",
    "it": r"non (?:tutt\w+|ogni|sempre|necessariamente|per forza|del tutto|\w+ necessariamente|\w+ sempre)",
    "pt": r"não (?:todos?|todas?|sempre|necessariamente|\w+ necessariamente|\w+ sempre)|nem (?:tod\w+|sempre)",
    "nl": r"niet (?:alle\w?|altijd|iedere\w*|elke|noodzakelijk|per se|helemaal|overal)",
    "sv": r"inte (?:alla|alltid|varje|nödvändigtvis|helt|överallt)",
    "ru": r"не (?:все\w{0,2}|всё|всегда|каждый|каждая|каждое|обязательно|всякий|совсем|везде|повсюду)",
    "uk": r"не (?:всі\w?|все|завжди|кожен|кожна|кожне|обов'язково|зовсім|всюди|скрізь)",
    "pl": r"nie (?:wszys\w+|zawsze|każd\w+|koniecznie|całkiem|wszędzie)",
    "cs": r"ne (?:vždy|všichni|každ\w+|nutně)|ne vždy|nikoli vždy",
    "tr": r"her zaman \w*m[ae]\w*|herkes \w*m[ae]\w*|mutlaka \w*m[ae]\w*",
    "ar": r"ليس (?:كل|جميع|دائما|بالضرورة)|لا \w+ (?:دائما|بالضرورة)|ليست? (?:كل|جميع)",
    "zh": r"不一定|未必|不总是|不總是|并非所有|並非所有|不是所有|不见得|不見得|并非全|不都|不全",
    "ja": r"必ずしも|とは限ら|とはかぎら|すべて[^。]{0,16}わけではな|全て[^。]{0,16}わけではな|全員[^。]{0,16}わけではな|いつも[^。]{0,12}わけではな",
}
#: Speaks of all, always, in every case.
_ALL: Mapping[str, str] = {
    "en": r"all|every|every(?:one|body|thing|where)|each|always|entirely|completely|fully|necessarily|invariably",
    "de": r"alle[nmrs]?|jede[nmrs]?|immer|stets|überall|völlig|gänzlich|zwangsläufig|unbedingt|vollständig",
    "fr": r"tou(?:s|te|tes)|chaque|chacune?|toujours|partout|entièrement|forcément|nécessairement",
    "es": r"tod[oa]s?|cada|siempre|enteramente|completamente|necesariamente",
    "it": r"tutt[oaie]|ogni|ciascun\w*|sempre|ovunque|interamente|completamente|necessariamente",
    "pt": r"tod[oa]s?|tudo|cada|sempre|inteiramente|completamente|necessariamente",
    "nl": r"alle[ns]?|elke?|iedere?|iedereen|altijd|overal|helemaal|volledig|noodzakelijk",
    "sv": r"alla|allt|varje|alltid|överallt|helt|nödvändigtvis",
    "ru": r"все|всех|всем|всеми|всё|всякий|кажд\w+|люб\w{2,4}|всегда|везде|повсюду|полностью|обязательно",
    "uk": r"всі|усі|всіх|усіх|всім|усім|все|кож\w+|будь-як\w+|завжди|всюди|скрізь|повністю|обов['’]язково",
    "pl": r"wszyscy|wszyst\w+|każd\w+|zawsze|wszędzie|całkowicie|koniecznie",
    "cs": r"všichni|všech\w*|všem|vš\w+|každ\w+|vždy\w*|všude|zcela|nutně",
    "tr": r"tüm\w*|bütün\w*|herkes\w*|her|daima|mutlaka|tamamen",
    "ar": r"كل|جميع|دائما|دائمًا|بالضرورة|تماما",
    "zh": r"所有|全部|全都|每[个個一位所条次]|都|总是|總是|必然|一定|完全",
    "ja": r"すべて|全て|全員|みんな|どの[^。]{1,8}も|いつも|常に|必ず(?!しも)|完全に|毎回",
}
#: Speaks of nearly all, or only of some.
_NOT_QUITE: Mapping[str, str] = {
    "en": r"almost|nearly|most|majority|some|several|many|few|part|partly|only|just|hardly|rarely|seldom|sometimes|often|half|different|exceptions?|other|(?:all|any\w*|every\w*|nothing|none|last|not) but",
    "de": r"fast|nahezu|beinahe|meist\w*|mehrheit|einige\w?|manche\w?|viele\w?|wenige\w?|teil\w*|nur|selten|oft|manchmal|hälfte",
    "fr": r"presque|quasi\w*|plupart|majorité|certain\w*|quelques|plusieurs|peu|partie|seul\w*|rarement|parfois|souvent|moitié",
    "es": r"casi|mayoría|algun\w*|pocos?|pocas?|parte|s[oó]lo|solamente|raramente|a veces|mitad|varios|varias",
    "it": r"quasi|maggior\w*|alcun\w+|qualche|poch\w+|parte|solo|soltanto|raramente|spesso|a volte|metà|divers\w+",
    "pt": r"quase|maioria|algun\w*|poucos?|poucas?|parte|só|apenas|raramente|às vezes|metade|vári\w+",
    "nl": r"bijna|meeste|meerderheid|sommige|enkele|weinig|deel|slechts|alleen|zelden|soms|vaak|helft",
    "sv": r"nästan|flesta|vissa|några|få|del|bara|endast|sällan|ibland|ofta|hälften",
    "ru": r"почти|больш\w+|некотор\w+|иногда|част\w+|лишь|только|редко|половин\w|отдельн\w+|многие|многих|разн\w+",
    "uk": r"майже|більш\w+|деяк\w+|інколи|іноді|част\w+|лише|тільки|рідко|половин\w|окрем\w+|багат\w+",
    "pl": r"prawie|niemal|większ\w+|niektór\w+|część|częś\w+|tylko|rzadko|czasem|czasami|połow\w|wiel\w+",
    "cs": r"téměř|skoro|většin\w+|někter\w+|část\w*|jen|pouze|zřídka|někdy|polovin\w+|mnoh\w+",
    "tr": r"neredeyse|çoğu\w*|bazı\w*|kısm\w+|sadece|yalnızca|nadiren|bazen|yarısı\w*",
    "ar": r"معظم|بعض|تقريبا|جزء|فقط|أحيانا|نصف|أغلب",
    "zh": r"几乎|幾乎|大多|多数|多數|有些|部分|只|有时|有時|一半|很多|许多",
    "ja": r"ほとんど|ほぼ|多く|一部|だけ|時々|半分|場合",
}
#: Denies the whole: `never`, `none`.
_WHOLLY: Mapping[str, str] = {
    "en": r"never|none|nobody|no one|no \w+ (?:may|must|can|should)|not (?:a single|one|any)|not at all|nothing",
    "de": r"nie|niemals|niemand(?:e[nm])?|kein einzige\w?|keinesfalls|keineswegs|nichts|überhaupt nicht",
    "fr": r"jamais|aucune?|personne|nulle? part|rien|pas du tout|nullement",
    "es": r"nunca|jamás|ningun\w*|ningún|nadie|nada",
    "it": r"mai|nessun\w*|niente|nulla|per niente|affatto",
    "pt": r"nunca|jamais|nenhum\w*|ninguém|nada",
    "nl": r"nooit|niemand|geen enkele?|niets|helemaal niet",
    "sv": r"aldrig|ingen|inget|inga|ingenting|inte alls",
    "ru": r"никогда|никто|никого|никому|ни один|ни одна|ни одно|ни одного|ничего|ничто|вовсе не|совершенно не",
    "uk": r"ніколи|ніхто|нікого|жод\w+|нічого|ніщо|зовсім не",
    "pl": r"nigdy|nikt|nikogo|żad\w+|ani jed\w+|nic|wcale nie",
    "cs": r"nikdy|nikdo|nikoho|žádn\w+|nic|vůbec ne\w*",
    "tr": r"asla|hiçbir\w*|hiç kimse|kimse",
    "ar": r"أبدا|مطلقا|لا أحد|على الإطلاق",
    "zh": r"从不|從不|从未|從未|绝不|絕不|从来没|從來沒|决不|没有人|沒有人|毫不|根本不",
    "ja": r"決して|全く[^。]{0,15}ない|まったく[^。]{0,15}ない|一切[^。]{0,12}ない|誰も[^。]{0,12}ない|一度も",
}
#: Holds possible.
_MAYBE: Mapping[str, str] = {
    "en": r"may|might|could|perhaps|possibl[ey]|maybe|probabl[ey]|likely|apparently|seem\w*|potential\w*|suspect\w*|would|can|unlikely|hardly|scarcely|doubtful",
    "de": r"könnte\w*|kann|können|dürfte\w*|vielleicht|möglich\w*|wahrscheinlich\w*|vermutlich\w*|eventuell\w*|wohl|anscheinend|womöglich|möge\w*|mag|würde\w*|kaum|unwahrscheinlich\w*",
    "fr": r"pourr\w+|peut|peuvent|peut-être|possible\w*|probable\w*|éventuel\w*|sembl\w+|susceptible\w*|pouvait|serai\w*|aurai\w*|guère|improbable\w*|peu probable\w*",
    "es": r"podr\w+|puede\w*|pudier\w+|quizás?|tal vez|posible\w*|probable\w*|acaso|parece\w*|sería\w*|habría\w*|difícilmente|improbable\w*",
    "it": r"potr\w+|può|possono|forse|possibil\w+|probabil\w+|magari|sembr\w+|eventual\w+|sarebbe\w*|avrebbe\w*|difficilmente|improbabil\w+",
    "pt": r"poder\w+|pode|podem|talvez|possíve\w+|possivelmente|prováve\w+|provavelmente|parece\w*|seria\w*|teria\w*|dificilmente|improváve\w+",
    "nl": r"kunnen|kan|zou\w*|misschien|mogelijk\w*|waarschijnlijk\w*|wellicht|vermoedelijk|lijkt|nauwelijks|amper|onwaarschijnlijk\w*",
    "sv": r"kan|kunde|kanske|möjlig\w*|sannolik\w*|troligen|skulle|torde|verkar|knappast|osannolik\w*",
    "ru": r"мо[гж]\w*|возможн\w*|вероятн\w*|наверн\w*|пожалуй|видимо|похоже|кажется|может быть|скорее всего|предположительно|бы|способн\w*|вряд ли|едва ли|навряд ли|маловероятн\w*|сомнительн\w*",
    "uk": r"мо[гж]\w*|можлив\w*|ймовірн\w*|імовірн\w*|мабуть|напевно|здається|схоже|певно|либонь|б|би|здатн\w*|навряд(?: чи)?|чи навряд|ледве чи|малоймовірн\w*|сумнівн\w*",
    "pl": r"mo[żgz]\w*|móg\w*|możliw\w*|prawdopodobn\w*|chyba|być może|zapewne|wydaje|by|raczej nie|mało prawdopodobn\w*|wątpliw\w*|nieprawdopodobn\w*",
    "cs": r"m[ůo][žhc]\w*|možn\w*|pravděpodobn\w*|snad|asi|zřejmě|zdá|by|sotva|stěží|nepravděpodobn\w*",
    "tr": r"\w*(?:abil|ebil)\w*|belki|olası\w*|muhtemel\w*|mümkün\w*|galiba|herhalde|pek sanmıyor\w*",
    "ar": r"قد|ربما|يمكن\w*|لعل|محتمل\w*|من المحتمل|يحتمل|يبدو|من الممكن|بالكاد|من غير المرجح|من المستبعد",
    "zh": r"可能|也许|也許|或许|或許|大概|恐怕|似乎|能|会|會|据说|疑似|不太可能|未必|难以|難以|不大可能",
    "ja": r"かもしれ|かも知れ|可能性|だろう|でしょう|おそらく|恐らく|たぶん|多分|ようだ|らしい|うる|得る|見込|できる|もしかす|まず[^。]{0,12}ない|とは思えな|ありそうもな",
}
#: Holds certain.
_CERTAIN: Mapping[str, str] = {
    "en": r"certainly|definitely|undoubtedly|without (?:a |any )?doubt|no doubt|surely|sure that|inevitabl[ey]|guaranteed|certain that|bound to|certain to|guaranteed to|destined to|(?:is|are|was|were) sure to",
    "de": r"(?:ganz |mit )?sicher(?:heit)?, dass|mit sicherheit|bestimmt|definitiv|zweifellos|zweifelsohne|garantiert|auf jeden fall|unbedingt",
    "fr": r"certain\w* que|certainement|assurément|sans (?:aucun )?doute|à coup sûr|sûrs? que|inévitablement|forcément|indubitablement",
    "es": r"segur[oa]s? de que|con (?:toda )?seguridad|sin (?:ninguna )?duda|ciertamente|indudablemente|definitivamente|seguramente|inevitablemente",
    "it": r"cert[oaie] che|certamente|sicuramente|senza dubbio|sicur[oaie] che|senz'altro|inevitabilmente|indubbiamente",
    "pt": r"cert[oa]s? de que|certamente|com certeza|sem dúvida|segur[oa]s? de que|inevitavelmente|definitivamente|indubitavelmente",
    "nl": r"zeker dat|ongetwijfeld|zonder twijfel|beslist|gegarandeerd|stellig|vast en zeker",
    "sv": r"säker\w* på att|säkert|utan tvekan|definitivt|otvivelaktigt|garanterat|med säkerhet",
    "ru": r"обязательно|непременно|несомненно|безусловно|наверняка|точно|уверен\w*|без сомнения|неизбежно|гарантированно",
    "uk": r"обов'язково|неодмінно|безперечно|безсумнівно|напевне|точно|впевнен\w*|без сумніву|неминуче",
    "pl": r"na pewno|z pewnością|niewątpliwie|bez wątpienia|pewn[iyae]\w*, że|koniecznie|nieuchronnie",
    "cs": r"určitě|jistě|nepochybně|bezpochyby|rozhodně|zaručeně|jist[ýáíi]\w*, že",
    "tr": r"kesinlikle|mutlaka|şüphesiz|kuşkusuz|emin\w*|muhakkak",
    "ar": r"بالتأكيد|حتما|بلا شك|لا شك|متأكد\w*|مؤكد\w*|بكل تأكيد|واثق\w*",
    "zh": r"肯定|必定|一定会|一定會|无疑|無疑|毫无疑问|毫無疑問|必然|确信|確信",
    "ja": r"必ず(?!しも)|間違いな|確実|きっと|確信|疑いな",
}  # fmt: skip

#: Supposes plainly, of what is to come.
_GUESS: Mapping[str, str] = {
    "en": r"may(?= [a-z]{2})|might|could|perhaps|possibly|maybe",
    "de": r"könnten?|dürften?|vielleicht|möglicherweise|womöglich|eventuell",
    "fr": r"pourrai(?:t|ent|s)|pourr(?:ions|iez)|peut-être",
    "es": r"podría\w*|quizás?|tal vez|acaso",
    "it": r"potrebb\w+|forse",
    "pt": r"poderia\w*|poderá|poderão|talvez",
    "nl": r"zou(?:den)? (?:\w+ ){0,4}?kunnen|misschien|wellicht|mogelijk",
    "sv": r"kanske|skulle kunna|eventuellt",
    "ru": r"возможно|может быть|вероятно|мог(?:ла|ло|ли)? бы|может \w+(?:ться|ть|ти|чь)|могут \w+(?:ться|ть|ти|чь)",
    "uk": r"можливо|може бути|ймовірно|міг би?|мог(?:ла|ло|ли) би?|може \w+(?:тися|ти)|можуть \w+(?:тися|ти)",
    "pl": r"być może|mógł\w*by|mogł\w*by|prawdopodobnie|może \w+[ćc]|mogą \w+[ćc]",
    "cs": r"možná|mohl\w* by|snad",
    "tr": r"\w{2,}abilir(?:di|ler)?|\w{2,}ebilir(?:di|ler)?|belki",
    "ar": r"قد [يت]\w+|ربما",
    "zh": r"可能|也许|也許|或许|或許",
    "ja": r"かもしれ|かも知れ|可能性",
}
#: Says what is going to be, without a doubt.
_FUTURE: Mapping[str, str] = {
    "en": r"will(?! (?:probably|likely|perhaps|possibly|maybe|hopefully|presumably)\b)(?= \w+)|won't|(?:is|are) (?:going|set|due) to",
    "de": r"(?:wird|werden)(?![^.;:!?]{0,80}\bge\w+(?:t|en)\b)",
    "nl": r"zal|zullen",
    "sv": r"kommer att|ska",
    "fr": r"va|vont|\w{3,}(?:era|eront|ira|iront|dra|dront)",
    "es": r"va a|van a|\w{3,}(?:ará|arán|erá|erán|irá|irán)",
    "it": r"\w{3,}(?:erà|eranno|irà|iranno)|sarà|saranno",
    "pt": r"vai|vão|\w{3,}(?:ará|arão|erá|erão|irá|irão)",
    "ru": r"буд(?:ет|ут)",
    "uk": r"буд(?:е|уть)|\w{3,}ти(?:ме|муть)",
    "pl": r"będ(?:zie|ą)",
    "cs": r"bud(?:e|ou)",
    "tr": r"\w{2,}(?:acak|ecek)(?:tır|tir|lar|ler)?",
    "ar": r"س(?:ي|ت|ن)\w{3,}|وس(?:ي|ت)\w{3,}|سوف",
    "zh": r"将(?!近)|將(?!近)",
    "ja": r"(?:する|になる|となる)予定",
}
#: Hedges what is said in other ways than `may`: where the target has one, it is no certainty.
_HEDGED: Mapping[str, str] = {
    "en": r"if|whether|unless|expect\w*|hop\w+|fear\w*|plan\w*|risk\w*|danger|threat\w*|believ\w+|think\w*|presum\w+|thought|chance\w*|hypothe\w+|suppos\w+|unclear|whatever|prospect\w*|estimat\w+|assum\w+|soon|predict\w*|when|likelihood|probability",
    "de": r"ob|wenn|falls|soll\w*|erwart\w+|hoff\w+|drohen?|droht|wohl|glaub\w+|denk\w+|risiko|gefahr|annahme|annehm\w+|möcht\w+|lässt|lassen",
    "fr": r"si|risqu\w+|espèr\w+|craign\w+|crain\w+|devrai\w+|sans doute|menac\w+|prévo\w+|pens\w+|croi\w+|soit|soient|quand",
    "es": r"si|riesg\w+|espera\w*|tem\w+|amenaz\w+|deber\w+|cre\w+|piens\w+|prev\w+|sea|sean|cuando",
    "it": r"se|rischi\w*|sper\w+|tem\w+|minacci\w+|dovrebb\w+|cred\w+|pens\w+|prev\w+|sia|siano|quando",
    "pt": r"se|risc\w+|esper\w+|tem\w+|ameaç\w+|dever\w+|acredit\w+|pens\w+|prev\w+|seja|sejam|quando",
    "nl": r"of|als|zou\w*|verwacht\w*|hop\w+|dreig\w+|risico\w*|denk\w*",
    "sv": r"om|väntas|hopp\w+|hot\w+|risk\w*|tro\w*|bör",
    "ru": r"если|ли|ожида\w+|наде\w+|опаса\w+|угро\w+|риск\w*|думает|счита\w+|удастся|сможет|смогут|грозит|предпол\w+|рассчит\w+|когда",
    "uk": r"якщо|чи|очіку\w+|сподіва\w+|побою\w+|загро\w+|ризик\w*|дума\w+|вважа\w+|вдасться|зможе|зможуть|припус\w+|коли",
    "pl": r"jeśli|jeżeli|czy|oczek\w+|nadziej\w+|obaw\w+|groz\w+|gro\w+|ryzyk\w+|myśl\w+|uważ\w+|uda|zdoła|kiedy|gdy",
    "cs": r"pokud|zda|jestli|oček\w+|doufa\w+|obáv\w+|hroz\w+|rizik\w+|mysl\w+|když",
    "tr": r"eğer|bekle\w+|umu\w+|risk\w*|tehli\w+|düşün\w+|\w+s[ae]",
    "ar": r"إذا|إن|لو|توقع\w*|متوقع\w*|خطر\w*|يتوقع",
    "zh": r"如果|若|预计|預計|希望|风险|風險|是否|估计|有望",
    "ja": r"もし|たら|れば|見通し|予想|恐れ|思",
}
#: Written without spaces.
_SIGNS = frozenset(("zh", "ja"))


def cues(row: str | None, lang: str) -> re.Pattern[str] | None:
    """A pattern for whole words of a row of a language; None for no row."""
    if row is None:
        return None
    return re.compile(row if lang in _SIGNS else rf"(?<!\w)(?:{row})(?!\w)", re.IGNORECASE)


@cache
def _pattern(kind: str, lang: str) -> re.Pattern[str] | None:
    return cues(_KINDS[kind].get(lang), lang)


_KINDS = {
    "forbids": _FORBIDS,
    "spares": _SPARES,
    "unable": _UNABLE,
    "in-part": _IN_PART,
    "all": _ALL,
    "not-quite": _NOT_QUITE,
    "wholly": _WHOLLY,
    "maybe": _MAYBE,
    "certain": _CERTAIN,
    "guess": _GUESS,
    "future": _FUTURE,
    "hedged": _HEDGED,
}

#: Holds possible so weakly, or so rarely, that its loss is no fault: conditionals, `can`.
_WEAK = re.compile(
    r"can|would|seem\w*|suspect\w*|kann|können|würde\w*|mag|peut|peuvent|pouvait|serai\w*|aurai\w*|pued\w*|sería\w*|habría\w*"
    r"|può|possono|sarebbe\w*|avrebbe\w*|pode|podem|seria\w*|teria\w*|kan|kunnen|kunde|skulle|zou\w*|мо[гж]\w*|бы?|би|способн\w*"
    r"|здатн\w*|by|mo[żgz]\w*|móg\w*|m[ůo][žhc]\w*|\w*(?:abil|ebil)\w*|يمكن\w*|قد|能|会|會|据说|疑似|できる|得る|うる|見込|だろう|でしょう|ようだ",
    re.IGNORECASE,
)


@cache
def crumbs(kind: str, lang: str) -> tuple[str, ...]:
    """Letters, in whatever case, one of which a text has that makes a kind of claim."""
    return crumbs_of(_KINDS[kind][lang])


def needed_for(kind: str, lang: str) -> tuple[str, ...]:
    """Strings in lower case, one of which a text in lower case has that makes a kind of claim."""
    return needed(_KINDS[kind][lang])


def supports(source: str, target: str) -> bool:
    """Whether there are phrases for two languages."""
    return source in _FORBIDS and target in _FORBIDS and source != target


def place_of(kind: str, text: str, lang: str, *, strong: bool = False) -> Span | None:
    """Where a text first makes a kind of claim: forbids, spares, in-part, wholly, maybe, certain.

    `strong`: a plain one, no conditional.
    """
    pattern = _pattern(kind, lang)
    if pattern is None or not has_any(text, crumbs(kind, lang)):
        return None
    found = pattern.finditer(text.replace("’", "'"))
    return next((match.span() for match in found if not strong or not _WEAK.fullmatch(match.group())), None)


def exchanged(lost: str, made_up: str, texts: tuple[str, str], langs: tuple[str, str]) -> tuple[Span, Span] | None:
    """The source's claim of one kind and the target's of another, where neither side makes the other's."""
    there = place_of(made_up, texts[1], langs[1])
    if there is None:
        return None
    here = place_of(lost, texts[0], langs[0], strong=True)
    if here is None or place_of(made_up, texts[0], langs[0]) or place_of(lost, texts[1], langs[1]):
        return None
    return here, there


def made_sure(texts: tuple[str, str], langs: tuple[str, str]) -> tuple[Span, Span] | None:
    """What the source holds possible, and the plain future of a target that hedges in no way."""
    here = place_of("guess", texts[0], langs[0])
    there = place_of("future", texts[1], langs[1]) if here else None
    if there is None or place_of("hedged", texts[1], langs[1]) or place_of("maybe", texts[1], langs[1]):
        return None
    if place_of("future", texts[0], langs[0]) or place_of("certain", texts[0], langs[0]):
        return None
    return (here, there) if here else None


def made_whole(texts: tuple[str, str], langs: tuple[str, str]) -> tuple[Span, Span] | None:
    """Where a first text denies a part (`not all`), and the second, which holds nothing back, speaks of all."""
    here = place_of("in-part", texts[0], langs[0])
    pattern = _pattern("all", langs[1]) if here else None
    if here is None or pattern is None or place_of("not-quite", texts[1], langs[1]):
        return None
    share = here[0] / len(texts[0])
    found = [match.span() for match in pattern.finditer(texts[1].replace("’", "'"))]
    if not found:
        return None
    return here, min(found, key=lambda span: abs(span[0] / len(texts[1]) - share))
