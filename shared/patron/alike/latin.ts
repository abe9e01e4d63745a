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
  'ا a, أ a, إ i, آ a, ب b, ت t, ث th, ج j, ح h, خ kh, د d, ذ d, ر r, ز z, س s, ش sh, ص s, ض d, ط t, ظ z, ع -, ' +
    'غ gh, ف f, ق q, ك k, ل l, م m, ن n, ه h, و u, ي i, ى a, ة a, ء -, ئ i, ؤ u, پ p, چ ch, گ g, ' +
    'א a, ב b, ג g, ד d, ה h, ו v, ז z, ח h, ט t, י i, כ k, ך k, ל l, מ m, ם m, נ n, ן n, ס s, ע a, פ p, ף f, ' +
    'צ ts, ץ ts, ק k, ר r, ש sh, ת t',
)
const OTHER = /[\u0370-\u06ff]/
const VOWELS = 'aeiouy'

function abjad(word: string): string {
  let latin = ''
  for (const letter of word) {
    const sound = ABJAD.get(letter) ?? letter
    const isHard = !VOWELS.includes(latin.slice(-1)) && !VOWELS.includes(sound.charAt(0) || 'a')
    latin += latin !== '' && isHard ? `a${sound}` : sound
  }
  return latin
}

/** @param folded as nameKey gives it */
export function latin(folded: string): string {
  if (!OTHER.test(folded)) return folded
  return folded
    .split(' ')
    .map((word) =>
      /[\u0590-\u06ff]/.test(word)
        ? abjad(word)
        : Array.from(word, (letter) => CYRILLIC.get(letter) ?? GREEK.get(letter) ?? letter).join(''),
    )
    .join(' ')
}
