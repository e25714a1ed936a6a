"""English words that no list has and that look like two: what GLU001 takes for whole."""

from __future__ import annotations

from mtcheck.rules.text import word_set

#: By the word that they seem to begin or end with; of dictionaries, for texts of our time.
_WHOLE = word_set(
    # a, an, and, as, at, are, all
    "adrift aftmost agape agave agaze aglow agone alack alight alit amine amines amiss"
    " anatomic anatomism andiron anharmonic anhydrous annullable anointment anthesis anthems apace aplenty"
    " ascript asexuality ashore assaying assession assignat assize assort assortment astay astir astray astride"
    " atonal atop attemper attender attendee attester attestor attractor avast avaunt avoucher awash aweary awhirl"
    " arachnidan areola areole arrowheaded allheal alliterate alliteration alliterative allspice"
    " atremble aquiver aslant asquint askew agog abuzz ablaze abloom aclutter acrawl afoul aground"
    " aboil abask abeam abaft abreast ahold ahull alop alee athwart ashiver asprawl awing ablush aflame afire aflutter"
    " agleam aglitter aloud atrip anapest anabranch andante assuage asscher assail assailer"
    # after, before, there, where, here, some, every, never, other
    " aftercare afterbirth aftercast afterclap aftercrop aftergame afterglow aftergrass aftergrowth afterguard"
    " afterimage afterlife aftermarket aftermost afterpiece aftersensation aftershaft aftershave aftertaste"
    " afterthought afterworld beforetime hereabout hereafter hereat hereby hereinafter hereinbefore hereinto hereof"
    " hereon hereto heretofore hereunder hereunto hereupon herewith hereditable thereabout thereabouts thereafter"
    " thereat thereby therefrom therein thereinafter thereinto thereof thereon thereout thereto theretofore"
    " thereunder thereunto thereupon therewith therewithal thencefrom whereabout whereabouts whereat whereby wherefore"
    " wherefrom wherein whereinto whereof whereon whereso wheresoever wherethrough whereto whereunto whereupon"
    " wherewith wherewithal whatnot whatso whatsoever whenas whensoever whichsoever whomsoever whosoever howso"
    " howsoever howbeit somewhen somewhile somewhither somedeal everywhen everyman everlasting nevermore otherwhere"
    " otherwhile otherworldly eachwhere erewhile elsewhither nonesuch nonetheless notwithstanding"
    # for, on, in, out, over, under, do, be, to, so, us, up
    " foramen forbear forbearer forbidder forby fordo forfend forgather forgo forlorn forsake forsooth"
    " forswear forsworn forwent foreword ordeal ordeals ornature outdo outdoes outdone outdid"
    " undermost inhere inheres inhered inshore inwith coinhere microbe microbes comedo misdo undo redo"
    " sounder souse touse tousle tousled touser toucan together upon upend upkeep uproot domine dominus sojourn solace"
    # of names and things of science in -us, -is, -an, -on, -in, -as, -at, -it, -can
    " abortus albumin analogon angelus bombardon callus cancan canthus casein classis complexus concordat"
    " constantan constat copperas digitalin digitalis embryous enteron eranthis flucan formalin formedon growan"
    " habitus harmonicon hordein hydraulicon idioticon juniperus lateran lethe longan magneton massif massifs"
    " marabout morepork oilcan paradisean partan passus phlegmon pileus productus prospectus prospectuses quietus"
    " sackbut sagamore seton shallon shebeen snithe supersedeas syntaxis testis teston theocracy themis thesis"
    " cantonal cantrip candescent candied cannula mayan mayoral mayoralty mayhem maypole maypop"
    " mayfly mayflies mayweed maybush maybloom maybird mayapple majorcan pathan"
    # with her, he, his, was, we, were, who, with, has, have, the, them, us
    " assizes drogher washer washers washboard washout wassail wassailer wasteland weever weevil weevils werewolf"
    " werewolves westerner westerners whooper whoopee withdrawer withholder withheld withinside withstand withstood"
    " withy headdress herbarium herbless herby heresy hermit hissingly hearable haslet hassle hasten haveless havelock"
    " spokeshave drawshave thenar theism theist thereby hething hemlock hempen whelm whelk whey"
    # -about, -all, -less, -some, -most, -ness, -self, -but, -by, -out
    " gadabout haulabout knockabout layabout raceabout roundabout roustabout runabout stirabout turnabout walkabout"
    " whirlabout carryall catchall coverall holdall adventuresome awesome bothersome blithesome brightsome burdensome"
    " cuddlesome cumbersome darksome delightsome dolesome eightsome fearsome fivesome flavoursome foursome foursomes"
    " frolicsome fulsome furthersome gamesome gladsome gleesome gruesome handsome heartsome humorsome irksome"
    " lightsome lissome lithesome loathsome lonesome lovesome meddlesome mettlesome nettlesome noisome"
    " playsome quarrelsome quietsome threesome threesomes tiresome toilsome toothsome troublesome twosome twosomes"
    " unwholesome venturesome wearisome wholesome winsome worrisome youthsome centrosome chromosome hydrosome lysosome"
    " metasome microsome ribosome endmost farthermost furthermost headmost highmost hindermost hindmost hithermost"
    " innermost lowermost middlemost midmost nethermost northmost outermost rearmost southmost sternmost topmost"
    " uppermost utmost westmost eastmost foremost bettermost nethermore leewardmost weathermost"
    " barefacedness becomingness bewilderedness blamelessness bloomingness childlessness contemplativeness"
    " convincingness cunningness depravedness disinterestedness elevatedness everlastingness forgivingness glaringness"
    " homelessness hopelessness impulsiveness indebtedness ingeniousness interestedness interrelatedness"
    " lecherousness lifelessness perfidiousness pervasiveness presumptuousness representativeness selflessness"
    " waveringness disguisedness intoxicatedness locomotiveness smilingness stupefiedness thrivingness"
    # two words that have grown together, headed, handed, some plants and beasts
    " blockheaded bloodshedding closehanded longheaded levelheaded loggerheaded roundheaded wrongheaded bullheaded"
    " clearheaded coolheaded hardheaded hotheaded lightheaded pigheaded softheaded thickheaded barehanded bareheaded"
    " backhanded cackhanded evenhanded heavyhanded highhanded offhanded openhanded redhanded shorthanded singlehanded"
    " underhanded claymore cobwebby doeskin freewill greensand howlet hummingbird hummingbirds hundredweight katydid"
    " landlocked laughingstock lookout meetinghouse minionly morningtide notability speedfully stringcourse"
    " stringpiece suchwise trenchmore webby wringer deflectionization blewits sandalwood"
    " canopus dominoes allium sorrowful offal offing ofttimes ontology oncost onus onrush onshore onlooker orchil"
)  # fmt: skip
#: What the forms of such a word end in.
_ENDINGS = ("s", "es", "ed", "d", "ly", "ness")


def is_whole(word: str) -> bool:
    """Whether a word in small letters is one of them, or a form of one.

    >>> is_whole("assize"), is_whole("werewolves"), is_whole("washers"), is_whole("endthe")
    (True, True, True, False)
    """
    return word in _WHOLE or any(word.endswith(ending) and word[: -len(ending)] in _WHOLE for ending in _ENDINGS)
