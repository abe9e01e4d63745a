/**
 * Text from people, scripts and other systems, made fit to keep and to show: what a printer or a terminal obeys and
 * what a reader cannot see is gone. Forms, scripts, imports, papers and screens all use this. Must never change a
 * letter.
 */

/** Controls and line ends: a printer obeys them. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu

/**
 * What is not seen: soft hyphens, zero-width spaces, marks that turn the direction of a line around, tags. The joiners
 * U+200C and U+200D stay where they join: Persian, the Indic scripts and joined emoji are written with them.
 */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const UNFIT = new RegExp(`${CONTROLS.source}|${UNSEEN.source}`, 'u')

/** Joiners that join nothing: at an end, beside a space, after letters that are never written with them. */
const LOOSE_JOINERS =
  /(?<=^|[\p{Z}\p{P}0-9\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\u200c\u200d]+|[\u200c\u200d]+(?=$|\p{Z})/gu

const JOINER = /[\u200c\u200d]/

/** More marks on one letter than any script stacks would run over the lines above and below. */
const MARKS_HEAPED = /(\p{M}{6})\p{M}+/gu

/** Text of which nothing is seen: joiners and selectors alone, and letters that are drawn as blanks. */
const NOTHING_SEEN = /^[\p{Z}\p{Cf}\p{M}\u115f\u1160\u2800\u3164\uffa0]*$/u

const PLAIN = /^[\x20-\x7e]*$/

/** Whether a text holds anything that a printer obeys or a reader cannot see. */
export function hasUnfit(text: string): boolean {
  return UNFIT.test(text)
}

function cleanedOnce(text: string): string {
  const seen = text.toWellFormed().replace(CONTROLS, ' ').replace(UNSEEN, '').normalize('NFC').trim()
  const joined = JOINER.test(seen) ? seen.replace(LOOSE_JOINERS, '').normalize('NFC').trim() : seen
  const calm = joined.replace(MARKS_HEAPED, '$1')
  return NOTHING_SEEN.test(calm) ? '' : calm
}

/**
 * One line of text, fit to keep. Cleaning twice changes nothing: a joiner taken out lets letter and mark grow together,
 * and the next joiner may join nothing then. Text that shows nothing comes out empty.
 */
export function cleanLine(text: string): string {
  if (PLAIN.test(text)) return text.trim()
  const once = cleanedOnce(text)
  return once === text ? once : cleanLine(once)
}

/** The same for text of several lines; they are kept, without empty ones before and after. */
export function cleanLines(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u).map(cleanLine)
  return lines.join('\n').trim()
}

const CONTROLS_BUT_LAYOUT = /[\p{Cc}\u2028\u2029]/gu

/** Text that was kept before it was cleaned, safe to show or to hand on; line ends and tabs stay as they are. */
export function safeText(text: string): string {
  if (PLAIN.test(text) || (!hasUnfit(text) && text.isWellFormed())) return text
  const safe = text.toWellFormed().replace(UNSEEN, '')
  return safe.replace(CONTROLS_BUT_LAYOUT, (one) => (one === '\n' || one === '\t' ? one : ' '))
}
