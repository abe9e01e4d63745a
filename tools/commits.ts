/**
 * Checks the latest commits against CONTRIBUTING.md, as far back as its rules apply: works in a shallow clone, and says
 * so where there is no history at all. Exits with 1 when a commit breaks a rule.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { areasIn, changedIn, faultsOf, type Commit } from './gate/commit-rules.ts'

const ROOT = join(import.meta.dirname, '..')
/** Older commits predate these rules. */
const SINCE_S = Date.UTC(2026, 10, 26, 19, 30) / 1000
const LAST_COUNT = 30

function lastCommits(): readonly Commit[] | null {
  const asked = ['log', '--no-merges', `-${LAST_COUNT}`, '-M', '--numstat', '--format=%x00%H%x01%at%x01%B%x01']
  const { status, stdout } = spawnSync('git', asked, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) return null
  return stdout.split('\0').flatMap((one) => {
    const [id = '', written = '', message = '', numstat = ''] = one.split('\u0001')
    const changed_count = changedIn(numstat.split('\n'))
    return id === '' ? [] : [{ id: id.slice(0, 10), written_at_s: Number(written), message, changed_count }]
  })
}

const areas = areasIn(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'))
const commits = lastCommits()
const judged = (commits ?? []).filter(({ written_at_s }) => written_at_s >= SINCE_S)
const faults = judged.flatMap((commit) => faultsOf(commit, areas).map((fault) => ({ commit, fault })))
for (const { commit, fault } of faults) console.log(`${commit.id} ${commit.message.split('\n')[0]}\n    ${fault}`)
const seen = commits === null ? 'There is no history here.' : `${judged.length} of the last ${commits.length} commits`
console.log(commits === null ? seen : `${seen} are since the rules, ${faults.length} faults.`)
process.exitCode = faults.length === 0 ? 0 : 1
