/** The guide in every language, as tools/guide made it of docs/guide*.md when the program was built. */
import { GUIDE as READ } from 'virtual:guide'
import type { Topic } from '../shared/help/topic.ts'
import type { Language } from '../shared/kernel/language.ts'

export const GUIDE = READ as Readonly<Record<Language, readonly Topic[]>>
