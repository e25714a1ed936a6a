# ruff: noqa: E501 (tables)
"""Lines of page furniture by language: what stands around an article without being part of it.

`WHOLE` lines are furniture when they are all there is to a segment; `LEAD` ones when a segment begins with them
and goes on after a colon, a dash or a slash; `OPEN` ones whatever follows. Written by hand; lower case.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from mtcheck.rules.facts.heads import Heads, first_letters
from mtcheck.rules.structure._share_bars import NETWORKS, SHARE, alternatives, share_bar

WHOLE: dict[str, str] = {
    "en": (
        "advertisement|advertising|share|share this|share this article|share on facebook|share on twitter|"
        "tweet|print|print this page|comments|leave a comment|add a comment|show comments|read more|"
        "read also|see also|more on this topic|related articles|related news|related topics|related stories|"
        "most read|most popular|latest news|top stories|news feed|subscribe|subscribe now|sign up|sign in|"
        "log in|accept all|accept all cookies|accept cookies|cookie settings|privacy policy|terms of use|"
        "all rights reserved|back to top|continue reading|continue reading below|skip to content|copy link|"
        "loading|follow us|newsletter|sponsored content|click to enlarge|home|next article|previous article|"
        "report a typo|found a typo|share on social media|in pictures|archive photo|illustrative photo|"
        "view comments"
    ),
    "ru": (
        "реклама|поделиться|поделиться в соцсетях|поделиться новостью|распечатать|печать|комментарии|"
        "оставить комментарий|читать далее|читать полностью|читайте также|смотрите также|по теме|"
        "материалы по теме|новости по теме|похожие новости|другие новости|главные новости|последние новости|"
        "лента новостей|популярное|самое читаемое|подписаться|подписывайтесь|подпишитесь|войти|регистрация|"
        "принять|принять все|политика конфиденциальности|все права защищены|наверх|на правах рекламы|"
        "скопировать ссылку|следующая новость|предыдущая новость|архивное фото|фото из архива|"
        "иллюстративное фото|загрузка|сообщить об ошибке|обсудить|версия для печати"
    ),
    "uk": (
        "реклама|поділитися|поділитися новиною|коментарі|читати далі|читайте також|дивіться також|за темою|"
        "новини за темою|останні новини|головні новини|популярне|підписатися|підписуйтесь|увійти|"
        "усі права захищені|архівне фото|ілюстративне фото|стрічка новин|версія для друку"
    ),
    "be": ("рэклама|падзяліцца|каментары|чытаць далей|чытайце таксама|глядзіце таксама|апошнія навіны|падпісацца"),
    "de": (
        "anzeige|werbung|teilen|artikel teilen|auf facebook teilen|drucken|kommentare|kommentieren|"
        "kommentar schreiben|weiterlesen|lesen sie auch|mehr zum thema|auch interessant|"
        "das könnte sie auch interessieren|verwandte artikel|meistgelesen|aktuelle nachrichten|abonnieren|"
        "jetzt abonnieren|anmelden|alle akzeptieren|cookies akzeptieren|datenschutzerklärung|impressum|"
        "alle rechte vorbehalten|nach oben|link kopieren|newsletter|archivbild|symbolbild|archivfoto|"
        "symbolfoto|startseite|zur startseite|merken|vorlesen"
    ),
    "fr": (
        "publicité|annonce|partager|partager l'article|partager sur facebook|imprimer|commentaires|commenter|"
        "lire la suite|lire aussi|à lire aussi|voir aussi|sur le même sujet|articles liés|à ne pas manquer|"
        "les plus lus|dernières nouvelles|s'abonner|abonnez-vous|je m'abonne|se connecter|tout accepter|"
        "accepter les cookies|politique de confidentialité|mentions légales|tous droits réservés|"
        "haut de page|copier le lien|image d'archives|photo d'archives|photo d'illustration|"
        "image d'illustration|accueil|réservé aux abonnés"
    ),
    "es": (
        "publicidad|anuncio|compartir|compartir en facebook|imprimir|comentarios|comentar|leer más|"
        "lea también|lee también|ver también|le puede interesar|te puede interesar|noticias relacionadas|"
        "artículos relacionados|más leídas|lo más leído|últimas noticias|suscribirse|suscríbete|suscríbase|"
        "iniciar sesión|aceptar todo|aceptar cookies|política de privacidad|todos los derechos reservados|"
        "volver arriba|copiar enlace|foto de archivo|imagen de archivo|inicio|seguir leyendo"
    ),
    "it": (
        "pubblicità|annuncio|condividi|condividi su facebook|stampa|commenti|commenta|leggi tutto|"
        "leggi anche|leggi di più|vedi anche|ti potrebbe interessare|articoli correlati|notizie correlate|"
        "più letti|ultime notizie|abbonati|iscriviti|accedi|accetta tutto|accetta i cookie|"
        "informativa sulla privacy|tutti i diritti riservati|torna su|copia link|foto d'archivio|"
        "immagine d'archivio|continua a leggere"
    ),
    "pt": (
        "publicidade|anúncio|compartilhar|partilhar|partilhe|compartilhe|imprimir|comentários|comentar|"
        "leia mais|leia também|leia ainda|veja também|notícias relacionadas|artigos relacionados|mais lidas|"
        "últimas notícias|assine|inscreva-se|subscrever|entrar|iniciar sessão|aceitar tudo|aceitar cookies|"
        "política de privacidade|todos os direitos reservados|voltar ao topo|copiar link|foto de arquivo|"
        "imagem de arquivo|continua após a publicidade"
    ),
    "nl": (
        "advertentie|delen|deel dit artikel|afdrukken|reacties|reageer|lees meer|lees ook|lees verder|"
        "zie ook|gerelateerde artikelen|meer over dit onderwerp|meest gelezen|laatste nieuws|abonneren|"
        "abonneer nu|inloggen|alles accepteren|cookies accepteren|privacybeleid|alle rechten voorbehouden|"
        "naar boven|archieffoto|archiefbeeld"
    ),
    "pl": (
        "reklama|udostępnij|podziel się|drukuj|komentarze|skomentuj|dodaj komentarz|czytaj więcej|"
        "czytaj dalej|czytaj także|czytaj też|czytaj również|przeczytaj także|przeczytaj też|zobacz także|"
        "zobacz też|zobacz również|powiązane artykuły|najczęściej czytane|najnowsze wiadomości|subskrybuj|"
        "zapisz się|zaloguj się|akceptuj wszystkie|polityka prywatności|wszelkie prawa zastrzeżone|do góry|"
        "skopiuj link|zdjęcie ilustracyjne|zdjęcie archiwalne"
    ),
    "cs": (
        "reklama|inzerce|sdílet|sdílet na facebooku|tisk|komentáře|diskuse|číst dál|číst více|čtěte také|"
        "čtěte více|přečtěte si také|viz také|související články|související|nejčtenější|nejnovější zprávy|"
        "odebírat|přihlásit se|přijmout vše|ochrana osobních údajů|všechna práva vyhrazena|nahoru|"
        "ilustrační foto|ilustrační snímek|archivní foto"
    ),
    "sk": (
        "reklama|inzercia|zdieľať|komentáre|diskusia|čítať ďalej|čítajte aj|čítajte tiež|prečítajte si aj|"
        "súvisiace články|najčítanejšie|prihlásiť sa|prijať všetko|všetky práva vyhradené|ilustračné foto|"
        "archívne foto"
    ),
    "sv": (
        "annons|dela|dela artikeln|skriv ut|kommentarer|kommentera|läs mer|läs också|läs även|se även|"
        "relaterade artiklar|mest läst|mest lästa|senaste nytt|prenumerera|logga in|acceptera alla|"
        "godkänn alla|alla rättigheter förbehållna|till toppen|arkivbild|genrebild"
    ),
    "da": (
        "annonce|del|del artiklen|udskriv|kommentarer|læs mere|læs også|se også|relaterede artikler|"
        "mest læste|seneste nyt|abonner|log ind|accepter alle|alle rettigheder forbeholdes|arkivfoto"
    ),
    "no": (
        "annonse|del|del artikkelen|skriv ut|kommentarer|les mer|les også|se også|relaterte artikler|"
        "mest lest|siste nytt|abonner|logg inn|godta alle|alle rettigheter forbeholdt|arkivfoto|"
        "illustrasjonsfoto"
    ),
    "fi": (
        "mainos|jaa|jaa artikkeli|tulosta|kommentit|kommentoi|lue lisää|lue myös|katso myös|"
        "aiheeseen liittyvää|luetuimmat|uusimmat uutiset|tilaa|kirjaudu sisään|hyväksy kaikki|"
        "tietosuojaseloste|kaikki oikeudet pidätetään|arkistokuva|kuvituskuva"
    ),
    "tr": (
        "reklam|ilan|paylaş|facebook'ta paylaş|yazdır|yorumlar|yorum yap|devamını oku|daha fazla oku|"
        "ayrıca okuyun|ayrıca bakınız|ilgili haberler|ilgili konular|en çok okunanlar|son dakika|"
        "son haberler|abone ol|giriş yap|tümünü kabul et|çerez politikası|gizlilik politikası|"
        "tüm hakları saklıdır|başa dön|arşiv fotoğrafı|anasayfa"
    ),
    "ro": (
        "publicitate|distribuie|share|comentarii|citește mai mult|citește și|citiți și|vezi și|"
        "articole similare|cele mai citite|ultimele știri|abonează-te|autentificare|acceptă toate|"
        "toate drepturile rezervate|foto arhivă"
    ),
    "hu": (
        "hirdetés|megosztás|megosztom|nyomtatás|hozzászólások|tovább|tovább olvasom|olvassa el ezt is|"
        "kapcsolódó cikkek|legolvasottabb|legfrissebb hírek|feliratkozás|bejelentkezés|összes elfogadása|"
        "minden jog fenntartva|illusztráció|archív felvétel"
    ),
    "bg": (
        "реклама|сподели|споделете|коментари|прочетете още|прочети още|прочетете също|вижте също|"
        "още по темата|последни новини|най-четени|абонирай се|абонирайте се|вход|всички права запазени|"
        "снимка архив"
    ),
    "sr": (
        "реклама|podeli|подели|komentari|коментари|pročitajte još|прочитајте још|pročitajte i|"
        "најновије вести|najnovije vesti|povezane vesti|sva prava zadržana|сва права задржана"
    ),
    "hr": (
        "oglas|podijeli|komentari|pročitajte više|pročitajte još|pročitajte i|povezani članci|najčitanije|"
        "najnovije vijesti|pretplati se|prijavi se|sva prava pridržana"
    ),
    "el": (
        "διαφήμιση|κοινοποίηση|κοινοποιήστε|σχόλια|διαβάστε περισσότερα|διαβάστε επίσης|διαβάστε ακόμη|"
        "δείτε επίσης|σχετικά άρθρα|δημοφιλή|τελευταία νέα|εγγραφή|σύνδεση|αποδοχή όλων|"
        "με επιφύλαξη παντός δικαιώματος|φωτογραφία αρχείου"
    ),
    "ar": (
        "إعلان|إعلانات|مشاركة|شارك|شارك على فيسبوك|طباعة|تعليقات|التعليقات|أضف تعليقا|اقرأ المزيد|اقرأ أيضا|"
        "اقرأ أيضًا|إقرأ أيضا|شاهد أيضا|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|آخر الأخبار|اشترك|"
        "اشترك الآن|تسجيل الدخول|قبول الكل|سياسة الخصوصية|جميع الحقوق محفوظة|صورة أرشيفية|أرشيفية"
    ),
    "fa": (
        "تبلیغات|آگهی|اشتراک‌گذاری|نظرات|ادامه مطلب|بیشتر بخوانید|بیشتر بخوانيد|مطالب مرتبط|اخبار مرتبط|"
        "پربازدیدترین|آخرین اخبار|عضویت|ورود|تمامی حقوق محفوظ است|عکس آرشیوی"
    ),
    "he": (
        "פרסומת|שתפו|שיתוף|הדפסה|תגובות|הוסף תגובה|קרא עוד|קראו עוד|קראו גם|קראו גם כן|כתבות קשורות|"
        "הנקראות ביותר|הירשמו|התחברות|כל הזכויות שמורות|צילום ארכיון"
    ),
    "hi": ("विज्ञापन|शेयर करें|टिप्पणियाँ|और पढ़ें|यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|ताज़ा खबरें|सब्सक्राइब करें|सर्वाधिकार सुरक्षित"),
    "id": (
        "iklan|bagikan|cetak|komentar|baca selengkapnya|baca juga|lihat juga|artikel terkait|berita terkait|"
        "terpopuler|berita terbaru|berlangganan|masuk|terima semua|hak cipta dilindungi|foto arsip"
    ),
    "vi": (
        "quảng cáo|chia sẻ|in bài|bình luận|đọc thêm|xem thêm|đọc tiếp|tin liên quan|bài liên quan|"
        "tin mới nhất|đăng ký|đăng nhập|ảnh minh họa|ảnh tư liệu"
    ),
    "zh": (
        "广告|廣告|分享|分享到|分享至|打印|评论|評論|发表评论|阅读更多|閱讀更多|延伸阅读|延伸閱讀|相关新闻|"
        "相關新聞|相关报道|相关阅读|热门新闻|最新消息|最新新闻|订阅|訂閱|登录|登入|接受所有|隐私政策|"
        "版权所有|返回顶部|资料图|资料图片|資料圖片|推荐阅读|点击查看更多"
    ),
    "ja": (
        "広告|シェア|シェアする|印刷|コメント|コメントする|続きを読む|もっと読む|あわせて読みたい|関連記事|"
        "関連ニュース|関連トピックス|人気記事|最新ニュース|登録|ログイン|すべて同意する|プライバシーポリシー|"
        "無断転載を禁じます|ページトップへ|資料写真"
    ),
    "ko": (
        "광고|공유|공유하기|인쇄|댓글|댓글 쓰기|더 보기|더 읽기|관련 기사|관련 뉴스|많이 본 뉴스|최신 뉴스|"
        "구독|구독하기|로그인|모두 동의|개인정보처리방침|무단 전재 및 재배포 금지|자료사진|자료 사진"
    ),
    "ca": (
        "publicitat|comparteix|imprimeix|comentaris|llegir més|llegiu també|vegeu també|"
        "notícies relacionades|subscriu-te|tots els drets reservats|foto d'arxiu"
    ),
    "et": ("reklaam|jaga|kommentaarid|loe edasi|loe ka|loe veel|seotud artiklid|logi sisse|kõik õigused kaitstud"),
    "lv": ("reklāma|dalīties|komentāri|lasīt vairāk|lasi arī|lasiet arī|saistītie raksti|visas tiesības aizsargātas"),
    "lt": (
        "reklama|dalintis|komentarai|skaityti daugiau|skaitykite daugiau|skaitykite taip pat|"
        "susiję straipsniai|visos teisės saugomos"
    ),
    "sl": "oglas|deli|komentarji|preberite več|preberite tudi|povezani članki|vse pravice pridržane",
    "th": "โฆษณา|แชร์|อ่านต่อ|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|แสดงความคิดเห็น",
}

#: Before a colon, slash, bar or dash and whatever credit or title follows.
LEAD: dict[str, str] = {
    "en": (
        "reading time|read time|estimated reading time|page views|number of views|you are here|current location|current position|editor in charge|responsible editor|managing editor|"
        "photo|photos|photo by|photo credit|image|image source|image credit|image caption|picture|"
        "source of photo|read also|read more|see also|also read|related|more|video|getty images|follow us on|"
        "caption|screenshot|tags|share|share this|watch also|read on the topic|on this topic|"
        "materials on the topic"
    ),
    "ru": (
        "время чтения|время на чтение|количество просмотров|вы здесь|вы находитесь здесь|"
        "фото|фотография|фото предоставлено|иллюстрация|скриншот|источник фото|читайте также|читать также|"
        "смотрите также|по теме|теги|видео|материалы по теме|ранее по теме|подробнее|поделиться|"
        "также по теме"
    ),
    "uk": "час читання|час на читання|кількість переглядів|ви тут|фото|ілюстрація|скріншот|джерело фото|читайте також|дивіться також|теги|відео|за темою|докладніше",
    "be": "фота|чытайце таксама|глядзіце таксама",
    "de": (
        "lesezeit|lesedauer|aufrufe|sie sind hier|sie befinden sich hier|"
        "foto|fotos|bild|bildquelle|bildnachweis|quelle bild|lesen sie auch|lesen sie dazu|siehe auch|"
        "mehr zum thema|auch interessant|schlagworte|stichworte"
    ),
    "fr": (
        "temps de lecture|durée de lecture|nombre de vues|vous êtes ici|"
        "photo|photos|crédit photo|crédits photo|image|lire aussi|à lire aussi|à lire|voir aussi|"
        "lire également|mots-clés|sur le même sujet"
    ),
    "es": (
        "tiempo de lectura|estás aquí|usted está aquí|se encuentra aquí|"
        "foto|fotos|fotografía|imagen|crédito de la foto|lea también|lee también|leer también|lea más|"
        "ver también|vea también|le puede interesar|te puede interesar|etiquetas"
    ),
    "it": "tempo di lettura|sei qui|ti trovi qui|ti trovi in|foto|crediti foto|immagine|leggi anche|leggi|vedi anche|guarda anche|ti potrebbe interessare|tag",
    "pt": (
        "tempo de leitura|você está aqui|está aqui|"
        "foto|fotos|fotografia|imagem|crédito da foto|leia também|leia mais|veja também|ler também|etiquetas|saiba mais"
    ),
    "nl": "foto|beeld|lees ook|lees meer|zie ook|bekijk ook",
    "pl": (
        "czas czytania|jesteś tutaj|tu jesteś|"
        "fot|foto|fot.|zdjęcie|źródło zdjęcia|czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|"
        "przeczytaj także|tagi"
    ),
    "cs": "foto|zdroj foto|čtěte také|čtěte více|viz také|přečtěte si|přečtěte si také|štítky",
    "sk": "foto|zdroj foto|čítajte aj|čítajte tiež|prečítajte si aj",
    "sv": "foto|bild|läs mer|läs också|läs även|se även",
    "da": "foto|læs mere|læs også|se også",
    "no": "foto|les mer|les også|se også",
    "fi": "kuva|kuvat|lue lisää|lue myös|katso myös",
    "tr": "okuma süresi|okunma sayısı|buradasınız|fotoğraf|foto|görsel|ayrıca okuyun|ayrıca bakınız|ilgili haber|bunu da okuyun|etiketler",
    "ro": "foto|sursa foto|sursă foto|citește și|citiți și|vezi și",
    "hu": "fotó|kép|forrás|olvassa el ezt is|kapcsolódó",
    "bg": "снимка|снимки|прочетете още|прочетете също|вижте също|още по темата",
    "sr": "фото|foto|pročitajte još|pročitajte i|прочитајте још",
    "hr": "foto|pročitajte još|pročitajte i|pogledajte i",
    "el": "φωτογραφία|φωτό|διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης",
    "ar": "مدة القراءة|وقت القراءة|عدد المشاهدات|أنت هنا|أنت الآن في|صورة|الصورة|تصوير|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|شاهد أيضا|للمزيد|مصدر الصورة",
    "fa": "عکس|بیشتر بخوانید|مطالب مرتبط|منبع عکس",
    "he": "צילום|תמונה|קראו גם|קראו עוד|ראו גם",
    "hi": "फोटो|तस्वीर|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें",
    "id": "foto|baca juga|lihat juga|simak juga",
    "vi": "ảnh|nguồn ảnh|xem thêm|đọc thêm",
    "zh": "阅读时间|阅读量|浏览量|浏览次数|阅读次数|点击量|当前位置|您的位置|您所在的位置|您当前的位置|责任编辑|责编|文章来源|本文来源|图|圖|图片|图片来源|圖片來源|图源|摄影|延伸阅读|延伸閱讀|相关阅读|另见|阅读更多|资料图",
    "ja": "読了時間|閲覧数|現在地|現在位置|現在のページ|記事提供|写真|画像|画像提供|写真提供|関連記事|あわせて読みたい",
    "ko": "사진|사진 제공|사진 출처|관련 기사|더 읽기",
    "ca": "foto|llegiu també|vegeu també",
    "et": "foto|loe ka|loe veel",
    "lv": "foto|lasi arī|lasiet arī",
    "lt": "nuotrauka|nuotr|skaitykite taip pat",
    "sl": "foto|preberite tudi",
}

#: Sentences that begin like this are furniture whatever follows.
OPEN: dict[str, str] = {
    "en": (
        "scan the qr code to follow|scan the qr code to subscribe|scan the qr code and follow|scan the qr code below|scan the code to follow|scan to follow|"
        "subscribe to our|subscribe to the channel|subscribe to us|sign up for our|sign up to our|"
        "follow us on|join our telegram|join us on|this website uses cookies|this site uses cookies|"
        "we use cookies|by continuing to use this site|if you find an error|if you notice an error|"
        "if you noticed a mistake|if you found a mistake|found a mistake\\? select|select the text and press|"
        "share this article on|share this news|share on social|like us on facebook|click here to|"
        "download our app|all materials on|the editors may not share|reprinting is|"
        "the opinion of the editors|read us on|read us in|watch us on|our telegram channel|subscribe and|"
        "this material is available only|photo from open sources"
    ),
    "ru": (
        "отсканируйте qr-код, чтобы подписаться|отсканируйте qr-код и подпишитесь|сканируйте qr-код и подписывайтесь|"
        "подписывайтесь на|подпишитесь на|подписаться на|читайте нас в|следите за нами|следите за новостями|"
        "присоединяйтесь к|наш телеграм|наш канал в|этот сайт использует|мы используем cookie|"
        "мы используем файлы|нашли ошибку|если вы нашли ошибку|если вы заметили ошибку|выделите ее и нажмите|"
        "поделитесь новостью|поделитесь с друзьями|все материалы на данной|мнение редакции|"
        "перепечатка материалов|использование материалов|все новости на тему|узнавайте новости|"
        "больше новостей в|оставайтесь на связи|фото из открытых источников"
    ),
    "uk": (
        "відскануйте qr-код, щоб підписатися|відскануйте qr-код і підпишіться|"
        "підписуйтесь на|підписуйтеся на|підпишіться на|читайте нас у|читайте нас в|приєднуйтесь до|"
        "стежте за|цей сайт використовує|якщо ви знайшли помилку|якщо ви помітили помилку|наш телеграм|"
        "передрук матеріалів"
    ),
    "be": "падпісвайцеся на|падпішыцеся на|чытайце нас",
    "de": (
        "scannen sie den qr-code, um uns zu folgen|scannen sie den qr-code und folgen|jetzt qr-code scannen|"
        "abonnieren sie unseren|abonnieren sie den|folgen sie uns|diese website verwendet|"
        "diese webseite verwendet|wir verwenden cookies|wir nutzen cookies|melden sie sich für|"
        "hier können sie den newsletter|artikel auf facebook teilen|jetzt unseren newsletter|"
        "dieser artikel ist zuerst|laden sie unsere app"
    ),
    "fr": (
        "scannez le qr code pour nous suivre|scannez le code qr pour nous suivre|flashez le qr code pour nous suivre|"
        "abonnez-vous à|suivez-nous sur|suivez nous sur|inscrivez-vous à|ce site utilise des cookies|"
        "nous utilisons des cookies|en poursuivant votre navigation|partagez cet article|cliquez ici pour|"
        "rejoignez-nous sur|téléchargez notre application"
    ),
    "es": (
        "escanea el código qr para seguirnos|escanee el código qr para seguirnos|escanea el código qr y síguenos|"
        "suscríbete a|suscríbase a|síguenos en|síganos en|únete a nuestro|este sitio utiliza cookies|"
        "este sitio web utiliza|utilizamos cookies|usamos cookies|comparte este|comparta este|"
        "haga clic aquí para|haz clic aquí para|descarga nuestra|si encuentra un error"
    ),
    "it": (
        "scansiona il codice qr per seguirci|inquadra il qr code per seguirci|inquadra il qr code e seguici|"
        "iscriviti al|iscriviti alla|abbonati a|seguici su|questo sito utilizza|utilizziamo i cookie|"
        "condividi questo|clicca qui per|unisciti al nostro|scarica la nostra app"
    ),
    "pt": (
        "leia o qr code para nos seguir|escaneie o qr code para nos seguir|escaneie o qr code e siga|"
        "siga-nos no|siga-nos em|siga a gente|inscreva-se no|inscreva-se em|assine nossa|assine a nossa|"
        "subscreva a|este site usa cookies|este site utiliza|utilizamos cookies|usamos cookies|"
        "clique aqui para|compartilhe esta|entre no nosso|baixe o nosso"
    ),
    "nl": (
        "scan de qr-code om ons te volgen|"
        "abonneer je op|abonneer u op|volg ons op|deze website gebruikt cookies|deze site gebruikt|"
        "wij gebruiken cookies|meld je aan voor|deel dit artikel|klik hier om"
    ),
    "pl": (
        "zeskanuj kod qr i obserwuj|zeskanuj kod qr, aby nas obserwować|"
        "subskrybuj nasz|zapisz się do|obserwuj nas|śledź nas|dołącz do nas|ta strona używa|"
        "ta strona korzysta|używamy plików cookie|kliknij tutaj|udostępnij ten|polub nas"
    ),
    "cs": (
        "naskenujte qr kód a sledujte|"
        "odebírejte náš|přihlaste se k|sledujte nás|tento web používá|používáme cookies|používáme soubory|"
        "klikněte zde|sdílejte článek|připojte se"
    ),
    "sk": "sledujte nás|prihláste sa na|táto stránka používa|používame cookies|kliknite sem",
    "sv": (
        "skanna qr-koden och följ|"
        "följ oss på|prenumerera på vår|prenumerera på vårt|vi använder cookies|den här webbplatsen använder|"
        "klicka här för"
    ),
    "da": "følg os på|tilmeld dig vores|vi bruger cookies|dette website bruger|klik her for",
    "no": "følg oss på|meld deg på vårt|vi bruker informasjonskapsler|klikk her for",
    "fi": "seuraa meitä|tilaa uutiskirje|käytämme evästeitä|tämä sivusto käyttää|klikkaa tästä",
    "tr": (
        "qr kodu okutarak bizi takip|karekodu okutarak bizi takip|bizi takip etmek için qr|"
        "bizi takip edin|kanalımıza abone|bültenimize|bu site çerez|bu web sitesi çerez|"
        "çerezleri kullanıyoruz|telegram kanalımıza|haberi paylaş"
    ),
    "ro": (
        "abonați-vă la|abonează-te la|urmărește-ne|urmăriți-ne|acest site folosește|acest site utilizează|"
        "folosim cookie"
    ),
    "hu": "iratkozzon fel|iratkozz fel|kövessen minket|kövess minket|ez a weboldal|sütiket használunk",
    "bg": "абонирайте се за|последвайте ни|следвайте ни|този сайт използва|използваме бисквитки",
    "sr": "pratite nas|пратите нас|prijavite se na|ovaj sajt koristi",
    "hr": "pratite nas|pretplatite se na|ova stranica koristi|koristimo kolačiće",
    "el": "ακολουθήστε μας|εγγραφείτε στο|αυτός ο ιστότοπος χρησιμοποιεί|χρησιμοποιούμε cookies|κάντε κλικ εδώ",
    "ar": (
        "امسح الرمز لمتابعتنا|امسح رمز الاستجابة لمتابعتنا|اشترك في قناتنا|اشترك في|تابعونا على|تابعنا على|انضم إلى قناتنا|يستخدم هذا الموقع ملفات|"
        "نستخدم ملفات تعريف|اضغط هنا"
    ),
    "fa": "ما را در|به کانال ما|عضو کانال|این سایت از کوکی",
    "he": "עקבו אחרינו|הצטרפו אל|הצטרפו לערוץ|האתר משתמש|אתר זה משתמש|לחצו כאן",
    "hi": "हमारे चैनल को|हमें फॉलो करें|यह वेबसाइट कुकीज़",
    "id": ("ikuti kami|berlangganan saluran|gabung di|situs ini menggunakan|kami menggunakan cookie|klik di sini"),
    "vi": "theo dõi chúng tôi|đăng ký kênh|trang web này sử dụng|nhấn vào đây|chúng tôi sử dụng cookie",
    "zh": (
        "订阅我们的|請訂閱|关注我们|關注我們|扫码关注|扫描二维码关注|掃描二維碼關注|长按二维码关注|扫一扫关注|微信扫码关注|本网站使用|本站使用|我们使用cookie|点击这里|點擊這裡|"
        "加入我们的|更多新闻请关注"
    ),
    "ja": "フォローしてください|qrコードを読み取ってフォローチャンネル登録|当サイトでは|このサイトは|ここをクリック|メルマガ登録",
    "ko": "팔로우하세요|채널을 구독|구독과 좋아요|이 웹사이트는 쿠키|여기를 클릭|카카오톡 제보",
    "ca": "segueix-nos|subscriviu-vos a|aquest lloc web utilitza|fem servir galetes",
}

#: Buttons that are words of sentences, too: furniture only beside others.
_BUTTONS: dict[str, str] = {
    "en": "back to list|back|next|previous|next page|previous page|list|menu|search|contact|save|send|like|pin it|reply|more|close|archive|about us|top|comment|bookmark|email|e-mail|favourite|favorite|report|edit|font size|zoom in|zoom out|larger text|smaller text|subscribe|download|listen|read aloud|recommend|copy|close window|send to a friend|text size|dark mode|login|register|photo gallery|video|retweet|follow|tweet this|share|print",
    "ru": "назад|далее|вперёд|следующая|предыдущая|меню|поиск|сохранить|отправить|нравится|ещё|закрыть|архив|к списку|вернуться к списку|в закладки|комментировать|ответить|в избранное|скачать|слушать|пожаловаться|копировать|подписаться|оценить|отправить другу|твитнуть|фотогалерея|видео|распечатать|переслать",
    "uk": "назад|далі|вперед|наступна|попередня|меню|пошук|зберегти|надіслати|подобається|ще|закрити|архів|до списку|коментувати|відповісти|друк|роздрукувати|в обране|завантажити|слухати|поскаржитися|скопіювати|підписатися|оцінити|поширити|фотогалерея|відео|зв'язатися|твітнути|друкувати|надрукувати|коментарі|переслати|копіювати",
    "de": "zurück|weiter|nächste seite|vorherige seite|nächster artikel|vorheriger artikel|menü|suche|kontakt|speichern|senden|mehr|schließen|archiv|zur übersicht|gefällt mir|antworten|merken|vorlesen|anhören|herunterladen|drucken|mailen|e-mail|per mail|melden|empfehlen|kopieren|schrift vergrößern|folgen|bewerten|zur startseite|hören|kommentar|bildergalerie|video|tweeten|twittern|kommentare|mitteilen|pinnen|posten|favoriten",
    "fr": "retour|suivant|précédent|page suivante|page précédente|article suivant|article précédent|menu|recherche|contact|enregistrer|envoyer|plus|fermer|archives|retour à la liste|j'aime|répondre|réagir|imprimer|sauvegarder|écouter|télécharger|signaler|copier|envoyer par mail|e-mail|recommander|favoris|suivre|commenter|commentaire|tweeter|galerie|vidéo|s'inscrire|offrir|ajouter aux favoris|commentaires|épingler|transférer",
    "es": "volver|siguiente|anterior|página siguiente|artículo siguiente|artículo anterior|menú|buscar|contacto|guardar|enviar|más|cerrar|archivo|volver a la lista|me gusta|tuitear|responder|comentario|imprimir|escuchar|descargar|copiar|denunciar|recomendar|favoritos|seguir|enviar por correo|correo|twittear|galería|vídeo|regístrate|reportar|retuitear|comentarios|reenviar",
    "it": "indietro|avanti|successivo|precedente|articolo successivo|articolo precedente|menu|cerca|contatti|salva|invia|altro|chiudi|archivio|torna all'elenco|mi piace|rispondi|commento|stampa|ascolta|scarica|copia|segnala|consiglia|preferiti|segui|invia per email|email|e-mail|twitta|galleria|video|registrati|salva articolo|regala|tweet|commenti|inoltra",
    "pt": "voltar|seguinte|próximo|anterior|próxima notícia|notícia anterior|menu|buscar|pesquisar|contato|salvar|guardar|enviar|mais|fechar|arquivo|voltar à lista|gosto|curtir|responder|comentário|ouvir|descarregar|baixar|copiar|denunciar|recomendar|favoritos|seguir|enviar por e-mail|e-mail|email|tuitar|galeria|vídeo|registe-se|reportar|guardar artigo|tweetar|imprimir|pinar|comentários",
    "pl": "wstecz|dalej|następny|poprzedni|następny artykuł|poprzedni artykuł|menu|szukaj|kontakt|zapisz|wyślij|więcej|zamknij|archiwum|powrót do listy|lubię to|odpowiedz|komentarz|komentuj|drukuj|wydrukuj|posłuchaj|słuchaj|pobierz|kopiuj|zgłoś|poleć|ulubione|obserwuj|wyślij mailem|e-mail|tweetnij|galeria|wideo|zarejestruj się|zapisz na później|tweetuj|prześlij|skomentuj",
    "tr": "geri|ileri|sonraki|önceki|sonraki haber|önceki haber|menü|ara|iletişim|kaydet|gönder|daha fazla|kapat|arşiv|beğen|listeye dön|yanıtla|yorum|dinle|indir|kopyala|bildir|öner|favoriler|takip et|e-posta|galeri|video|üye ol|yazdır|favorilere ekle|büyüt|küçült|tweetle|yorumlar|yorum yap|paylaş",
    "zh": "返回|返回列表|下一篇|上一篇|下一页|上一页|菜单|搜索|收藏|打印|关闭|更多|首页|返回顶部|点赞|评论|回复|举报|下载|复制|收听|大|中|小|字号|推荐|关注|转发|分享|登录|注册|打印本页|关闭窗口|投稿|纠错|责编",
    "ja": "戻る|一覧へ戻る|一覧に戻る|次の記事|前の記事|次へ|前へ|メニュー|検索|保存|印刷|閉じる|もっと見る|トップ|いいね|返信|コメント|ツイート|シェア|ダウンロード|コピー|報告|フォロー|お気に入り|ログイン|会員登録|ブックマーク|メール|保存する|印刷する|拡大|縮小",
    "ar": "عودة|التالي|السابق|المقال التالي|القائمة|بحث|حفظ|إرسال|المزيد|إغلاق|أرشيف|أعجبني|رد|تعليق|استمع|تحميل|نسخ|تبليغ|متابعة|تابع|المفضلة|البريد الإلكتروني|غرد|فيديو|معرض الصور|تسجيل|أرسل لصديق|تكبير الخط|تصغير الخط|اطبع|طباعة|التعليقات|تعليقات|إرسال بالبريد",
    "cs": "zpět|další|předchozí|další článek|předchozí článek|menu|hledat|kontakt|uložit|odeslat|více|zavřít|archiv|zpět na seznam|líbí se mi|tweetnout|odpovědět|komentář|komentovat|tisknout|vytisknout|poslechnout|stáhnout|kopírovat|nahlásit|doporučit|oblíbené|sledovat|e-mail|přihlásit|registrace|galerie|video|poslat e-mailem",
    "nl": "terug|volgende|vorige|volgend artikel|vorig artikel|menu|zoeken|contact|opslaan|bewaren|versturen|verzenden|meer|sluiten|archief|terug naar overzicht|vind ik leuk|tweeten|tweet|beantwoorden|reactie|printen|print|luisteren|downloaden|kopiëren|melden|aanbevelen|favorieten|volgen|e-mail|mailen|inloggen|registreren|galerij|video",
    "sv": "tillbaka|nästa|föregående|meny|sök|kontakt|spara|skicka|mer|stäng|arkiv|gilla|tweeta|svara|kommentar|lyssna|ladda ner|kopiera|anmäl|tipsa|följ|mejla|e-post|logga in",
}
_BEFORE, _BEHIND = r"[→•▪>←«‹\[(【]*\s*", r"[)\]】]?(?:\s?[(\[]?\d{1,5}[)\]]?)?\s*[…→›»>▼≫]*"


@lru_cache(maxsize=64)
def furniture_pattern(lang: str) -> re.Pattern[str] | None:
    """A pattern for `fullmatch` on a whole segment without surrounding white space; None where nothing is listed."""
    parts = [*_lines(lang, None), *_buttons(lang), *([share_bar(lang)] if lang in SHARE else [])]
    return re.compile("|".join(parts), re.IGNORECASE | re.DOTALL) if parts else None


@lru_cache(maxsize=1024)
def furniture_beginning(lang: str, head: str) -> tuple[re.Pattern[str], ...]:
    """`furniture_pattern` for a segment whose first letters are `head` (`first_letters`): a few lines of a hundred."""
    parts = _lines(lang, head)
    found = [re.compile("|".join(parts), re.IGNORECASE | re.DOTALL)] if parts else []
    if _beginning(any_button(lang), head):
        found += _button_patterns(lang)
    if lang in SHARE and (_beginning(SHARE[lang], head) or _beginning(NETWORKS, head)):
        found.append(_share_bar(lang))
    return tuple(found)


@cache
def _button_patterns(lang: str) -> list[re.Pattern[str]]:
    return [re.compile(row, re.IGNORECASE | re.DOTALL) for row in _buttons(lang)]


@cache
def _share_bar(lang: str) -> re.Pattern[str]:
    return re.compile(share_bar(lang), re.IGNORECASE | re.DOTALL)


#: More of the same for the languages that pages are most often translated from and to: advertising, waiting, going on.
_MORE_WHOLE = {
    "en": "sponsored|promoted|paid content|partner content|skip to main content|breaking news|please wait|article continues below|story continues below|scroll to continue|recommended for you|you may also like|related content|show more|view all|subscribe to newsletter|join the conversation|be the first to comment|no comments|leave a reply|post a comment|save article|listen to this article|watch live|view gallery|tap to unmute|play video|what to read next|editor's picks|don't miss",
    "ru": "подробнее|промо|партнёрский материал|партнерский материал|спецпроект|показать ещё|показать еще|ещё по теме|идёт загрузка|подождите|рекомендуем|вам может быть интересно|нет комментариев|добавить комментарий|продолжение ниже|сохранить статью|слушать статью|смотреть видео|на главную|выбор редакции|не пропустите",
    "uk": "докладніше|детальніше|промо|партнерський матеріал|спецпроєкт|показати ще|завантаження|зачекайте|рекомендуємо|вас може зацікавити|немає коментарів|додати коментар|залишити коментар|зберегти статтю|слухати статтю|дивитися відео|на головну|поширити|вибір редакції|не пропустіть|прийняти все|скопіювати посилання|читати також|ще за темою",
    "de": "gesponsert|mehr lesen|mehr anzeigen|alle anzeigen|wird geladen|laden|bitte warten|empfohlen|empfehlungen der redaktion|keine kommentare|artikel merken|artikel anhören|video abspielen|zum inhalt springen|eilmeldung|nicht verpassen|newsletter abonnieren|jetzt lesen|weiter lesen|zurück zur übersicht|bezahlter inhalt",
    "fr": "sponsorisé|contenu sponsorisé|contenu partenaire|chargement|chargement en cours|veuillez patienter|lire plus|en savoir plus|voir plus|afficher plus|tout voir|recommandé pour vous|vous aimerez aussi|aucun commentaire|laisser un commentaire|ajouter un commentaire|écouter l'article|lire la vidéo|aller au contenu|newsletter|retour à l'accueil|offrir cet article|la suite après la publicité|la suite après cette publicité",
    "es": "patrocinado|contenido patrocinado|cargando|espere, por favor|ver más|mostrar más|ver todo|leer artículo completo|recomendado para ti|también te puede interesar|sin comentarios|deja un comentario|añadir comentario|escuchar artículo|ver vídeo|saltar al contenido|última hora|boletín|guardar artículo|no te lo pierdas|continúa leyendo|sigue leyendo|volver al inicio",
    "it": "sponsorizzato|contenuto sponsorizzato|caricamento|caricamento in corso|attendere prego|mostra altro|mostra di più|vedi tutti|consigliati per te|potrebbe interessarti anche|nessun commento|lascia un commento|aggiungi un commento|ascolta l'articolo|guarda il video|vai al contenuto|newsletter|torna alla home|da non perdere|continua a leggere dopo la pubblicità|ultim'ora",
    "pt": "patrocinado|conteúdo patrocinado|carregando|a carregar|aguarde|ver mais|mostrar mais|ver tudo|recomendado para você|você também pode gostar|sem comentários|deixe um comentário|adicionar comentário|ouvir artigo|ver vídeo|ir para o conteúdo|última hora|salvar artigo|não perca|continue lendo|continuar a ler|voltar ao início",
    "pl": "materiał sponsorowany|artykuł sponsorowany|wczytywanie|ładowanie|proszę czekać|pokaż więcej|zobacz więcej|zobacz wszystkie|polecane|polecamy|może cię zainteresować|brak komentarzy|zostaw komentarz|posłuchaj artykułu|odtwórz wideo|przejdź do treści|newsletter|strona główna|nie przegap|ciąg dalszy pod reklamą|dalsza część tekstu pod reklamą",
    "cs": "sponzorováno|komerční sdělení|načítání|načítám|čekejte prosím|zobrazit více|zobrazit vše|doporučujeme|mohlo by vás zajímat|žádné komentáře|přidat komentář|poslechnout článek|přehrát video|přejít k obsahu|newsletter|hlavní strana|nenechte si ujít|pokračování pod reklamou|kopírovat odkaz|uložit článek",
    "tr": "sponsorlu|sponsorlu içerik|yükleniyor|lütfen bekleyin|daha fazla göster|tümünü gör|sizin için önerilenler|bunlar da ilginizi çekebilir|yorum yok|yorum ekle|haberi dinle|videoyu izle|içeriğe geç|bülten|ana sayfa|kaçırmayın|haberin devamı|linki kopyala|bağlantıyı kopyala",
    "nl": "gesponsord|laden|even geduld|meer weergeven|toon meer|alles bekijken|aanbevolen|geen reacties|plaats een reactie|luister naar dit artikel|bekijk video|nieuwsbrief|kopieer link",
    "zh": "推广|赞助内容|加载中|正在加载|请稍候|查看更多|显示更多|查看全部|为您推荐|猜你喜欢|暂无评论|写评论|收听文章|播放视频|跳至正文|首页|点击展开|展开全文|阅读全文|复制链接|扫码下载|责任编辑",
    "ja": "スポンサー|読み込み中|ロード中|お待ちください|さらに表示|すべて見る|おすすめ記事|おすすめ|コメントはありません|コメントを書く|動画を見る|本文へ移動|メールマガジン|ホーム|リンクをコピー|続きはこちら|全文を読む",
    "ar": "محتوى ممول|جار التحميل|جاري التحميل|يرجى الانتظار|عرض المزيد|عرض الكل|قد يعجبك أيضا|موصى به لك|لا توجد تعليقات|اترك تعليقا|أضف تعليقك|استمع إلى المقال|شاهد الفيديو|انتقل إلى المحتوى|النشرة البريدية|الرئيسية|لا يفوتك|نسخ الرابط",
}
for _lang, _phrases in _MORE_WHOLE.items():
    WHOLE[_lang] = f"{WHOLE[_lang]}|{_phrases}"


def _lines(lang: str, head: str | None) -> list[str]:
    """Patterns of the lines listed for a language, of those that begin with certain letters, or of all."""
    parts = []
    ends = r"\s*[.!…:→›»>▼]*"
    if whole := _beginning(WHOLE.get(lang, ""), head):
        parts.append(rf"[→•▪>\[(]*\s*(?:{alternatives(whole)})(?:\s*[(\[]?\d{{1,5}}[)\]]?)?[)\]]?{ends}")
    if lead := _beginning(LEAD.get(lang, ""), head):
        parts.append(rf"[(\[]?(?:{alternatives(lead)})\s?(?:[:：/／|©]|\s[—–-]\s).{{0,160}}")
    if opened := _beginning(OPEN.get(lang, ""), head):
        parts.append(rf"(?:{opened}).{{0,300}}")
    return parts


def any_button(lang: str) -> str:
    """The lines that may be buttons in a language, between bars."""
    return "|".join(filter(None, (WHOLE.get(lang, ""), _BUTTONS.get(lang, ""))))


def _buttons(lang: str) -> list[str]:
    """A pattern for several buttons in a row; none where none is listed. Long, so made once a language."""
    listed = any_button(lang)
    button = rf"{_BEFORE}(?:{alternatives(listed)}){_BEHIND}"
    return [rf"{button}(?:\s*[|/·•]?\s*{button}){{1,8}}"] if listed else []


def _beginning(phrases: str, head: str | None) -> str:
    """Those of the phrases between bars that may begin a segment with these first letters; all for None."""
    if head is None:
        return phrases
    return "|".join(phrase for phrase in phrases.split("|") if phrase and head.startswith(first_letters(phrase)))


@cache
def furniture_heads(lang: str) -> Heads[str]:
    """How the lines listed for a language begin."""
    tables = (
        *(table.get(lang, "") for table in (WHOLE, LEAD, OPEN, SHARE, _BUTTONS)),
        NETWORKS if lang in SHARE else "",
    )
    return Heads([(lang, [phrase for table in tables for phrase in table.split("|") if phrase])])
