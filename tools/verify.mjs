// Checks an exported journal without Datestamp: plain Node, no other file of the project, written apart from it.
// Usage: node tools/verify.mjs journal.jsonl [expected-head-hash]. Exit 0 when every seal holds, 1 when not, 2 on bad
// use.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const [file, expectedHead] = process.argv.slice(2)
if (!file) {
  console.error('usage: node tools/verify.mjs journal.jsonl [expected-head-hash]')
  process.exit(2)
}

const problems = []
let terminal = null
let previous = Buffer.alloc(32)
let place = { epoch: 0, seq: 0 }
let count = 0
let lineNumber = 0

for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
  lineNumber += 1
  if (line === '') continue
  let row
  try {
    row = JSON.parse(line)
  } catch {
    problems.push(`line ${lineNumber}: is no JSON`)
    continue
  }
  if (lineNumber === 1) {
    if (row.format !== 'datestamp-journal' || row.version !== 1) problems.push('line 1: is no journal of version 1')
    terminal = row.terminal
    continue
  }
  const where = `event ${terminal}.${row.epoch}.${row.seq}`
  const follows = row.epoch === place.epoch ? row.seq === place.seq + 1 : row.epoch > place.epoch && row.seq === 1
  if (!follows) problems.push(`${where}: something is missing before it`)
  const hash = createHash('sha256').update(previous).update(row.content, 'utf8').digest()
  if (hash.toString('hex') !== row.hash)
    problems.push(`${where}: its seal does not match its content and the one before`)
  const content = JSON.parse(row.content)
  if (content.terminal !== terminal || content.epoch !== row.epoch || content.seq !== row.seq) {
    problems.push(`${where}: its content names another place`)
  }
  previous = Buffer.from(row.hash, 'hex')
  place = { epoch: row.epoch, seq: row.seq }
  count += 1
}

const head = previous.toString('hex')
if (expectedHead && head !== expectedHead) problems.push(`the head is ${head}, not ${expectedHead}`)
for (const problem of problems.slice(0, 50)) console.log(problem)
console.log(`${count} events, head ${terminal}.${place.epoch}.${place.seq}:${head}, ${problems.length} problems`)
process.exit(problems.length === 0 && count > 0 ? 0 : 1)
