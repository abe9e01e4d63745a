/** The rules for commits, as in CONTRIBUTING.md. Pure: reads git's output, runs nothing. */

/** `changed_count`: lines added and removed, without data. */
export type Commit = {
  readonly id: string
  readonly written_at_s: number
  readonly message: string
  readonly changed_count: number
}

const SUBJECT_LENGTH_MAX = 72
const CHANGED_MAX = 1_500
/** A mechanical renaming, of any length. */
const RENAMING = 'names'
const DATA =
  /\.(gen\.ts|csv|json|jsonl|marcxml|mrc|png|woff2|snap)$|^(test\/golden|demo\/library)\/|^docs\/commands\.md$/

/** Not imperative: a capital, "renewed" or "renewing"; but "bring" and "need" are. */
const NO_IMPERATIVE = /^(\p{Lu}\p{Ll}|(?!(?:bring|need|feed|embed|shed|exceed|proceed|ping)\b)\w+(?:ed|ing)\b)/u

/** The areas that the document lists, each in code marks below its heading. */
export function areasIn(contributing: string): ReadonlySet<string> {
  const list = /^### Areas\n([^#]*)/m.exec(contributing)?.[1] ?? ''
  return new Set(Array.from(list.matchAll(/`([^`]+)`/g), ([, area = '']) => area))
}

/** Lines changed, from `git log --numstat`: "added TAB removed TAB path", "-" for binary files. */
export function changedIn(numstat: readonly string[]): number {
  return numstat.reduce((sum, line) => {
    const [added = '', removed = '', path = ''] = line.split('\t')
    return DATA.test(path) ? sum : sum + (Number(added) || 0) + (Number(removed) || 0)
  }, 0)
}

/** What is wrong with it, in words; empty when nothing is. */
export function faultsOf({ message, changed_count }: Commit, areas: ReadonlySet<string>): readonly string[] {
  const [subject = '', gap = '', ...body] = message.trimEnd().split('\n')
  const [, given = '', says = ''] = /^((?:[a-z-]+(?::exec)?)(?:, [a-z-]+(?::exec)?)*): (.+)$/.exec(subject) ?? []
  const named = given.split(', ')
  const strange = given === '' ? [] : named.filter((area) => !areas.has(area))
  const verified = body.findIndex((line) => line.startsWith('Verified: '))
  const faults: readonly (readonly [boolean, string])[] = [
    [given === '', 'the subject is not "area: imperative"'],
    [strange.length > 0, `no area of CONTRIBUTING.md: ${strange.join(', ')}`],
    [
      subject.length > SUBJECT_LENGTH_MAX,
      `the subject has ${subject.length} characters, at most ${SUBJECT_LENGTH_MAX}`,
    ],
    [says.endsWith('.'), 'the subject ends with a full stop'],
    [NO_IMPERATIVE.test(says), 'the subject does not begin with an imperative in small letters'],
    [gap !== '', 'the second line is not empty'],
    [
      body
        .slice(0, verified < 0 ? undefined : verified)
        .join('')
        .trim() === '',
      'the body does not say why',
    ],
    [verified < 0, 'the body does not say how it was verified'],
    [
      changed_count > CHANGED_MAX && !named.includes(RENAMING),
      `${changed_count} lines beside data, at most ${CHANGED_MAX}`,
    ],
  ]
  return faults.filter(([isFault]) => isFault).map(([, fault]) => fault)
}
