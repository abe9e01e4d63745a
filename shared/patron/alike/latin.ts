/**
 * Names of other scripts in Latin letters, as a passport or a clerk would write them: Cyrillic, Greek, Arabic and
 * Hebrew. Only for comparing by sound; never shown. Other scripts stay as they are.
 */

/** "а a, б b": each letter with what it is in Latin; `-` for a letter without a sound of its own. */
function table(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split(', ').map((pair): [string, string] => {
      const [letter = '', latin = ''] = pair.split(' ')
      return [letter, latin === '-' ? '' : latin]
    }),
  )
}

const CYRILLIC = table(
  'а a, б b, в v, г g, д d, е e, ё yo, ж zh, з z, и i, й y, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, ' +
    'х kh, ц ts, ч ch, ш sh, щ shch, ъ -, ы y, ь -, э e, ю yu, я ya, і i, ї yi, є ye, ґ g, ў w, ј j, љ lj, њ nj, ' +
    'ћ c, ђ dj, џ dz',
)
const GREEK = table(
  'α a, β v, γ g, δ d, ε e, ζ z, η i, θ th, ι i, κ k, λ l, μ m, ν n, ξ x, ο o, π p, ρ r, σ s, τ t, υ y, φ f, χ ch, ' +
    'ψ ps, ω o',
)
/** Scripts that leave most vowels out: an "a" stands between two consonants. */
const ABJAD = table(
  'ا a, أ a, إ i, آ a, ب b, ت t, ث th, ج j, ح h, خ kh, د d, ذ d, ر r, ز z, س s, ش sh, ص s, ض d, ط t, ظ z, ع a, ' +
    'غ gh, ف f, ق q, ك k, ل l, م m, ن n, ه h, و u, ي i, ى a, ة a, ء -, ئ i, ؤ u, پ p, چ ch, گ g, ' +
    'א a, ב b, ג g, ד d, ה h, ו v, ז z, ח h, ט t, י i, כ k, ך k, ל l, מ m, ם m, נ n, ן n, ס s, ע a, פ p, ף f, ' +
    'צ ts, ץ ts, ק k, ר r, ש sh, ת t',
)
const OTHER = /[\u0370-\u06ff]/
const VOWELS = 'aeiouy'

/** Names that their letters alone do not give. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['\u0627\u0644\u0644\u0647', 'allah'],
  ['\u05d3\u05d5\u05d3', 'david'],
  ['\u05d9\u05d5\u05e1\u05e3', 'yosef'],
  ['\u05d7\u05d9\u05d9\u05dd', 'haim'],
  ['\u05e8\u05d7\u05dc', 'rachel'],
])
const ABJAD_FOUND = /[\u0590-\u06ff]/
/** Letters that stand for a vowel behind a consonant, and for a consonant before a vowel. */
const WAW = /[\u05d5\u0648]/
const YOD = /[\u05d9\u064a]/
const VOWEL_LETTERS = /[\u05d5\u05d9\u0648\u064a\u0627\u0649\u0629]/

/** Whether a name is written without most of its vowels. */
export function isAbjad(name: string): boolean {
  return ABJAD_FOUND.test(name)
}

/** What a letter is between its neighbors: the first of "Yosef" is no vowel, the second of "Levi" is none either. */
function soundAt(word: string, at: number): string {
  const [letter, next] = [word.charAt(at), word.charAt(at + 1)]
  if (YOD.test(letter) && at === 0) return 'y'
  if (WAW.test(letter)) return at === 0 || (VOWEL_LETTERS.test(next) && next !== letter) ? consonantOf(letter) : 'o'
  // An alef before a vowel only carries it: "Uri".
  if (letter === '\u05d0' && at === 0 && (WAW.test(next) || YOD.test(next))) return ''
  return ABJAD.get(letter) ?? letter
}

const consonantOf = (waw: string): string => (waw === '\u05d5' ? 'v' : 'w')

function abjad(word: string): string {
  const whole = WHOLE.get(word)
  if (whole !== undefined) return whole
  let latin = ''
  for (let at = 0; at < word.length; at += 1) {
    const sound = soundAt(word, at)
    const isHard = !VOWELS.includes(latin.slice(-1)) && !VOWELS.includes(sound.charAt(0) || 'a')
    latin += latin !== '' && isHard ? `a${sound}` : sound
  }
  return latin
}

/** Consonants that a clerk may write for one letter of such a script. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ph|[fp]/g, 'p'],
  [/t[sz]|sh|[sz]/g, 's'],
  [/[kc]h|[kqcx]/g, 'k'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/gh|[gj]/g, 'g'],
  [/[bv]/g, 'b'],
]

/** The consonants of a name in Latin letters, without those that are seldom written: "Mansour" is "mnsr". */
export function consonants(word: string): string {
  const plain = ALIKE.reduce((text, [letters, one]) => text.replace(letters, one), word)
  return plain.replace(/(.)\1/g, '$1').replace(/[^bdgklmnprst]/g, '')
}

/** @param folded as nameKey gives it */
export function latin(folded: string): string {
  if (!OTHER.test(folded)) return folded
  return folded
    .split(' ')
    .map((word) =>
      isAbjad(word)
        ? abjad(word)
        : Array.from(word, (letter) => CYRILLIC.get(letter) ?? GREEK.get(letter) ?? letter).join(''),
    )
    .join(' ')
}
