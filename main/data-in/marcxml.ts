/** MARC 21 records of a MARCXML file, read as a stream by saxes. XML that is not well-formed refuses the file. */
import { SaxesParser } from 'saxes'
import type { MarcField, MarcRecord, MarcSubfield } from '../../shared/import/marc-record.ts'
import { chunksOf, type Meter } from './bytes.ts'
import type { TextEncoding } from './inspect.ts'
import type { ReadRecord } from './iso2709.ts'
import { FileRefused } from './refused.ts'

const TEXT_LENGTH_MAX = 1_000_000

type Attributes = Readonly<Record<string, string>>

/** Builds records from the elements as they come. Prefixes ("marc:record") are passed over. */
class Builder {
  #records: ReadRecord[] = []
  #line = 0
  #leader = ''
  #fields: MarcField[] = []
  #subfields: MarcSubfield[] = []
  #attributes: Attributes = {}
  #code = ''
  #text = ''
  #isRecord = false

  open(name: string, attributes: Attributes, line: number): void {
    this.#text = ''
    if (name === 'record') {
      this.#isRecord = true
      this.#line = line
      this.#leader = ''
      this.#fields = []
    } else if (name === 'controlfield' || name === 'datafield') {
      this.#attributes = attributes
      this.#subfields = []
    } else if (name === 'subfield') {
      this.#code = attributes['code'] ?? ''
    }
  }

  text(text: string, line: number): void {
    if (!this.#isRecord) return
    this.#text += text
    if (this.#text.length > TEXT_LENGTH_MAX) throw new FileRefused(line, 'a value is longer than a million characters')
  }

  close(name: string): void {
    const tag = this.#attributes['tag'] ?? ''
    if (name === 'leader') this.#leader = this.#text
    else if (name === 'controlfield') this.#fields.push({ tag, value: this.#text, indicators: '', subfields: [] })
    else if (name === 'subfield') this.#subfields.push({ code: this.#code, value: this.#text })
    else if (name === 'datafield') {
      const indicators = `${this.#attributes['ind1'] || ' '}${this.#attributes['ind2'] || ' '}`
      this.#fields.push({ tag, value: '', indicators, subfields: this.#subfields })
    } else if (name === 'record') {
      const record: MarcRecord = { leader: this.#leader, fields: this.#fields }
      this.#records.push({ line: this.#line, notes: [], record })
      this.#isRecord = false
    }
    this.#text = ''
  }

  take(): readonly ReadRecord[] {
    const taken = this.#records
    this.#records = []
    return taken
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** @throws FileRefused at the line where the file stops being XML, or when it holds no record */
export async function* marcXmlRecords(path: string, encoding: TextEncoding, meter: Meter): AsyncGenerator<ReadRecord> {
  const decoder = new TextDecoder(encoding)
  const parser = new SaxesParser()
  const builder = new Builder()
  let records_count = 0
  parser.on('opentag', ({ name, attributes }) => builder.open(localName(name), attributes, parser.line))
  parser.on('text', (text) => builder.text(text, parser.line))
  parser.on('cdata', (text) => builder.text(text, parser.line))
  parser.on('closetag', ({ name }) => builder.close(localName(name)))
  parser.on('error', (fault) => {
    throw new FileRefused(parser.line, `the file is not well-formed XML: ${fault.message.replace(/\.$/, '')}`)
  })
  for await (const chunk of chunksOf(path, meter)) {
    parser.write(decoder.decode(chunk, { stream: true }))
    for (const read of builder.take()) {
      records_count += 1
      yield read
    }
  }
  parser.write(decoder.decode()).close()
  for (const read of builder.take()) {
    records_count += 1
    yield read
  }
  if (records_count === 0) throw new FileRefused(1, 'the file holds no MARC record')
}
