/**
 * The fonts for lines that a printer has no letters for, one for each family of scripts. They are files: beside the
 * bundle in the packaged application, and in their packages where the sources run.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * In the order in which a character tries them. `em_dots`: the size at which the font sits well in letters twelve dots
 * wide, and fits its columns: one of a Latin letter, two of an ideograph or a picture.
 */
export const FONTS = [
  { name: 'latin', file: '@expo-google-fonts/noto-sans-mono/500Medium/NotoSansMono_500Medium.ttf', em_dots: 20 },
  { name: 'chinese', file: '@embedpdf/fonts-sc/fonts/NotoSansHans-Medium.otf', em_dots: 24 },
  { name: 'korean', file: '@embedpdf/fonts-kr/fonts/NotoSansKR-Medium.otf', em_dots: 24 },
  { name: 'arabic', file: '@expo-google-fonts/noto-sans-arabic/500Medium/NotoSansArabic_500Medium.ttf', em_dots: 22 },
  { name: 'hebrew', file: '@expo-google-fonts/noto-sans-hebrew/500Medium/NotoSansHebrew_500Medium.ttf', em_dots: 21 },
  {
    name: 'devanagari',
    file: '@expo-google-fonts/noto-sans-devanagari/500Medium/NotoSansDevanagari_500Medium.ttf',
    em_dots: 20,
  },
  { name: 'emoji', file: '@expo-google-fonts/noto-emoji/500Medium/NotoEmoji_500Medium.ttf', em_dots: 18.9 },
] as const

export type FontName = (typeof FONTS)[number]['name']

/** The folder beside the bundle; the build puts the files there. */
const FOLDER = join(import.meta.dirname, 'fonts')
const PACKAGES = join(import.meta.dirname, '../../../../node_modules')

export function fontBytes(file: string): Uint8Array {
  const beside = join(FOLDER, basename(file))
  return readFileSync(existsSync(beside) ? beside : join(PACKAGES, file))
}
