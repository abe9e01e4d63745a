/**
 * What is written in short on an envelope and in full in the rules, or the other way around: kinds of streets, compass
 * points, saints, ordinals. The abbreviations are those of the postal service (Publication 28) and what else people
 * write. Pure data; a word stands for the same in a rule and in an address, so a name that is also a kind stays itself.
 */

const KINDS =
  'alley aly, avenue ave av, bend bnd, boulevard blvd, bridge brg, center ctr centre, circle cir, common cmn, ' +
  'commons cmns, corner cor, corners cors, court ct crt, cove cv, creek crk, crescent cres, crossing xing, ' +
  'drive dr, estate est, estates ests, expressway expy, extension ext, freeway fwy, garden gdn, gardens gdns, ' +
  'glen gln, green grn, grove grv, harbor hbr, heights hts, highway hwy, hill hl, hills hls, hollow holw, ' +
  'junction jct, knoll knl, knolls knls, lake lk, lakes lks, landing lndg, lane ln, loop, manor mnr, meadow mdw, ' +
  'meadows mdws, mill ml, mills mls, orchard orch, parkway pkwy pky, path, place pl, plaza plz, point pt, ' +
  'points pts, ridge rdg, river riv, road rd, route rte, row, shore shr, shores shrs, spring spg, springs spgs, ' +
  'square sq, station sta, street st str, summit smt, terrace ter terr, trace trce, trail trl tr, turnpike tpke, ' +
  'valley vly, view vw, village vlg, vista vis, walk, way'

const POINTS =
  'north n, south s, east e, west w, northeast ne, northwest nw, southeast se, southwest sw, saint st, mount mt, ' +
  'fort ft, doctor dr, first 1st, second 2nd, third 3rd, fourth 4th, fifth 5th, sixth 6th, seventh 7th, eighth 8th, ' +
  'ninth 9th, tenth 10th, eleventh 11th, twelfth 12th'

/** Each way to write a word, under that word, with its short form, which stands for all of them. */
function shortOf(lists: string): readonly (readonly [string, string])[] {
  return lists.split(', ').flatMap((list) => {
    const [whole = '', short = whole, ...others] = list.split(' ')
    return [whole, short, ...others].map((word) => [word, short] as const)
  })
}

const SHORT_KINDS = new Map(shortOf(KINDS))
const SHORT = new Map([...SHORT_KINDS, ...shortOf(POINTS)])

/** "Saint Johns Avenue" and "ST. JOHNS AVE" as the same words, already folded. */
export function shortWords(words: readonly string[]): readonly string[] {
  return words.map((word) => SHORT.get(word) ?? word)
}

/** Words that only follow the street: a floor, a building, a lot. */
const PLACES: ReadonlySet<string> = new Set(
  'fl floor bldg building lot rm room spc space trlr trailer ph penthouse rear lower upper basement bsmt'.split(' '),
)

/** Where what is within the house begins, "fl 2" of "elm st fl 2" or "2nd floor"; if nothing is, the count of words. */
export function withinHouseAt(words: readonly string[]): number {
  const at = words.findIndex((word, index) => {
    const isBehindKind = words.slice(1, index).some((before) => SHORT_KINDS.has(before))
    return isBehindKind && PLACES.has(word)
  })
  if (at < 0) return words.length
  return /^\d+(?:st|nd|rd|th)$/.test(words[at - 1] ?? '') ? at - 1 : at
}
