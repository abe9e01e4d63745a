/**
 * What is written in short on an envelope and in full elsewhere, or the other way around: kinds of streets, compass
 * points, saints, ordinals, and what is within a house. The abbreviations are those of the postal service (Publication
 * 28, appendices B and C) and what else people write. Pure data, for the rules of residency, the search of people and
 * possible duplicates alike; a word is read the same in a rule and in an address, so a name that is also a kind stays
 * itself.
 */

/** By the word in full: its short forms, first that of the postal service. Nobody is called by one of these. */
const COMMON_KINDS =
  'avenue ave av, boulevard blvd, circle cir, court ct, drive dr, highway hwy, lane ln, parkway pkwy, place pl, ' +
  'road rd, route rte rt, square sq, street st, terrace ter terr, trail trl'

/** More short forms of those, and kinds whose short form may be a name ("Xing", "Ky"), or the word in full ("Hill"). */
const OTHER_KINDS =
  'avenue aven avenu avn, boulevard boul, circle circ circl, court crt, drive drv, highway hiway hway, ' +
  'parkway pky, place plc, square sqr, street str strt, trail tr, alley aly, annex anx, arcade arc, bayou byu, ' +
  'beach bch, bend bnd, bluff blf, bluffs blfs, bottom btm, branch br, bridge brg, brook brk, brooks brks, ' +
  'burg bg, bypass byp, camp cp, canyon cyn, cape cpe, causeway cswy, center ctr centre cntr cent, centers ctrs, ' +
  'circles cirs, cliff clf, cliffs clfs, club clb, common cmn, commons cmns, corner cor, corners cors, ' +
  'course crse, courts cts, cove cv, coves cvs, creek crk, crescent cres crsent, crest crst, ' +
  'crossing xing crssng, crossroad xrd, crossroads xrds, curve curv, dale dl, dam dm, divide dv, drives drs, ' +
  'estate est, estates ests, expressway expy expwy, extension ext extn, extensions exts, falls fls, ferry fry, ' +
  'field fld, fields flds, flat flt, flats flts, ford frd, fords frds, forest frst, forge frg, forges frgs, ' +
  'fork frk, forks frks, freeway fwy frwy, garden gdn, gardens gdns, gateway gtwy, glen gln, glens glns, ' +
  'green grn, greens grns, grove grv, groves grvs, harbor hbr, harbors hbrs, haven hvn, heights hts ht, hill hl, ' +
  'hills hls, hollow holw hollows, inlet inlt, island is islnd, islands iss, junction jct jctn, junctions jcts, ' +
  'key ky, keys kys, knoll knl, knolls knls, lake lk, lakes lks, landing lndg lndng, light lgt, lights lgts, ' +
  'loaf lf, lock lck, locks lcks, lodge ldg, loop, mall, manor mnr, manors mnrs, meadow mdw, meadows mdws, mews, ' +
  'mill ml, mills mls, mission msn, motorway mtwy, mountain mtn, mountains mtns, neck nck, orchard orch, ' +
  'oval ovl, overpass opas, park, pass, passage psge, path, pike, pine pne, pines pnes, plain pln, plains plns, ' +
  'plaza plz, point pt, points pts, port prt, ports prts, prairie pr, radial radl, ramp, ranch rnch, rapid rpd, ' +
  'rapids rpds, rest rst, ridge rdg, ridges rdgs, river riv rvr, roads rds, row, rue, run, shoal shl, ' +
  'shoals shls, shore shr, shores shrs, skyway skwy, spring spg, springs spgs, spur, squares sqs, ' +
  'station sta stn, stravenue stra, stream strm, streets sts, summit smt, throughway trwy thruway, trace trce, ' +
  'track trak, trafficway trfy, tunnel tunl, turnpike tpke trnpk, underpass upas, union un, unions uns, ' +
  'valley vly, valleys vlys, viaduct vdct, view vw, views vws, village vlg vill, villages vlgs, ville vl, ' +
  'vista vis vst, walk, wall, way wy, ways, well wl, wells wls'

const POINTS = 'north n, south s, east e, west w, northeast ne, northwest nw, southeast se, southwest sw'

const OTHERS =
  'saint st, mount mt, fort ft, doctor dr, first 1st, second 2nd, third 3rd, fourth 4th, fifth 5th, sixth 6th, ' +
  'seventh 7th, eighth 8th, ninth 9th, tenth 10th, eleventh 11th, twelfth 12th'

/** Within a house, with a number behind it. */
const APARTMENTS = 'apartment apt, unit, suite ste, departamento depto dpto'
/** Within a house, with or without one. */
const PLACES =
  'floor fl, building bldg, lot, room rm, space spc, trailer trlr, penthouse ph, basement bsmt, office ofc, ' +
  'department dept, lobby lbby, hangar hngr'
/** Likewise, and names of streets as well: "Lower Rd". */
const LEVELS = 'rear, lower lowr, upper uppr'

function listsOf(lists: string): readonly (readonly [string, ...string[]])[] {
  return lists.split(', ').map((list) => list.split(' ') as [string, ...string[]])
}

const wordsOf = (lists: string): ReadonlySet<string> => new Set(listsOf(lists).flat())

/** Each way to write a word, under that word, with its short form, which stands for all of them. */
function shortOf(lists: string): ReadonlyMap<string, string> {
  const shorts = new Map<string, string>()
  for (const [whole, ...others] of listsOf(lists)) {
    const short = shorts.get(whole) ?? others[0] ?? whole
    for (const word of [whole, ...others]) shorts.set(word, short)
  }
  return shorts
}

const wholeOf = (lists: string): ReadonlyMap<string, string> =>
  new Map(listsOf(lists).flatMap(([whole, ...others]) => others.map((short) => [short, whole] as const)))

const SHORT_KINDS = shortOf(`${COMMON_KINDS}, ${OTHER_KINDS}`)
const SHORT = new Map([...SHORT_KINDS, ...shortOf(`${POINTS}, ${OTHERS}`)])

/** "ave" is "avenue": kinds that a search spells out wherever they are typed. */
export const COMMON_STREET_KINDS = wholeOf(COMMON_KINDS)
/** "xing" is "crossing" as well: only behind the name of a street. */
export const STREET_KINDS: ReadonlyMap<string, string> = new Map([...wholeOf(OTHER_KINDS), ...COMMON_STREET_KINDS])
export const DIRECTIONS = wordsOf(POINTS)
export const APARTMENT_WORDS = wordsOf(APARTMENTS)
export const PLACE_WORDS = wordsOf(PLACES)
const BEHIND_KIND = wordsOf(`${PLACES}, ${LEVELS}`)

/** "Saint Johns Avenue" and "ST. JOHNS AVE" as the same words, already folded. */
export function shortWords(words: readonly string[]): readonly string[] {
  return words.map((word) => SHORT.get(word) ?? word)
}

/** Where what is within the house begins, "fl 2" of "elm st fl 2" or "2nd floor"; if nothing is, the count of words. */
export function withinHouseAt(words: readonly string[]): number {
  const at = words.findIndex((word, index) => {
    const isBehindKind = words.slice(1, index).some((before) => SHORT_KINDS.has(before))
    return isBehindKind && BEHIND_KIND.has(word)
  })
  if (at < 0) return words.length
  return /^\d+(?:st|nd|rd|th)$/.test(words[at - 1] ?? '') ? at - 1 : at
}
