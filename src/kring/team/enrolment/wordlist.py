"""The words that a key is read out in: 512 plain Dutch nouns, easy to say over a table, nine bits each.

Alphabetical and fixed: a word that changes place gives every key other words. They are not translated; both people
read the same.
"""

_PLAIN = """
aardbei adelaar akker album amandel ananas appel april arend atlas auto avond azijn baard baken bakfiets bakker
baksteen balkon balsem bamboe banaan beker berg beuk bezem bieslook biljart bizon bladzijde blauw bliksem bloem
bloesem blok bodem boek boerderij boog boomgaard bord borstel bos boter bouw brandweer brief bril broek brood brug
buffel buik bureau cactus cadeau camera caravan cello cement chocola cijfer cirkel citroen clown dadel dageraad dans
deken deur diamant dienst dier dijk disco distel dolfijn donder doos dorp draad dromedaris droom druif duif eekhoorn
eend egel eik eiland ekster emmer enkel fabriek fakkel fanfare fazant februari feest fiets film flamingo fles fluit
fontein forel foto framboos gang garnaal gazon gebergte gedicht geel geit gember gevel gieter giraf gitaar glas
gletsjer goud gracht groen groente gum haai haas hagel halte hamer hamster haring hark harp haven haver havik heide
helm hemd hengel herfst hert heuvel hobo hoed hond honing hooi hoorn horloge hotel hout huis iglo inkt insect jaar
jacht januari jas jeep juni kaars kaas kachel kade kajak kalender kalf kameel kamer kamille kanaal kangoeroe kapper
karavaan karton kastanje kasteel kat kegel kelder kersenpit ketel kever kiezel kikker kip kist klaproos klaver klei
klimop klomp kluis knoop koala koe koffer koffie kokos komeet komkommer konijn koning koper koraal korenbloem korf
korst kraan krant krijt krokus kroon kruik kruiwagen kubus kudde kust kwarts kwast laan ladder lade lamp land
lantaarn laurier lavendel leeuw leguaan lelie lente lepel leraar lied lijm lijst limonade linde lint locomotief
loods loper lucht lucifer maan magneet mais makreel mango mantel markt marmot matras meer meeuw meloen merel metro
meubel mijl mixer moestuin molen mossel motor mozaiek muis muur muziek naald nacht narcis navel nest nijlpaard noord
november oase oceaan oester oever olie olifant olijf oma ooievaar oost opa oranje orchidee orgel orkest otter oven
paars paleis palm pan panda panter papegaai papier paprika parasol parel park pasta pauw pelikaan pen peper
perenboom perron perzik piano pijl pijp pinda piraat plafond plank plein ploeg polder pomp pompoen pont poort post
postzegel potlood prei prins pruim puzzel pyjama raaf raam radijs radio raket raster regen regenboog reiger reis
ridder riem riet rijst ring rivier robijn robot roggebrood rugzak rups sap saus schaap schaar schaats schelp schip
schoen school schort schuur scooter september serre shampoo sieraad sjaal slak slee sleutel sneeuw snoep soep spade
spar spechten speld spiegel spin spons spoor sprong stad station steen stempel ster stoel stoep stoomboot storm
straat strand strik struik tafel tak tapijt tarwe tas taxi tegel telefoon tennis tent terras thee tijger tijm toeter
tomaat toneel toren tortel trampoline trap trein trom trompet trui tuin tulp tunnel turf uil uniform vaart vaas
vader vakantie vanille varen veder veer veld venster verf viaduct vijg vijver viool viooltje vis vlag vleermuis
vlieger vlinder vloer vlot vogel vork vrijdag vuur waaier wafel wagen walnoot walvis waterval wei wesp west wieg
wiel wilg wind winkel winter wit woestijn wol wolf wolk woonboot wortel zaag zak zalm zand zebra zee zeehond zeep
zegel zeil zeilboot zetel zilver zoen zolder zomer zon zondag zonnebloem zout zuid zuil zwaan zwaluw
"""
WORDS = tuple(_PLAIN.split())
